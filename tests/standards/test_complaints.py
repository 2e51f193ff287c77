"""A complaint on its way: filed once by who was served, answered by somebody whom it does not name, taken further once, and counted by quarter."""

from datetime import datetime, time, timedelta

import pytest
from sqlalchemy import func, select, text
from sqlalchemy.exc import DatabaseError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.standards import operations
from labour_exchange.standards.models import (
    Commitment,
    ComplaintAnswer,
    ComplaintLink,
    RatingLink,
    ServiceComplaint,
    ServiceFigure,
    StandardVersion,
)
from labour_exchange.standards.operations.ratings import issue_link
from labour_exchange.standards.queries import complaints as queries
from labour_exchange.standards.rules.complaints import answer_due_on
from labour_exchange.standards.rules.promises import quarter_after, quarter_of
from labour_exchange.standards.states import CommitmentState, ComplaintState, Finding, Instance
from tests.factories import standards as made
from tests.factories.accounts import user
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

WORDS = "Somebody has to look at it once more."


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71"), display_name="Abaeva Dina"))


@pytest.fixture
def analyst(session: Session) -> Actor:
    return Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id)


@pytest.fixture
def version(session: Session, at_work: Actor) -> StandardVersion:
    approver = officer(staff(session, office(session, "KZ-71"), approver=True))
    return made.in_force(session, at_work, approver, days=10, since=100)


@pytest.fixture
def person(session: Session, at_work: Actor) -> Jobseeker:
    return registered(session, "KZ-71")


@pytest.fixture
def service(session: Session, at_work: Actor, version: StandardVersion, person: Jobseeker) -> Commitment:
    assert at_work.office_id is not None
    return made.service(session, version, person, at_work.office_id)


def link_to(session: Session, service: Commitment) -> str:
    found = issue_link(session, service.id)
    assert found is not None
    return found[1]


def test_the_link_to_rate_gives_one_complaint_beside_one_rating(session: Session, service: Commitment) -> None:
    secret = link_to(session, service)
    operations.rate_service(session, secret=secret, points=2, words="", language="en")
    assert queries.complainable_by_link(session, secret) is not None
    filed, status = operations.complain_by_link(session, secret=secret, facts=made.complaint_facts(paragraph=1), language="ru")
    assert (filed.state, filed.paragraph, filed.language, filed.office_id) == (ComplaintState.FILED, 1, "ru", service.office_id)
    assert filed.due_on == filed.first_due_on == answer_due_on(clock.today(), 15)
    found = queries.complaint_by_link(session, status)
    assert found is not None
    assert found.id == filed.id
    assert queries.complainable_by_link(session, secret) is None
    assert [one.action for one in history(session, "service_complaint", filed.id)] == ["file"]
    for used in (secret, status, "guessed"):
        with pytest.raises(Refusal, match="link_used"):
            operations.complain_by_link(session, secret=used, facts=made.complaint_facts(), language="ru")
    for other in (secret, "guessed"):
        assert queries.complaint_by_link(session, other) is None, "the link to rate does not read the complaint"
        with pytest.raises(Refusal, match="link_used"):
            operations.escalate_by_link(session, secret=other, why=WORDS)


def test_links_end(session: Session, service: Commitment) -> None:
    secret = link_to(session, service)
    with clock.hold(clock.now() + timedelta(days=30)), pytest.raises(Refusal, match="link_used"):
        operations.complain_by_link(session, secret=secret, facts=made.complaint_facts(), language="en")
    filed, status = operations.complain_by_link(session, secret=secret, facts=made.complaint_facts(), language="en")
    with clock.hold(clock.now() + timedelta(days=180)):
        assert queries.complaint_by_link(session, status) is None
        with pytest.raises(Refusal, match="link_used"):
            operations.withdraw_by_link(session, secret=status)
        operations.forget_complaint_links(session)
    assert session.scalar(select(func.count()).select_from(ComplaintLink)) == 0
    assert filed.state is ComplaintState.FILED


def test_what_is_typed_wrong_does_not_spend_the_link(session: Session, service: Commitment) -> None:
    secret = link_to(session, service)
    with pytest.raises(InvalidInput), session.begin_nested():
        operations.complain_by_link(session, secret=secret, facts=made.complaint_facts("Too short."), language="en")
    assert session.get_one(RatingLink, service.id, populate_existing=True).complained_on is None


