"""What was said with a person, and when they meet the officer: the contact log and appointments."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, func, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.cases.models.cases import Case
from labour_exchange.cases.states import AppointmentState, ContactChannel
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Contact(Base):
    """One talk or letter: why, what came of it, what is next. The person reads it too."""

    __tablename__ = "contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    held_on: Mapped[date]
    channel: Mapped[ContactChannel] = mapped_column(choice(ContactChannel))
    purpose: Mapped[str]
    result: Mapped[str]
    next_step: Mapped[str] = mapped_column(default="")
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)

    written_by: Mapped[User | None] = relationship()


class Appointment(Base):
    """A slot of one officer for one person; no two open ones of an officer overlap (an exclusion constraint)."""

    __tablename__ = "appointments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    officer_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str]
    purpose: Mapped[str]
    state: Mapped[AppointmentState] = mapped_column(choice(AppointmentState))
    wish: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")

    case: Mapped[Case] = relationship()
    officer: Mapped[User] = relationship()

    __table_args__ = (
        Index("ix_appointments_officer_starts", "officer_id", "starts_at"),
        CheckConstraint("starts_at < ends_at", name="in_order"),
        CheckConstraint("state <> 'missed' OR reason <> ''", name="missed_with_reason"),
        CheckConstraint("state <> 'move_asked' OR wish <> ''", name="asked_with_wish"),
        ExcludeConstraint(
            (func.int8range(literal_column("officer_id"), literal_column("officer_id"), literal_column("'[]'")), "&&"),
            (func.tstzrange(literal_column("starts_at"), literal_column("ends_at")), "&&"),
            name="ex_appointments_no_overlap",
            using="gist",
            where=literal_column("state IN ('proposed', 'accepted', 'move_asked')"),
        ),
    )
