"""A transfer's event heard four times at the instant at which the person withdraws: place and promise go back once, and one person moves up."""

from datetime import timedelta

from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import LedgerEntry
from labour_exchange.programmes.models.training import CoursePlace
from labour_exchange.programmes.operations import enrolments, training
from labour_exchange.programmes.operations.participation import withdraw_enrolment, withdraw_what_is_left
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.states import EnrolmentState, EntryKind, SeatState
from tests.factories import programmes as made
from tests.factories.jobseekers import actor_of
from tests.faults.test_races_placements import Act, at_once
from tests.programmes.conftest import make_cast
from tests.programmes.test_transfers import moved

ROUNDS, HEARD = 10, 4


def test_a_place_is_given_back_once(app: Flask, committed: Session) -> None:
    cast, measure = make_cast(committed), made.measure(committed, made.TRAINING)
    plan = made.allocation(committed, measure)
    for _round in range(ROUNDS):
        course = made.course(committed, cast.officer, measure, seats=1, starts_on=clock.today() + timedelta(days=1))
        found, *others = (made.eligible(committed, measure, cast.officer) for _ in range(3))
        places = [training.give_seat(committed, cast.officer, one, course) for one in (found, *others)]
        training.prepare_training(committed, cast.officer, found)
        enrolments.approve_enrolment(committed, cast.approver, found)
        facts = moved(committed, cast, found.jobseeker)
        who = actor_of(found.jobseeker)
        committed.commit()
        outcomes = at_once(app, [*(hearing(facts) for _ in range(HEARD)), withdrawing(found, who)])
        assert outcomes[:HEARD] == ["done"] * HEARD
        assert outcomes[HEARD] in ("done", "not_allowed_now")
        committed.expire_all()
        assert found.state is EnrolmentState.WITHDRAWN
        assert [committed.get_one(CoursePlace, one.id).state for one in places] == [SeatState.LEFT, SeatState.SEATED, SeatState.WAITING]
        released = select(func.count()).where(LedgerEntry.enrolment_id == found.id, LedgerEntry.kind == EntryKind.RELEASE)
        assert committed.scalar(released) == 1
    assert (plan.places_taken, plan.committed) == (0, 0)
    assert disagreements(committed) == []


def hearing(facts: dict[str, object]) -> tuple[Actor, Act]:
    return system_actor("react"), lambda session: withdraw_what_is_left(session, facts)


def withdrawing(found: Enrolment, who: Actor) -> tuple[Actor, Act]:
    key = found.id
    return who, lambda session: withdraw_enrolment(session, who, session.get_one(Enrolment, key))