def test_one_complaint_for_each_promise_and_only_by_who_was_promised_it(session: Session, service: Commitment, person: Jobseeker) -> None:
    stranger = registered(session, "KZ-71")
    with pytest.raises(NotFound):
        operations.complain(session, actor_of(stranger), service, made.complaint_facts(), language="en")
    with pytest.raises(NotFound):
        queries.complainable_for(session, actor_of(stranger), service.public_id)
    assert queries.complainable_for(session, actor_of(person), service.public_id)[0] is service
    operations.complain(session, actor_of(person), service, made.complaint_facts(), language="en")
    assert queries.promises_to_complain_about(session, actor_of(person)) == []
    with pytest.raises(Conflict, match="complained_already"):
        operations.complain(session, actor_of(person), service, made.complaint_facts(), language="en")


def test_what_is_not_due_yet_is_not_complained_about(session: Session, service: Commitment, person: Jobseeker) -> None:
    service.state, service.done_on, service.days = CommitmentState.OPEN, None, None
    with pytest.raises(Conflict, match="not_complainable"):
        operations.complain(session, actor_of(person), service, made.complaint_facts(), language="en")


def test_the_version_is_that_of_the_day_of_the_promise(session: Session, at_work: Actor, version: StandardVersion, person: Jobseeker) -> None:
    assert at_work.office_id is not None
    old = made.service(session, version, person, at_work.office_id, ago=50)
    version.replaced_on = clock.today() - timedelta(days=20)
    new = operations.begin_version(session, at_work, version.standard, made.draft_facts("Second"))
    session.flush()
    assert queries.version_promised(session, old) is version
    assert new.complaint_days == 15
    version.complaint_days = 3
    filed = operations.complain(session, actor_of(person), old, made.complaint_facts(), language="en")
    assert (filed.version_id, filed.due_on) == (version.id, answer_due_on(clock.today(), 3))


def test_whom_it_names_neither_sees_nor_answers_it(session: Session, at_work: Actor, service: Commitment) -> None:
    colleague = officer(staff(session, office(session, "KZ-71"), display_name="Omarov Serik"))
    filed = made.complaint(session, service, officer="Mrs Abaeva")
    assert filed.named_ids == [at_work.user_id]
    with pytest.raises(NotFound):
        queries.complaint_for(session, at_work, filed.public_id)
    with pytest.raises(NotFound):
        operations.answer_complaint(session, at_work, filed, finding=Finding.NOT_JUSTIFIED, text="Nothing was wrong.")
    with acting_as(session, at_work):
        assert session.scalar(select(func.count()).select_from(ServiceComplaint)) == 0, "nor does the database show it"
    with acting_as(session, colleague):
        assert session.scalar(select(func.count()).select_from(ServiceComplaint)) == 1
    answered = operations.answer_complaint(session, colleague, filed, finding=Finding.PARTLY, text="We called and apologised.")
    assert answered.state is ComplaintState.ANSWERED


def test_the_ministry_sees_it_only_once_it_was_taken_further(
    session: Session, at_work: Actor, analyst: Actor, service: Commitment, person: Jobseeker
) -> None:
    filed = made.complaint(session, service)
    with pytest.raises(NotFound):
        queries.complaint_for(session, analyst, filed.public_id)
    with pytest.raises(Conflict, match="too_late_to_escalate"):
        operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
    operations.answer_complaint(session, at_work, filed, finding=Finding.NOT_JUSTIFIED, text="Nothing was wrong.")
    with pytest.raises(Conflict):
        operations.answer_complaint(session, at_work, filed, finding=Finding.JUSTIFIED, text="On second thoughts.")
    with pytest.raises(InvalidInput):
        operations.escalate_complaint(session, actor_of(person), filed, why="No.")
    operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
    assert queries.complaint_for(session, analyst, filed.public_id).commitment is service
    with pytest.raises(Conflict):
        operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
    decided = operations.answer_complaint(session, analyst, filed, finding=Finding.JUSTIFIED, text="The office called too late.")
    assert [(one.instance, one.finding) for one in decided.answers] == [
        (Instance.OFFICE, Finding.NOT_JUSTIFIED),
        (Instance.MINISTRY, Finding.JUSTIFIED),
    ]
    with pytest.raises(Conflict):
        operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
    assert queries.findings_beside(session, [service.id]) == {service.id: Finding.JUSTIFIED}
    told = session.scalars(select(RecordedEvent.kind).where(RecordedEvent.kind.startswith("service_complaint")).order_by(RecordedEvent.id)).all()
    assert told == ["service_complaint_filed", "service_complaint_answered", "service_complaint_escalated", "service_complaint_answered"]
    moves = [(one.action, one.user_id) for one in history(session, "service_complaint", filed.id)]
    assert moves[1:] == [("answer", at_work.user_id), ("escalate", person.user_id), ("decide", analyst.user_id)]


