"""Counters by day: of each vacancy, and of each text that was searched."""

from datetime import date

from sqlalchemy import CheckConstraint, ForeignKey, Index
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base


class VacancyUse(Base):
    """How often one vacancy was read and saved on one day, how often it was read from a search, and how many applications were sent."""

    __tablename__ = "vacancy_use"

    vacancy_id: Mapped[int] = mapped_column(ForeignKey("vacancies.id", ondelete="CASCADE"), primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    views: Mapped[int] = mapped_column(default=0)
    from_search: Mapped[int] = mapped_column(default=0)
    applications: Mapped[int] = mapped_column(default=0)
    saves: Mapped[int] = mapped_column(default=0, server_default="0")

    __table_args__ = (Index("ix_vacancy_use_day", "day"),)


class QueryUse(Base):
    """How often a text, as normalised, was searched in pages of one language on one day; `found` sums the results of all these searches."""

    __tablename__ = "query_use"

    language: Mapped[str] = mapped_column(primary_key=True)
    words: Mapped[str] = mapped_column(primary_key=True)
    day: Mapped[date] = mapped_column(primary_key=True)
    searches: Mapped[int] = mapped_column(default=0)
    found: Mapped[int] = mapped_column(default=0)
    without_result: Mapped[int] = mapped_column(default=0)
    clicks: Mapped[int] = mapped_column(default=0)

    __table_args__ = (Index("ix_query_use_day", "day"), CheckConstraint("language IN ('kk', 'ru', 'en')", name="language"))
