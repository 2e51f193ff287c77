"""Cases opened, changed, moved, closed; one at a time, in the own region, and without words once the person is erased."""

from datetime import timedelta

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases import operations, queries
from labour_exchange.cases.models import Case
from labour_exchange.cases.rules import CaseFacts, standing
from labour_exchange.cases.states import CaseState, CloseReason, Standing
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.offices.models import Office
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of, registered, with_profile
from tests.factories.offices import office, officer, staff

DAY = timedelta(days=1)


def step() -> CaseFacts:
    """Due on the day of the test, which need not be the day on which the tests began."""
    return CaseFacts("Bring the diploma", clock.today())


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


def lead_of(session: Session, one: Case) -> User:
    return session.get_one(User, one.lead_id)


def test_a_case_is_opened_by_who_leads_it_and_announced(session: Session, at_work: Actor) -> None:
    made = operations.open_case(session, at_work, registered(session), CaseFacts("  Bring the diploma ", clock.today()))
    assert (made.next_step, made.state, made.lead_id, made.region_code) == ("Bring the diploma", CaseState.OPEN, at_work.user_id, "KZ-71")
    told = session.scalars(select(RecordedEvent.facts).where(RecordedEvent.kind == "case_opened")).all()
    assert told == [{"case_id": made.id, "jobseeker_id": made.jobseeker_id}]


def test_only_a_registered_person_and_only_one_at_a_time(session: Session, at_work: Actor) -> None:
    with pytest.raises(Conflict, match="not_registered"):
        operations.open_case(session, at_work, with_profile(session), step())
    first = case(session, at_work)
    with pytest.raises(Conflict, match="case_open"):
        operations.open_case(session, at_work, first.jobseeker, step())
    operations.close_case(session, at_work, first, reason=CloseReason.NO_CONTACT)
    assert operations.open_case(session, at_work, first.jobseeker, step()).id != first.id


def test_nobody_of_another_region_and_not_the_person(session: Session, at_work: Actor) -> None:
    made = case(session, at_work)
    for stranger in (officer(staff(session, office(session, "KZ-75"))), actor_of(made.jobseeker)):
        with pytest.raises(NotFound):
            operations.open_case(session, stranger, made.jobseeker, step())
        with pytest.raises(NotFound):
            operations.change_case(session, stranger, made, step(), lead=lead_of(session, made), version=made.version)
        with pytest.raises(NotFound):
            operations.wait_for_person(session, stranger, made)
        with pytest.raises(NotFound):
            operations.close_case(session, stranger, made, reason=CloseReason.OTHER)
    assert queries.latest_case_of(session, actor_of(made.jobseeker), made.jobseeker_id) is made
    assert queries.latest_case_of(session, actor_of(registered(session)), made.jobseeker_id) is None


def test_the_second_save_is_refused(session: Session, at_work: Actor) -> None:
    made = case(session, at_work)
    read = made.version
    operations.change_case(session, at_work, made, CaseFacts("Call the school", clock.today() + DAY), lead=lead_of(session, made), version=read)
    with pytest.raises(StaleVersion):
        operations.change_case(session, at_work, made, step(), lead=lead_of(session, made), version=read)
    assert made.next_step == "Call the school"


def test_it_is_given_to_a_colleague_of_the_office_only(session: Session, at_work: Actor) -> None:
    made = case(session, at_work)
    colleague = staff(session, session.get_one(Office, at_work.office_id)).user
    elsewhere = staff(session, office(session, "KZ-75")).user
    with pytest.raises(InvalidInput) as refused:
        operations.change_case(session, at_work, made, step(), lead=elsewhere, version=made.version)
    assert [(one.field, one.message.code) for one in refused.value.errors] == [("lead", "lead_unknown")]
    operations.change_case(session, at_work, made, step(), lead=colleague, version=made.version)
    assert made.lead_id == colleague.id


def test_moves_are_logged_and_a_closed_case_is_not_changed(session: Session, at_work: Actor) -> None:
    made = case(session, at_work)
    operations.wait_for_person(session, at_work, made)
    operations.resume_case(session, at_work, made)
    operations.close_case(session, at_work, made, reason=CloseReason.FOUND_WORK)
    assert [one.action for one in history(session, "case", made.id)] == ["open", "wait", "resume", "close"]
    assert (made.closed_on, made.close_reason) == (clock.today(), CloseReason.FOUND_WORK)
    with pytest.raises(Conflict):
        operations.change_case(session, at_work, made, step(), lead=lead_of(session, made), version=made.version)


def test_the_queue_asks_the_database_what_the_rule_says(session: Session, at_work: Actor) -> None:
    today = clock.today()
    for days in (-1, 0, 1):
        case(session, at_work, due_on=today + days * DAY)
        operations.wait_for_person(session, at_work, case(session, at_work, due_on=today + days * DAY))
    operations.close_case(session, at_work, case(session, at_work), reason=CloseReason.OTHER)
    case(session, officer(staff(session, office(session, "KZ-75"))))
    stored = session.scalars(select(Case).where(Case.region_code == "KZ-71")).all()
    for one in Standing:
        found = session.scalars(queries.cases_standing(at_work, one)).all()
        assert {each.id for each in found} == {each.id for each in stored if standing(each.state, each.due_on, today) is one}
        assert queries.count_standing(session, at_work, one, is_own=True) == len(found) > 0


def test_erasure_empties_the_words_and_ends_the_work(session: Session, at_work: Actor) -> None:
    made = case(session, at_work)
    operations.forget_case_words(session, {"jobseeker_id": made.jobseeker_id})
    assert (made.next_step, made.state, made.close_reason) == ("", CaseState.CLOSED, CloseReason.ERASED)
