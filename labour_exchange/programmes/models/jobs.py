"""Subsidised jobs: what an employer offers, the agreement of three parties, contributions seen and monthly claims."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Payment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import ClaimState, PostState


class SubsidisedPost(Base):
    """An employer's application to a measure: so many jobs at a pay, in tenge a month, that the state shares for some months."""

    __tablename__ = "subsidised_posts"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    region_code: Mapped[str]
    title: Mapped[str]
    posts: Mapped[int]
    posts_filled: Mapped[int] = mapped_column(default=0)
    pay: Mapped[int]
    months: Mapped[int]
    state: Mapped[PostState] = mapped_column(choice(PostState), default=PostState.SUBMITTED)
    submitted_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    reason: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    measure: Mapped[Measure] = relationship()
    employer: Mapped[Employer] = relationship()

    __table_args__ = (
        CheckConstraint("0 <= posts_filled AND posts_filled <= posts", name="posts"),
        CheckConstraint("pay > 0 AND months > 0", name="offer"),
        Index("ix_subsidised_posts_region_state", "region_code", "state"),
    )


class Agreement(Base):
    """What the person, the employer and the office sign: whose job, at what pay, from when to when."""

    __tablename__ = "agreements"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    post_id: Mapped[int] = mapped_column(ForeignKey("subsidised_posts.id"), index=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), unique=True)
    pay: Mapped[int]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    person_signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    employer_signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    office_signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)

    post: Mapped[SubsidisedPost] = relationship()
    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (CheckConstraint("starts_on <= ends_on AND pay > 0", name="terms"),)

    @property
    def is_signed(self) -> bool:
        return None not in (self.person_signed_at, self.employer_signed_at, self.office_signed_at)


class ContributionMonth(Base):
    """A month for which the pension register showed a contribution; what a claim is believed by. Append-only."""

    __tablename__ = "contribution_months"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"))
    month: Mapped[date]
    reference: Mapped[str]
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("enrolment_id", "month", name="uq_contribution_months_once"),)


class SubsidyClaim(Base):
    """An employer's claim for one calendar month, with the days that were worked; the amount follows from the schedule."""

    __tablename__ = "subsidy_claims"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    region_code: Mapped[str]
    month: Mapped[date]
    worked_from: Mapped[date]
    worked_until: Mapped[date]
    amount: Mapped[int]
    state: Mapped[ClaimState] = mapped_column(choice(ClaimState), default=ClaimState.SUBMITTED)
    reason: Mapped[str] = mapped_column(default="")
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"))
    submitted_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    submitted_at: Mapped[datetime] = mapped_column(UtcDateTime)

    enrolment: Mapped[Enrolment] = relationship()
    payment: Mapped[Payment | None] = relationship()

    __table_args__ = (
        Index("uq_subsidy_claims_once", "enrolment_id", "month", unique=True, postgresql_where="state <> 'refused'"),
        Index("ix_subsidy_claims_region_state", "region_code", "state"),
        CheckConstraint("worked_from <= worked_until AND amount > 0", name="claim"),
        CheckConstraint("(state = 'accepted') = (payment_id IS NOT NULL)", name="accepted_with_payment"),
    )
