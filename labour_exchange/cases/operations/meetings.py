"""Talks recorded; appointments proposed, answered by the person, moved, kept, missed, cancelled."""

from collections.abc import Iterable
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.accounts.models import User
from labour_exchange.cases import access
from labour_exchange.cases.events import AppointmentAnswered, AppointmentCancelled, AppointmentProposed
from labour_exchange.cases.models import Appointment, Case, Contact
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.operations.plans import ERASED, checked_reason
from labour_exchange.cases.queries.cases import possible_leads
from labour_exchange.cases.rules.meetings import LENGTHS, ContactFacts, Slot, contact_problems, slot_problems, word_problems
from labour_exchange.cases.states import APPOINTMENT_LIFECYCLE, OPEN_APPOINTMENTS, AppointmentState, CaseState
from labour_exchange.cases.texts import cases as case_texts
from labour_exchange.cases.texts import meetings as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act


def record_contact(session: Session, actor: Actor, case: Case, facts: ContactFacts, *, version: int | None = None) -> Contact:
    """Write down a talk or a letter; with a day, what is next is the next step of the case of this version.

    Raises InvalidInput, StaleVersion when a colleague wrote another next step meanwhile, Conflict when the case is closed.
    """
    _require_open(actor, case)
    wrong = contact_problems(facts, case.opened_on, clock.today())
    if wrong:
        raise InvalidInput(wrong)
    if facts.due_on is not None:
        _set_next_step(session, actor, case, facts.next_step, facts.due_on, version)
    made = Contact(case_id=case.id, jobseeker_id=case.jobseeker_id, region_code=case.region_code, written_by_id=actor.user_id)
    made.held_on, made.channel, made.written_at = facts.held_on, facts.channel, clock.now()  # type: ignore[assignment]
    made.purpose, made.result, made.next_step = facts.purpose.strip(), facts.result.strip(), facts.next_step.strip()
    session.add(made)
    session.flush()
    record_act(session, actor, "record contact", "case", case.id, channel=facts.channel.value)
    return made


def propose_appointment(session: Session, actor: Actor, case: Case, slot: Slot, *, officer: User) -> Appointment:
    """A time of an officer of the office, or of the lead. Raises InvalidInput, Conflict(time_taken, not_allowed_now)."""
    _require_open(actor, case)
    wrong = slot_problems(slot, clock.now())
    if officer.id not in {one.id for one in possible_leads(session, actor, case)}:
        wrong.append(FieldError("officer", case_texts.LEAD_UNKNOWN))
    if wrong:
        raise InvalidInput(wrong)
    made = _slot_of(case, slot, officer.id)
    # Two that exclude each other would wait for each other in the index: the officer is taken first.
    session.execute(select(User.id).where(User.id == officer.id).with_for_update(key_share=True))
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.TIME_TAKEN, field="starts") from None
    log_transition(session, actor, APPOINTMENT_LIFECYCLE.name, made.id, "propose", "", made.state)
    record_act(session, actor, "propose appointment", "case", case.id, appointment_id=made.id)
    record(session, actor, AppointmentProposed(made.id, made.jobseeker_id))
    return made


def move_appointment(session: Session, actor: Actor, appointment: Appointment, slot: Slot, *, officer: User) -> Appointment:
    """Give up the time and propose another. Raises InvalidInput, Conflict(time_taken, not_allowed_now)."""
    _require_open(actor, appointment.case)
    hold(session, appointment)
    move(session, actor, appointment, APPOINTMENT_LIFECYCLE, "move")
    return propose_appointment(session, actor, appointment.case, slot, officer=officer)


def accept_appointment(session: Session, actor: Actor, appointment: Appointment) -> Appointment:
    """The person comes. Raises Conflict when it is over or was answered otherwise."""
    return _answer(session, actor, appointment, "accept", "")


def ask_to_move(session: Session, actor: Actor, appointment: Appointment, *, wish: str) -> Appointment:
    """The person says which time would suit; the time stays taken until the officer answers. Raises InvalidInput, Conflict."""
    wrong = word_problems("wish", wish, texts.WISH_MISSING)
    if wrong:
        raise InvalidInput(wrong)
    return _answer(session, actor, appointment, "ask_to_move", wish.strip())


