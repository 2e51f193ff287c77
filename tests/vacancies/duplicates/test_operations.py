"""Announcements are put together, led, taken apart and relieved; nothing is compared that shares no key."""

from typing import Any

import pytest
from sqlalchemy import event, func, select, update
from sqlalchemy.orm import Session

from labour_exchange.discovery.rows import IS_SHOWN
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies.duplicates.models import DuplicateCheck, DuplicateConflict
from labour_exchange.vacancies.duplicates.operations import MOST_UNDER_A_KEY, compare_new, find_duplicates, lead_by, relieve_closed, set_apart
from labour_exchange.vacancies.duplicates.queries import groups_for, sources_of
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState
from tests.factories import vacancies
from tests.factories.placements import hiring_employer
from tests.vacancies.duplicates.agencies import agency

TEXT = "You mend wiring and switchboards in homes and workshops, keep a log and teach an apprentice."


def announced(session: Session, employer: Employer, **facts: Any) -> Vacancy:
    return vacancies.published(session, by=employer, **{"description": TEXT, "region_code": "KZ-71"} | facts)


def three(session: Session) -> tuple[Employer, Actor, Vacancy, Vacancy, Vacancy]:
    """The employer's own, an agency's with other pay, and an import: one post."""
    employer, keeper = hiring_employer(session)
    imported = vacancies.of_import(session, by=employer, description=TEXT, region_code="KZ-71")
    pushed = announced(session, employer, source=VacancySource.AGENCY, agency_id=agency(session).id, pay_from=320_000, posts=2)
    own = announced(session, employer)
    find_duplicates(session)
    return employer, keeper, own, pushed, imported


def shown(session: Session) -> set[int]:
    return set(session.scalars(select(Vacancy.id).where(IS_SHOWN["vacancies"])))


def test_the_employers_own_announcement_leads_and_only_it_is_searched(session: Session) -> None:
    _employer, _keeper, own, pushed, imported = three(session)
    assert (own.duplicate_of_id, pushed.duplicate_of_id, imported.duplicate_of_id) == (None, own.id, own.id)
    assert shown(session) & {own.id, pushed.id, imported.id} == {own.id}
    assert {one.vacancy.id for one in sources_of(session, own)} == {pushed.id, imported.id}


def test_what_is_stated_differently_is_kept_for_both_sides(session: Session) -> None:
    employer, keeper, own, pushed, _imported = three(session)
    found = {(one.vacancy_id, one.field): (one.stated, one.led) for one in session.scalars(select(DuplicateConflict))}
    assert found == {(pushed.id, "pay_from"): (320_000, 300_000), (pushed.id, "posts"): (2, 1)}
    agent = Actor(ActorKind.AGENCY, organisation_id=pushed.agency_id)
    for actor in (keeper, agent):
        (group,) = groups_for(session, actor)
        assert group.leader.vacancy.id == own.id
        assert group.has_conflicts
    assert groups_for(session, Actor(ActorKind.EMPLOYER, organisation_id=employer.id + 1000)) == []


def test_looking_again_changes_nothing_and_ends(session: Session) -> None:
    three(session)
    rounds = 0
    while find_duplicates(session):
        rounds += 1
        assert rounds < 4
    before = list(session.execute(select(Vacancy.id, Vacancy.duplicate_of_id).order_by(Vacancy.id)))
    assert find_duplicates(session) == 0
    assert list(session.execute(select(Vacancy.id, Vacancy.duplicate_of_id).order_by(Vacancy.id))) == before
    assert session.scalar(select(func.count()).select_from(DuplicateCheck)) == 3


def test_the_employer_lets_its_agency_lead_and_later_finds_follow(session: Session) -> None:
    employer, keeper, own, pushed, imported = three(session)
    lead_by(session, keeper, pushed)
    assert (own.duplicate_of_id, pushed.duplicate_of_id, imported.duplicate_of_id) == (pushed.id, None, pushed.id)
    other = announced(session, employer, source=VacancySource.AGENCY, agency_id=agency(session).id)
    while find_duplicates(session):
        pass
    assert other.duplicate_of_id == pushed.id
    lead_by(session, keeper, own)
    assert {one.duplicate_of_id for one in (pushed, imported, other)} == {own.id}


def test_what_the_employer_took_apart_is_never_put_together_again(session: Session) -> None:
    _employer, keeper, own, pushed, imported = three(session)
    set_apart(session, keeper, pushed)
    session.execute(update(DuplicateCheck).values(document_version=0))
    while find_duplicates(session):
        pass
    session.expire_all()
    assert (own.duplicate_of_id, pushed.duplicate_of_id, imported.duplicate_of_id) == (None, None, own.id)
    assert session.scalar(select(func.count()).select_from(DuplicateConflict)) == 0


