"""What is kept of duplicates: keys to meet under, what was compared already, where two differ, and what an employer decided."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime


class VacancyBlock(Base):
    """A key of a published vacancy; only vacancies that share one are ever compared."""

    __tablename__ = "vacancy_blocks"

    key: Mapped[str] = mapped_column(primary_key=True)
    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True, index=True)
    origin: Mapped[str]
    """Who brought it: two of one origin are two posts, however alike, and are never compared."""


class DuplicateCheck(Base):
    """The version of a vacancy that was compared last."""

    __tablename__ = "duplicate_checks"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
    document_version: Mapped[int]


class DuplicateConflict(Base):
    """What a duplicate states otherwise than the vacancy it is shown with; both sides see it."""

    __tablename__ = "duplicate_conflicts"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
    field: Mapped[str] = mapped_column(primary_key=True)
    leader_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), index=True)
    stated: Mapped[int | None]
    led: Mapped[int | None]
    noticed_at: Mapped[datetime] = mapped_column(UtcDateTime)


class DuplicateRuling(Base):
    """The employer's word on two vacancies: the first leads the second; or they are two posts."""

    __tablename__ = "duplicate_rulings"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
    other_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
    is_same: Mapped[bool]
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    decided_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        CheckConstraint("vacancy_id <> other_id", name="two_vacancies"),
        Index("ix_duplicate_rulings_other_id", "other_id"),
    )
