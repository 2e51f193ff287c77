"""A follow-up partner of a case, the steps it follows up, what it recorded, and when it meets the person.

What a partner may read stands in these rows alone: the words of a step are the copy that the person has read, the name is as the person chose.
"""

from datetime import date, datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.accounts.models import User
from labour_exchange.agencies.models import Agency
from labour_exchange.cases.models import Case
from labour_exchange.cases.states import ContactChannel
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.partners.states import ContactOutcome, FollowedState, MeetingState, NameShown, PartnerEnd, PartnerState
from labour_exchange.programmes.models.training import Provider


class FollowUpPartner(Base):
    """A licensed agency or a training provider for one case. `region_code` is the region whose office proposed it: in another it sees nothing."""

    __tablename__ = "follow_up_partners"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    case_id: Mapped[int] = mapped_column(ForeignKey("cases.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    region_code: Mapped[str]
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    provider_id: Mapped[int | None] = mapped_column(ForeignKey("providers.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[str]
    until_on: Mapped[date]
    state: Mapped[PartnerState] = mapped_column(choice(PartnerState), default=PartnerState.PROPOSED)
    name_shown: Mapped[NameShown | None] = mapped_column(choice(NameShown))
    shown_name: Mapped[str] = mapped_column(default="")
    proposed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    proposed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id", ondelete="SET NULL"))
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    end_reason: Mapped[PartnerEnd | None] = mapped_column(choice(PartnerEnd))

    case: Mapped[Case] = relationship()
    agency: Mapped[Agency | None] = relationship()
    provider: Mapped[Provider | None] = relationship()
    steps: Mapped[list["FollowedStep"]] = relationship(
        order_by="FollowedStep.due_on, FollowedStep.id", passive_deletes=True, back_populates="partner"
    )

    __table_args__ = (
        Index("uq_follow_up_partners_agency_once", "case_id", "agency_id", unique=True, postgresql_where="state IN ('proposed', 'active')"),
        Index("uq_follow_up_partners_provider_once", "case_id", "provider_id", unique=True, postgresql_where="state IN ('proposed', 'active')"),
        Index("ix_follow_up_partners_open_until", "until_on", postgresql_where="state IN ('proposed', 'active')"),
        CheckConstraint("(agency_id IS NULL) <> (provider_id IS NULL)", name="one_organisation"),
        CheckConstraint("state <> 'active' OR (name_shown IS NOT NULL AND answered_at IS NOT NULL)", name="active_by_consent"),
        CheckConstraint("state <> 'declined' OR answered_at IS NOT NULL", name="declined_at_an_instant"),
        CheckConstraint("(state = 'ended') = (ended_at IS NOT NULL) AND (ended_at IS NULL) = (end_reason IS NULL)", name="ended_with_reason"),
    )

    @property
    def name(self) -> str:
        """The organisation, in the language in which it is registered."""
        organisation = self.agency or self.provider
        return organisation.name if organisation else ""


class FollowedStep(Base):
    """A step of the plan in the words that the person has read and the partner reads; a later change of the plan is not shown by itself."""

    __tablename__ = "followed_steps"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    partner_id: Mapped[int] = mapped_column(ForeignKey("follow_up_partners.id", ondelete="CASCADE"))
    step_id: Mapped[int] = mapped_column(ForeignKey("plan_steps.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    what: Mapped[str]
    due_on: Mapped[date]
    state: Mapped[FollowedState] = mapped_column(choice(FollowedState), default=FollowedState.OPEN)
    reported_on: Mapped[date | None]
    return_reason: Mapped[str] = mapped_column(default="")

    partner: Mapped[FollowUpPartner] = relationship(back_populates="steps")

    __table_args__ = (
        UniqueConstraint("partner_id", "step_id"),
        CheckConstraint("(state = 'open') = (reported_on IS NULL)", name="reported_on_a_day"),
    )


class PartnerContact(Base):
    """What a partner recorded of one contact with the person; written once. `is_by_office`: an officer wrote it for a partner without accounts."""

    __tablename__ = "partner_contacts"

    id: Mapped[int] = mapped_column(primary_key=True)
    partner_id: Mapped[int] = mapped_column(ForeignKey("follow_up_partners.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    held_on: Mapped[date]
    channel: Mapped[ContactChannel] = mapped_column(choice(ContactChannel))
    outcome: Mapped[ContactOutcome] = mapped_column(choice(ContactOutcome))
    remark: Mapped[str] = mapped_column(default="")
    is_by_office: Mapped[bool] = mapped_column(default=False)
    written_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    written_at: Mapped[datetime] = mapped_column(UtcDateTime)

    partner: Mapped[FollowUpPartner] = relationship()
    written_by: Mapped[User | None] = relationship()


class PartnerMeeting(Base):
    """A time at which the partner and the person meet, once the person agrees."""

    __tablename__ = "partner_meetings"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    partner_id: Mapped[int] = mapped_column(ForeignKey("follow_up_partners.id", ondelete="CASCADE"), index=True)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    starts_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ends_at: Mapped[datetime] = mapped_column(UtcDateTime)
    place: Mapped[str]
    purpose: Mapped[str]
    state: Mapped[MeetingState] = mapped_column(choice(MeetingState), default=MeetingState.PROPOSED)
    is_by_office: Mapped[bool] = mapped_column(default=False)

    partner: Mapped[FollowUpPartner] = relationship()

    __table_args__ = (CheckConstraint("starts_at < ends_at", name="in_order"),)
