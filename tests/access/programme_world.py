"""The state programme in the small country of the access matrix: for each side a measure of its own, its plan, and a person in it."""

from dataclasses import asdict, replace
from datetime import date, timedelta

from sqlalchemy import select

from labour_exchange.employers.models import Employer, EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import Text
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.businesses.operations.credits import BankLine, record_repayments
from labour_exchange.programmes.businesses.operations.plans import prepare_from_plan, write_plan
from labour_exchange.programmes.businesses.queries import credit_of
from labour_exchange.programmes.businesses.rules import PlanFacts
from labour_exchange.programmes.checks.queries import checks_of
from labour_exchange.programmes.efficiency.assessment import DIMENSIONS, MONTHS, Group
from labour_exchange.programmes.efficiency.rules import Estimate
from labour_exchange.programmes.efficiency.states import Standing
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.history import ArchivedContract, ReportedFacility
from labour_exchange.programmes.models.jobs import SubsidisedPost, SubsidyClaim
from labour_exchange.programmes.models.programmes import Direction, Programme
from labour_exchange.programmes.models.training import Attendance
from labour_exchange.programmes.operations import allocations, claims, enrolments, payments, subsidised_jobs, training
from labour_exchange.programmes.operations.definitions import create_measure
from labour_exchange.programmes.operations.participation import start_enrolment
from labour_exchange.programmes.projects.operations import decide_project, prepare_for_project, prepare_project, prepare_project_payment
from labour_exchange.programmes.projects.rules import ProjectFacts
from labour_exchange.programmes.projects.states import ProjectKind
from labour_exchange.programmes.relocations.operations import prepare_relocation
from labour_exchange.programmes.relocations.rules import MoveFacts
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import RatePeriod
from labour_exchange.programmes.rules.terms import TermsFacts
from labour_exchange.programmes.states import FacilityKind, MeasureKind, Outcome, PaymentKind, PostState
from labour_exchange.territory.queries import districts_of
from tests.factories import programmes

PRIVATE, ELSEWHERE = "zqprivate", "KZ-59"
YEARS = {"home": 2001, "neighbour": 2002, "away": 2003, "hidden": 2004}
"""Of each side's assessment: one region has one of a year."""
COUNTED = (
    *("entrants", "completers", "dropouts", "paid", "placements", "confirmed_placements"),
    *(f"{name}_{months}" for name in ("left", "declared", "confirmed", "sustained", "begun", "kept") for months in MONTHS),
)
EVERYBODY_MAY = TermsFacts(date(2020, 1, 1), {"all": []}, 12, 500_000, (RatePeriod(6, 50, 30_000),))


def filled(session: ExchangeSession, side: str, person: Jobseeker, employer: Employer, officer: Actor, approver: Actor) -> dict[str, str]:
    """Public ids by the name of the record."""
    analyst, region_code, direction = programmes.analyst(session), person.region_code, _direction(session, side)
    measure = create_measure(session, analyst, direction, code=f"m-{side}", kind=MeasureKind.SOCIAL_JOB, name=_name(side), terms=EVERYBODY_MAY)
    plan = programmes.allocation(session, measure, region_code)
    later = {"starts_on": plan.ends_on + timedelta(days=1), "ends_on": plan.ends_on + timedelta(days=90)}
    spare = programmes.allocation(session, measure, region_code, **later)
    enrolment = enrolments.apply_for_measure(session, officer, person, measure, declared=Declared())
    post = _post(session, measure.id, employer, region_code, f"{PRIVATE}-{side} gardener")
    today = clock.today()
    subsidised_jobs.draw_agreement(session, officer, enrolment, post, starts_on=today, ends_on=today + timedelta(days=90))
    enrolments.approve_enrolment(session, approver, enrolment)
    month = today.replace(day=1)
    payment = payments.prepare_payment(session, officer, enrolment, kind=PaymentKind.SUBSIDY, amount=1_000, month=month)
    claims.record_contribution(session, officer, enrolment, month=month, reference="ENPF")
    claim = _claim(session, enrolment, employer)
    _taken_over(session, side, enrolment)
    _linked_and_not(session, enrolment)
    moved = allocations.propose_reallocation(session, analyst, plan, spare, places=1, amount=1, reason="Fewer people came.")
    return {
        "measure": measure.code,
        "enrolment": enrolment.public_id,
        "payment": payment.public_id,
        "allocation": plan.public_id,
        "reallocation": moved.public_id,
        "subsidised post": post.public_id,
        "claim of subsidy": claim.public_id,
        **_on_a_course(session, side, direction, person, officer),
        **_in_business(session, side, direction, person, officer, approver),
        **_moving(session, side, direction, person, officer),
        **_in_project(session, side, direction, person, officer, approver),
    }


