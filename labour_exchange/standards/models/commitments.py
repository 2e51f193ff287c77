"""One promise to one person or employer by a day; the link to rate the service; ratings; and figures by quarter."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.offices.models import Office
from labour_exchange.standards.models.versions import Standard
from labour_exchange.standards.states import CommitmentState, Promise, RatingState, RefusalCode


class Commitment(Base):
    """Written from the registers, once for each `promise` and `subject_id` (the registration or vacancy). `days` are working days used."""

    __tablename__ = "commitments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    standard_id: Mapped[int] = mapped_column(ForeignKey("standards.id"), index=True)
    promise: Mapped[Promise] = mapped_column(choice(Promise))
    subject_id: Mapped[int]
    jobseeker_id: Mapped[int | None] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    promised_on: Mapped[date]
    due_on: Mapped[date]
    done_on: Mapped[date | None]
    days: Mapped[int | None]
    state: Mapped[CommitmentState] = mapped_column(choice(CommitmentState))

    standard: Mapped[Standard] = relationship()
    office: Mapped[Office] = relationship()

    __table_args__ = (
        UniqueConstraint("promise", "subject_id", name="uq_commitments_promise_subject"),
        CheckConstraint("(jobseeker_id IS NULL) <> (employer_id IS NULL)", name="one_side"),
        CheckConstraint("promised_on <= due_on", name="due_after"),
        CheckConstraint("(done_on IS NULL) = (days IS NULL)", name="days_when_done"),
        Index("ix_commitments_open", "region_code", "due_on", postgresql_where="state = 'open'"),
        Index("ix_commitments_office_due", "office_id", "due_on"),
    )


class RatingLink(Base):
    """The one link to rate one service received, once, and to complain about it, once. It knows whose it is; the rating does not."""

    __tablename__ = "rating_links"

    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitments.id", ondelete="CASCADE"), primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    issued_on: Mapped[date]
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_on: Mapped[date | None]
    complained_on: Mapped[date | None]


class Rating(Base):
    """Points from 1 to 5 and words, of nobody in particular: there is no way back from it to a person."""

    __tablename__ = "ratings"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    standard_id: Mapped[int] = mapped_column(ForeignKey("standards.id"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    points: Mapped[int]
    words: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    rated_on: Mapped[date]
    state: Mapped[RatingState] = mapped_column(choice(RatingState))
    refusal: Mapped[RefusalCode | None] = mapped_column(choice(RefusalCode))
    answer: Mapped[str] = mapped_column(default="")
    answered_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)

    standard: Mapped[Standard] = relationship()
    office: Mapped[Office] = relationship()

    __table_args__ = (
        CheckConstraint("points BETWEEN 1 AND 5", name="points_range"),
        CheckConstraint("(refusal IS NOT NULL) = (state = 'refused')", name="refused_with_reason"),
        Index("ix_ratings_office_day", "office_id", "rated_on"),
    )


class ServiceFigure(Base):
    """How one office kept one standard in one finished quarter, by the day on which a promise, or the answer to a complaint, was due.

    The public page reads nothing else. `complaint_days` is the median of working days until the office answered.
    """

    __tablename__ = "service_figures"

    quarter: Mapped[date] = mapped_column(primary_key=True)
    standard_id: Mapped[int] = mapped_column(ForeignKey("standards.id", ondelete="CASCADE"), primary_key=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id", ondelete="CASCADE"), primary_key=True)
    kept: Mapped[int]
    breached: Mapped[int]
    median_days: Mapped[float | None]
    days_of_nine_in_ten: Mapped[float | None]
    ratings: Mapped[int]
    points: Mapped[int]
    complaints: Mapped[int] = mapped_column(default=0)
    complaints_answered: Mapped[int] = mapped_column(default=0)
    complaints_in_time: Mapped[int] = mapped_column(default=0)
    complaints_justified: Mapped[int] = mapped_column(default=0)
    complaint_days: Mapped[float | None]
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)
