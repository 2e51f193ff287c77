"""A project of a region: two people and the plan, its payments, who works in it, and what shows that it is done."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations import enrolments, participation
from labour_exchange.programmes.projects import operations, queries
from labour_exchange.programmes.projects.models import Project
from labour_exchange.programmes.projects.rules import ProjectFacts
from labour_exchange.programmes.projects.states import ProjectKind, ProjectState
from labour_exchange.programmes.queries.money import disagreements, treasury_rows
from labour_exchange.programmes.reporting.figures import figures
from labour_exchange.programmes.reporting.periods import ReportCode
from labour_exchange.programmes.states import EnrolmentState
from labour_exchange.territory.queries import districts_of
from tests.factories import programmes
from tests.programmes.conftest import Cast

REGION = "KZ-71"


@pytest.fixture
def measure(session: Session, cast: Cast) -> Measure:
    return programmes.measure(session, "now-rural-jobs")


@pytest.fixture
def plan(session: Session, measure: Measure) -> Allocation:
    return programmes.allocation(session, measure, REGION)


def facts(**changed: Any) -> ProjectFacts:
    today = clock.today()
    given = {"name": "School", "district_code": districts_of(REGION)[0].kato, "kind": ProjectKind.REPAIRED, "jobs_planned": 1, "amount": 5_000_000}
    return ProjectFacts(**given | {"starts_on": today, "ends_on": today + timedelta(days=100)} | changed)


def approved(session: Session, cast: Cast, measure: Measure, **changed: Any) -> Project:
    made = operations.prepare_project(session, cast.officer, measure, facts(**changed))
    return operations.decide_project(session, cast.approver, made, is_approved=True)


def test_a_project_says_everything_that_is_wrong(session: Session, cast: Cast, measure: Measure, plan: Allocation) -> None:
    wrong = {"name": " ", "district_code": "0", "jobs_planned": 0, "amount": 0, "starts_on": clock.today() + timedelta(days=101)}
    with pytest.raises(InvalidInput) as refused:
        operations.prepare_project(session, cast.officer, measure, facts(**wrong))
    assert [one.field for one in refused.value.errors] == ["name", "district_code", "jobs_planned", "amount", "ends_on"]
    with pytest.raises(NotFound):
        operations.prepare_project(session, cast.officer, cast.measure, facts())


def test_approval_takes_a_second_person_and_the_plan(session: Session, cast: Cast, measure: Measure, plan: Allocation) -> None:
    made = operations.prepare_project(session, cast.approver, measure, facts())
    with pytest.raises(Conflict, match="same_person"):
        operations.decide_project(session, cast.approver, made, is_approved=True)
    for actor in (cast.officer, cast.stranger):
        with pytest.raises(NotFound):
            operations.decide_project(session, actor, made, is_approved=True)
    with pytest.raises(InvalidInput):
        operations.decide_project(session, cast.second_approver, made, is_approved=False, reason=" ")
    operations.decide_project(session, cast.second_approver, made, is_approved=True)
    assert (made.state, plan.committed, plan.places_taken) == (ProjectState.APPROVED, 5_000_000, 0)
    with pytest.raises(Conflict, match="allocation_spent"), session.begin_nested():
        approved(session, cast, measure, amount=5_000_001)
    assert disagreements(session) == []


@pytest.mark.parametrize(("amount", "is_right"), [(0, False), (1, True), (5_000_000, True), (5_000_001, False)])
def test_a_payment_stays_within_the_promise(session: Session, cast: Cast, measure: Measure, plan: Allocation, amount: int, is_right: bool) -> None:
    made = approved(session, cast, measure)
    if not is_right:
        with pytest.raises((InvalidInput, Conflict)):
            operations.prepare_project_payment(session, cast.officer, made, amount=amount)
        return
    payment = operations.prepare_project_payment(session, cast.officer, made, amount=amount)
    with pytest.raises(Conflict, match="payment_too_high"):
        operations.prepare_project_payment(session, cast.officer, made, amount=5_000_000 - amount + 1)
    operations.decide_project_payment(session, cast.approver, payment, is_paid=True)
    with pytest.raises(Conflict):
        operations.decide_project_payment(session, cast.second_approver, payment, is_paid=True)
    assert (plan.paid, made.paid, disagreements(session)) == (amount, amount, [])
    assert [one.amount for one in treasury_rows(session, cast.officer, since=clock.today(), until=clock.today())] == [amount]


def test_its_jobs_are_people_and_never_more_than_planned(session: Session, cast: Cast, measure: Measure, plan: Allocation) -> None:
    made, today = approved(session, cast, measure), clock.today()
    dates = {"starts_on": today, "ends_on": today + timedelta(days=30)}
    people = [programmes.unemployed(session) for _ in range(2)]
    for person in people:
        person.is_rural = True
    first, second = (programmes.eligible(session, measure, cast.officer, person) for person in people)
    operations.prepare_for_project(session, cast.officer, first, made, **dates)
    assert queries.projects_open_for(session, cast.officer, second) == []
    with pytest.raises(Conflict, match="project_full"):
        operations.prepare_for_project(session, cast.officer, second, made, **dates)
    enrolments.approve_enrolment(session, cast.approver, first)
    assert queries.employed_by(session, made) == 0
    participation.start_enrolment(session, cast.officer, first)
    assert (first.state, queries.employed_by(session, made)) == (EnrolmentState.STARTED, 1)


def test_completion_gives_back_what_was_not_paid(session: Session, cast: Cast, measure: Measure, plan: Allocation) -> None:
    made = approved(session, cast, measure)
    payment = operations.prepare_project_payment(session, cast.officer, made, amount=3_000_000)
    done: dict[str, Any] = {"completed_on": clock.today(), "jobs_created": 2, "evidence": "Act of acceptance 17"}
    with pytest.raises(Conflict, match="payments_wait"):
        operations.complete_project(session, cast.officer, made, **done)
    operations.decide_project_payment(session, cast.approver, payment, is_paid=True)
    with pytest.raises(InvalidInput) as refused:
        operations.complete_project(session, cast.officer, made, completed_on=clock.today() + timedelta(days=1), jobs_created=-1, evidence="")
    assert [one.field for one in refused.value.errors] == ["completed_on", "jobs_created", "evidence"]
    operations.complete_project(session, cast.officer, made, **done)
    assert (made.state, made.committed, plan.committed, plan.paid) == (ProjectState.COMPLETED, 3_000_000, 3_000_000, 3_000_000)
    assert disagreements(session) == []
    told = figures(session, ReportCode.YEAR, clock.today().year)
    assert (told["facilities"], told["rural_jobs"]) == (1, 2), "the year's report counts what the exchange keeps itself"
