"""A sample with the plan it was drawn by, an inspection of one placement, and the replies to it."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.inspections.states import Decision, InspectionState, Payer, RecoveryKind, RecoveryState, Side
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.models.enrolments import Enrolment


class InspectionSample(Base):
    """A draw from the register of one region: its plan, what was there and what was drawn. Written once.

    Whoever draws again with the same seed, shares and period from a register with the same hash gets the same files. `chance` is the mean
    chance of a file without high risk, from 0 to 1.
    """

    __tablename__ = "inspection_samples"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    region_code: Mapped[str] = mapped_column(index=True)
    since: Mapped[date]
    until: Mapped[date]
    seed: Mapped[int]
    employer_share: Mapped[int]
    file_share: Mapped[int]
    high_from: Mapped[int]
    register_hash: Mapped[str]
    employers: Mapped[int]
    files: Mapped[int]
    drawn_high: Mapped[int]
    drawn_others: Mapped[int]
    opened: Mapped[int]
    chance: Mapped[float]
    drawn_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    drawn_at: Mapped[datetime] = mapped_column(UtcDateTime)
    is_demo: Mapped[bool] = mapped_column(default=False)

    __table_args__ = (CheckConstraint("employer_share BETWEEN 1 AND 100 AND file_share BETWEEN 1 AND 100 AND since <= until", name="plan"),)


class Inspection(Base):
    """The inspection of one placement, by the office of the region where the work is.

    `signals` and `risk` are what was known when it was opened; it has a sample or an officer's reason. `enrolment_id` is the subsidised job it rests
    on, if any; `to_recover` the tenge that were paid without grounds since `unfounded_since` and that this inspection claims. `recovered_by` is
    what one person noted before claims were kept; nothing is written there any more.
    """

    __tablename__ = "inspections"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    placement_id: Mapped[int] = mapped_column(ForeignKey("placements.id"))
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"))
    sample_id: Mapped[int | None] = mapped_column(ForeignKey("inspection_samples.id"), index=True)
    region_code: Mapped[str]
    signals: Mapped[list[str]] = mapped_column(JSONB)
    risk: Mapped[int]
    reason: Mapped[str] = mapped_column(default="")
    state: Mapped[InspectionState] = mapped_column(choice(InspectionState), default=InspectionState.OPENED)
    opened_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)
    asked_on: Mapped[date | None]
    due_on: Mapped[date | None]
    decision: Mapped[Decision | None] = mapped_column(choice(Decision))
    decision_reason: Mapped[str] = mapped_column(default="")
    unfounded_since: Mapped[date | None]
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    to_recover: Mapped[int] = mapped_column(default=0)
    recovered_by: Mapped[str] = mapped_column(default="")
    closed_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)

    placement: Mapped[Placement] = relationship()
    enrolment: Mapped[Enrolment | None] = relationship()
    sample: Mapped[InspectionSample | None] = relationship()
    replies: Mapped[list["InspectionReply"]] = relationship(order_by="InspectionReply.id")

    __table_args__ = (
        Index("uq_inspections_one_open", "placement_id", unique=True, postgresql_where="state <> 'closed'"),
        Index("ix_inspections_placement_id", "placement_id"),
        Index("ix_inspections_region_state", "region_code", "state"),
        CheckConstraint("decided_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("(decided_by_id IS NULL) = (state NOT IN ('decided', 'closed'))", name="decided"),
        CheckConstraint("(prepared_by_id IS NULL) = (decision IS NULL) AND (decision IS NULL) = (decision_reason = '')", name="prepared"),
        CheckConstraint("decided_by_id IS NULL OR prepared_by_id IS NOT NULL", name="prepared_first"),
        CheckConstraint("(sample_id IS NULL) = (reason <> '')", name="sample_or_reason"),
        CheckConstraint("(state = 'closed') = (closed_on IS NOT NULL)", name="closed"),
        CheckConstraint("to_recover >= 0", name="recovered"),
    )


class InspectionReply(Base):
    """What one side answered. Append-only; a later reply stands beside an earlier one. Emptied when the person is erased."""

    __tablename__ = "inspection_replies"

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), index=True)
    side: Mapped[Side] = mapped_column(choice(Side))
    text: Mapped[str]
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    replied_at: Mapped[datetime] = mapped_column(UtcDateTime)


class Recovery(Base):
    """The claim that a decision opens: tenge owed, what has come back of it and what was given up. Its counters move with confirmed entries only."""

    __tablename__ = "recoveries"

    id: Mapped[int] = mapped_column(primary_key=True)
    inspection_id: Mapped[int] = mapped_column(ForeignKey("inspections.id"), unique=True)
    region_code: Mapped[str] = mapped_column(index=True)
    owed: Mapped[int]
    returned: Mapped[int] = mapped_column(default=0)
    written_off: Mapped[int] = mapped_column(default=0)
    opened_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("owed > 0 AND returned >= 0 AND written_off >= 0 AND returned + written_off <= owed", name="money"),)

    @property
    def outstanding(self) -> int:
        return self.owed - self.returned - self.written_off


class RecoveryPayment(Base):
    """A payment whose money is claimed, with all that had not come back of it. No payment is claimed twice, whatever inspection asks for it."""

    __tablename__ = "recovery_payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    recovery_id: Mapped[int] = mapped_column(ForeignKey("recoveries.id"), index=True)
    payment_id: Mapped[int] = mapped_column(ForeignKey("payments.id"))
    amount: Mapped[int]

    __table_args__ = (UniqueConstraint("payment_id", name="uq_recovery_payments_once"), CheckConstraint("amount > 0", name="amount"))


class RecoveryEntry(Base):
    """Money that came back, with the day, who paid and the document; or a part given up, with the reason. Two people, as for what is spent."""

    __tablename__ = "recovery_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    recovery_id: Mapped[int] = mapped_column(ForeignKey("recoveries.id"), index=True)
    kind: Mapped[RecoveryKind] = mapped_column(choice(RecoveryKind))
    amount: Mapped[int]
    received_on: Mapped[date | None]
    payer: Mapped[Payer | None] = mapped_column(choice(Payer))
    reference: Mapped[str] = mapped_column(default="")
    reason: Mapped[str] = mapped_column(default="")
    state: Mapped[RecoveryState] = mapped_column(choice(RecoveryState), default=RecoveryState.PREPARED)
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    refusal: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("decided_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("(state = 'prepared') = (decided_by_id IS NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)", name="decided"),
        CheckConstraint("(state = 'refused') = (refusal <> '')", name="refused_with_reason"),
        CheckConstraint("(kind = 'return') = (payer IS NOT NULL AND received_on IS NOT NULL AND reference <> '')", name="return_with_document"),
        CheckConstraint("(kind = 'write_off') = (reason <> '')", name="write_off_with_reason"),
        Index("uq_recovery_entries_reference", "recovery_id", "reference", unique=True, postgresql_where="kind = 'return' AND state <> 'refused'"),
    )
