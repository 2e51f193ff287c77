"""Seats of courses and posts of subsidised jobs: taken and freed by guarded updates, the waiting list in its order."""

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.jobs import Agreement, SubsidisedPost
from labour_exchange.programmes.models.training import Course, CoursePlace
from labour_exchange.programmes.states import SEAT_LIFECYCLE, SeatState


def take_seat_if_free(session: Session, course_id: int) -> bool:
    """Count one more seat as taken, never more than there are."""
    wanted = update(Course).where(Course.id == course_id, Course.seats_taken < Course.seats).values(seats_taken=Course.seats_taken + 1)
    taken = session.execute(wanted.returning(Course.id).execution_options(synchronize_session=False)).one_or_none()
    session.get_one(Course, course_id, populate_existing=True)
    return taken is not None


def take_post_if_free(session: Session, post_id: int) -> bool:
    """Count one more job of an employer's application as filled, never more than were accepted."""
    wanted = update(SubsidisedPost).where(SubsidisedPost.id == post_id, SubsidisedPost.posts_filled < SubsidisedPost.posts)
    counted = wanted.values(posts_filled=SubsidisedPost.posts_filled + 1).returning(SubsidisedPost.id)
    taken = session.execute(counted.execution_options(synchronize_session=False)).one_or_none()
    session.get_one(SubsidisedPost, post_id, populate_existing=True)
    return taken is not None


def free_what_was_kept(session: Session, actor: Actor, enrolment: Enrolment) -> None:
    """The seat or post of somebody who leaves goes to the next; the caller holds the enrolment."""
    kept = select(CoursePlace).where(CoursePlace.enrolment_id == enrolment.id, CoursePlace.state != SeatState.LEFT).with_for_update()
    place = session.scalars(kept).one_or_none()
    if place is not None:
        leave(session, actor, place)
    agreement = session.scalars(select(Agreement).where(Agreement.enrolment_id == enrolment.id)).one_or_none()
    if agreement is not None:
        fewer = update(SubsidisedPost).where(SubsidisedPost.id == agreement.post_id, SubsidisedPost.posts_filled > 0)
        session.execute(fewer.values(posts_filled=SubsidisedPost.posts_filled - 1).execution_options(synchronize_session=False))
        session.get_one(SubsidisedPost, agreement.post_id, populate_existing=True)


def leave(session: Session, actor: Actor, place: CoursePlace) -> None:
    """Leave the seat or the waiting list; a freed seat goes to whoever has waited longest."""
    had_seat = place.state is SeatState.SEATED
    move(session, actor, place, SEAT_LIFECYCLE, "leave")
    if not had_seat:
        return
    fewer = update(Course).where(Course.id == place.course_id, Course.seats_taken > 0).values(seats_taken=Course.seats_taken - 1)
    session.execute(fewer.execution_options(synchronize_session=False))
    session.get_one(Course, place.course_id, populate_existing=True)
    seat_next(session, actor, place.course_id)


def seat_next(session: Session, actor: Actor, course_id: int) -> None:
    """Seat people from the waiting list while there are seats, the longest waiting first."""
    queue = select(CoursePlace).where(CoursePlace.course_id == course_id, CoursePlace.state == SeatState.WAITING)
    # A person who gives a seat up may not read who waits for it: the operation has asked who may leave.
    with acting_as(session, system_actor("seat_next")):
        for place in session.scalars(queue.order_by(CoursePlace.queued_at, CoursePlace.id).with_for_update(skip_locked=True)):
            if not take_seat_if_free(session, course_id):
                return
            place.seated_at = clock.now()
            move(session, actor, place, SEAT_LIFECYCLE, "seat")
