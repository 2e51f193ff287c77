"""The same bank's list at the same instant, and the last job of a project: each repayment is recorded once, and no job is given twice."""

from collections import Counter
from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.programmes.businesses.models import Repayment
from labour_exchange.programmes.businesses.operations.credits import BankLine, record_repayments
from labour_exchange.programmes.businesses.queries import credits_that_disagree
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.projects.models import Project
from labour_exchange.programmes.projects.operations import decide_project, prepare_for_project, prepare_project
from labour_exchange.programmes.projects.queries import jobs_taken
from labour_exchange.programmes.projects.rules import ProjectFacts
from labour_exchange.programmes.projects.states import ProjectKind
from labour_exchange.territory.queries import districts_of
from tests.factories import businesses
from tests.factories import programmes as made
from tests.faults.test_races_placements import Act, at_once
from tests.programmes.conftest import make_cast

ROUNDS, AT_ONCE = 10, 4


def test_one_list_sent_four_times_at_once_counts_once(app: Flask, committed: Session) -> None:
    cast = make_cast(committed)
    measure = made.measure(committed, made.MICROCREDIT)
    made.allocation(committed, measure)
    committee = (cast.approver, cast.second_approver)
    owed = [businesses.credit(committed, measure, cast.officer, committee) for _ in range(2)]
    committed.commit()
    for number in range(ROUNDS):
        lines = [BankLine(one.public_id, clock.today(), 100, f"B-{number}-{one.id}") for one in owed]
        orders = [lines, lines[::-1], lines, lines[::-1]]
        assert Counter(at_once(app, [recording(one, cast.officer) for one in orders])) == {"done": AT_ONCE}
    committed.expire_all()
    assert [one.received for one in owed] == [100 * ROUNDS] * 2
    assert committed.scalar(select(func.count()).select_from(Repayment)) == 2 * ROUNDS
    assert credits_that_disagree(committed) == []


def test_the_last_job_of_a_project_goes_to_one(app: Flask, committed: Session) -> None:
    cast = make_cast(committed)
    measure = made.measure(committed, "now-rural-jobs")
    made.allocation(committed, measure, places=100)
    people = [made.unemployed(committed) for _ in range(AT_ONCE)]
    for person in people:
        person.is_rural = True
    waiting = [made.eligible(committed, measure, cast.officer, person) for person in people]
    today = clock.today()
    place = districts_of("KZ-71")[0].kato
    facts = ProjectFacts("School", place, ProjectKind.BUILT, jobs_planned=1, amount=1_000, starts_on=today, ends_on=today + timedelta(days=60))
    project = decide_project(committed, cast.approver, prepare_project(committed, cast.officer, measure, facts), is_approved=True)
    committed.commit()
    outcomes = Counter(at_once(app, [working(one, project, cast.officer) for one in waiting]))
    assert outcomes == {"done": 1, "project_full": AT_ONCE - 1}
    assert jobs_taken(committed, [project.id]) == {project.id: 1}


def recording(lines: list[BankLine], who: Actor) -> tuple[Actor, Act]:
    return who, lambda session: record_repayments(session, who, lines)


def working(found: Enrolment, project: Project, who: Actor) -> tuple[Actor, Act]:
    key, of, dates = found.id, project.id, {"starts_on": clock.today(), "ends_on": clock.today() + timedelta(days=30)}
    return who, lambda session: prepare_for_project(session, who, session.get_one(Enrolment, key), session.get_one(Project, of), **dates)
