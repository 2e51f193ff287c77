"""A project of a region, with its money, its jobs and what shows that it is done; and the payments made for it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.projects.states import ProjectKind, ProjectState
from labour_exchange.programmes.states import PaymentState


class Project(Base):
    """A facility that is built or repaired. `committed` and `paid` are tenge and agree with the ledger's rows for this project."""

    __tablename__ = "projects"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    region_code: Mapped[str]
    district_code: Mapped[str]
    name: Mapped[str]
    kind: Mapped[ProjectKind] = mapped_column(choice(ProjectKind))
    state: Mapped[ProjectState] = mapped_column(choice(ProjectState), default=ProjectState.PREPARED)
    jobs_planned: Mapped[int]
    jobs_created: Mapped[int | None]
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    completed_on: Mapped[date | None]
    evidence: Mapped[str] = mapped_column(default="")
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id"), index=True)
    amount: Mapped[int]
    committed: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decline_reason: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)

    measure: Mapped[Measure] = relationship()

    __table_args__ = (
        Index("ix_projects_region_state", "region_code", "state"),
        CheckConstraint("decided_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("0 <= paid AND paid <= committed", name="money"),
        CheckConstraint("jobs_planned > 0 AND amount > 0 AND starts_on <= ends_on", name="facts"),
        CheckConstraint("(state = 'completed') = (completed_on IS NOT NULL) AND jobs_created >= 0", name="completed"),
    )


class ProjectPayment(Base):
    """Tenge paid for a project: prepared by one person and approved by another."""

    __tablename__ = "project_payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    project_id: Mapped[int] = mapped_column(ForeignKey("projects.id", ondelete="CASCADE"), index=True)
    amount: Mapped[int]
    state: Mapped[PaymentState] = mapped_column(choice(PaymentState), default=PaymentState.PREPARED)
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paid_on: Mapped[date | None]

    project: Mapped[Project] = relationship()

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("decided_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("(state = 'paid') = (paid_on IS NOT NULL)", name="paid_on"),
    )
