"""Business plans and microcredits the actor may see, and how a credit stands."""

from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import visible_of_enrolments
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit, Repayment
from labour_exchange.programmes.businesses.rules import Due, Standing, repayment_schedule, standing_on
from labour_exchange.programmes.businesses.states import CreditState
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.queries.definitions import measures_open_on, terms_on
from labour_exchange.programmes.states import BUSINESS

LIMITS_WITHOUT_MEASURES = (10_000_000, 120)


def plan_of(session: Session, enrolment: Enrolment) -> BusinessPlan | None:
    """The plan that an enrolment was prepared with."""
    return session.scalars(select(BusinessPlan).where(BusinessPlan.enrolment_id == enrolment.id)).one_or_none()


def free_plan_of(session: Session, jobseeker_id: int) -> BusinessPlan | None:
    """The person's plan that no enrolment has taken yet."""
    wanted = select(BusinessPlan).where(BusinessPlan.jobseeker_id == jobseeker_id, BusinessPlan.enrolment_id.is_(None))
    return session.scalars(wanted).one_or_none()


def limits_on(session: Session, day: date) -> tuple[int, int]:
    """The most tenge and months that a plan can ask for: those of the most generous measure for businesses that is open."""
    terms = [terms_on(session, one.id, day) for one in measures_open_on(session, day) if one.kind in BUSINESS]
    found = [(one.most_amount, one.most_months) for one in terms if one is not None]
    if not found:
        return LIMITS_WITHOUT_MEASURES
    return max(amount for amount, _ in found), max(months for _, months in found)


def credit_of(session: Session, enrolment: Enrolment) -> Credit | None:
    return session.scalars(select(Credit).where(Credit.enrolment_id == enrolment.id)).one_or_none()


def credit_for(session: Session, actor: Actor, public_id: str) -> Credit:
    """Raises NotFound."""
    found = session.scalars(_credits(actor).where(Credit.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def credits(actor: Actor) -> Select[tuple[Credit]]:
    """Credits the actor sees that are not repaid or written off, those paid out first first."""
    running = (CreditState.RUNNING, CreditState.DOUBTED)
    return _credits(actor).where(Credit.state.in_(running)).order_by(Credit.paid_on, Credit.id)


def schedule_of_credit(credit: Credit) -> tuple[Due, ...]:
    return repayment_schedule(credit.amount, credit.months, credit.interest, credit.grace_months, credit.paid_on)


def standing_of(credit: Credit, today: date) -> Standing:
    return standing_on(schedule_of_credit(credit), credit.received, today)


def repayments_of(session: Session, credit: Credit) -> list[Repayment]:
    """What has come, in the order of the days."""
    return list(session.scalars(select(Repayment).where(Repayment.credit_id == credit.id).order_by(Repayment.paid_on, Repayment.id)))


def credits_that_disagree(session: Session) -> list[str]:
    """Credits whose sum received is not that of their repayments; nothing when all agree. The session must act as the system."""
    sums = select(Repayment.credit_id, func.sum(Repayment.amount).label("amount")).group_by(Repayment.credit_id).subquery()
    wrong = select(Credit.id).outerjoin(sums, sums.c.credit_id == Credit.id).where(Credit.received != func.coalesce(sums.c.amount, 0))
    return [f"credit {number}" for number in session.scalars(wrong.order_by(Credit.id))]


def _credits(actor: Actor) -> Select[tuple[Credit]]:
    loaded = joinedload(Credit.enrolment).joinedload(Enrolment.jobseeker)
    return visible_of_enrolments(actor, select(Credit).options(loaded), Credit)
