"""A person's business plan, the microcredit that was paid out for it, and what has come back."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.businesses.states import CreditState
from labour_exchange.programmes.models.enrolments import Enrolment


class BusinessPlan(Base):
    """What a person plans to do with the money, in tenge and months; one at a time is free, and the enrolment that is prepared takes it."""

    __tablename__ = "business_plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"), unique=True)
    purpose: Mapped[str]
    asked: Mapped[int]
    own_share: Mapped[int]
    jobs_planned: Mapped[int]
    months: Mapped[int]
    version: Mapped[int] = mapped_column(default=1)
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("uq_business_plans_one_free", "jobseeker_id", unique=True, postgresql_where="enrolment_id IS NULL"),
        CheckConstraint("asked > 0 AND own_share >= 0 AND jobs_planned > 0 AND months > 0", name="figures"),
    )
    __mapper_args__ = {"version_id_col": version}


class Credit(Base):
    """A microcredit from the day it was paid: its conditions never change, so its schedule is computed and not stored."""

    __tablename__ = "credits"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"), unique=True)
    amount: Mapped[int]
    months: Mapped[int]
    interest: Mapped[int]
    grace_months: Mapped[int]
    paid_on: Mapped[date]
    received: Mapped[int] = mapped_column(default=0)
    state: Mapped[CreditState] = mapped_column(choice(CreditState), default=CreditState.RUNNING)
    doubt_reason: Mapped[str] = mapped_column(default="")
    doubted_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    doubted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    written_off_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    written_off_on: Mapped[date | None]

    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (
        CheckConstraint("amount > 0 AND 0 <= grace_months AND grace_months < months AND interest >= 0", name="conditions"),
        CheckConstraint("received >= 0", name="received"),
        CheckConstraint("written_off_by_id <> doubted_by_id", name="two_people"),
        CheckConstraint("(state = 'written_off') = (written_off_on IS NOT NULL)", name="written_off_on"),
    )


class Repayment(Base):
    """Money that came back, named by the bank's reference; written once."""

    __tablename__ = "repayments"

    id: Mapped[int] = mapped_column(primary_key=True)
    credit_id: Mapped[int] = mapped_column(ForeignKey("credits.id", ondelete="CASCADE"), index=True)
    reference: Mapped[str] = mapped_column(unique=True)
    paid_on: Mapped[date]
    amount: Mapped[int]
    recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("amount > 0", name="amount"),)