def _taken_over(session: ExchangeSession, side: str, enrolment: Enrolment) -> None:
    """A contract on paper and a facility, as of years before the exchange; an assessment of its region."""
    days = {"signed_on": date(2012, 3, 1), "ends_on": date(2013, 3, 1)}
    where = {"region_code": enrolment.region_code}
    session.add(ArchivedContract(number=f"{PRIVATE}-{side}", jobseeker_id=enrolment.jobseeker_id, office_id=enrolment.office_id, **where, **days))
    session.add(ReportedFacility(measure_id=enrolment.measure_id, kind=FacilityKind.SCHOOL, completed_on=date(2012, 9, 1), **where))
    whole = asdict(Group("all", "", dict.fromkeys(COUNTED, 25), Estimate(25, 20, 30)))
    kept = {"side": side, "year": YEARS[side], "region": enrolment.region_code, "middle": None, "whole": whole, "reasons": []}
    kept["groups"] = {dimension: [] for dimension in DIMENSIONS}
    assessment = EfficiencyAssessment(year=YEARS[side], result=kept, counted_at=clock.now(), **where)
    session.add(assessment)
    session.flush()
    counts = {"cells": 3, "participants": 20, "employed": 12, "others": 30, "others_employed": 12, "weight": 1.0}
    session.add(EfficiencyCell(assessment_id=assessment.id, dimension="all", key="", standing=Standing.TOGETHER, **counts))
    session.flush()


def _linked_and_not(session: ExchangeSession, enrolment: Enrolment) -> None:
    """A placement was its outcome for a moment: the log keeps both rows."""
    placed = session.scalars(select(Placement.id).where(Placement.jobseeker_id == enrolment.jobseeker_id)).first()
    for outcome, placement_id in ((Outcome.PLACEMENT, placed), (None, None)):
        enrolment.outcome, enrolment.placement_id = outcome, placement_id
        session.flush()


def _post(session: ExchangeSession, measure_id: int, employer: Employer, region_code: str, title: str) -> SubsidisedPost:
    who = session.scalars(select(EmployerMember.user_id).where(EmployerMember.employer_id == employer.id)).first()
    offered = {"title": title, "posts": 5, "pay": 50_000, "months": 6, "state": PostState.ACCEPTED, "created_at": clock.now()}
    post = SubsidisedPost(employer_id=employer.id, measure_id=measure_id, region_code=region_code, submitted_by_id=who, **offered)
    session.add(post)
    session.flush()
    return post


def _claim(session: ExchangeSession, enrolment: Enrolment, employer: Employer) -> SubsidyClaim:
    """For the month that is not over yet: the operation would wait for its end."""
    today = clock.today()
    who = session.scalars(select(EmployerMember.user_id).where(EmployerMember.employer_id == employer.id)).first()
    days = {"month": today.replace(day=1), "worked_from": today, "worked_until": today, "amount": 1_000}
    claim = SubsidyClaim(enrolment_id=enrolment.id, region_code=enrolment.region_code, submitted_by_id=who, submitted_at=clock.now(), **days)
    session.add(claim)
    session.flush()
    return claim


def _on_a_course(session: ExchangeSession, side: str, direction: Direction, person: Jobseeker, officer: Actor) -> dict[str, str]:
    analyst = programmes.analyst(session)
    lessons = create_measure(session, analyst, direction, code=f"t-{side}", kind=MeasureKind.TRAINING, name=_name(side), terms=EVERYBODY_MAY)
    learning = enrolments.apply_for_measure(session, officer, person, lessons, declared=Declared())
    course = programmes.course(session, officer, lessons)
    place = training.give_seat(session, officer, learning, course)
    session.add(Attendance(place_id=place.id, week=clock.today(), taught=40, attended=40, recorded_at=clock.now()))
    session.flush()
    return {"course": course.public_id, "learning": learning.public_id}


