"""Application, invitation, referral and offer; the placement, and its append-only ledger of evidence."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, declared_attr, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.states import (
    ApplicationState,
    Channel,
    EvidenceKind,
    EvidenceSource,
    InvitationState,
    OfferState,
    PlacementState,
    ReferralState,
)
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import EmploymentKind


class Approach(Base):
    """What an application, an invitation and a referral share: one person and one vacancy, once."""

    __abstract__ = True

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"), index=True)
    region_code: Mapped[str | None]
    note: Mapped[str] = mapped_column(default="")
    answer_note: Mapped[str] = mapped_column(default="")
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    @declared_attr.directive
    def __mapper_args__(cls) -> dict[str, Any]:
        return {"version_id_col": cls.version}


class JobApplication(Approach):
    """The jobseeker's move. `region_code` is where the person lives."""

    __tablename__ = "job_applications"

    state: Mapped[ApplicationState] = mapped_column(choice(ApplicationState), default=ApplicationState.SENT)
    reminders: Mapped[int] = mapped_column(default=0)

    jobseeker: Mapped[Jobseeker] = relationship()
    vacancy: Mapped[Vacancy] = relationship()

    __table_args__ = (
        UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_job_applications_jobseeker_vacancy"),
        Index("ix_job_applications_state_created", "state", "created_at"),
    )


class Invitation(Approach):
    """The employer's move, to a profile that is open to employers."""

    __tablename__ = "invitations"

    state: Mapped[InvitationState] = mapped_column(choice(InvitationState), default=InvitationState.SENT)
    expires_on: Mapped[date]

    jobseeker: Mapped[Jobseeker] = relationship()
    vacancy: Mapped[Vacancy] = relationship()

    __table_args__ = (UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_invitations_jobseeker_vacancy"),)


class Referral(Approach):
    """The office's or agency's move."""

    __tablename__ = "referrals"

    state: Mapped[ReferralState] = mapped_column(choice(ReferralState), default=ReferralState.ISSUED)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"), index=True)
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"), index=True)
    expires_on: Mapped[date]

    jobseeker: Mapped[Jobseeker] = relationship()
    vacancy: Mapped[Vacancy] = relationship()

    __table_args__ = (
        UniqueConstraint("jobseeker_id", "vacancy_id", name="uq_referrals_jobseeker_vacancy"),
        CheckConstraint("(office_id IS NULL) <> (agency_id IS NULL)", name="one_sender"),
    )


class Offer(Base):
    """The employer's offer of a post, made on an application, an accepted invitation or a referral."""

    __tablename__ = "offers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    application_id: Mapped[int | None] = mapped_column(ForeignKey("job_applications.id", ondelete="CASCADE"))
    invitation_id: Mapped[int | None] = mapped_column(ForeignKey("invitations.id", ondelete="CASCADE"))
    referral_id: Mapped[int | None] = mapped_column(ForeignKey("referrals.id", ondelete="CASCADE"))
    state: Mapped[OfferState] = mapped_column(choice(OfferState), default=OfferState.MADE)
    starts_on: Mapped[date]
    pay: Mapped[int | None]
    note: Mapped[str] = mapped_column(default="")
    answer_by_on: Mapped[date]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_demo: Mapped[bool] = mapped_column(default=False)

    jobseeker: Mapped[Jobseeker] = relationship()
    vacancy: Mapped[Vacancy] = relationship()

    __table_args__ = (
        Index("uq_offers_one_open", "jobseeker_id", "vacancy_id", unique=True, postgresql_where="state IN ('made', 'accepted')"),
        CheckConstraint("num_nonnulls(application_id, invitation_id, referral_id) = 1", name="one_origin"),
    )


class Placement(Base):
    """A person started at an employer. Its dimensions are fixed at the declaration; everything later is evidence."""

    __tablename__ = "placements"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id"), index=True)
    vacancy_id: Mapped[int | None] = mapped_column(ForeignKey("vacancies.id"), index=True)
    offer_id: Mapped[int | None] = mapped_column(ForeignKey("offers.id"), unique=True)
    occupation_code: Mapped[str | None]
    region_of_work: Mapped[str]
    region_of_residence: Mapped[str]
    started_on: Mapped[date]
    employment_kind: Mapped[EmploymentKind] = mapped_column(choice(EmploymentKind))
    channel: Mapped[Channel] = mapped_column(choice(Channel))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"), index=True)
    office_id: Mapped[int | None] = mapped_column(ForeignKey("offices.id"), index=True)
    state: Mapped[PlacementState] = mapped_column(choice(PlacementState), default=PlacementState.DECLARED)
    declared_by: Mapped[EvidenceSource] = mapped_column(choice(EvidenceSource))
    declared_on: Mapped[date]
    is_demo: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    jobseeker: Mapped[Jobseeker] = relationship()
    vacancy: Mapped[Vacancy | None] = relationship()
    evidence: Mapped[list["PlacementEvidence"]] = relationship(order_by="PlacementEvidence.id", back_populates="placement")

    __table_args__ = (
        UniqueConstraint("jobseeker_id", "employer_id", "started_on", name="uq_placements_person_employer_start"),
        Index("ix_placements_work_declared", "region_of_work", "declared_on"),
        Index("ix_placements_residence", "region_of_residence", "declared_on"),
    )
    __mapper_args__ = {"version_id_col": version}


class PlacementEvidence(Base):
    """One fact about a placement: append-only, each with its source and time. `month` is 1, 3, 6 or 12 for contributions."""

    __tablename__ = "placement_evidence"

    id: Mapped[int] = mapped_column(primary_key=True)
    placement_id: Mapped[int] = mapped_column(ForeignKey("placements.id"), index=True)
    kind: Mapped[EvidenceKind] = mapped_column(choice(EvidenceKind))
    source: Mapped[EvidenceSource] = mapped_column(choice(EvidenceSource))
    month: Mapped[int] = mapped_column(default=0)
    effective_on: Mapped[date]
    recorded_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(default="")
    reference: Mapped[str] = mapped_column(default="")
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))

    placement: Mapped[Placement] = relationship(back_populates="evidence")

    __table_args__ = (
        UniqueConstraint("placement_id", "kind", "source", "month", "reference", name="uq_placement_evidence_once"),
        CheckConstraint("(kind = 'contribution') = (month IN (1, 3, 6, 12)) AND month IN (0, 1, 3, 6, 12)", name="month_of_contribution"),
        Index("ix_placement_evidence_recorded", "recorded_at"),
    )


class AnnulmentProposal(Base):
    """One person proposes to annul a placement; another decides, after the right of reply."""

    __tablename__ = "annulment_proposals"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    placement_id: Mapped[int] = mapped_column(ForeignKey("placements.id"), index=True)
    reason: Mapped[str]
    proposed_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reply: Mapped[str] = mapped_column(default="")
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_accepted: Mapped[bool | None]

    __table_args__ = (
        CheckConstraint("decided_by_id <> proposed_by_id", name="two_people"),
        Index("uq_annulment_proposals_one_open", "placement_id", unique=True, postgresql_where="decided_at IS NULL"),
    )
