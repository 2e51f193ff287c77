"""A vacancy, its posts and its requirements, and the registered sources of advertisements."""

from datetime import date, datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.employers.models import Employer, Establishment
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.vacancies.states import EmploymentKind, Experience, Hours, RejectionCode, VacancySource, VacancyState


class Vacancy(Base):
    """One or more equal posts at one place. Pay is whole KZT, gross, a month; what was stated otherwise is kept in `pay_stated`."""

    __tablename__ = "vacancies"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    employer_id: Mapped[int | None] = mapped_column(ForeignKey("employers.id"), index=True)
    establishment_id: Mapped[int | None] = mapped_column(ForeignKey("establishments.id"))
    agency_id: Mapped[int | None] = mapped_column(ForeignKey("agencies.id"), index=True)
    source: Mapped[VacancySource] = mapped_column(choice(VacancySource), default=VacancySource.DIRECT)
    source_name: Mapped[str | None]
    external_id: Mapped[str | None]
    content_hash: Mapped[str | None]
    duplicate_of_id: Mapped[int | None] = mapped_column(ForeignKey("vacancies.id", ondelete="SET NULL"))
    duplicate_key: Mapped[str | None]

    title: Mapped[str]
    description: Mapped[str] = mapped_column(default="")
    requirements: Mapped[str] = mapped_column(default="")
    language: Mapped[str]
    occupation_code: Mapped[str | None]
    occupation_codes: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    region_code: Mapped[str | None]
    district_code: Mapped[str | None]
    place_text: Mapped[str] = mapped_column(default="")
    latitude: Mapped[float | None]
    longitude: Mapped[float | None]

    posts: Mapped[int] = mapped_column(default=1)
    posts_filled: Mapped[int] = mapped_column(default=0)
    pay_from: Mapped[int | None]
    pay_to: Mapped[int | None]
    pay_stated: Mapped[str] = mapped_column(default="")
    employment_kind: Mapped[EmploymentKind] = mapped_column(choice(EmploymentKind), default=EmploymentKind.PERMANENT)
    hours: Mapped[Hours] = mapped_column(choice(Hours), default=Hours.FULL)
    is_remote: Mapped[bool] = mapped_column(default=False)
    experience: Mapped[Experience | None] = mapped_column(choice(Experience))
    education_level: Mapped[int | None]
    skills_required: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    skills_wished: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    licences: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    languages: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    is_quota: Mapped[bool] = mapped_column(default=False)
    contact_name: Mapped[str] = mapped_column(default="")
    contact_phone: Mapped[str] = mapped_column(default="")

    state: Mapped[VacancyState] = mapped_column(choice(VacancyState), default=VacancyState.DRAFT)
    rejection_code: Mapped[RejectionCode | None] = mapped_column(choice(RejectionCode))
    rejection_note: Mapped[str] = mapped_column(default="")
    checked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    checked_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    submitted_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    closed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    apply_by_on: Mapped[date | None]
    applications: Mapped[int] = mapped_column(default=0)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)
    document_version: Mapped[int] = mapped_column(default=1, server_default="1")

    employer: Mapped[Employer | None] = relationship()
    establishment: Mapped[Establishment | None] = relationship()

    __table_args__ = (
        UniqueConstraint("source_name", "external_id", name="uq_vacancies_source_name_external_id"),
        CheckConstraint("posts > 0", name="posts_positive"),
        CheckConstraint("posts_filled BETWEEN 0 AND posts", name="posts_filled_within"),
        CheckConstraint("pay_from >= 0 AND pay_to >= coalesce(pay_from, 0)", name="pay_order"),
        Index("ix_vacancies_region_state", "region_code", "state"),
        Index("ix_vacancies_state_apply_by", "state", "apply_by_on"),
        Index("ix_vacancies_duplicate_of_id", "duplicate_of_id", postgresql_where="duplicate_of_id IS NOT NULL"),
        Index("ix_vacancies_duplicate_key", "duplicate_key", postgresql_where="duplicate_key IS NOT NULL"),
        Index("ix_vacancies_unchecked", "region_code", "published_at", postgresql_where="checked_at IS NULL AND state IN ('submitted', 'published')"),
    )
    __mapper_args__ = {"version_id_col": version}

    @property
    def is_open(self) -> bool:
        return self.state is VacancyState.PUBLISHED

    @property
    def is_shown_with_another(self) -> bool:
        """Whether somebody else's announcement of the same post stands for it."""
        return self.is_open and self.duplicate_of_id is not None

    @property
    def posts_left(self) -> int:
        return self.posts - self.posts_filled


class AdvertisementSource(Base):
    """A job site or agency system that advertisements are imported from; an import names one."""

    __tablename__ = "advertisement_sources"

    name: Mapped[str] = mapped_column(primary_key=True)
    title: Mapped[str]
    registered_at: Mapped[datetime] = mapped_column(UtcDateTime)
