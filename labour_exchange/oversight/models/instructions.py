"""Instructions of a session: who must do what by when, with what evidence, what was asked for and what was escalated."""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.texts import Text
from labour_exchange.oversight.states import Decision, EscalationLevel, InstructionState


class OversightSession(Base):
    """A sitting of a body at which reports are heard and instructions given."""

    __tablename__ = "oversight_sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    held_on: Mapped[date]
    body: Mapped[str]
    title: Mapped[str]
    report_id: Mapped[int | None] = mapped_column(ForeignKey("reports.id"))
    recorded_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    is_demo: Mapped[bool] = mapped_column(default=False)


class Instruction(Base):
    """What a session told one body to do: a department of the ministry or the office of a region.

    `given_by_id` controls it. `measure_id` says which measure it is about, if about one.
    """

    __tablename__ = "instructions"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    session_id: Mapped[int] = mapped_column(ForeignKey("oversight_sessions.id"), index=True)
    text_kk: Mapped[str]
    text_ru: Mapped[str]
    text_en: Mapped[str] = mapped_column(default="")
    body_code: Mapped[str | None]
    region_code: Mapped[str | None]
    measure_id: Mapped[int | None] = mapped_column(ForeignKey("measures.id"))
    due_on: Mapped[date]
    first_due_on: Mapped[date]
    state: Mapped[InstructionState] = mapped_column(choice(InstructionState), default=InstructionState.OPEN)
    given_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    done_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)

    session: Mapped[OversightSession] = relationship()

    __table_args__ = (
        CheckConstraint("(body_code IS NULL) <> (region_code IS NULL)", name="one_body"),
        CheckConstraint("first_due_on <= due_on", name="due"),
        CheckConstraint("(state = 'done') = (done_on IS NOT NULL)", name="done"),
        Index("ix_instructions_due", "due_on", postgresql_where="state <> 'done'"),
        Index("ix_instructions_region_code", "region_code"),
    )

    @property
    def text(self) -> Text:
        """In each language; who wrote no English is read in Russian there."""
        return Text(kk=self.text_kk, ru=self.text_ru, en=self.text_en or self.text_ru)


class InstructionEvidence(Base):
    """What shows that an instruction was carried out, and what a second person said of it."""

    __tablename__ = "instruction_evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    instruction_id: Mapped[int] = mapped_column(ForeignKey("instructions.id"), index=True)
    text: Mapped[str]
    reference: Mapped[str] = mapped_column(default="")
    given_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decision: Mapped[Decision | None] = mapped_column(choice(Decision))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(default="")

    __table_args__ = (
        CheckConstraint("decided_by_id <> given_by_id", name="two_people"),
        CheckConstraint("(decision IS NULL) = (decided_by_id IS NULL)", name="decided"),
        CheckConstraint("decision <> 'refused' OR reason <> ''", name="refused_with_reason"),
        Index("uq_instruction_evidence_open", "instruction_id", unique=True, postgresql_where="decision IS NULL"),
    )


class Extension(Base):
    """A later date that was asked for with a reason, and what another person said of it."""

    __tablename__ = "instruction_extensions"

    id: Mapped[int] = mapped_column(primary_key=True)
    instruction_id: Mapped[int] = mapped_column(ForeignKey("instructions.id"), index=True)
    from_on: Mapped[date]
    until_on: Mapped[date]
    reason: Mapped[str]
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decision: Mapped[Decision | None] = mapped_column(choice(Decision))
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        CheckConstraint("decided_by_id <> asked_by_id", name="two_people"),
        CheckConstraint("(decision IS NULL) = (decided_by_id IS NULL)", name="decided"),
        CheckConstraint("from_on < until_on AND reason <> ''", name="later_with_reason"),
        Index("uq_instruction_extensions_open", "instruction_id", unique=True, postgresql_where="decision IS NULL"),
    )


class Escalation(Base):
    """That somebody was told that an instruction is overdue: once a level and date. Append-only."""

    __tablename__ = "instruction_escalations"

    id: Mapped[int] = mapped_column(primary_key=True)
    instruction_id: Mapped[int] = mapped_column(ForeignKey("instructions.id"))
    level: Mapped[EscalationLevel] = mapped_column(choice(EscalationLevel))
    due_on: Mapped[date]
    escalated_on: Mapped[date]
    told: Mapped[int]

    __table_args__ = (UniqueConstraint("instruction_id", "due_on", "level", name="uq_instruction_escalations_once"),)
