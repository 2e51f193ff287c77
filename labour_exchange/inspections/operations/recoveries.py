"""The claim of a decision: opened with it, met by returns and write-offs of two people, and closed when nothing is outstanding."""

from datetime import date

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.inspections import access
from labour_exchange.inspections.events import RecoveryEntered, RecoverySettled
from labour_exchange.inspections.models import Inspection, Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.operations.locking import hold
from labour_exchange.inspections.queries.recoveries import waiting_of
from labour_exchange.inspections.rules.decisions import text_errors
from labour_exchange.inspections.rules.recoveries import return_errors, write_off_errors
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE, RECOVERY_LIFECYCLE, InspectionState, Payer, RecoveryKind
from labour_exchange.inspections.texts import refusals
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.operations.returns import subsidies_since, take_back
from labour_exchange.programmes.states import PaymentState

KEEPER = system_actor("recover subsidy")
"""Payments may be of the region where the person lives, which the office of the work does not see."""


def open_recovery(session: ExchangeSession, inspection: Inspection, enrolment: Enrolment, since: date) -> int:
    """Claim what was paid for months without grounds and no other inspection claims; gives the tenge owed, 0 when there is nothing.

    The caller acts as the system and holds the enrolment: of two inspections of one subsidised job the second finds what the first has claimed.
    """
    claimed = select(RecoveryPayment.payment_id)
    taken = set(session.scalars(claimed.join(Payment).where(Payment.enrolment_id == enrolment.id)))
    found = [one for one in subsidies_since(session, enrolment, since, PaymentState.PAID) if one.id not in taken and one.returned < one.amount]
    owed = sum(one.amount - one.returned for one in found)
    if owed:
        made = Recovery(inspection_id=inspection.id, region_code=inspection.region_code, owed=owed, opened_at=clock.now())
        session.add(made)
        session.flush()
        session.add_all(RecoveryPayment(recovery_id=made.id, payment_id=one.id, amount=one.amount - one.returned) for one in found)
        session.flush()
    return owed


def record_return(
    session: ExchangeSession, actor: Actor, inspection: Inspection, *, amount: int, received_on: date, payer: Payer, reference: str
) -> RecoveryEntry:
    """Write down that so many tenge came back; they count once another person has confirmed it.

    Raises InvalidInput, Conflict(reference_known, not_allowed_now).
    """
    recovery = _held(session, actor, inspection)
    left = recovery.outstanding - waiting_of(session, recovery)
    with acting_as(session, KEEPER):
        paid_on = min(one.paid_on for one in _payments(session, recovery) if one.paid_on is not None)
    errors = return_errors(amount, left, received_on, paid_on, clock.today(), reference)
    if errors:
        raise InvalidInput(errors)
    facts = {"received_on": received_on, "payer": payer, "reference": reference.strip()}
    return _prepared(session, actor, recovery, RecoveryKind.RETURN, amount, **facts)


def propose_write_off(session: ExchangeSession, actor: Actor, inspection: Inspection, *, amount: int, reason: str) -> RecoveryEntry:
    """Propose to give up a part of the claim, or what is left of it. Raises InvalidInput, Conflict(not_allowed_now)."""
    recovery = _held(session, actor, inspection)
    errors = write_off_errors(amount, recovery.outstanding - waiting_of(session, recovery), reason)
    if errors:
        raise InvalidInput(errors)
    return _prepared(session, actor, recovery, RecoveryKind.WRITE_OFF, amount, reason=reason.strip())


def confirm_entry(session: ExchangeSession, actor: Actor, entry: RecoveryEntry) -> RecoveryEntry:
    """An approver who did not write it down confirms: a return enters the ledger, and a claim that is met closes the inspection.

    Raises Conflict(same_person, recovery_too_high, not_allowed_now).
    """
    inspection, recovery, entry = _held_for_second_person(session, actor, entry, "confirm")
    is_return = entry.kind is RecoveryKind.RETURN
    column = Recovery.returned if is_return else Recovery.written_off
    fits = Recovery.returned + Recovery.written_off + entry.amount <= Recovery.owed
    guarded = update(Recovery).where(Recovery.id == recovery.id, fits).values({column: column + entry.amount}).returning(Recovery.id)
    if session.scalar(guarded.execution_options(synchronize_session=False)) is None:
        raise Conflict(refusals.RECOVERY_TOO_HIGH, left=recovery.outstanding)
    session.refresh(recovery)
    entry.decided_by_id, entry.decided_at = actor.user_id, clock.now()
    move(session, actor, entry, RECOVERY_LIFECYCLE, "confirm")
    record_act(session, actor, f"confirm {entry.kind.value}", "inspection", inspection.id, amount=entry.amount)
    if is_return:
        _enter(session, actor, inspection, recovery, entry.amount)
    record(session, actor, RecoveryEntered(inspection.id, entry.id, entry.kind.value))
    if recovery.outstanding == 0:
        inspection.closed_on = clock.today()
        move(session, actor, inspection, INSPECTION_LIFECYCLE, "close")
        record(session, actor, RecoverySettled(inspection.id))
    return entry


