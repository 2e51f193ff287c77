"""The individual plan of a case: what is to be reached, the steps with who does them and by when, and each text it has had."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.cases.models.cases import Case
from labour_exchange.cases.states import Doer, StepState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Plan(Base):
    """One a case. `revision` grows with each change of its words; `agreed_revision` is the one that the person has read and agreed to."""

    __tablename__ = "plans"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), unique=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    goals: Mapped[str]
    revision: Mapped[int]
    agreed_revision: Mapped[int | None]
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    case: Mapped[Case] = relationship()
    steps: Mapped[list["PlanStep"]] = relationship(order_by="PlanStep.due_on, PlanStep.id", passive_deletes=True)

    __table_args__ = (
        CheckConstraint("revision >= 1", name="revision_counted"),
        CheckConstraint("(agreed_revision IS NULL) = (agreed_at IS NULL) AND agreed_revision <= revision", name="agreed_as_read"),
    )

    @property
    def is_agreed(self) -> bool:
        """Whether the person has agreed to what it says now."""
        return self.agreed_revision == self.revision


class PlanStep(Base):
    """One thing to do, by the person or by the office."""

    __tablename__ = "plan_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    what: Mapped[str]
    doer: Mapped[Doer] = mapped_column(choice(Doer))
    due_on: Mapped[date]
    state: Mapped[StepState] = mapped_column(choice(StepState), default=StepState.OPEN)
    reason: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]

    __table_args__ = (
        CheckConstraint("(state = 'dropped') = (reason <> '')", name="dropped_with_reason"),
        CheckConstraint("(state = 'open') = (ended_on IS NULL)", name="ended_on_a_day"),
    )


class PlanRevision(Base):
    """The plan as it read under one number; `steps` are {what, doer, due_on}."""

    __tablename__ = "plan_revisions"

    id: Mapped[int] = mapped_column(primary_key=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"))
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    revision: Mapped[int]
    goals: Mapped[str]
    steps: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)
    agreed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    written_by: Mapped[User | None] = relationship()

    __table_args__ = (UniqueConstraint("plan_id", "revision"),)
