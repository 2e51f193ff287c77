"""Promises and payments at the same instant, and workers killed between them: never above the plan, never lost, every sum agrees.

CAMPAIGN=full runs 1,000 rounds of commitments; the ordinary run 40.
"""

import os
import signal
import subprocess
import sys
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from config import ROOT, Settings
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation, LedgerEntry, Payment, Reallocation
from labour_exchange.programmes.models.training import Course
from labour_exchange.programmes.operations import allocations, enrolments, participation, payments, training
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.queries.training import places_of_course
from labour_exchange.programmes.states import EnrolmentState, EntryKind, PaymentKind, SeatState
from tests.factories import programmes as made
from tests.faults.test_races_placements import Act, at_once
from tests.faults.test_workers import until
from tests.processes import environment
from tests.programmes.conftest import make_cast

pytestmark = pytest.mark.campaign
IS_FULL = os.environ.get("CAMPAIGN") == "full"
ROUNDS = 1000 if IS_FULL else 40
KILLS = 50 if IS_FULL else 4
AT_ONCE = 4
EACH = 100_000


def approving(found: Enrolment, who: Actor) -> tuple[Actor, Act]:
    key = found.id
    return who, lambda session: enrolments.approve_enrolment(session, who, session.get_one(Enrolment, key))


def paying(found: Payment, who: Actor) -> tuple[Actor, Act]:
    key = found.id
    return who, lambda session: payments.approve_payment(session, who, session.get_one(Payment, key))


def deciding(found: Reallocation, who: Actor) -> tuple[Actor, Act]:
    key = found.id
    return who, lambda session: allocations.decide_reallocation(session, who, session.get_one(Reallocation, key), is_accepted=True)


def seating(found: Enrolment, course: Course, who: Actor) -> tuple[Actor, Act]:
    key, of = found.id, course.id
    return who, lambda session: training.give_seat(session, who, session.get_one(Enrolment, key), session.get_one(Course, of))


def withdrawing(found: Enrolment, who: Actor) -> tuple[Actor, Act]:
    key = found.id
    return who, lambda session: participation.withdraw_enrolment(session, who, session.get_one(Enrolment, key))


def test_commitments_never_pass_the_plan_and_none_is_lost(app: Flask, committed: Session) -> None:
    """Four people wait for approval and the money is enough for two of them: exactly two are approved, in every round."""
    cast = make_cast(committed)
    people = [made.unemployed(committed) for _ in range(AT_ONCE)]
    plan, taken = cast.allocation, 0
    for _ in range(ROUNDS):
        waiting = [made.prepared(committed, cast.measure, cast.officer, person, amount=EACH) for person in people]
        # What was promised in earlier rounds went back; the plan is cut to what is promised now and two more.
        _set_plan(committed, plan, amount=2 * EACH, places=plan.places_taken + AT_ONCE)
        committed.commit()
        outcomes = Counter(at_once(app, [approving(one, cast.approver) for one in waiting]))
        assert outcomes == {"done": 2, "allocation_spent": 2}
        committed.expire_all()
        assert (plan.committed, plan.planned) == (2 * EACH, 2 * EACH)
        states = Counter(one.state for one in waiting)
        assert states == {EnrolmentState.APPROVED: 2, EnrolmentState.PREPARED: 2}
        assert disagreements(committed) == []
        for one in waiting:
            participation.withdraw_enrolment(committed, cast.officer, one)
        committed.commit()
        taken += 2
    kinds = Counter(committed.scalars(select(LedgerEntry.kind).where(LedgerEntry.allocation_id == plan.id)))
    assert kinds[EntryKind.COMMIT] == kinds[EntryKind.RELEASE] == taken