def test_nobody_else_decides(session: Session) -> None:
    _employer, _keeper, _own, pushed, _imported = three(session)
    _other, stranger = hiring_employer(session)
    agent = Actor(ActorKind.AGENCY, organisation_id=pushed.agency_id)
    for actor in (stranger, agent):
        for act in (lead_by, set_apart):
            with pytest.raises(NotFound):
                act(session, actor, pushed)


def test_a_single_announcement_has_nothing_to_decide(session: Session) -> None:
    employer, keeper = hiring_employer(session)
    alone = announced(session, employer)
    find_duplicates(session)
    with pytest.raises(NotFound):
        lead_by(session, keeper, alone)


def test_when_the_leader_is_not_public_any_more_another_leads(session: Session) -> None:
    _employer, _keeper, own, pushed, imported = three(session)
    own.state = VacancyState.WITHDRAWN
    session.flush()
    find_duplicates(session)
    assert (pushed.duplicate_of_id, imported.duplicate_of_id) == (None, pushed.id)
    assert shown(session) & {own.id, pushed.id, imported.id} == {pushed.id}


@pytest.mark.parametrize("change", [{"region_code": "KZ-75"}, {"title": "Accountant", "occupation_code": "2411"}])
def test_a_vacancy_that_changed_into_another_post_parts(session: Session, change: dict[str, str]) -> None:
    _employer, _keeper, own, pushed, imported = three(session)
    for name, value in change.items():
        setattr(own, name, value)
    session.flush()
    while find_duplicates(session):
        pass
    assert own.duplicate_of_id is None
    assert {pushed.duplicate_of_id, imported.duplicate_of_id} == {None, pushed.id}


def test_two_of_one_origin_stay_two(session: Session) -> None:
    employer, _keeper = hiring_employer(session)
    first, second = announced(session, employer), announced(session, employer)
    find_duplicates(session)
    assert (first.duplicate_of_id, second.duplicate_of_id) == (None, None)


def test_the_work_grows_with_what_is_new_and_not_with_its_square(session: Session) -> None:
    """A chain with many posts of one name: statements for a new one stay the same, and candidates are bounded."""
    employer, _keeper = hiring_employer(session)
    for _ in range(3 * MOST_UNDER_A_KEY):
        announced(session, employer)
    while find_duplicates(session):
        pass
    statements = 0

    def count(*_facts: object) -> None:
        nonlocal statements
        statements += 1

    announced(session, employer)
    session.flush()
    connection = session.connection()
    event.listen(connection, "before_cursor_execute", count)
    assert find_duplicates(session) == 1
    event.remove(connection, "before_cursor_execute", count)
    assert statements <= 15, statements


def test_what_one_brings_of_its_own_hides_nobody_elses(session: Session) -> None:
    employer, _keeper = hiring_employer(session)
    brought = announced(session, employer, source=VacancySource.AGENCY, agency_id=agency(session).id)
    for _ in range(MOST_UNDER_A_KEY + 1):
        announced(session, employer, description="Another post of the same name: you teach, plan shifts and buy what is used up.")
    own = announced(session, employer)
    while find_duplicates(session):
        pass
    assert brought.duplicate_of_id == own.id


def test_what_is_announced_is_compared_at_once_and_nothing_else_is(session: Session) -> None:
    employer, _keeper = hiring_employer(session)
    own, other = announced(session, employer), announced(session, employer, region_code="KZ-75")
    pushed = announced(session, employer, source=VacancySource.AGENCY, agency_id=agency(session).id)
    compare_new(session, {"vacancy_ids": [own.id]})
    compare_new(session, {"vacancy_id": pushed.id})
    assert (pushed.duplicate_of_id, own.duplicate_of_id) == (own.id, None)
    seen = set(session.scalars(select(DuplicateCheck.vacancy_id)))
    assert seen & {own.id, other.id, pushed.id} == {own.id, pushed.id}


def test_when_leaders_are_taken_off_at_once_others_lead(session: Session) -> None:
    _employer, _keeper, own, pushed, imported = three(session)
    own.state = VacancyState.WITHDRAWN
    session.flush()
    relieve_closed(session, {"vacancy_ids": [pushed.id]})
    assert pushed.duplicate_of_id == own.id, "not asked for"
    relieve_closed(session, {"vacancy_ids": [own.id]})
    assert (pushed.duplicate_of_id, imported.duplicate_of_id) == (None, pushed.id)
