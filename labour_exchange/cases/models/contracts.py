"""The social contract of a case: its term, its obligations on both sides, who prepared, approved and signed it, why it ended."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.cases.models.cases import Case
from labour_exchange.cases.states import ContractEnd, ContractState, Doer, SignatureWay, StepState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.offices.models import Office


class SocialContract(Base):
    """A case has one that has not ended. `plan_revision`: the text of the plan it came from; `signature_reference`: of a file, or a provider."""

    __tablename__ = "social_contracts"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    plan_id: Mapped[int] = mapped_column(ForeignKey("plans.id", ondelete="CASCADE"), index=True)
    plan_revision: Mapped[int]
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    state: Mapped[ContractState] = mapped_column(choice(ContractState))
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    offered_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    return_reason: Mapped[str] = mapped_column(default="")
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    approved_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    signature_way: Mapped[SignatureWay | None] = mapped_column(choice(SignatureWay))
    signature_reference: Mapped[str | None]
    signature_asked: Mapped[str | None]
    signed_on: Mapped[date | None]
    signature_recorded_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    ended_on: Mapped[date | None]
    end_reason: Mapped[ContractEnd | None] = mapped_column(choice(ContractEnd))

    case: Mapped[Case] = relationship()
    office: Mapped[Office] = relationship()
    prepared_by: Mapped[User] = relationship(foreign_keys=[prepared_by_id])
    approved_by: Mapped[User | None] = relationship(foreign_keys=[approved_by_id])
    obligations: Mapped[list["Obligation"]] = relationship(order_by="Obligation.due_on, Obligation.id", passive_deletes=True)

    __table_args__ = (
        Index("uq_social_contracts_one_open", "case_id", unique=True, postgresql_where="ended_on IS NULL"),
        CheckConstraint("starts_on <= ends_on", name="in_order"),
        CheckConstraint(
            "approved_by_id IS NULL OR (approved_by_id <> prepared_by_id AND approved_by_id IS DISTINCT FROM offered_by_id)", name="four_eyes"
        ),
        CheckConstraint("(approved_by_id IS NULL) = (approved_at IS NULL)", name="approved_at_an_instant"),
        CheckConstraint("(signed_on IS NULL) = (signature_way IS NULL) AND (signed_on IS NULL) = (signature_reference IS NULL)", name="signed_whole"),
        CheckConstraint("signed_on IS NULL OR approved_by_id IS NOT NULL", name="approved_before_signed"),
        CheckConstraint("state NOT IN ('signed', 'in_force') OR signed_on IS NOT NULL", name="in_force_when_signed"),
        CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL) AND (ended_on IS NULL) = (state <> 'ended')", name="ended_with_reason"),
    )


class Obligation(Base):
    """What one side undertakes, and by when."""

    __tablename__ = "obligations"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    contract_id: Mapped[int] = mapped_column(ForeignKey("social_contracts.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    what: Mapped[str]
    doer: Mapped[Doer] = mapped_column(choice(Doer))
    due_on: Mapped[date]
    written_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    state: Mapped[StepState] = mapped_column(choice(StepState), default=StepState.OPEN)
    reason: Mapped[str] = mapped_column(default="")
    ended_on: Mapped[date | None]

    contract: Mapped[SocialContract] = relationship(back_populates="obligations")

    __table_args__ = (
        Index("ix_obligations_region_due", "region_code", "due_on", postgresql_where="state = 'open'"),
        CheckConstraint("(state = 'dropped') = (reason <> '')", name="dropped_with_reason"),
        CheckConstraint("(state = 'open') = (ended_on IS NULL)", name="ended_on_a_day"),
    )
