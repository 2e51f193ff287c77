"""Businesses for tests: a plan that was written, a microcredit that was paid out."""

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.businesses.models import BusinessPlan, Credit
from labour_exchange.programmes.businesses.operations.plans import prepare_from_plan, write_plan
from labour_exchange.programmes.businesses.queries import credit_of
from labour_exchange.programmes.businesses.rules import PlanFacts
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.enrolments import approve_enrolment
from labour_exchange.programmes.operations.participation import start_enrolment
from labour_exchange.programmes.operations.payments import approve_payment, prepare_payment
from labour_exchange.programmes.states import MeasureKind, PaymentKind
from tests.factories import programmes

PLAN = PlanFacts("A bakery in the village", 1_200_000, 200_000, 2, 24)


def business_plan(session: Session, actor: Actor, person: Jobseeker, plan: PlanFacts = PLAN) -> BusinessPlan:
    return write_plan(session, actor, person, plan)


def approved_business(
    session: Session, of: Measure, officer: Actor, committee: tuple[Actor, Actor], person: Jobseeker | None = None, *, amount: int = 1_200_000
) -> Enrolment:
    """A plan, prepared from today and approved by both members."""
    who = person or programmes.unemployed(session, officer.region_code or "KZ-71")
    business_plan(session, officer, who)
    found = programmes.eligible(session, of, officer, who)
    prepare_from_plan(session, officer, found, starts_on=clock.today(), amount=amount)
    for member in committee:
        found = approve_enrolment(session, member, found)
    return found


def paid_out(session: Session, of: Measure, officer: Actor, committee: tuple[Actor, Actor], person: Jobseeker | None = None) -> Enrolment:
    """The business has begun, and the whole sum was paid today."""
    found = approved_business(session, of, officer, committee, person)
    start_enrolment(session, officer, found)
    kind = PaymentKind.LOAN if of.kind is MeasureKind.MICROCREDIT else PaymentKind.GRANT
    approve_payment(session, committee[0], prepare_payment(session, officer, found, kind=kind, amount=found.amount))
    return found


def credit(session: Session, of: Measure, officer: Actor, committee: tuple[Actor, Actor], person: Jobseeker | None = None) -> Credit:
    made = credit_of(session, paid_out(session, of, officer, committee, person))
    assert made is not None
    return made