def settle_appointment(session: Session, actor: Actor, appointment: Appointment, act: str, *, reason: str = "") -> Appointment:
    """`keep` and `miss` (with a reason) once it has begun, `cancel` before or after. Raises InvalidInput, Conflict(not_yet, not_allowed_now)."""
    _require_open(actor, appointment.case)
    hold(session, appointment)
    if act != "cancel" and appointment.starts_at > clock.now():
        raise Conflict(texts.NOT_YET)
    APPOINTMENT_LIFECYCLE.after(appointment.state, act)
    appointment.reason = checked_reason(reason) if act == "miss" else ""
    move(session, actor, appointment, APPOINTMENT_LIFECYCLE, act)
    record_act(session, actor, f"{act} appointment", "case", appointment.case_id, appointment_id=appointment.id)
    if act == "cancel":
        record(session, actor, AppointmentCancelled(appointment.id, appointment.jobseeker_id))
    return appointment


def cancel_appointments(session: Session, actor: Actor, case: Case) -> None:
    """The case ends or goes to another office: what had not happened will not."""
    wanted = select(Appointment).where(Appointment.case_id == case.id, Appointment.state.in_(OPEN_APPOINTMENTS))
    for one in session.scalars(wanted.order_by(Appointment.id)):
        move(session, actor, one, APPOINTMENT_LIFECYCLE, "cancel")
        record(session, actor, AppointmentCancelled(one.id, one.jobseeker_id))


def forget_meeting_words(session: Session, case_ids: Iterable[int]) -> None:
    """The person is erased: words go, days and states stay."""
    cases = list(case_ids)
    for contact in session.scalars(select(Contact).where(Contact.case_id.in_(cases))):
        contact.purpose = contact.result = contact.next_step = ""
    for one in session.scalars(select(Appointment).where(Appointment.case_id.in_(cases))):
        if one.state in OPEN_APPOINTMENTS:
            move(session, system_actor("forget_meeting_words"), one, APPOINTMENT_LIFECYCLE, "cancel")
        one.purpose = one.wish = ""
        one.reason = ERASED if one.state is AppointmentState.MISSED else ""


def _set_next_step(session: Session, actor: Actor, case: Case, next_step: str, due_on: date, version: int | None) -> None:
    """Of the version that was read: no colleague's words are lost."""
    if version != case.version:
        raise StaleVersion
    case.next_step, case.due_on = next_step.strip(), due_on
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    record_act(session, actor, "change case", "case", case.id, lead_id=case.lead_id)


def _slot_of(case: Case, slot: Slot, officer_id: int) -> Appointment:
    assert slot.starts_at is not None
    minutes = slot.minutes if slot.minutes in LENGTHS else LENGTHS[0]
    made = Appointment(case_id=case.id, case=case, jobseeker_id=case.jobseeker_id, region_code=case.region_code, officer_id=officer_id)
    made.starts_at, made.ends_at = slot.starts_at, slot.starts_at + timedelta(minutes=minutes)
    made.place, made.purpose, made.state = slot.place.strip(), slot.purpose.strip(), AppointmentState.PROPOSED
    return made


def _answer(session: Session, actor: Actor, appointment: Appointment, act: str, wish: str) -> Appointment:
    if not access.may_answer(actor, appointment):
        raise NotFound
    hold(session, appointment)
    if appointment.starts_at <= clock.now():
        raise Conflict(NOT_ALLOWED_NOW)
    APPOINTMENT_LIFECYCLE.after(appointment.state, act)
    appointment.wish = wish
    move(session, actor, appointment, APPOINTMENT_LIFECYCLE, act)
    record(session, actor, AppointmentAnswered(appointment.id, appointment.jobseeker_id, act))
    return appointment


def _require_open(actor: Actor, case: Case) -> None:
    if not access.may_keep(actor, case):
        raise NotFound
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
