"""Training: courses opened with their seats, people seated or waiting, attendance week by week, and the certificate at the end."""

from dataclasses import dataclass
from datetime import date, timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.accounts.rules.identifiers import is_bin
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.models.training import Attendance, Course, CoursePlace, Provider
from labour_exchange.programmes.operations.enrolments import prepare_enrolment
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.operations.participation import complete_enrolment
from labour_exchange.programmes.operations.places import leave, take_seat_if_free
from labour_exchange.programmes.rules.participation import has_attended_enough
from labour_exchange.programmes.states import OPEN_ENROLMENTS, SEAT_LIFECYCLE, EnrolmentState, MeasureKind, SeatState
from labour_exchange.programmes.texts import refusals


@dataclass(frozen=True, slots=True)
class CourseFacts:
    """What a course is; `price` is tenge a person, the provider is found by its BIN."""

    title: str
    provider_bin: str
    provider_name: str
    starts_on: date
    ends_on: date
    seats: int
    price: int
    occupation_code: str | None = None


def open_course(session: Session, actor: Actor, measure: Measure, facts: CourseFacts) -> Course:
    """Put a course of the office's region on the list. Raises InvalidInput."""
    region_code = actor.region_code or ""
    if not access.may_keep_region(actor, region_code):
        raise NotFound
    errors = [
        FieldError(field, message)
        for field, message, is_right in (
            ("title", refusals.TITLE_MISSING, bool(facts.title.strip())),
            ("measure", refusals.COURSE_WRONG, measure.kind is MeasureKind.TRAINING),
            ("provider_bin", refusals.PROVIDER_WRONG, is_bin(facts.provider_bin) and bool(facts.provider_name.strip())),
            ("ends_on", refusals.PERIOD_WRONG, facts.starts_on <= facts.ends_on),
            ("seats", refusals.SEATS_WRONG, facts.seats > 0),
            ("price", refusals.AMOUNT_WRONG, facts.price >= 0),
        )
        if not is_right
    ]
    if errors:
        raise InvalidInput(errors)
    named = {"bin": facts.provider_bin, "name": facts.provider_name.strip(), "region_code": region_code}
    provider = session.scalars(select(Provider).where(Provider.bin == facts.provider_bin)).one_or_none() or Provider(**named)
    session.add(provider)
    session.flush()
    dates = {"starts_on": facts.starts_on, "ends_on": facts.ends_on, "occupation_code": facts.occupation_code}
    size = {"seats": facts.seats, "price": facts.price, "region_code": region_code, "title": facts.title.strip()}
    made = Course(provider_id=provider.id, measure_id=measure.id, **dates, **size)
    session.add(made)
    session.flush()
    record_act(session, actor, "open course", "course", made.id)
    return made


def give_seat(session: Session, actor: Actor, enrolment: Enrolment, course: Course) -> CoursePlace:
    """Seat a person, or put them at the end of the waiting list when every seat is taken. Raises Conflict(course_wrong, course_begun)."""
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    if course.measure_id != enrolment.measure_id or course.region_code != enrolment.region_code or enrolment.state not in OPEN_ENROLMENTS:
        raise Conflict(refusals.COURSE_WRONG)
    if course.starts_on < clock.today():
        raise Conflict(refusals.COURSE_BEGUN)
    kept = session.scalars(select(CoursePlace).where(CoursePlace.enrolment_id == enrolment.id, CoursePlace.state != SeatState.LEFT)).one_or_none()
    if kept is not None and kept.course_id == course.id:
        return kept
    if kept is not None:
        leave(session, actor, kept)
    place = CoursePlace(course_id=course.id, enrolment_id=enrolment.id, queued_at=clock.now())
    session.add(place)
    session.flush()
    log_transition(session, actor, SEAT_LIFECYCLE.name, place.id, "queue", "", place.state)
    if take_seat_if_free(session, course.id):
        place.seated_at = clock.now()
        move(session, actor, place, SEAT_LIFECYCLE, "seat")
    return place


def prepare_training(session: Session, actor: Actor, enrolment: Enrolment) -> Enrolment:
    """Put it before the approver on the dates and at the price of the course. Raises Conflict(no_seat), InvalidInput."""
    course = session.scalars(
        select(Course)
        .join(CoursePlace, CoursePlace.course_id == Course.id)
        .where(CoursePlace.enrolment_id == enrolment.id, CoursePlace.state == SeatState.SEATED)
    ).one_or_none()
    if course is None:
        raise Conflict(refusals.NO_SEAT)
    return prepare_enrolment(session, actor, enrolment, starts_on=course.starts_on, ends_on=course.ends_on, amount=course.price)


def record_attendance(session: Session, actor: Actor, place: CoursePlace, *, week: date, taught: int, attended: int) -> None:
    """Write the hours of one week, named by its Monday; writing it again corrects it. Raises InvalidInput, Conflict(not_begun)."""
    if not access.may_prepare(actor, place.enrolment):
        raise NotFound
    if place.enrolment.state is not EnrolmentState.STARTED:
        raise Conflict(refusals.NOT_BEGUN)
    course = place.course
    errors = []
    if week.weekday() != 0 or not course.starts_on - timedelta(days=6) <= week <= min(course.ends_on, clock.today()):
        errors.append(FieldError("week", refusals.WEEK_WRONG))
    if not 0 <= attended <= taught or taught < 1:
        errors.append(FieldError("attended", refusals.HOURS_WRONG))
    if errors:
        raise InvalidInput(errors)
    hours = {"taught": taught, "attended": attended, "recorded_by_id": actor.user_id, "recorded_at": clock.now()}
    written = insert(Attendance).values(place_id=place.id, week=week, **hours)
    session.execute(written.on_conflict_do_update(constraint="uq_attendance_week", set_=hours))
    record_act(session, actor, "record attendance", "course place", place.id, week=week.isoformat())
    session.expire(place, ["attendance"])


def finish_course(session: Session, actor: Actor, place: CoursePlace, *, certificate: str) -> CoursePlace:
    """The person has finished with a certificate, having attended three quarters of the hours. Raises InvalidInput, Conflict(attendance_low)."""
    if not access.may_prepare(actor, place.enrolment):
        raise NotFound
    if not certificate.strip():
        raise InvalidInput([FieldError("certificate", refusals.CERTIFICATE_MISSING)])
    if not has_attended_enough((one.taught, one.attended) for one in place.attendance):
        raise Conflict(refusals.ATTENDANCE_LOW)
    complete_enrolment(session, actor, place.enrolment, ended_on=min(place.course.ends_on, clock.today()))
    place.certificate = certificate.strip()
    session.flush()
    return place
