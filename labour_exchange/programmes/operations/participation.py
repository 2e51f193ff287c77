"""A person's time in a measure: begun, completed or broken off, withdrawn before, also when the register moves; and what came of it."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.cases.models import CaseTransfer
from labour_exchange.cases.states import TransferState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.clock import COUNTRY_ZONE
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.placements.models import Placement
from labour_exchange.programmes import access
from labour_exchange.programmes.events import EnrolmentEnded, EnrolmentLeftBehind, EnrolmentStarted, OutcomeRecorded
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.models.training import CoursePlace
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold, move_enrolment
from labour_exchange.programmes.operations.places import free_what_was_kept
from labour_exchange.programmes.queries.staying import leaves_its_place
from labour_exchange.programmes.rules.participation import NOT_BEGUN, may_be_outcome, may_have_begun
from labour_exchange.programmes.states import (
    ENROLMENT_LIFECYCLE,
    SUBSIDISED,
    DropReason,
    EnrolmentState,
    EntryKind,
    MeasureKind,
    Outcome,
    PaymentState,
    SeatState,
    WithdrawReason,
)
from labour_exchange.programmes.texts import measure_refusals, refusals


def start_enrolment(session: Session, actor: Actor, enrolment: Enrolment) -> Enrolment:
    """The person has begun, on the first day or later. Raises Conflict(not_begun, not_allowed_now)."""
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    ENROLMENT_LIFECYCLE.after(enrolment.state, "start")
    if enrolment.starts_on is None or enrolment.starts_on > clock.today():
        raise Conflict(refusals.NOT_BEGUN)
    _refuse_unready(session, enrolment)
    enrolment.started_on = enrolment.starts_on
    move_enrolment(session, actor, enrolment, "start")
    record(session, actor, EnrolmentStarted(enrolment.id))
    return enrolment


def complete_enrolment(session: Session, actor: Actor, enrolment: Enrolment, *, ended_on: date) -> Enrolment:
    """The person took part to the end; what was promised and not asked for goes back. Raises InvalidInput, Conflict."""
    return _end(session, actor, enrolment, "complete", ended_on=ended_on)


def drop_out(session: Session, actor: Actor, enrolment: Enrolment, *, ended_on: date, reason: DropReason) -> Enrolment:
    """The person's part ended early, and why; what was promised and not asked for goes back. Raises InvalidInput, Conflict."""
    return _end(session, actor, enrolment, "drop_out", ended_on=ended_on, reason=reason)


