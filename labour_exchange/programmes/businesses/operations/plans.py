"""A business plan written by the person or by the office with them, and the enrolment prepared from it."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.operations.locking import hold_person
from labour_exchange.programmes import access
from labour_exchange.programmes.businesses.models import BusinessPlan
from labour_exchange.programmes.businesses.queries import free_plan_of, limits_on, plan_of
from labour_exchange.programmes.businesses.rules import PlanFacts, plan_errors
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations.enrolments import prepare_enrolment
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.texts import measure_refusals


def write_plan(session: Session, actor: Actor, person: Jobseeker, plan: PlanFacts, *, version: int | None = None) -> BusinessPlan:
    """Write the person's free plan, or change it; a plan that an enrolment has taken stays as it is. Raises InvalidInput, StaleVersion."""
    if not access.may_enrol(actor, person):
        raise NotFound
    most_amount, most_months = limits_on(session, clock.today())
    errors = plan_errors(plan, most_amount=most_amount, most_months=most_months)
    if errors:
        raise InvalidInput(errors)
    hold_person(session, person.id)
    found = free_plan_of(session, person.id)
    if found is not None and version is not None and found.version != version:
        raise StaleVersion
    if found is None:
        found = BusinessPlan(jobseeker_id=person.id)
        session.add(found)
    found.purpose, found.asked, found.own_share = plan.purpose.strip(), plan.asked, plan.own_share
    found.jobs_planned, found.months, found.written_at = plan.jobs_planned, plan.months, clock.now()
    session.flush()
    record_act(session, actor, "write business plan", "jobseeker", person.id)
    return found


def prepare_from_plan(session: Session, actor: Actor, enrolment: Enrolment, *, starts_on: date, amount: int) -> Enrolment:
    """Put a credit or a grant before the committee with the person's plan: at most what it asks for, for its months.

    Raises InvalidInput, Conflict(no_business_plan, not_allowed_now).
    """
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    hold_person(session, enrolment.jobseeker_id)
    plan = plan_of(session, enrolment) or free_plan_of(session, enrolment.jobseeker_id)
    if plan is None:
        raise Conflict(measure_refusals.NO_BUSINESS_PLAN)
    if not 1 <= amount <= plan.asked:
        raise InvalidInput([FieldError("amount", measure_refusals.ASKED_WRONG, {"most": plan.asked})])
    months = min(plan.months, enrolment.terms.most_months)
    ends_on = months_later(starts_on, months) - timedelta(days=1)
    enrolment = prepare_enrolment(session, actor, enrolment, starts_on=starts_on, ends_on=ends_on, amount=amount)
    plan.enrolment_id = enrolment.id
    session.flush()
    return enrolment
