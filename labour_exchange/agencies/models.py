"""Agency, its licence, the mandates that employers gave it, and its staff."""

from datetime import date, datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Text, false
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class Agency(Base):
    """A private employment agency; never an office."""

    __tablename__ = "agencies"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    bin: Mapped[str] = mapped_column(unique=True)
    name: Mapped[str]
    region_code: Mapped[str]
    connected_on: Mapped[date | None]
    is_demo: Mapped[bool] = mapped_column(default=False)
    is_sandbox: Mapped[bool] = mapped_column(default=False, server_default=false())
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("bin ~ '^[0-9]{12}$'", name="bin_form"),)


class Licence(Base):
    """The ministry's leave to act as an agency, for a period."""

    __tablename__ = "licences"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    number: Mapped[str] = mapped_column(unique=True)
    state: Mapped[LicenceState] = mapped_column(choice(LicenceState))
    granted_on: Mapped[date | None]
    expires_on: Mapped[date | None]
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


class AgencyMember(Base):
    """A user who acts for an agency."""

    __tablename__ = "agency_members"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