def _in_business(session: ExchangeSession, side: str, direction: Direction, person: Jobseeker, officer: Actor, approver: Actor) -> dict[str, str]:
    """A microcredit that one approver decides on, with money that came back, and a free plan for the next."""
    terms = replace(EVERYBODY_MAY, rate_periods=(), details={"interest": 600, "grace_months": 2})
    kept = {"code": f"c-{side}", "kind": MeasureKind.MICROCREDIT, "name": _name(side), "terms": terms}
    lending = create_measure(session, programmes.analyst(session), direction, **kept)
    programmes.allocation(session, lending, person.region_code)
    plan = PlanFacts(f"{PRIVATE}-{side} bakery", 300_000, 0, 1, 12)
    write_plan(session, officer, person, plan)
    lent = enrolments.apply_for_measure(session, officer, person, lending, declared=Declared())
    prepare_from_plan(session, officer, lent, starts_on=clock.today(), amount=300_000)
    start_enrolment(session, officer, enrolments.approve_enrolment(session, approver, lent))
    payments.approve_payment(session, approver, payments.prepare_payment(session, officer, lent, kind=PaymentKind.LOAN, amount=300_000))
    credit, check = credit_of(session, lent), checks_of(session, officer, lent)[0]
    assert credit is not None
    record_repayments(session, officer, [BankLine(credit.public_id, clock.today(), 1_000, f"{PRIVATE}-{side}")])
    write_plan(session, officer, person, plan)
    return {"credit": credit.public_id, "check": check.public_id}


def _moving(session: ExchangeSession, side: str, direction: Direction, person: Jobseeker, officer: Actor) -> dict[str, str]:
    """A household that leaves for a region of which nobody acts here: what both regions see has a test of its own."""
    terms = replace(EVERYBODY_MAY, rate_periods=(), details={"receiving": [ELSEWHERE], "moving_each": 10, "housing_most": 10})
    kept = {"code": f"r-{side}", "kind": MeasureKind.RELOCATION, "name": _name(side), "terms": terms}
    leaving = create_measure(session, programmes.analyst(session), direction, **kept)
    programmes.allocation(session, leaving, ELSEWHERE)
    found = enrolments.apply_for_measure(session, officer, person, leaving, declared=Declared())
    dates = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=30)}
    prepare_relocation(session, officer, found, MoveFacts(ELSEWHERE, 2, 1, 10, 10), **dates)
    return {"relocated": found.public_id}


def _in_project(session: ExchangeSession, side: str, direction: Direction, person: Jobseeker, officer: Actor, approver: Actor) -> dict[str, str]:
    terms = replace(EVERYBODY_MAY, rate_periods=())
    kept = {"code": f"j-{side}", "kind": MeasureKind.RURAL_JOBS, "name": _name(side), "terms": terms}
    building = create_measure(session, programmes.analyst(session), direction, **kept)
    programmes.allocation(session, building, person.region_code)
    dates = {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=30)}
    place = districts_of(person.region_code)[0].kato
    facts = ProjectFacts(f"{PRIVATE}-{side} school", place, ProjectKind.BUILT, jobs_planned=3, amount=1_000_000, **dates)
    project = decide_project(session, approver, prepare_project(session, officer, building, facts), is_approved=True)
    working = enrolments.apply_for_measure(session, officer, person, building, declared=Declared())
    prepare_for_project(session, officer, working, project, **dates)
    payment = prepare_project_payment(session, officer, project, amount=1_000)
    return {"project": project.public_id, "project payment": payment.public_id}


def _direction(session: ExchangeSession, side: str) -> Direction:
    name = _name(side)
    names = {"name_kk": name.kk, "name_ru": name.ru, "name_en": name.en}
    programme = Programme(code=f"p-{side}", starts_on=date(2020, 1, 1), ends_on=date(2040, 1, 1), **names)
    session.add(programme)
    session.flush()
    direction = Direction(programme_id=programme.id, number=1, **names)
    session.add(direction)
    session.flush()
    return direction


def _name(side: str) -> Text:
    return Text(kk=f"Бағдарлама {side}", ru=f"Программа {side}", en=f"Programme {side}")
