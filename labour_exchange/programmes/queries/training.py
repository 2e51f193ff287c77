"""Courses of the region with their seats and waiting lists, and a person's place on one."""

from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import may_keep_region, visible_of_enrolments
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.training import Course, CoursePlace
from labour_exchange.programmes.states import SeatState


def courses_of_region(session: Session, actor: Actor, *, since: date | None = None, measure_id: int | None = None) -> list[Course]:
    """Courses of the actor's region, those that begin last first; from a day on, of one measure."""
    wanted = select(Course).options(joinedload(Course.provider), joinedload(Course.measure)).where(Course.region_code == actor.region_code)
    if since is not None:
        wanted = wanted.where(Course.starts_on >= since)
    if measure_id is not None:
        wanted = wanted.where(Course.measure_id == measure_id)
    return list(session.scalars(wanted.order_by(Course.starts_on.desc(), Course.id)))


def courses_with_seats(session: Session, since: date, region_code: str = "") -> list[Course]:
    """Courses into an occupation that begin from a day on and have a seat, of every region or of one, those that begin first first."""
    wanted = select(Course).options(joinedload(Course.provider), joinedload(Course.measure))
    wanted = wanted.where(Course.starts_on >= since, Course.seats_taken < Course.seats, Course.occupation_code.is_not(None))
    if region_code:
        wanted = wanted.where(Course.region_code == region_code)
    return list(session.scalars(wanted.order_by(Course.starts_on, Course.id)))


def course_for(session: Session, actor: Actor, public_id: str) -> Course:
    """Raises NotFound for a course of another region."""
    found = session.scalars(select(Course).options(joinedload(Course.provider)).where(Course.public_id == public_id)).one_or_none()
    if found is None or not may_keep_region(actor, found.region_code):
        raise NotFound
    return found


def places_of_course(session: Session, actor: Actor, course: Course) -> list[CoursePlace]:
    """Who sits, then who waits in the order of the list."""
    loaded = joinedload(CoursePlace.enrolment).joinedload(Enrolment.jobseeker)
    wanted = (
        select(CoursePlace)
        .options(loaded, selectinload(CoursePlace.attendance))
        .where(CoursePlace.course_id == course.id, CoursePlace.state != SeatState.LEFT)
    )
    found = session.scalars(visible_of_enrolments(actor, wanted, CoursePlace).order_by(CoursePlace.queued_at, CoursePlace.id))
    return sorted(found, key=lambda one: one.state is SeatState.WAITING)


def place_of(session: Session, enrolment: Enrolment) -> CoursePlace | None:
    """The person's seat or place in a waiting list."""
    wanted = select(CoursePlace).options(joinedload(CoursePlace.course).joinedload(Course.provider), selectinload(CoursePlace.attendance))
    return session.scalars(wanted.where(CoursePlace.enrolment_id == enrolment.id, CoursePlace.state != SeatState.LEFT)).one_or_none()


def waiting_before(session: Session, place: CoursePlace) -> int:
    """How many wait before this one; a number is all that a person learns of the others."""
    ahead = select(func.count()).select_from(CoursePlace).where(CoursePlace.course_id == place.course_id, CoursePlace.state == SeatState.WAITING)
    with acting_as(session, system_actor("waiting_before")):
        return session.scalar(ahead.where(CoursePlace.queued_at < place.queued_at)) or 0
