"""Employer, its establishments and the users who act for it."""

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint, text
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class MemberRole(StrEnum):
    """An owner appoints and removes colleagues."""

    OWNER = "owner"
    STAFF = "staff"


class Employer(Base):
    """A legal person that hires; one known only from an imported advertisement has a source and no BIN.

    When a registered employer has claimed such a one, it stays as the name under which the source knows the claimant (`claimed_by_id`).
    """

    __tablename__ = "employers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    bin: Mapped[str | None] = mapped_column(unique=True)
    name: Mapped[str]
    industry_code: Mapped[str | None]
    about: Mapped[str] = mapped_column(default="")
    website: Mapped[str] = mapped_column(default="")
    region_code: Mapped[str | None] = mapped_column(index=True)
    state: Mapped[EmployerState] = mapped_column(choice(EmployerState))
    source: Mapped[str | None]
    external_id: Mapped[str | None]
    claimed_by_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"))
    applications_due: Mapped[int] = mapped_column(default=0)
    applications_answered: Mapped[int] = mapped_column(default=0)
    is_demo: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    establishments: Mapped[list["Establishment"]] = relationship(back_populates="employer", order_by="Establishment.id")

    __table_args__ = (
        UniqueConstraint("source", "external_id", name="uq_employers_source_external_id"),
        CheckConstraint("bin IS NULL OR bin ~ '^[0-9]{12}$'", name="bin_form"),
        CheckConstraint("bin IS NOT NULL OR source IS NOT NULL", name="known_by"),
        Index("ix_employers_name_words", text("to_tsvector('simple'::regconfig, name)"), postgresql_using="gin"),
    )
    __mapper_args__ = {"version_id_col": version}

    @property
    def answer_rate(self) -> float | None:
        """Share of applications due for an answer that got one, 0 to 1; None below five due."""
        return self.applications_answered / self.applications_due if self.applications_due >= 5 else None


class Establishment(Base):
    """A place of work of an employer."""

    __tablename__ = "establishments"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    region_code: Mapped[str]
    district_code: Mapped[str | None]
    address: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]
    is_closed: Mapped[bool] = mapped_column(default=False)

    employer: Mapped[Employer] = relationship(back_populates="establishments")


class EmployerMember(Base):
    """A user who acts for an employer."""

    __tablename__ = "employer_members"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), unique=True)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    role: Mapped[MemberRole] = mapped_column(choice(MemberRole))


class EmployerClaim(Base):
    """A verified employer's word that it is the one an import knows by name; an office decides."""

    __tablename__ = "employer_claims"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    employer_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"))
    claimant_id: Mapped[int] = mapped_column(ForeignKey("employers.id", ondelete="CASCADE"), index=True)
    reason: Mapped[str]
    claimed_by_user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    claimed_at: Mapped[datetime] = mapped_column(UtcDateTime)
    decided_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    is_accepted: Mapped[bool | None]
    answer: Mapped[str] = mapped_column(default="")

    employer: Mapped[Employer] = relationship(foreign_keys=employer_id)
    claimant: Mapped[Employer] = relationship(foreign_keys=claimant_id)

    __table_args__ = (
        CheckConstraint("(decided_at IS NULL) = (is_accepted IS NULL)", name="decided"),
        Index("uq_employer_claims_open", "employer_id", "claimant_id", unique=True, postgresql_where="decided_at IS NULL"),
    )
