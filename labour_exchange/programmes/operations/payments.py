"""Payments of an enrolment: prepared by one person, approved or refused by another, never above what was promised."""

from datetime import date

from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.businesses.operations.credits import open_credit
from labour_exchange.programmes.checks.operations import plan_checks
from labour_exchange.programmes.checks.states import CheckKind
from labour_exchange.programmes.events import PaymentMade
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.operations.participation import release, unpaid
from labour_exchange.programmes.states import PAYMENT_LIFECYCLE, PAYMENTS_OF, TOOK_PART, EnrolmentState, EntryKind, PaymentKind, PaymentState
from labour_exchange.programmes.texts import measure_refusals, refusals

PAYABLE = (EnrolmentState.APPROVED, *TOOK_PART)
BUSINESS_MONEY = (PaymentKind.LOAN, PaymentKind.GRANT)
"""Paid to a business that runs: its months of repayment and its checks count from that day."""


def prepare_payment(session: Session, actor: Actor, enrolment: Enrolment, *, kind: PaymentKind, amount: int, month: date | None = None) -> Payment:
    """Put a payment before the approver. Raises InvalidInput, Conflict(payment_too_high, payment_known, not_begun)."""
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    if enrolment.state not in PAYABLE:
        raise Conflict(refusals.NOT_BEGUN)
    errors = [] if kind in PAYMENTS_OF[enrolment.measure.kind] else [FieldError("kind", measure_refusals.PAYMENT_KIND_WRONG)]
    errors += [] if amount >= 1 else [FieldError("amount", refusals.AMOUNT_WRONG)]
    if errors:
        raise InvalidInput(errors)
    _refuse_before_business(enrolment, kind)
    left = unpaid(session, enrolment)
    if amount > left:
        raise Conflict(refusals.PAYMENT_TOO_HIGH, field="amount", left=left)
    who = {"prepared_by_id": actor.user_id, "prepared_at": clock.now()}
    payment = Payment(
        enrolment_id=enrolment.id, region_code=enrolment.paying_region_code, kind=kind, month=month, amount=amount, is_demo=enrolment.is_demo, **who
    )
    try:
        with session.begin_nested():
            session.add(payment)
            session.flush()
    except IntegrityError:
        raise Conflict(refusals.PAYMENT_KNOWN, field="month") from None
    record_act(session, actor, "prepare payment", "payment", payment.id, amount=amount)
    return payment


def approve_payment(session: Session, actor: Actor, payment: Payment) -> Payment:
    """Pay. Raises Conflict(same_person, payment_cancelled, not_allowed_now, business_not_running)."""
    enrolment, payment = _held_for_decision(session, actor, payment)
    _refuse_before_business(enrolment, payment.kind)
    payment.decided_by_id, payment.decided_at, payment.paid_on = actor.user_id, clock.now(), clock.today()
    move(session, actor, payment, PAYMENT_LIFECYCLE, "pay")
    enrolment.paid += payment.amount
    session.flush()
    assert enrolment.allocation_id is not None
    enter(session, actor, enrolment.allocation_id, EntryKind.PAY, Change(paid=payment.amount), enrolment_id=enrolment.id, payment_id=payment.id)
    if payment.kind is PaymentKind.LOAN:
        open_credit(session, actor, enrolment, payment)
    if payment.kind in BUSINESS_MONEY:
        plan_checks(session, enrolment, (CheckKind.OPERATING_6, CheckKind.OPERATING_12), since=payment.paid_on)
    record_act(session, actor, "approve payment", "payment", payment.id, amount=payment.amount)
    record(session, actor, PaymentMade(payment.id, enrolment.id))
    return payment


def refuse_payment(session: Session, actor: Actor, payment: Payment, *, reason: str) -> Payment:
    """Do not pay, and say why; of an enrolment that is over the promise goes back. Raises InvalidInput, Conflict."""
    if not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    enrolment, payment = _held_for_decision(session, actor, payment)
    payment.decided_by_id, payment.decided_at, payment.reason = actor.user_id, clock.now(), reason.strip()
    move(session, actor, payment, PAYMENT_LIFECYCLE, "refuse", reason=reason.strip())
    record_act(session, actor, "refuse payment", "payment", payment.id, reason=reason.strip())
    if enrolment.ended_on is not None:
        release(session, actor, enrolment)
    return payment


def _refuse_before_business(enrolment: Enrolment, kind: PaymentKind) -> None:
    """Also when it is decided: whoever gave up between the two has no business to lend to."""
    if kind in BUSINESS_MONEY and enrolment.state is not EnrolmentState.STARTED:
        raise Conflict(measure_refusals.BUSINESS_NOT_RUNNING)


def _held_for_decision(session: Session, actor: Actor, payment: Payment) -> tuple[Enrolment, Payment]:
    enrolment = session.get(Enrolment, payment.enrolment_id)
    if enrolment is None or not access.may_approve(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    payment = hold(session, payment)
    if payment.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    if payment.state is PaymentState.REFUSED and payment.decided_by_id is None:
        raise Conflict(refusals.PAYMENT_CANCELLED)
    return enrolment, payment
