"""A vacancy from draft to closed: who may move it, what is checked, what is logged."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.vacancies import operations, queries
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.reactions import reject_when_refused
from labour_exchange.vacancies.rules import VacancyFacts
from labour_exchange.vacancies.states import RejectionCode, VacancyState
from tests.factories import employers, offices, vacancies


def facts(**changes: Any) -> VacancyFacts:
    given = {"title": "Cook", "description": "You cook for sixty people a day.", "language": "en", "occupation_code": "5120", "region_code": "KZ-71"}
    return VacancyFacts(**given | changes)


def hirer(session: Session, one: Employer) -> Actor:
    return employers.actor_of(employers.member(session, one), one)


def officer(session: Session, region_code: str = "KZ-71") -> Actor:
    return offices.officer(offices.staff(session, offices.office(session, region_code)))


def kinds(session: Session) -> list[str]:
    return list(session.scalars(select(RecordedEvent.kind).order_by(RecordedEvent.id)))


def test_a_verified_employer_publishes_at_once(session: Session) -> None:
    one = employers.verified(session)
    actor = hirer(session, one)
    made = operations.draft_vacancy(session, actor, one, facts())
    operations.submit_vacancy(session, actor, made)
    assert made.state is VacancyState.PUBLISHED
    assert made.apply_by_on == clock.today() + timedelta(days=180)
    assert session.scalars(queries.vacancies_to_check("KZ-71")).all() == [made]
    assert kinds(session)[-1] == "vacancy_published"


def test_a_new_employers_is_read_first(session: Session) -> None:
    one = employers.employer(session)
    actor = hirer(session, one)
    made = operations.draft_vacancy(session, actor, one, facts())
    operations.submit_vacancy(session, actor, made)
    assert (made.state, made.published_at) == (VacancyState.SUBMITTED, None)
    operations.approve_vacancy(session, officer(session), made)
    assert made.state is VacancyState.PUBLISHED
    assert made.checked_at is not None
    assert [move.action for move in history(session, "vacancy", made.id)] == ["submit", "publish"]


def test_a_draft_lacks_things_and_is_not_handed_in_so(session: Session) -> None:
    one = employers.verified(session)
    actor = hirer(session, one)
    made = operations.draft_vacancy(session, actor, one, facts(description="", region_code=None))
    with pytest.raises(InvalidInput) as refused:
        operations.submit_vacancy(session, actor, made)
    assert {error.field for error in refused.value.errors} == {"description", "region_code"}
    assert made.state is VacancyState.DRAFT


def test_a_change_of_a_published_one_is_checked_again(session: Session) -> None:
    trusted, new = vacancies.checked(session), vacancies.checked(session, by=employers.employer(session))
    for made, state in ((trusted, VacancyState.PUBLISHED), (new, VacancyState.SUBMITTED)):
        operations.change_vacancy(session, hirer(session, made.employer), made, facts(title="Changed"), version=made.version)
        assert (made.state, made.checked_at) == (state, None)


def test_two_editors(session: Session) -> None:
    made = vacancies.published(session)
    actor, version = hirer(session, made.employer), made.version
    operations.change_vacancy(session, actor, made, facts(title="First"), version=version)
    with pytest.raises(StaleVersion):
        operations.change_vacancy(session, actor, made, facts(title="Second"), version=version)
    assert made.title == "First"


def test_posts_never_fall_below_those_filled_and_a_filled_one_is_not_changed(session: Session) -> None:
    made = vacancies.published(session, posts=3, posts_filled=2)
    actor = hirer(session, made.employer)
    with pytest.raises(InvalidInput):
        operations.change_vacancy(session, actor, made, facts(posts=1), version=made.version)
    done = vacancies.published(session, by=made.employer, state=VacancyState.FILLED, posts_filled=1)
    with pytest.raises(Conflict):
        operations.change_vacancy(session, actor, done, facts(), version=done.version)


def test_a_rejection_has_a_code_and_words_where_the_code_says_nothing(session: Session) -> None:
    made, reader = vacancies.submitted(session), officer(session)
    with pytest.raises(InvalidInput):
        operations.reject_vacancy(session, reader, made, code=RejectionCode.OTHER, note=" ")
    operations.reject_vacancy(session, reader, made, code=RejectionCode.UNLAWFUL_REQUIREMENT, note="age in the title")
    assert (made.state, made.rejection_code) == (VacancyState.REJECTED, RejectionCode.UNLAWFUL_REQUIREMENT)
    operations.submit_vacancy(session, hirer(session, made.employer), made)
    assert (made.state, made.rejection_code) == (VacancyState.PUBLISHED, None)


def test_pause_resume_withdraw_renew(session: Session) -> None:
    made = vacancies.published(session, apply_by_on=clock.today())
    actor = hirer(session, made.employer)
    operations.pause_vacancy(session, actor, made)
    operations.resume_vacancy(session, actor, made)
    operations.withdraw_vacancy(session, actor, made, reason="not_needed")
    assert made.closed_at is not None
    with clock.hold(clock.now() + timedelta(days=3)):
        operations.renew_vacancy(session, actor, made)
        assert made.apply_by_on == clock.today() + timedelta(days=180)
    assert (made.state, made.closed_at) == (VacancyState.PUBLISHED, None)
    assert [move.reason for move in history(session, "vacancy", made.id) if move.action == "withdraw"] == ["not_needed"]
    with pytest.raises(Conflict):
        operations.resume_vacancy(session, actor, made)


def test_nobody_else_moves_or_reads_what_is_not_public(session: Session) -> None:
    made, other = vacancies.vacancy(session), employers.verified(session)
    stranger, far, near = hirer(session, other), officer(session, "KZ-75"), officer(session)
    for actor in (stranger, far, near):
        with pytest.raises(NotFound):
            queries.vacancy_for(session, actor, made.public_id)
        with pytest.raises(NotFound):
            operations.withdraw_vacancy(session, actor, made, reason="other")
        with pytest.raises(NotFound):
            operations.approve_vacancy(session, actor, made)
    operations.submit_vacancy(session, hirer(session, made.employer), made)
    assert queries.vacancy_to_check(session, near, made.public_id) is made
    with pytest.raises(NotFound):
        queries.vacancy_to_check(session, far, made.public_id)
    with pytest.raises(NotFound):
        queries.own_vacancy(session, stranger, made.public_id)


def test_the_queue_of_an_office_by_kind(session: Session) -> None:
    new, open_one, brought = vacancies.submitted(session), vacancies.published(session), vacancies.of_import(session)
    vacancies.checked(session)
    vacancies.submitted(session, region_code="KZ-75")
    assert queries.counts_to_check(session, "KZ-71") == {"new": 1, "published": 1, "imported": 1}
    for kind, expected in (("new", new), ("published", open_one), ("imported", brought)):
        assert session.scalars(queries.only_kind(queries.vacancies_to_check("KZ-71"), kind)).all() == [expected]
    found = session.scalars(queries.vacancies_in_region(officer(session), title="ELECTR", state=VacancyState.SUBMITTED)).all()
    assert found == [new]


def test_what_a_refused_employer_published_is_taken_off(session: Session) -> None:
    one = employers.employer(session, state=EmployerState.REFUSED)
    open_one, draft = vacancies.published(session, by=one), vacancies.vacancy(session, by=one)
    reject_when_refused(session, {"employer_id": one.id})
    assert (open_one.state, open_one.rejection_code) == (VacancyState.REJECTED, RejectionCode.EMPLOYER_NOT_VERIFIED)
    assert draft.state is VacancyState.DRAFT
    assert kinds(session).count("vacancy_closed") == 1
    reject_when_refused(session, {"employer_id": one.id})
    assert kinds(session).count("vacancy_closed") == 1
    trusted = vacancies.published(session)
    reject_when_refused(session, {"employer_id": trusted.employer_id})
    assert session.get_one(Vacancy, trusted.id).state is VacancyState.PUBLISHED