def test_a_payment_is_made_once(app: Flask, committed: Session) -> None:
    cast = make_cast(committed)
    for _ in range(ROUNDS // 4):
        found = made.started(committed, cast.measure, cast.officer, cast.approver, amount=EACH)
        payment = payments.prepare_payment(committed, cast.officer, found, kind=PaymentKind.SUBSIDY, amount=EACH)
        before = cast.allocation.paid
        committed.commit()
        outcomes = Counter(at_once(app, [paying(payment, who) for who in (cast.approver, cast.second_approver) * 2]))
        assert outcomes == {"done": 1, "not_allowed_now": AT_ONCE - 1}
        committed.expire_all()
        assert cast.allocation.paid == before + EACH
        participation.complete_enrolment(committed, cast.officer, found, ended_on=found.started_on)
        _set_plan(committed, cast.allocation, amount=cast.allocation.committed + 10 * EACH, places=cast.allocation.places_taken + 10)
        committed.commit()
    assert disagreements(committed) == []


def test_the_last_seat_is_taken_once_and_the_others_wait(app: Flask, committed: Session) -> None:
    cast, lessons = make_cast(committed), made.measure(committed, made.TRAINING)
    people = [made.unemployed(committed) for _ in range(AT_ONCE)]
    for _ in range(ROUNDS // 4):
        course = made.course(committed, cast.officer, lessons, seats=1)
        waiting = [made.eligible(committed, lessons, cast.officer, person) for person in people]
        committed.commit()
        assert Counter(at_once(app, [seating(one, course, cast.officer) for one in waiting])) == {"done": AT_ONCE}
        committed.expire_all()
        places = places_of_course(committed, cast.officer, course)
        assert Counter(one.state for one in places) == {SeatState.SEATED: 1, SeatState.WAITING: AT_ONCE - 1}
        assert course.seats_taken == 1
        for one in waiting:
            participation.withdraw_enrolment(committed, cast.officer, one)
        assert course.seats_taken == 0
        committed.commit()


def test_moves_in_both_directions_and_a_withdrawal_wait_for_nobody_in_a_circle(app: Flask, committed: Session) -> None:
    cast = make_cast(committed)
    other = made.allocation(committed, cast.measure, "KZ-75")
    first, second = made.analyst(committed), made.analyst(committed)
    for _ in range(ROUNDS // 4):
        there = allocations.propose_reallocation(committed, first, cast.allocation, other, places=1, amount=EACH, reason="There.")
        back = allocations.propose_reallocation(committed, first, other, cast.allocation, places=1, amount=EACH, reason="Back.")
        found = made.approved(committed, cast.measure, cast.officer, cast.approver, amount=EACH)
        committed.commit()
        outcomes = Counter(at_once(app, [deciding(there, second), deciding(back, second), withdrawing(found, cast.officer)]))
        assert outcomes == {"done": 3}
        committed.expire_all()
        assert (cast.allocation.planned, other.planned, cast.allocation.committed) == (10_000_000, 10_000_000, 0)
    assert disagreements(committed) == []


WORKER = """
import sys
from labour_exchange.app import create_app
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import act_as, db
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations import enrolments, participation
app = create_app()
user, region, numbers = int(sys.argv[1]), sys.argv[2], [int(one) for one in sys.argv[3].split(",")]
approver = Actor(ActorKind.APPROVER, user_id=user, office_id=1, region_code=region)
with app.app_context():
    session = db.session()
    act_as(session, approver)
    print("ready", flush=True)
    for number in numbers:
        enrolments.approve_enrolment(session, approver, session.get_one(Enrolment, number))
        session.commit()
"""


def approvals(session: Session, tried: list[Enrolment]) -> int:
    session.rollback()
    wanted = (
        select(func.count()).select_from(Enrolment).where(Enrolment.id.in_([one.id for one in tried]), Enrolment.state == EnrolmentState.APPROVED)
    )
    return session.scalar(wanted) or 0


def test_sums_agree_after_workers_are_killed(settings: Settings, committed: Session) -> None:
    """A process approves one after another and is killed outright somewhere; what it had committed is whole, the rest was never there."""
    cast, done = make_cast(committed), 0
    people = [made.unemployed(committed) for _ in range(30)]
    _set_plan(committed, cast.allocation, amount=10**9, places=10**6)
    for number in range(KILLS):
        waiting = [made.prepared(committed, cast.measure, cast.officer, person, amount=EACH) for person in people]
        committed.commit()
        keys = ",".join(str(one.id) for one in waiting)
        command = [sys.executable, "-c", WORKER, str(cast.approver.user_id), "KZ-71", keys]
        process = subprocess.Popen(command, env=environment(settings), stdout=subprocess.PIPE, start_new_session=True, cwd=ROOT)
        assert process.stdout is not None
        assert process.stdout.readline() == b"ready\n"
        until(lambda wanted=1 + number * 3 % 20, tried=waiting: approvals(committed, tried) >= wanted, 60)
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()
        committed.expire_all()
        approved = [one for one in waiting if one.state is EnrolmentState.APPROVED]
        done += len(approved)
        assert cast.allocation.committed == EACH * len(approved)
        assert disagreements(committed) == []
        for one in waiting:
            participation.withdraw_enrolment(committed, cast.officer, one)
        committed.commit()
    assert 0 < done < KILLS * len(people), "no process was killed in the middle of its work"


def _set_plan(session: Session, plan: Allocation, *, amount: int, places: int) -> None:
    """Cut or raise the plan, in the ledger as everything is."""
    change = Change(places=places - plan.places, planned=amount - plan.planned)
    enter(session, system_actor("test"), plan.id, EntryKind.PLAN, change)
