"""Monthly claims for a subsidised job: paid only for months with a contribution, and stopped when contributions stop."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, ContributionMonth, SubsidyClaim
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.operations.participation import drop_out
from labour_exchange.programmes.operations.payments import prepare_payment
from labour_exchange.programmes.queries.jobs import schedule_of
from labour_exchange.programmes.rules.participation import first_month_without_contribution, last_day, may_be_claimed, month_of
from labour_exchange.programmes.rules.subsidies import due_for_month
from labour_exchange.programmes.states import CLAIM_LIFECYCLE, SUBSIDISED, TOOK_PART, ClaimState, DropReason, EnrolmentState, PaymentKind
from labour_exchange.programmes.texts import refusals


def claim_month(session: Session, actor: Actor, enrolment: Enrolment, *, month: date, worked_from: date, worked_until: date) -> SubsidyClaim:
    """The employer claims a month that is over, for the days that were worked. Raises InvalidInput, Conflict(claim_known, not_begun)."""
    if actor.kind is not ActorKind.EMPLOYER or actor.organisation_id is None or actor.organisation_id != enrolment.employer_id:
        raise NotFound
    enrolment = hold(session, enrolment)
    if enrolment.state not in TOOK_PART or enrolment.starts_on is None or enrolment.ends_on is None:
        raise Conflict(refusals.NOT_BEGUN)
    ends_on = min(enrolment.ends_on, enrolment.ended_on or enrolment.ends_on)
    first, last = max(enrolment.starts_on, month), min(ends_on, last_day(month))
    errors = [] if may_be_claimed(month, enrolment.starts_on, ends_on, clock.today()) else [FieldError("month", refusals.MONTH_WRONG)]
    if not errors and not first <= worked_from <= worked_until <= last:
        errors.append(FieldError("worked_until", refusals.DAYS_WRONG))
    amount = due_for_month(schedule_of(session, enrolment), month, worked_from, worked_until) if not errors else 0
    if not errors and amount == 0:
        errors.append(FieldError("month", refusals.MONTH_WRONG))
    if errors:
        raise InvalidInput(errors)
    known = select(SubsidyClaim.id).where(
        SubsidyClaim.enrolment_id == enrolment.id, SubsidyClaim.month == month, SubsidyClaim.state != ClaimState.REFUSED
    )
    if session.scalar(known) is not None:
        raise Conflict(refusals.CLAIM_KNOWN, field="month")
    who = {"submitted_by_id": actor.user_id, "submitted_at": clock.now(), "region_code": enrolment.region_code}
    made = SubsidyClaim(enrolment_id=enrolment.id, month=month, worked_from=worked_from, worked_until=worked_until, amount=amount, **who)
    session.add(made)
    session.flush()
    log_transition(session, actor, CLAIM_LIFECYCLE.name, made.id, "submit", "", made.state)
    return made


def record_contribution(session: Session, actor: Actor, enrolment: Enrolment, *, month: date, reference: str) -> None:
    """Note that the pension register showed a contribution for a month; noting it twice is noting it once. Raises InvalidInput."""
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    if month != month_of(month) or month > clock.today():
        raise InvalidInput([FieldError("month", refusals.MONTH_WRONG)])
    if not reference.strip():
        raise InvalidInput([FieldError("reference", refusals.REFERENCE_MISSING)])
    seen = {"enrolment_id": enrolment.id, "month": month, "reference": reference.strip(), "user_id": actor.user_id, "recorded_at": clock.now()}
    session.execute(insert(ContributionMonth).values(**seen).on_conflict_do_nothing(constraint="uq_contribution_months_once"))
    record_act(session, actor, "record contribution", "enrolment", enrolment.id, month=month.isoformat())


def accept_claim(session: Session, actor: Actor, claim: SubsidyClaim) -> SubsidyClaim:
    """The officer finds the contribution and prepares the payment, which another approves. Raises Conflict(no_contribution, payment_too_high)."""
    enrolment = hold(session, claim.enrolment)
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    claim = hold(session, claim)
    CLAIM_LIFECYCLE.after(claim.state, "accept")
    seen = select(ContributionMonth.id).where(ContributionMonth.enrolment_id == enrolment.id, ContributionMonth.month == claim.month)
    if session.scalar(seen) is None:
        raise Conflict(refusals.NO_CONTRIBUTION)
    payment = prepare_payment(session, actor, enrolment, kind=PaymentKind.SUBSIDY, amount=claim.amount, month=claim.month)
    claim.payment_id = payment.id
    move(session, actor, claim, CLAIM_LIFECYCLE, "accept")
    return claim


def refuse_claim(session: Session, actor: Actor, claim: SubsidyClaim, *, reason: str) -> SubsidyClaim:
    """Refuse it with a reason the employer reads; the month can be claimed again. Raises InvalidInput, Conflict."""
    if not access.may_prepare(actor, claim.enrolment):
        raise NotFound
    if not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    claim = hold(session, claim)
    claim.reason = reason.strip()
    move(session, actor, claim, CLAIM_LIFECYCLE, "refuse", reason=reason.strip())
    return claim


def stop_without_contributions(session: Session) -> int:
    """End subsidised jobs whose contributions have stopped, on the last day before the first such month; gives how many. Run daily as the system."""
    actor, today, stopped = system_actor("stop_without_contributions"), clock.today(), 0
    running = select(Enrolment).join(Measure).where(Enrolment.state == EnrolmentState.STARTED, Measure.kind.in_(SUBSIDISED)).order_by(Enrolment.id)
    for enrolment in session.scalars(running.where(Enrolment.id.in_(select(Agreement.enrolment_id)))):
        rows = session.scalars(select(ContributionMonth.month).where(ContributionMonth.enrolment_id == enrolment.id))
        assert enrolment.started_on is not None
        ends_on = min(enrolment.ends_on or today, today)
        missing = first_month_without_contribution(enrolment.started_on, ends_on, set(rows), today)
        if missing is not None:
            ended_on = max(enrolment.started_on, date.fromordinal(missing.toordinal() - 1))
            drop_out(session, actor, enrolment, ended_on=ended_on, reason=DropReason.CONTRIBUTIONS_STOPPED)
            stopped += 1
    return stopped