def refuse_entry(session: ExchangeSession, actor: Actor, entry: RecoveryEntry, *, reason: str) -> RecoveryEntry:
    """The second person does not find it so, and says why; nothing has counted. Raises InvalidInput, Conflict(same_person, not_allowed_now)."""
    errors = text_errors("reason", reason)
    if errors:
        raise InvalidInput(errors)
    inspection, _recovery, entry = _held_for_second_person(session, actor, entry, "refuse")
    entry.decided_by_id, entry.decided_at, entry.refusal = actor.user_id, clock.now(), reason.strip()
    move(session, actor, entry, RECOVERY_LIFECYCLE, "refuse", reason=reason.strip())
    record_act(session, actor, f"refuse {entry.kind.value}", "inspection", inspection.id, amount=entry.amount)
    return entry


def _prepared(session: ExchangeSession, actor: Actor, recovery: Recovery, kind: RecoveryKind, amount: int, **facts: object) -> RecoveryEntry:
    who = {"prepared_by_id": actor.user_id, "prepared_at": clock.now()}
    made = RecoveryEntry(recovery_id=recovery.id, kind=kind, amount=amount, **who, **facts)
    try:
        with session.begin_nested():
            session.add(made)
            session.flush()
    except IntegrityError:
        raise Conflict(refusals.REFERENCE_KNOWN, field="reference") from None
    record_act(session, actor, f"record {kind.value}", "inspection", recovery.inspection_id, amount=amount)
    return made


def _enter(session: ExchangeSession, actor: Actor, inspection: Inspection, recovery: Recovery, amount: int) -> None:
    assert inspection.enrolment_id is not None
    with acting_as(session, KEEPER):
        enrolment = session.get_one(Enrolment, inspection.enrolment_id)
        take_back(session, actor, enrolment, _payments(session, recovery), amount)


def _payments(session: Session, recovery: Recovery) -> list[Payment]:
    """Oldest first, as they were claimed."""
    wanted = select(Payment).join(RecoveryPayment, RecoveryPayment.payment_id == Payment.id).where(RecoveryPayment.recovery_id == recovery.id)
    return list(session.scalars(wanted.order_by(RecoveryPayment.id)))


def _held(session: ExchangeSession, actor: Actor, inspection: Inspection) -> Recovery:
    """The claim, with its inspection kept until the transaction ends: every act on a claim waits for the one before."""
    if not access.may_inspect(actor, inspection) or actor.user_id is None:
        raise NotFound
    inspection = hold(session, inspection)
    wanted = select(Recovery).where(Recovery.inspection_id == inspection.id).execution_options(populate_existing=True)
    recovery = session.scalars(wanted).one_or_none()
    if recovery is None or inspection.state is not InspectionState.DECIDED:
        raise Conflict(refusals.NOTHING_OWED)
    return recovery


def _held_for_second_person(session: ExchangeSession, actor: Actor, entry: RecoveryEntry, action: str) -> tuple[Inspection, Recovery, RecoveryEntry]:
    inspection = session.get_one(Inspection, session.get_one(Recovery, entry.recovery_id).inspection_id)
    if not access.may_decide(actor, inspection):
        raise NotFound
    inspection = hold(session, inspection)
    entry = session.get_one(RecoveryEntry, entry.id, populate_existing=True, with_for_update=True)
    RECOVERY_LIFECYCLE.after(entry.state, action)
    if entry.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON_OF_MONEY)
    return inspection, session.get_one(Recovery, entry.recovery_id, populate_existing=True), entry
