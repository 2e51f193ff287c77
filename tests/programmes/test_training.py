"""Training: seats that are never too many, the waiting list in its order, attendance, and the certificate."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.programmes.operations import enrolments, participation
from labour_exchange.programmes.operations import training as operations
from labour_exchange.programmes.queries import training as queries
from labour_exchange.programmes.states import DropReason, EnrolmentState, SeatState
from tests.factories import programmes as made
from tests.factories.jobseekers import actor_of
from tests.programmes.conftest import Cast


def test_the_whole_way_of_a_course(session: Session, cast: Cast) -> None:
    training = made.measure(session, made.TRAINING)
    plan, course = made.allocation(session, training), made.course(session, cast.officer, training)
    found = made.eligible(session, training, cast.officer)
    with pytest.raises(Conflict, match="no_seat"):
        operations.prepare_training(session, cast.officer, found)
    place = operations.give_seat(session, cast.officer, found, course)
    operations.prepare_training(session, cast.officer, found)
    enrolments.approve_enrolment(session, cast.approver, found)
    assert (found.starts_on, found.ends_on, plan.committed) == (course.starts_on, course.ends_on, 50_000)
    participation.start_enrolment(session, cast.officer, found)
    week = clock.today() - timedelta(days=clock.today().weekday())
    operations.record_attendance(session, cast.officer, place, week=week, taught=40, attended=29)
    with pytest.raises(Conflict, match="attendance_low"):
        operations.finish_course(session, cast.officer, place, certificate="C-1")
    operations.record_attendance(session, cast.officer, place, week=week, taught=40, attended=30)
    with pytest.raises(InvalidInput):
        operations.finish_course(session, cast.officer, place, certificate=" ")
    finished = operations.finish_course(session, cast.officer, place, certificate="C-1")
    assert (finished.certificate, found.state, course.seats_taken) == ("C-1", EnrolmentState.COMPLETED, 1)


def test_whoever_finds_no_seat_waits_and_moves_up_in_order(session: Session, cast: Cast) -> None:
    training = made.measure(session, made.TRAINING)
    course = made.course(session, cast.officer, training, seats=1)
    people = [made.eligible(session, training, cast.officer) for _ in range(3)]
    places = [operations.give_seat(session, cast.officer, one, course) for one in people]
    assert [one.state for one in places] == [SeatState.SEATED, SeatState.WAITING, SeatState.WAITING]
    assert [queries.waiting_before(session, one) for one in places[1:]] == [0, 1]
    with acting_as(session, actor_of(people[2].jobseeker)):
        assert queries.waiting_before(session, places[2]) == 1
    participation.withdraw_enrolment(session, cast.officer, people[0])
    assert [one.state for one in places] == [SeatState.LEFT, SeatState.SEATED, SeatState.WAITING]
    participation.withdraw_enrolment(session, cast.officer, people[2])
    assert [one.enrolment_id for one in queries.places_of_course(session, cast.officer, course)] == [people[1].id]
    assert course.seats_taken == 1


def test_a_seat_is_given_once_and_changed_for_another_course(session: Session, cast: Cast) -> None:
    training = made.measure(session, made.TRAINING)
    first, second = made.course(session, cast.officer, training), made.course(session, cast.officer, training)
    found = made.eligible(session, training, cast.officer)
    place = operations.give_seat(session, cast.officer, found, first)
    assert operations.give_seat(session, cast.officer, found, first) is place
    operations.give_seat(session, cast.officer, found, second)
    assert (first.seats_taken, second.seats_taken) == (0, 1)


def test_a_course_of_another_measure_or_begun_already_takes_nobody(session: Session, cast: Cast) -> None:
    training = made.measure(session, made.TRAINING)
    found = made.eligible(session, training, cast.officer)
    begun = made.course(session, cast.officer, training, starts_on=clock.today() - timedelta(days=1))
    with pytest.raises(Conflict, match="course_begun"):
        operations.give_seat(session, cast.officer, found, begun)
    other = made.course(session, cast.officer, made.measure(session, "now-business-training"))
    with pytest.raises(Conflict, match="course_wrong"):
        operations.give_seat(session, cast.officer, found, other)
    with pytest.raises(NotFound):
        operations.give_seat(session, cast.stranger, found, other)
    with pytest.raises(NotFound):
        queries.course_for(session, cast.stranger, other.public_id)


def test_attendance_is_of_a_week_of_the_course_and_within_its_hours(session: Session, cast: Cast) -> None:
    training = made.measure(session, made.TRAINING)
    made.allocation(session, training)
    found = made.started(session, training, cast.officer, cast.approver)
    place = queries.place_of(session, found)
    assert place is not None
    monday = clock.today() - timedelta(days=clock.today().weekday())
    for week, taught, attended in (
        (monday + timedelta(days=1), 40, 40),
        (monday - timedelta(days=7), 40, 40),
        (monday + timedelta(days=7), 40, 40),
        (monday, 40, 41),
        (monday, 0, 0),
    ):
        with pytest.raises(InvalidInput):
            operations.record_attendance(session, cast.officer, place, week=week, taught=taught, attended=attended)
    with pytest.raises(NotFound):
        operations.record_attendance(session, cast.stranger, place, week=monday, taught=40, attended=40)
    participation.drop_out(session, cast.officer, found, ended_on=clock.today(), reason=DropReason.ABSENT)
    assert place.state is SeatState.LEFT
    with pytest.raises(Conflict, match="not_begun"):
        operations.record_attendance(session, cast.officer, place, week=monday, taught=40, attended=40)


def test_a_course_that_cannot_be_so_is_refused_with_every_mistake(session: Session, cast: Cast) -> None:
    wrong = {"title": " ", "provider_bin": "1", "ends_on": clock.today() - timedelta(days=1), "seats": 0, "price": -1}
    with pytest.raises(InvalidInput) as refused:
        made.course(session, cast.officer, cast.measure, **wrong)
    assert [error.field for error in refused.value.errors] == ["title", "measure", "provider_bin", "ends_on", "seats", "price"]


def test_under_row_security_a_person_who_leaves_gives_the_seat_to_the_next(session: Session, cast: Cast) -> None:
    lesson = made.measure(session, made.TRAINING)
    course = made.course(session, cast.officer, lesson, seats=1)
    first, second = (made.eligible(session, lesson, cast.officer) for _ in range(2))
    places = [operations.give_seat(session, cast.officer, one, course) for one in (first, second)]
    person = actor_of(first.jobseeker)
    with acting_as(session, person):
        participation.withdraw_enrolment(session, person, first)
    session.expire_all()
    assert [one.state for one in places] == [SeatState.LEFT, SeatState.SEATED]
    assert course.seats_taken == 1
