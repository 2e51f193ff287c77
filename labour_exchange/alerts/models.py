"""Saved searches with what they ask in the terms of the index, vacancies that have just become findable, and the pairs that met."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, ForeignKey, Index, Text, UniqueConstraint, text
from sqlalchemy.dialects.postgresql import JSONB, TSQUERY
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class SavedSearch(Base):
    """A person's question as it was asked, and as the index is asked: derived anew when the reading of words changes.

    `words` and `units` are alternatives (all words, or an occupation that was recognised); with neither every vacancy meets them. `rest` holds
    the filters that are not columns here. Row-level security shows a row to its person only.
    """

    __tablename__ = "saved_searches"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    jobseeker_id: Mapped[int] = mapped_column(ForeignKey("jobseekers.id", ondelete="CASCADE"))
    name: Mapped[str]
    question: Mapped[dict[str, Any]] = mapped_column(JSONB)
    fingerprint: Mapped[str]
    frequency: Mapped[Frequency] = mapped_column(choice(Frequency))
    state: Mapped[SearchState] = mapped_column(choice(SearchState), default=SearchState.ACTIVE)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    version: Mapped[int] = mapped_column(default=1)

    reading: Mapped[str] = mapped_column(index=True)
    words: Mapped[str | None] = mapped_column(TSQUERY)
    units: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    regions: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    pay_from: Mapped[int | None]
    employment_kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    hours: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    rest: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)

    __table_args__ = (UniqueConstraint("jobseeker_id", "fingerprint", name="uq_saved_searches_once"),)
    __mapper_args__ = {"version_id_col": version}


class SearchKey(Base):
    """One term by which new vacancies find a saved search; a vacancy that meets the search has at least one of its keys."""

    __tablename__ = "saved_search_keys"

    key: Mapped[str] = mapped_column(primary_key=True)
    search_id: Mapped[int] = mapped_column(ForeignKey("saved_searches.id", ondelete="CASCADE"), primary_key=True, index=True)


class Arrival(Base):
    """A vacancy that has become findable and was not held against the saved searches yet; a trigger writes it with the document."""

    __tablename__ = "alert_arrivals"

    vacancy_id: Mapped[str] = mapped_column(primary_key=True)
    arrived_at: Mapped[datetime] = mapped_column(UtcDateTime, server_default=text("clock_timestamp()"))


class AlertMatch(Base):
    """A new vacancy that meets a saved search: once, however often either is looked at; `told_at` is when a letter said so.

    A trigger deletes it with its search. A foreign key would lock the search once for every pair, which costs more than storing the pairs.
    """

    __tablename__ = "alert_matches"

    search_id: Mapped[int] = mapped_column(primary_key=True)
    vacancy_id: Mapped[str] = mapped_column(primary_key=True)
    matched_at: Mapped[datetime] = mapped_column(UtcDateTime)
    told_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_alert_matches_untold", "search_id", postgresql_where=text("told_at IS NULL")),)
