"""Money of payments taken back: what waits for months without grounds is cancelled, what came back is entered as a negative payment."""

from collections.abc import Sequence
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes.events import MoneyReturned
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation, Payment
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.operations.participation import release
from labour_exchange.programmes.rules.returns import lowers_plan, portions
from labour_exchange.programmes.states import PAYMENT_LIFECYCLE, EntryKind, PaymentKind, PaymentState
from labour_exchange.programmes.texts import refusals


def subsidies_since(session: Session, enrolment: Enrolment, since: date, state: PaymentState) -> list[Payment]:
    """Payments of subsidy for months from the one of `since` on, oldest first, kept until the transaction ends.

    What is for no single month counts by the day it was paid, or today. The caller holds the enrolment, so that no approval comes between.
    """
    day = func.coalesce(Payment.month, Payment.paid_on, clock.today())
    wanted = select(Payment).where(Payment.enrolment_id == enrolment.id, Payment.kind == PaymentKind.SUBSIDY, Payment.state == state)
    wanted = wanted.where(day >= since.replace(day=1)).order_by(day, Payment.id).with_for_update()
    return list(session.scalars(wanted.execution_options(populate_existing=True)))


def cancel_waiting(session: Session, actor: Actor, enrolment: Enrolment, *, since: date, reason: str) -> list[Payment]:
    """Refuse what waits for approval for these months; of an enrolment that is over the promise goes back. The caller holds the enrolment.

    The exchange acts: whoever decides may be who prepared the payment, and gives nothing away by stopping it.
    """
    found = subsidies_since(session, enrolment, since, PaymentState.PREPARED)
    for payment in found:
        payment.decided_at, payment.reason = clock.now(), reason
        move(session, actor, payment, PAYMENT_LIFECYCLE, "refuse", reason=reason)
        record_act(session, actor, "cancel payment", "payment", payment.id, amount=payment.amount)
    if found and enrolment.ended_on is not None:
        release(session, actor, enrolment)
    return found


def take_back(session: Session, actor: Actor, enrolment: Enrolment, payments: Sequence[Payment], amount: int) -> None:
    """Enter that `amount` tenge of these payments came back, the first of them first, each at most once.

    The promise falls with the payment, so that it is not paid again; the plan falls too when its period is over.
    Raises Conflict(return_too_high) when more came back than the payments still hold.
    """
    enrolment = hold(session, enrolment)
    assert enrolment.allocation_id is not None
    held = [one for one in (hold(session, payment) for payment in payments) if one.state is PaymentState.PAID]
    left = [one.amount - one.returned for one in held]
    if not 1 <= amount <= sum(left):
        raise Conflict(refusals.RETURN_TOO_HIGH, field="amount", left=sum(left))
    is_over = lowers_plan(session.get_one(Allocation, enrolment.allocation_id).ends_on, clock.today())
    enrolment.paid -= amount
    enrolment.committed -= amount
    for payment, share in zip(held, portions(amount, left), strict=True):
        if share:
            payment.returned += share
            change = Change(planned=-share if is_over else 0, committed=-share, paid=-share)
            session.flush()
            enter(session, actor, enrolment.allocation_id, EntryKind.RETURN, change, enrolment_id=enrolment.id, payment_id=payment.id)
    record_act(session, actor, "return payment", "enrolment", enrolment.id, amount=amount)
    record(session, actor, MoneyReturned(enrolment.id, amount))
