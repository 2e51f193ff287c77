"""A case: an officer's work with one person of the region; each decision on how much help the person needs; who stands in for whom."""

from datetime import date, datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, func, literal_column
from sqlalchemy.dialects.postgresql import ExcludeConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.cases.states import CaseState, CloseReason, EffortGroup
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.jobseekers.models import Jobseeker


class Case(Base):
    """Row-level security shows it to the person and to the offices of its region. `next_step` is read by both."""

    __tablename__ = "cases"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    lead_id: Mapped[int] = mapped_column(ForeignKey("users.id"), index=True)
    state: Mapped[CaseState] = mapped_column(choice(CaseState))
    next_step: Mapped[str]
    due_on: Mapped[date]
    opened_on: Mapped[date]
    closed_on: Mapped[date | None]
    close_reason: Mapped[CloseReason | None] = mapped_column(choice(CloseReason))
    version: Mapped[int] = mapped_column(default=1)

    jobseeker: Mapped[Jobseeker] = relationship()
    lead: Mapped[User] = relationship()

    __table_args__ = (
        Index("uq_cases_one_open", "jobseeker_id", unique=True, postgresql_where="closed_on IS NULL"),
        Index("ix_cases_region_due", "region_code", "due_on", postgresql_where="closed_on IS NULL"),
        CheckConstraint("(closed_on IS NULL) = (close_reason IS NULL) AND (closed_on IS NULL) = (state <> 'closed')", name="closed_with_reason"),
    )
    __mapper_args__ = {"version_id_col": version}


class EffortAssessment(Base):
    """One decision on the effort group: by rules, or by an officer with a reason. The latest one holds, the others are history."""

    __tablename__ = "effort_assessments"

    id: Mapped[int] = mapped_column(primary_key=True)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    group: Mapped[EffortGroup] = mapped_column("effort_group", choice(EffortGroup))
    rule_codes: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    rules_version: Mapped[int]
    is_override: Mapped[bool] = mapped_column(default=False)
    reason: Mapped[str] = mapped_column(default="")
    assessed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    assessed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("is_override = (reason <> '')", name="override_with_reason"),)


class Absence(Base):
    """An officer is away, and a colleague of the office does what is due, both days included."""

    __tablename__ = "absences"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    absent_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"))
    substitute_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date]

    absent: Mapped[User] = relationship(foreign_keys=[absent_id])
    substitute: Mapped[User] = relationship(foreign_keys=[substitute_id])

    __table_args__ = (
        CheckConstraint("from_on <= until_on", name="in_order"),
        CheckConstraint("absent_id <> substitute_id", name="somebody_else"),
        ExcludeConstraint(
            (func.int8range(literal_column("absent_id"), literal_column("absent_id"), literal_column("'[]'")), "&&"),
            (func.daterange(literal_column("from_on"), literal_column("until_on"), literal_column("'[]'")), "&&"),
            name="ex_absences_one_at_a_time",
            using="gist",
        ),
    )
