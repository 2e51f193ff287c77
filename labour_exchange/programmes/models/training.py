"""Training: providers, courses with a number of seats, who sits or waits, and how they attended."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import SeatState


class Provider(Base):
    """A college or centre that teaches for the programme."""

    __tablename__ = "providers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    bin: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    region_code: Mapped[str] = mapped_column(index=True)
    is_demo: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (CheckConstraint("bin ~ '^[0-9]{12}$'", name="bin_form"),)


class Course(Base):
    """A course on its dates; `price` is tenge a person, `occupation_code` the ISCO unit group it leads to."""

    __tablename__ = "courses"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    provider_id: Mapped[int] = mapped_column(ForeignKey("providers.id"), index=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    region_code: Mapped[str]
    title: Mapped[str]
    occupation_code: Mapped[str | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    seats: Mapped[int]
    seats_taken: Mapped[int] = mapped_column(default=0)
    price: Mapped[int]
    is_demo: Mapped[bool] = mapped_column(default=False)

    provider: Mapped[Provider] = relationship()
    measure: Mapped[Measure] = relationship()

    __table_args__ = (
        CheckConstraint("0 <= seats_taken AND seats_taken <= seats", name="seats"),
        CheckConstraint("starts_on <= ends_on AND price >= 0", name="dates"),
        Index("ix_courses_region_start", "region_code", "starts_on"),
    )


class CoursePlace(Base):
    """A person's seat on a course, or place in its waiting list; `certificate` is the number of what was got in the end."""

    __tablename__ = "course_places"

    id: Mapped[int] = mapped_column(primary_key=True)
    course_id: Mapped[int] = mapped_column(ForeignKey("courses.id"), index=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    state: Mapped[SeatState] = mapped_column(choice(SeatState), default=SeatState.WAITING)
    queued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seated_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    certificate: Mapped[str] = mapped_column(default="")

    course: Mapped[Course] = relationship()
    enrolment: Mapped[Enrolment] = relationship()
    attendance: Mapped[list["Attendance"]] = relationship(order_by="Attendance.week")

    __table_args__ = (Index("uq_course_places_one", "enrolment_id", unique=True, postgresql_where="state <> 'left'"),)


class Attendance(Base):
    """Hours of one week, named by its Monday: how many were taught and how many the person was there."""

    __tablename__ = "attendance"

    id: Mapped[int] = mapped_column(primary_key=True)
    place_id: Mapped[int] = mapped_column(ForeignKey("course_places.id"))
    week: Mapped[date]
    taught: Mapped[int]
    attended: Mapped[int]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("place_id", "week", name="uq_attendance_week"),
        CheckConstraint("0 <= attended AND attended <= taught", name="hours"),
    )
