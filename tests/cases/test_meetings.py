"""Contacts recorded; appointments proposed, answered, moved, kept, missed; no two of an officer at one time; erased."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Appointment, Case
from labour_exchange.cases.operations import close_case, forget_case_words, meetings
from labour_exchange.cases.queries.meetings import appointment_for, appointments_of, appointments_to_settle, contacts_of, usual_place
from labour_exchange.cases.rules.meetings import ContactFacts, Slot
from labour_exchange.cases.states import AppointmentState, CloseReason, ContactChannel
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.offices.models import Office
from tests.factories.cases import appointment, case
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff

HOUR = timedelta(hours=1)
TALK = ("About the course", "Goes on Monday", "Call after the first week")


@pytest.fixture
def at_work(session: Session) -> Actor:
    return officer(staff(session, office(session, "KZ-71")))


@pytest.fixture
def opened(session: Session, at_work: Actor) -> Case:
    return case(session, at_work)


def slot(hours: float = 1, minutes: int = 60) -> Slot:
    return Slot(clock.now() + hours * HOUR, minutes, "Room 4", "The plan")


def test_talks_are_recorded_and_read_by_the_person(session: Session, at_work: Actor, opened: Case) -> None:
    meetings.record_contact(session, at_work, opened, ContactFacts(clock.today(), ContactChannel.PHONE, *TALK))
    with pytest.raises(InvalidInput):
        meetings.record_contact(session, at_work, opened, ContactFacts(None, ContactChannel.PHONE, "", ""))
    for reader in (at_work, actor_of(opened.jobseeker)):
        assert [(one.purpose, one.result, one.next_step) for one in contacts_of(session, reader, opened)] == [TALK]
    for stranger in (actor_of(registered(session)), officer(staff(session, office(session, "KZ-75")))):
        with pytest.raises(NotFound):
            contacts_of(session, stranger, opened)
        with pytest.raises(NotFound):
            meetings.record_contact(session, stranger, opened, ContactFacts(clock.today(), ContactChannel.PHONE, *TALK))


def test_what_is_next_becomes_the_next_step_of_the_version_that_was_read(session: Session, at_work: Actor, opened: Case) -> None:
    week, read = clock.today() + timedelta(days=7), opened.version
    facts = ContactFacts(clock.today(), ContactChannel.PHONE, "Course", "Agreed", "Enrol", week)
    meetings.record_contact(session, at_work, opened, facts, version=read)
    assert (opened.next_step, opened.due_on) == ("Enrol", week)
    with pytest.raises(StaleVersion):
        meetings.record_contact(session, at_work, opened, facts, version=read)
    assert len(contacts_of(session, at_work, opened)) == 1
    meetings.record_contact(session, at_work, opened, ContactFacts(clock.today(), ContactChannel.PHONE, *TALK))
    assert (opened.next_step, opened.due_on) == ("Enrol", week)


def test_the_next_form_knows_where_the_officer_sits(session: Session, at_work: Actor, opened: Case) -> None:
    session.get_one(Office, at_work.office_id).address = "Street 1"
    assert usual_place(session, at_work) == "Street 1"
    appointment(session, at_work, opened)
    assert usual_place(session, at_work) == "Room 4"
    assert usual_place(session, officer(staff(session, office(session, "KZ-75")))) == ""


@pytest.mark.parametrize(("hours", "minutes", "is_free"), [(0.5, 30, True), (0.5, 45, False), (1, 60, False), (1.5, 15, False), (2, 60, True)])
def test_an_officer_is_in_one_place_at_a_time(session: Session, at_work: Actor, opened: Case, hours: float, minutes: int, is_free: bool) -> None:
    with clock.hold(clock.now()):
        first = appointment(session, at_work, opened)
        other = case(session, at_work)
        if is_free:
            assert meetings.propose_appointment(session, at_work, other, slot(hours, minutes), officer=first.officer)
            return
        with pytest.raises(Conflict, match="time_taken"):
            meetings.propose_appointment(session, at_work, other, slot(hours, minutes), officer=first.officer)
        colleague = staff(session, session.get_one(Office, at_work.office_id)).user
        assert meetings.propose_appointment(session, at_work, other, slot(hours, minutes), officer=colleague)
        meetings.settle_appointment(session, at_work, first, "cancel")
        assert meetings.propose_appointment(session, at_work, other, slot(hours, minutes), officer=first.officer)


def test_an_officer_of_another_office_is_not_given_away(session: Session, at_work: Actor, opened: Case) -> None:
    with pytest.raises(InvalidInput) as refused:
        meetings.propose_appointment(session, at_work, opened, slot(), officer=staff(session, office(session, "KZ-75")).user)
    assert [one.field for one in refused.value.errors] == ["officer"]


def test_the_person_accepts_or_asks_for_another_time(session: Session, at_work: Actor, opened: Case) -> None:
    made, person = appointment(session, at_work, opened), actor_of(opened.jobseeker)
    for stranger in (at_work, actor_of(registered(session))):
        with pytest.raises(NotFound):
            meetings.accept_appointment(session, stranger, made)
    meetings.accept_appointment(session, person, made)
    with pytest.raises(InvalidInput):
        meetings.ask_to_move(session, person, made, wish=" ")
    meetings.ask_to_move(session, person, made, wish="After six")
    assert (made.state, made.wish) == (AppointmentState.MOVE_ASKED, "After six")
    assert session.scalars(appointments_to_settle(at_work, is_own=True)).all() == [made]
    again = meetings.move_appointment(session, at_work, made, slot(), officer=made.officer)
    assert (made.state, again.state) == (AppointmentState.MOVED, AppointmentState.PROPOSED)
    assert appointments_of(session, person, opened) == [again]
    with pytest.raises(NotFound):
        appointment_for(session, actor_of(registered(session)), again.public_id)


def test_it_is_kept_or_missed_with_a_reason_once_it_has_begun(session: Session, at_work: Actor, opened: Case) -> None:
    first, second = appointment(session, at_work, opened), appointment(session, at_work, opened, hours=3)
    with pytest.raises(Conflict, match="not_yet"):
        meetings.settle_appointment(session, at_work, first, "keep")
    with clock.hold(first.starts_at):
        with pytest.raises(Conflict):
            meetings.accept_appointment(session, actor_of(opened.jobseeker), first)
        meetings.settle_appointment(session, at_work, first, "keep")
    with clock.hold(second.ends_at):
        with pytest.raises(InvalidInput):
            meetings.settle_appointment(session, at_work, second, "miss")
        meetings.settle_appointment(session, at_work, second, "miss", reason="Did not come, did not call")
    assert (first.state, second.state) == (AppointmentState.KEPT, AppointmentState.MISSED)
    with pytest.raises(Conflict):
        meetings.settle_appointment(session, at_work, second, "cancel")


def test_the_day_of_an_officer_and_of_who_stands_apart(session: Session, at_work: Actor, opened: Case) -> None:
    with clock.hold(clock.now().astimezone(clock.COUNTRY_ZONE).replace(hour=10, minute=0)):
        today, later = appointment(session, at_work, opened), appointment(session, at_work, opened, hours=30)
        colleague = officer(staff(session, session.get_one(Office, at_work.office_id)))
        elsewhere = officer(staff(session, office(session, "KZ-75")))
        assert session.scalars(appointments_to_settle(at_work, is_own=True)).all() == [today]
        assert session.scalars(appointments_to_settle(colleague, is_own=True)).all() == []
        assert session.scalars(appointments_to_settle(colleague, is_own=False)).all() == [today]
        assert session.scalars(appointments_to_settle(elsewhere, is_own=False)).all() == []
        assert later.state is AppointmentState.PROPOSED


def test_a_closed_case_keeps_no_time(session: Session, at_work: Actor, opened: Case) -> None:
    made = appointment(session, at_work, opened)
    close_case(session, at_work, opened, reason=CloseReason.FOUND_WORK)
    assert made.state is AppointmentState.CANCELLED
    with pytest.raises(Conflict):
        meetings.propose_appointment(session, at_work, opened, slot(), officer=session.get_one(User, at_work.user_id))


def test_erasure_empties_the_words(session: Session, at_work: Actor, opened: Case) -> None:
    made = appointment(session, at_work, opened)
    meetings.record_contact(session, at_work, opened, ContactFacts(clock.today(), ContactChannel.VISIT, *TALK))
    meetings.ask_to_move(session, actor_of(opened.jobseeker), made, wish="After six")
    forget_case_words(session, {"jobseeker_id": opened.jobseeker_id})
    session.flush()
    session.expire_all()
    one = session.get_one(Appointment, made.id)
    assert (one.state, one.purpose, one.wish) == (AppointmentState.CANCELLED, "", "")
    assert {(each.purpose, each.result, each.next_step) for each in contacts_of(session, at_work, opened)} == {("", "", "")}
