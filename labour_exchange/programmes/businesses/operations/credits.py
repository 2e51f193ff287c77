"""A microcredit from its payment on: opened, repaid by the lines of a bank's list, written off by two people."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, require
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.texts import Message
from labour_exchange.programmes import access
from labour_exchange.programmes.businesses.models import Credit, Repayment
from labour_exchange.programmes.businesses.queries import plan_of, standing_of
from labour_exchange.programmes.businesses.states import CREDIT_LIFECYCLE, CreditState, RepaymentCode
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.rules.details import credit_terms
from labour_exchange.programmes.texts import measure_refusals, refusals


@dataclass(frozen=True, slots=True)
class BankLine:
    """One line of a bank's list: money in whole tenge, the credit by its number."""

    credit: str
    paid_on: date
    amount: int
    reference: str


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one line, in the order of the list; a rejected one says why."""

    reference: str
    code: RepaymentCode
    reason: Message | None = None


def open_credit(session: Session, actor: Actor, enrolment: Enrolment, payment: Payment) -> Credit:
    """The loan was paid: from now on it is repaid under the terms of the decision. Called by the payment's own operation."""
    plan, conditions = plan_of(session, enrolment), credit_terms(enrolment.terms.details)
    months = max(min(plan.months if plan else enrolment.terms.most_months, enrolment.terms.most_months), conditions.grace_months + 1)
    assert payment.paid_on is not None
    made = Credit(
        enrolment_id=enrolment.id,
        amount=payment.amount,
        months=months,
        interest=conditions.interest,
        grace_months=conditions.grace_months,
        paid_on=payment.paid_on,
    )
    session.add(made)
    session.flush()
    log_transition(session, actor, CREDIT_LIFECYCLE.name, made.id, "open", "", made.state)
    return made


def record_repayments(session: Session, actor: Actor, lines: Sequence[BankLine]) -> list[Receipt]:
    """Record a bank's list, a receipt a line in its order; a line that was recorded before changes nothing, and a bad one stops no other."""
    require(actor, access.ENROL)
    # Held in one order before the first line: two lists with the same credits would otherwise wait for each other.
    named = select(Credit.id).where(Credit.public_id.in_({line.credit for line in lines})).order_by(Credit.id)
    session.execute(named.with_for_update()).all()
    found = [_record_line(session, actor, line) for line in lines]
    recorded = sum(one.code is RepaymentCode.RECORDED for one in found)
    record_act(session, actor, "record repayments", "credit", None, lines=len(lines), recorded=recorded)
    return found


def propose_write_off(session: Session, actor: Actor, credit: Credit, *, reason: str) -> Credit:
    """One person proposes that nothing more will come. Raises InvalidInput, Conflict."""
    credit = _held(session, actor, credit)
    if not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    credit.doubt_reason, credit.doubted_by_id, credit.doubted_at = reason.strip(), actor.user_id, clock.now()
    move(session, actor, credit, CREDIT_LIFECYCLE, "doubt", reason=reason.strip())
    record_act(session, actor, "propose write-off", "credit", credit.id, reason=reason.strip())
    return credit


def decide_write_off(session: Session, actor: Actor, credit: Credit, *, is_written_off: bool) -> Credit:
    """An approver who did not propose it writes it off or keeps it. Raises Conflict(same_person, not_allowed_now)."""
    if not access.may_approve(actor, credit.enrolment):
        raise NotFound
    credit = _held(session, actor, credit)
    if credit.doubted_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    CREDIT_LIFECYCLE.after(credit.state, "write_off" if is_written_off else "keep")
    if is_written_off:
        credit.written_off_by_id, credit.written_off_on = actor.user_id, clock.today()
    move(session, actor, credit, CREDIT_LIFECYCLE, "write_off" if is_written_off else "keep", reason=credit.doubt_reason)
    record_act(session, actor, "write off" if is_written_off else "keep credit", "credit", credit.id, reason=credit.doubt_reason)
    return credit


def _record_line(session: Session, actor: Actor, line: BankLine) -> Receipt:
    wanted = access.visible_of_enrolments(actor, select(Credit).where(Credit.public_id == line.credit), Credit)
    credit = session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).one_or_none()
    if credit is None or not access.may_prepare(actor, credit.enrolment):
        return Receipt(line.reference, RepaymentCode.REJECTED, measure_refusals.CREDIT_UNKNOWN)
    known = session.scalars(select(Repayment).where(Repayment.reference == line.reference)).one_or_none()
    if known is not None:
        is_same = (known.credit_id, known.paid_on, known.amount) == (credit.id, line.paid_on, line.amount)
        return (
            Receipt(line.reference, RepaymentCode.UNCHANGED)
            if is_same
            else Receipt(line.reference, RepaymentCode.REJECTED, measure_refusals.REFERENCE_KNOWN)
        )
    if not credit.paid_on <= line.paid_on <= clock.today():
        return Receipt(line.reference, RepaymentCode.REJECTED, measure_refusals.REPAID_ON_WRONG)
    left = standing_of(credit, clock.today()).left
    if line.amount < 1 or line.amount > left:
        return Receipt(line.reference, RepaymentCode.REJECTED, measure_refusals.REPAYMENT_WRONG)
    row = {"credit_id": credit.id, "reference": line.reference, "paid_on": line.paid_on, "amount": line.amount}
    who = {"recorded_by_id": actor.user_id, "recorded_at": clock.now()}
    # The reference may belong to a credit of another region, which this actor does not see: the constraint knows all of them.
    wanted_row = insert(Repayment).values(**row, **who).on_conflict_do_nothing(constraint="uq_repayments_reference").returning(Repayment.id)
    if session.scalar(wanted_row) is None:
        return Receipt(line.reference, RepaymentCode.REJECTED, measure_refusals.REFERENCE_KNOWN)
    credit.received += line.amount
    session.flush()
    if line.amount == left and credit.state in (CreditState.RUNNING, CreditState.DOUBTED):
        move(session, actor, credit, CREDIT_LIFECYCLE, "repay")
    return Receipt(line.reference, RepaymentCode.RECORDED)


def _held(session: Session, actor: Actor, credit: Credit) -> Credit:
    if not access.may_prepare(actor, credit.enrolment):
        raise NotFound
    return hold(session, credit)
