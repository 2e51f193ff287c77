"""A jobseeker, the periods on the register, and the profile that is shared."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, func, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.protection import Sealed
from labour_exchange.jobseekers.states import Audience, Category, EndReason, LinkLevel, RegistrationState, Sex


class Jobseeker(Base):
    """A person. Row-level security shows the row to the person, to the offices of its region, and to nobody else."""

    __tablename__ = "jobseekers"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    user_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"), unique=True)
    iin: Mapped[str | None] = mapped_column(Sealed)
    iin_hash: Mapped[str | None] = mapped_column(unique=True)
    family_name: Mapped[str]
    given_name: Mapped[str]
    patronymic: Mapped[str] = mapped_column(default="")
    born_on: Mapped[date]
    sex: Mapped[Sex] = mapped_column(choice(Sex))
    phone: Mapped[str | None] = mapped_column(Sealed)
    phone_hash: Mapped[str | None] = mapped_column(index=True)
    region_code: Mapped[str]
    district_code: Mapped[str | None]
    is_rural: Mapped[bool] = mapped_column(default=False)
    has_disability: Mapped[bool] = mapped_column(default=False)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    anonymised_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    inactive_notice_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    profile: Mapped["Profile | None"] = relationship(back_populates="jobseeker", uselist=False)

    __table_args__ = (
        Index("ix_jobseekers_region_id", "region_code", "id"),
        Index(
            "ix_jobseekers_region_name",
            "region_code",
            func.lower(text("family_name")).label("lower_family_name"),
            postgresql_ops={"lower_family_name": "text_pattern_ops"},
        ),
    )

    @property
    def full_name(self) -> str:
        return " ".join(part for part in (self.family_name, self.given_name, self.patronymic) if part)


class Registration(Base):
    """A period on the register at an office. "Registered unemployed" is derived from these rows, never stored."""

    __tablename__ = "registrations"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    office_id: Mapped[int] = mapped_column(ForeignKey("offices.id"), index=True)
    region_code: Mapped[str]
    category: Mapped[Category] = mapped_column(choice(Category))
    is_rural: Mapped[bool] = mapped_column(default=False)
    state: Mapped[RegistrationState] = mapped_column(choice(RegistrationState))
    registered_on: Mapped[date]
    renewed_on: Mapped[date]
    ended_on: Mapped[date | None]
    end_reason: Mapped[EndReason | None] = mapped_column(choice(EndReason))
    is_demo: Mapped[bool] = mapped_column(default=False)
    version: Mapped[int] = mapped_column(default=1)

    __table_args__ = (
        Index("uq_registrations_one_open", "jobseeker_id", unique=True, postgresql_where="ended_on IS NULL"),
        Index("ix_registrations_region_state", "region_code", "state"),
        CheckConstraint("(ended_on IS NULL) = (end_reason IS NULL)", name="end_with_reason"),
    )
    __mapper_args__ = {"version_id_col": version}


class Profile(Base):
    """What a person shares about their work, and what they wish for; its public id is a pseudonym that leads to no name."""

    __tablename__ = "profiles"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), unique=True)
    audience: Mapped[Audience] = mapped_column(choice(Audience), default=Audience.OFFICES)
    headline: Mapped[str] = mapped_column(default="")
    summary: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="kk")
    occupation_codes: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    skills: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    licences: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    languages: Mapped[list[dict[str, str]]] = mapped_column(JSONB, default=list)
    education_level: Mapped[int | None]
    education: Mapped[list[dict[str, Any]]] = mapped_column(JSONB, default=list)
    experience_months: Mapped[int] = mapped_column(default=0)
    region_code: Mapped[str]
    district_code: Mapped[str | None]
    move_regions: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    pay_from: Mapped[int | None]
    hours: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    employment_kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    wants_remote: Mapped[bool] = mapped_column(default=False)
    is_quota_eligible: Mapped[bool] = mapped_column(default=False)
    is_active: Mapped[bool] = mapped_column(default=True)
    active_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
    document_version: Mapped[int] = mapped_column(default=1, server_default="1")

    jobseeker: Mapped[Jobseeker] = relationship(back_populates="profile")
    work_history: Mapped[list["WorkHistory"]] = relationship(order_by="WorkHistory.started_on.desc()", cascade="all, delete-orphan")

    __table_args__ = (CheckConstraint("pay_from >= 0", name="pay_positive"), Index("ix_profiles_region_active", "region_code", "is_active"))
    __mapper_args__ = {"version_id_col": version}


class WorkHistory(Base):
    """One job a person held."""

    __tablename__ = "work_history"

    id: Mapped[int] = mapped_column(primary_key=True)
    profile_id: Mapped[int] = mapped_column(ForeignKey("profiles.id", ondelete="CASCADE"), index=True)
    title: Mapped[str]
    employer_name: Mapped[str] = mapped_column(default="")
    occupation_code: Mapped[str | None]
    started_on: Mapped[date]
    ended_on: Mapped[date | None]
    duties: Mapped[str] = mapped_column(default="")


class AgencyLink(Base):
    """A person lets one agency read the shared profile, or the contacts too; a link that ended stays as the record that it was."""

    __tablename__ = "agency_links"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"))
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"), index=True)
    shows: Mapped[LinkLevel] = mapped_column(choice(LinkLevel))
    consent_id: Mapped[int | None] = mapped_column(ForeignKey("consents.id", ondelete="SET NULL"))
    linked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index("uq_agency_links_one_open", "agency_id", "jobseeker_id", unique=True, postgresql_where="ended_at IS NULL"),)