def test_nobody_answers_twice_nor_changes_an_answer(session: Session, at_work: Actor, service: Commitment, person: Jobseeker) -> None:
    filed = made.complaint(session, service)
    operations.answer_complaint(session, at_work, filed, finding=Finding.NOT_JUSTIFIED, text="Nothing was wrong.")
    operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
    moved_up = Actor(ActorKind.ANALYST, user_id=at_work.user_id)
    with pytest.raises(Conflict, match="complaint_second_person"):
        operations.answer_complaint(session, moved_up, filed, finding=Finding.NOT_JUSTIFIED, text="Still nothing.")
    for statement in ("UPDATE complaint_answers SET finding = 'justified'", "DELETE FROM complaint_answers", "DELETE FROM service_complaints"):
        with pytest.raises(DatabaseError, match="permission denied"), session.begin_nested():
            session.execute(text(statement))


def test_a_late_office_loses_it_to_the_ministry(session: Session, at_work: Actor, service: Commitment, person: Jobseeker) -> None:
    filed = made.complaint(session, service)
    with clock.hold(clock.now() + timedelta(days=40)):
        assert [(one.waiting, one.late) for one in queries.loads(session)] == [(1, 1)]
        operations.escalate_complaint(session, actor_of(person), filed, why=WORDS)
        assert filed.due_on == answer_due_on(clock.today(), 15)
        assert [(one.waiting, one.late, one.escalated) for one in queries.loads(session)] == [(0, 0, 1)]
        with pytest.raises(Conflict):
            operations.answer_complaint(session, at_work, filed, finding=Finding.JUSTIFIED, text="Sorry.")


def test_an_erased_person_leaves_a_figure(session: Session, at_work: Actor, version: StandardVersion, person: Jobseeker, service: Commitment) -> None:
    assert at_work.office_id is not None
    other = made.service(session, version, registered(session, "KZ-71"), at_work.office_id)
    filed, kept = made.complaint(session, service, officer="Mrs Abaeva"), made.complaint(session, other)
    operations.forget_complaints(session, {"jobseeker_id": person.id})
    session.flush()
    assert (filed.text, filed.officer, filed.state) == ("", "", ComplaintState.WITHDRAWN)
    assert (kept.text != "", kept.state) == (True, ComplaintState.FILED)
    answered = operations.answer_complaint(session, at_work, kept, finding=Finding.JUSTIFIED, text="We apologised.")
    operations.forget_complaints(session, {"jobseeker_id": kept.jobseeker_id})
    session.expire_all()
    assert (kept.state, answered.answers[0].text, answered.answers[0].finding) == (ComplaintState.ANSWERED, "", Finding.JUSTIFIED)
    assert session.scalar(select(func.count()).select_from(ComplaintAnswer)) == 1


def test_a_finished_quarter_counts_them_by_the_day_of_the_first_answer(
    session: Session, at_work: Actor, version: StandardVersion, person: Jobseeker
) -> None:
    assert at_work.office_id is not None
    begun = quarter_after(quarter_of(clock.today()))
    version.in_force_from = clock.today()
    services = [made.service(session, version, registered(session, "KZ-71"), at_work.office_id) for _ in range(4)]
    with clock.hold(datetime.combine(begun + timedelta(days=10), time(12), clock.COUNTRY_ZONE)):
        in_time, late, silent, taken_back = (made.complaint(session, one) for one in services)
        operations.withdraw_complaint(session, Actor(ActorKind.JOBSEEKER, jobseeker_id=taken_back.jobseeker_id), taken_back)
        operations.answer_complaint(session, at_work, in_time, finding=Finding.JUSTIFIED, text="We apologised.")
    with clock.hold(datetime.combine(late.first_due_on + timedelta(days=1), time(12), clock.COUNTRY_ZONE)):
        operations.answer_complaint(session, at_work, late, finding=Finding.NOT_JUSTIFIED, text="Nothing was wrong.")
    assert begun <= silent.first_due_on < quarter_after(begun)
    with clock.hold(datetime.combine(quarter_after(begun) + timedelta(days=5), time(12), clock.COUNTRY_ZONE)):
        operations.count_service_figures(session)
        operations.answer_complaint(session, at_work, silent, finding=Finding.JUSTIFIED, text="We apologised.")
        assert operations.count_service_figures(session) == 0, "a quarter is counted once"
    found = session.scalars(select(ServiceFigure).where(ServiceFigure.quarter == begun)).one()
    assert (found.complaints, found.complaints_answered, found.complaints_in_time, found.complaints_justified) == (3, 2, 1, 1)
    assert found.complaint_days == (15 + 1) / 2
