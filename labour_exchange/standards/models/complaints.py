"""A complaint about how one promise was kept, its answers, and the links by which it is followed without signing in."""

from datetime import date, datetime

from sqlalchemy import ARRAY, BigInteger, CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.offices.models import Office
from labour_exchange.standards.models.commitments import Commitment
from labour_exchange.standards.models.versions import StandardVersion
from labour_exchange.standards.states import ComplaintChannel, ComplaintState, Finding, Instance, Remedy


class ServiceComplaint(Base):
    """One for each promise. `version_id` is the version in force when the promise began, `paragraph` which of it (0: the term).

    `named_ids` are the officers it is about; row-level security does not show it to them. `due_on` is the last day of whoever has to answer
    now, `first_due_on` that of the office. Words are emptied when the person is erased.
    """

    __tablename__ = "service_complaints"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    commitment_id: Mapped[int] = mapped_column(ForeignKey("commitments.id", ondelete="CASCADE"))
    version_id: Mapped[int] = mapped_column(ForeignKey("standard_versions.id"), index=True)
    paragraph: Mapped[int]
    jobseeker_id: Mapped[int | None] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"))
    region_code: Mapped[str]
    language: Mapped[str]
    text: Mapped[str]
    remedy: Mapped[Remedy] = mapped_column(choice(Remedy))
    officer: Mapped[str] = mapped_column(default="")
    named_ids: Mapped[list[int]] = mapped_column(ARRAY(BigInteger), default=list)
    channel: Mapped[ComplaintChannel] = mapped_column(choice(ComplaintChannel))
    state: Mapped[ComplaintState] = mapped_column(choice(ComplaintState), default=ComplaintState.FILED)
    filed_on: Mapped[date]
    first_due_on: Mapped[date]
    due_on: Mapped[date]
    escalation: Mapped[str] = mapped_column(default="")
    escalated_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)

    commitment: Mapped[Commitment] = relationship()
    of_version: Mapped[StandardVersion] = relationship()
    office: Mapped[Office] = relationship()
    answers: Mapped[list["ComplaintAnswer"]] = relationship(back_populates="complaint", order_by="ComplaintAnswer.id")

    __table_args__ = (
        UniqueConstraint("commitment_id", name="uq_service_complaints_commitment"),
        CheckConstraint("(jobseeker_id IS NULL) <> (employer_id IS NULL)", name="one_side"),
        CheckConstraint("paragraph >= 0", name="paragraph_number"),
        CheckConstraint("state NOT IN ('escalated', 'decided') OR escalated_on IS NOT NULL", name="escalated_with_day"),
        Index("ix_service_complaints_waiting", "region_code", "due_on", postgresql_where="state IN ('filed', 'escalated')"),
        Index("ix_service_complaints_office_due", "office_id", "first_due_on"),
    )


class ComplaintAnswer(Base):
    """One of each instance, and no two by the same person. Only its words can ever change: they are emptied."""

    __tablename__ = "complaint_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("service_complaints.id", ondelete="CASCADE"))
    instance: Mapped[Instance] = mapped_column(choice(Instance))
    finding: Mapped[Finding] = mapped_column(choice(Finding))
    text: Mapped[str]
    answered_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    answered_on: Mapped[date]

    complaint: Mapped[ServiceComplaint] = relationship(back_populates="answers")

    __table_args__ = (
        UniqueConstraint("complaint_id", "instance", name="uq_complaint_answers_instance"),
        UniqueConstraint("complaint_id", "answered_by_id", name="uq_complaint_answers_second_person"),
    )


class ComplaintLink(Base):
    """A link by which a complaint is read, withdrawn or taken further; no actor but the exchange itself reads the table."""

    __tablename__ = "complaint_links"

    id: Mapped[int] = mapped_column(primary_key=True)
    complaint_id: Mapped[int] = mapped_column(ForeignKey("service_complaints.id", ondelete="CASCADE"), index=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
