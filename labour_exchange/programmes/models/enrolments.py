"""A person's way through one measure, from the application to what came of it."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.programmes.models.programmes import Measure, MeasureTerms
from labour_exchange.programmes.states import DropReason, EnrolmentState, Outcome

OPEN = "state IN ('applied', 'eligible', 'prepared', 'approved', 'started')"


class Enrolment(Base):
    """One person in one measure. `terms` is the version the decision was taken under, `facts` what was known then, `findings` the rules not met.

    `committed` and `paid` are tenge and agree with the ledger's rows for this enrolment. `plan_id` is the individual plan it belongs to, if any.
    `receiving_region_code` is where a household moves to: that region's plan pays, and its approver decides. `outcome_at` is when it was last said
    what came of the measure, `moved_at` when its state last changed.
    """

    __tablename__ = "enrolments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id"), index=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"), index=True)
    terms_id: Mapped[int] = mapped_column(ForeignKey("measure_terms.id"))
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"), index=True)
    receiving_region_code: Mapped[str | None]
    project_id: Mapped[int | None] = mapped_column(ForeignKey("projects.id"), index=True)
    plan_id: Mapped[int | None]
    state: Mapped[EnrolmentState] = mapped_column(choice(EnrolmentState), default=EnrolmentState.APPLIED)
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    findings: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    applied_on: Mapped[date]
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    second_approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decline_reason: Mapped[str] = mapped_column(default="")
    starts_on: Mapped[date | None]
    ends_on: Mapped[date | None]
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    drop_reason: Mapped[DropReason | None] = mapped_column(choice(DropReason))
    allocation_id: Mapped[int | None] = mapped_column(ForeignKey("allocations.id"), index=True)
    amount: Mapped[int] = mapped_column(default=0)
    committed: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
    outcome: Mapped[Outcome | None] = mapped_column(choice(Outcome))
    placement_id: Mapped[int | None] = mapped_column(ForeignKey("placements.id"))
    outcome_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    moved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_demo: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    jobseeker: Mapped[Jobseeker] = relationship()
    measure: Mapped[Measure] = relationship()
    terms: Mapped[MeasureTerms] = relationship()

    __table_args__ = (
        Index("uq_enrolments_one_open", "jobseeker_id", "measure_id", unique=True, postgresql_where=OPEN),
        Index("ix_enrolments_region_state", "region_code", "state"),
        Index("ix_enrolments_receiving", "receiving_region_code", postgresql_where="receiving_region_code IS NOT NULL"),
        Index("ix_enrolments_started", "started_on", postgresql_where="started_on IS NOT NULL"),
        CheckConstraint("approved_by_id <> prepared_by_id AND second_approved_by_id NOT IN (prepared_by_id, approved_by_id)", name="two_people"),
        CheckConstraint("0 <= paid AND paid <= committed", name="money"),
        CheckConstraint("(state = 'dropped_out') = (drop_reason IS NOT NULL)", name="drop_with_reason"),
        CheckConstraint("(outcome = 'placement') = (placement_id IS NOT NULL)", name="outcome_with_placement"),
    )
    __mapper_args__ = {"version_id_col": version}

    @property
    def paying_region_code(self) -> str:
        """The region whose places and money it takes."""
        return self.receiving_region_code or self.region_code


class OutcomeLink(Base):
    """One row each time a placement became the outcome of an enrolment, or no longer was. Append-only; written by a trigger of `enrolments`.

    Rows of one placement are numbered in the order in which they were committed: what follows from the first of them never changes.
    """

    __tablename__ = "outcome_links"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"), index=True)
    placement_id: Mapped[int] = mapped_column(ForeignKey("placements.id", ondelete="CASCADE"), index=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    is_made: Mapped[bool]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)


class ParticipationRecord(Base):
    """What stood in an enrolment from a moment on: a row each time that changed, once it had been approved.

    Append-only; written by triggers of `enrolments`. Without `recorded_at` it was loaded as it stands, and known on the days themselves.
    """

    __tablename__ = "participation_records"

    id: Mapped[int] = mapped_column(primary_key=True)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id", ondelete="CASCADE"), index=True)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    region_code: Mapped[str]
    state: Mapped[str]
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    started_on: Mapped[date | None]
    ended_on: Mapped[date | None]
    drop_reason: Mapped[str | None]
    recorded_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
