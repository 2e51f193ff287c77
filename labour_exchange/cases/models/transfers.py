"""A person's move from the register of one region to an office of another: who asked, why, who decided."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.cases.states import TransferReason, TransferState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.offices.models import Office


class CaseTransfer(Base):
    """Row-level security shows it to the person and to the offices of both regions; it holds no name, so that it may stay with the sender."""

    __tablename__ = "case_transfers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    registration_id: Mapped[int] = mapped_column(ForeignKey("registrations.id", ondelete="CASCADE"), index=True)
    from_region: Mapped[str]
    to_region: Mapped[str]
    from_office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    to_office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    reason: Mapped[TransferReason] = mapped_column(choice(TransferReason))
    state: Mapped[TransferState] = mapped_column(choice(TransferState), default=TransferState.PROPOSED)
    is_asked_by_person: Mapped[bool] = mapped_column(default=False)
    asked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decline_reason: Mapped[str] = mapped_column(default="")

    jobseeker: Mapped[Jobseeker] = relationship()
    from_office: Mapped[Office] = relationship(foreign_keys=[from_office_id])
    to_office: Mapped[Office] = relationship(foreign_keys=[to_office_id])

    __table_args__ = (
        Index("uq_case_transfers_one_open", "jobseeker_id", unique=True, postgresql_where="state = 'proposed'"),
        Index("ix_case_transfers_to_region_state", "to_region", "state"),
        Index("ix_case_transfers_from_region_state", "from_region", "state"),
        CheckConstraint("from_region <> to_region", name="another_region"),
        CheckConstraint("(state = 'proposed') = (decided_at IS NULL)", name="decided_at_an_instant"),
        CheckConstraint("(state = 'declined') = (decline_reason <> '')", name="declined_with_reason"),
    )
