"""What is planned for a measure in a region, the ledger of everything done with it, payments, and moves between regions."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.states import EntryKind, PaymentKind, PaymentState, ReallocationState


class Allocation(Base):
    """Places and tenge planned for a measure, a region and a period. Its counters are the sums of its ledger and move only with it.

    `committed` is what is promised, what has been paid of it included.
    """

    __tablename__ = "allocations"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    measure_id: Mapped[int] = mapped_column(ForeignKey("measures.id"))
    region_code: Mapped[str] = mapped_column(index=True)
    starts_on: Mapped[date]
    ends_on: Mapped[date]
    places: Mapped[int] = mapped_column(default=0)
    places_taken: Mapped[int] = mapped_column(default=0)
    planned: Mapped[int] = mapped_column(default=0)
    committed: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    measure: Mapped[Measure] = relationship()

    __table_args__ = (
        UniqueConstraint("measure_id", "region_code", "starts_on", name="uq_allocations_measure_region_start"),
        CheckConstraint("starts_on <= ends_on", name="period"),
        CheckConstraint("0 <= paid AND paid <= committed AND committed <= planned", name="money"),
        CheckConstraint("0 <= places_taken AND places_taken <= places", name="places"),
    )


class LedgerEntry(Base):
    """One thing done with an allocation: what it adds to each counter. Append-only."""

    __tablename__ = "ledger_entries"

    id: Mapped[int] = mapped_column(primary_key=True)
    allocation_id: Mapped[int] = mapped_column(ForeignKey("allocations.id"), index=True)
    kind: Mapped[EntryKind] = mapped_column(choice(EntryKind))
    places: Mapped[int] = mapped_column(default=0)
    places_taken: Mapped[int] = mapped_column(default=0)
    planned: Mapped[int] = mapped_column(default=0)
    committed: Mapped[int] = mapped_column(default=0)
    paid: Mapped[int] = mapped_column(default=0)
    enrolment_id: Mapped[int | None] = mapped_column(ForeignKey("enrolments.id"), index=True)
    reallocation_id: Mapped[int | None] = mapped_column(ForeignKey("reallocations.id"))
    payment_id: Mapped[int | None] = mapped_column(ForeignKey("payments.id"))
    project_id: Mapped[int | None] = mapped_column(ForeignKey("projects.id"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("uq_ledger_entries_payment", "payment_id", unique=True, postgresql_where="kind = 'pay'"),
        Index("ix_ledger_entries_returned", "payment_id", postgresql_where="kind = 'return'"),
        CheckConstraint("kind <> 'return' OR payment_id IS NOT NULL AND paid < 0 AND committed = paid AND planned IN (0, paid)", name="return"),
    )


class Payment(Base):
    """Tenge to be paid for an enrolment: prepared by one person and approved by another. `month` is its first day, for monthly ones.

    `returned` is what has come back of it, and agrees with the ledger's rows for this payment.
    """

    __tablename__ = "payments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    enrolment_id: Mapped[int] = mapped_column(ForeignKey("enrolments.id"), index=True)
    region_code: Mapped[str]
    kind: Mapped[PaymentKind] = mapped_column(choice(PaymentKind))
    month: Mapped[date | None]
    amount: Mapped[int]
    state: Mapped[PaymentState] = mapped_column(choice(PaymentState), default=PaymentState.PREPARED)
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    paid_on: Mapped[date | None]
    returned: Mapped[int] = mapped_column(default=0)
    reason: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)

    enrolment: Mapped[Enrolment] = relationship()

    __table_args__ = (
        CheckConstraint("amount > 0", name="amount"),
        CheckConstraint("decided_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("(state = 'paid') = (paid_on IS NOT NULL)", name="paid_on"),
        CheckConstraint("0 <= returned AND returned <= amount AND (returned = 0 OR state = 'paid')", name="returned"),
        Index(
            "uq_payments_once",
            "enrolment_id",
            "kind",
            "month",
            unique=True,
            postgresql_where="state <> 'refused'",
            postgresql_nulls_not_distinct=True,
        ),
        Index("ix_payments_region_state", "region_code", "state"),
    )


class Reallocation(Base):
    """Places and tenge that one person proposes to move between regions and another decides on; kept for ever."""

    __tablename__ = "reallocations"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    from_id: Mapped[int] = mapped_column(ForeignKey("allocations.id"), index=True)
    to_id: Mapped[int] = mapped_column(ForeignKey("allocations.id"), index=True)
    places: Mapped[int]
    amount: Mapped[int]
    reason: Mapped[str]
    state: Mapped[ReallocationState] = mapped_column(choice(ReallocationState), default=ReallocationState.PROPOSED)
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    source: Mapped[Allocation] = relationship(foreign_keys=from_id)
    target: Mapped[Allocation] = relationship(foreign_keys=to_id)

    __table_args__ = (
        CheckConstraint("from_id <> to_id AND places >= 0 AND amount >= 0 AND places + amount > 0", name="move"),
        CheckConstraint("decided_by_id <> proposed_by_id", name="two_people"),
    )