def withdraw_enrolment(session: Session, actor: Actor, enrolment: Enrolment, *, reason: WithdrawReason | None = None) -> Enrolment:
    """Before it begins the person or the office takes it back, or the exchange for a reason; place and promise are free again.

    Raises Conflict(already_paid, not_allowed_now).
    """
    if not access.may_withdraw(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    if enrolment.paid:
        raise Conflict(refusals.ALREADY_PAID)
    was_promised = enrolment.state is EnrolmentState.APPROVED
    move_enrolment(session, actor, enrolment, "withdraw", reason=reason.value if reason else "")
    if was_promised:
        release(session, actor, enrolment, places=1)
    free_what_was_kept(session, actor, enrolment)
    record(session, actor, EnrolmentEnded(enrolment.id, enrolment.state.value))
    return enrolment


def record_outcome(session: Session, actor: Actor, enrolment: Enrolment, *, placement: Placement | None) -> Enrolment:
    """What came after the measure: a placement of this person, or none. Raises InvalidInput, Conflict while it goes on."""
    if not access.may_follow(actor, enrolment):
        raise NotFound
    if placement is not None and placement.jobseeker_id != enrolment.jobseeker_id:
        raise InvalidInput([FieldError("placement", refusals.PLACEMENT_OF_ANOTHER)])
    enrolment = hold(session, enrolment)
    if enrolment.state not in (EnrolmentState.COMPLETED, EnrolmentState.DROPPED_OUT):
        raise Conflict(refusals.STILL_OPEN)
    if placement is not None and not _may_follow_from(enrolment, placement):
        raise InvalidInput([FieldError("placement", measure_refusals.PLACEMENT_OUT_OF_TIME)])
    enrolment.outcome, enrolment.placement_id = (Outcome.PLACEMENT, placement.id) if placement else (Outcome.NONE, None)
    enrolment.outcome_at = clock.now()
    record_act(session, actor, "record outcome", "enrolment", enrolment.id, outcome=enrolment.outcome.value)
    session.flush()
    record(session, actor, OutcomeRecorded(enrolment.id, enrolment.outcome.value))
    return enrolment


def withdraw_what_is_left(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to transfer_decided: what the person had not begun with the region that is left is withdrawn; heard again, it finds nothing.

    Somebody may come back and apply anew before the event is heard again: only what was there when the other office accepted is withdrawn.
    """
    transfer = session.get_one(CaseTransfer, facts["transfer_id"])
    if facts["decision"] != TransferState.ACCEPTED or transfer.decided_at is None:
        return
    actor, day = system_actor("withdraw_what_is_left"), transfer.decided_at.astimezone(COUNTRY_ZONE).date()
    wanted = select(Enrolment).where(Enrolment.jobseeker_id == transfer.jobseeker_id, Enrolment.region_code == transfer.from_region)
    wanted = wanted.where(Enrolment.state.in_(NOT_BEGUN), Enrolment.created_at <= transfer.decided_at).order_by(Enrolment.id)
    for one in session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).all():
        if not leaves_its_place(session, one):
            continue
        is_withdrawn = not may_have_begun(one.state, one.starts_on, day)
        if is_withdrawn:
            withdraw_enrolment(session, actor, one, reason=WithdrawReason.TRANSFERRED)
        record(session, actor, EnrolmentLeftBehind(one.id, transfer.id, is_withdrawn))


def _may_follow_from(enrolment: Enrolment, placement: Placement) -> bool:
    assert enrolment.started_on is not None
    assert enrolment.ended_on is not None
    return may_be_outcome(placement.started_on, enrolment.started_on, enrolment.ended_on)


def release(session: Session, actor: Actor, enrolment: Enrolment, *, places: int = 0) -> int:
    """Give back what is promised and neither paid nor waiting for payment; gives how much. The caller holds the enrolment."""
    left = unpaid(session, enrolment)
    if enrolment.allocation_id is None or (left == 0 and places == 0):
        return 0
    enrolment.committed -= left
    session.flush()
    change = Change(places_taken=-places, committed=-left)
    enter(session, actor, enrolment.allocation_id, EntryKind.RELEASE, change, enrolment_id=enrolment.id)
    return left


def _refuse_unready(session: Session, enrolment: Enrolment) -> None:
    """A subsidised job begins with an agreement that three have signed, a course with a seat."""
    if enrolment.measure.kind in SUBSIDISED:
        agreement = session.scalars(select(Agreement).where(Agreement.enrolment_id == enrolment.id)).one_or_none()
        if agreement is None or not agreement.is_signed:
            raise Conflict(refusals.NOT_SIGNED)
    if enrolment.measure.kind is MeasureKind.TRAINING:
        seat = select(CoursePlace.id).where(CoursePlace.enrolment_id == enrolment.id, CoursePlace.state == SeatState.SEATED)
        if session.scalar(seat) is None:
            raise Conflict(refusals.NO_SEAT)


def unpaid(session: Session, enrolment: Enrolment) -> int:
    """What is promised and neither paid nor waiting for payment, in tenge."""
    waiting = select(func.coalesce(func.sum(Payment.amount), 0)).where(Payment.enrolment_id == enrolment.id, Payment.state == PaymentState.PREPARED)
    return enrolment.committed - enrolment.paid - int(session.scalar(waiting) or 0)


def _end(session: Session, actor: Actor, enrolment: Enrolment, action: str, *, ended_on: date, reason: DropReason | None = None) -> Enrolment:
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    ENROLMENT_LIFECYCLE.after(enrolment.state, action)
    if enrolment.started_on is None or not enrolment.started_on <= ended_on <= clock.today():
        raise InvalidInput([FieldError("ended_on", refusals.ENDED_WRONG)])
    enrolment.ended_on, enrolment.drop_reason = ended_on, reason
    move_enrolment(session, actor, enrolment, action, reason=reason.value if reason else "")
    release(session, actor, enrolment)
    if action == "drop_out":
        free_what_was_kept(session, actor, enrolment)
    record(session, actor, EnrolmentEnded(enrolment.id, enrolment.state.value))
    return enrolment
