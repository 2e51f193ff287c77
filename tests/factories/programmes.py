"""Programmes, plans and enrolments for tests, each function a situation; they are made by the operations, as in life."""

from datetime import date, timedelta
from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, SubsidisedPost
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.operations import allocations, enrolments, participation, subsidised_jobs, training
from labour_exchange.programmes.operations.definitions import sync_definitions
from labour_exchange.programmes.operations.subsidised_jobs import PostFacts
from labour_exchange.programmes.operations.training import CourseFacts
from labour_exchange.programmes.queries.definitions import measure_by_code
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import SUBSIDISED, MeasureKind, PostState
from tests.factories.accounts import user
from tests.factories.jobseekers import registered
from tests.factories.placements import bin_number, hiring_employer

SOCIAL_JOBS, TRAINING, MICROCREDIT = "now-social-jobs", "now-training", "now-microcredit"
DECLARED = Declared(household_size=3, household_income=40_000, has_plan=True, has_business_plan=True)


def measure(session: Session, code: str = SOCIAL_JOBS) -> Measure:
    """A shipped measure that takes applications today."""
    sync_definitions(session)
    return measure_by_code(session, code)


def analyst(session: Session) -> Actor:
    return Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id)


def allocation(session: Session, of: Measure, region_code: str = "KZ-71", *, places: int = 10, amount: int = 10_000_000, **facts: Any) -> Allocation:
    """A plan for a year around today."""
    today = clock.today()
    period = {"starts_on": today - timedelta(days=200), "ends_on": today + timedelta(days=200)}
    return allocations.plan_allocation(session, analyst(session), of, region_code=region_code, places=places, amount=amount, **period | facts)


def unemployed(session: Session, region_code: str = "KZ-71", *, days: int = 100) -> Jobseeker:
    """On the register long enough for every measure of the shipped programmes."""
    day = clock.today() - timedelta(days=days)
    return registered(session, region_code, on=day, renewed_on=clock.today())


def eligible(session: Session, of: Measure, officer: Actor, person: Jobseeker | None = None, *, declared: Declared = DECLARED) -> Enrolment:
    """Applied for by the office, and decided by the rules."""
    who = person or unemployed(session, officer.region_code or "KZ-71")
    return enrolments.apply_for_measure(session, officer, who, of, declared=declared)


def prepared(
    session: Session, of: Measure, officer: Actor, person: Jobseeker | None = None, *, amount: int = 200_000, starts_on: date | None = None
) -> Enrolment:
    """Before the approver, for half a year from today."""
    made, first = eligible(session, of, officer, person), starts_on or clock.today()
    last = months_later(first, 6) - timedelta(days=1)
    return enrolments.prepare_enrolment(session, officer, made, starts_on=first, ends_on=last, amount=amount)


def approved(session: Session, of: Measure, officer: Actor, approver: Actor, person: Jobseeker | None = None, **facts: Any) -> Enrolment:
    return enrolments.approve_enrolment(session, approver, prepared(session, of, officer, person, **facts))


def started(session: Session, of: Measure, officer: Actor, approver: Actor, person: Jobseeker | None = None, **facts: Any) -> Enrolment:
    """Begun with whatever its kind needs: an agreement that three signed, or a seat on a course."""
    made = approved(session, of, officer, approver, person, **facts)
    if of.kind in SUBSIDISED:
        signed_agreement(session, made)
    elif of.kind is MeasureKind.TRAINING:
        training.give_seat(session, officer, made, course(session, officer, of))
    return participation.start_enrolment(session, officer, made)


def offered_posts(session: Session, of: Measure, region_code: str = "KZ-71", **facts: Any) -> tuple[SubsidisedPost, Actor]:
    """An employer's application that waits for the office, and the employer."""
    employer, hirer = hiring_employer(session, region_code)
    given = {"title": "Gardener", "region_code": region_code, "posts": 2, "pay": 100_000, "months": 12}
    return subsidised_jobs.offer_posts(session, hirer, employer, of, PostFacts(**given | facts)), hirer


def signed_agreement(session: Session, of: Enrolment) -> Agreement:
    """Of the enrolment's dates and 100,000 tenge a month, signed by all three."""
    post, hirer = offered_posts(session, of.measure, of.region_code)
    post.state, post.posts_filled = PostState.ACCEPTED, 1
    of.employer_id, now = hirer.organisation_id, clock.now()
    signed = {"person_signed_at": now, "employer_signed_at": now, "office_signed_at": now, "drawn_at": now}
    made = Agreement(post_id=post.id, enrolment_id=of.id, pay=post.pay, starts_on=of.starts_on, ends_on=of.ends_on, **signed)
    session.add(made)
    session.flush()
    return made


def course(session: Session, officer: Actor, of: Measure, **facts: Any) -> Course:
    """Two seats from today for two months, at 50,000 tenge a person."""
    today = clock.today()
    given = {"title": "Welding", "provider_bin": bin_number(), "provider_name": "Invented College", "starts_on": today}
    given |= {"ends_on": today + timedelta(days=60), "seats": 2, "price": 50_000, "occupation_code": "7212"}
    return training.open_course(session, officer, of, CourseFacts(**given | facts))
