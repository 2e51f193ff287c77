"""Agency, its licence, the mandates that employers gave it or were asked for, its staff, and complaints about it."""

from datetime import date, datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.agencies.states import ComplaintCategory, ComplaintEffect, ComplaintState, LicenceState, RequestState
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Agency(Base):
    """A private employment agency; never an office."""

    __tablename__ = "agencies"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    bin: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    region_code: Mapped[str]
    contact_name: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")
    connected_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)
    is_sandbox: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("bin ~ '^[0-9]{12}$'", name="bin_form"),)


class Licence(Base):
    """The ministry's leave to act as an agency, for a period. `asked_until_on` is what the agency asks for, at first or anew."""

    __tablename__ = "licences"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[LicenceState] = mapped_column(choice(LicenceState))
    granted_on: Mapped[date | None]
    expires_on: Mapped[date | None]
    asked_until_on: Mapped[date | None]
    reason: Mapped[str] = mapped_column(default="")


class Mandate(Base):
    """An employer lets an agency act for it, within a scope and until a day."""

    __tablename__ = "mandates"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    given_on: Mapped[date]
    until_on: Mapped[date | None]
    withdrawn_on: Mapped[date | None]


class MandateRequest(Base):
    """An agency asks an employer for a mandate; one open question for a pair."""

    __tablename__ = "mandate_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    until_on: Mapped[date | None]
    note: Mapped[str] = mapped_column(default="")
    state: Mapped[RequestState] = mapped_column(choice(RequestState), default=RequestState.ASKED)
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    answered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    answer_note: Mapped[str] = mapped_column(default="")
    mandate_id: Mapped[int | None] = mapped_column(ForeignKey("mandates.id", ondelete="SET NULL"))

    __table_args__ = (Index("uq_mandate_requests_one_open", "agency_id", "employer_id", unique=True, postgresql_where="state = 'asked'"),)


class AgencyMember(Base):
    """A user who acts for an agency."""

    __tablename__ = "agency_members"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)


class Complaint(Base):
    """What somebody says an agency did, the agency's reply and the ministry's decision. Row-level security shows it to these three only."""

    __tablename__ = "agency_complaints"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), index=True)
    complainant: Mapped[ActorKind] = mapped_column(choice(ActorKind))
    category: Mapped[ComplaintCategory] = mapped_column(choice(ComplaintCategory))
    text: Mapped[str]
    state: Mapped[ComplaintState] = mapped_column(choice(ComplaintState), default=ComplaintState.FILED)
    filed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reply_due_on: Mapped[date]
    reply: Mapped[str] = mapped_column(default="")
    replied_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    decision: Mapped[str] = mapped_column(default="")
    effect: Mapped[ComplaintEffect | None] = mapped_column(choice(ComplaintEffect))

    __table_args__ = (
        CheckConstraint("(decided_at IS NULL) = (state IN ('filed', 'replied'))", name="decided_with_instant"),
        CheckConstraint("(effect IS NOT NULL) = (state = 'upheld')", name="effect_when_upheld"),
    )
