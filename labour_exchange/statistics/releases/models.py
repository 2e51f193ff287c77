"""Releases as they were frozen. Only the signature and the publication are ever added to a row."""

from datetime import date, datetime
from typing import Any

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.statistics.releases.states import FreezeState, ReleaseState


class Release(Base):
    """One edition of a period's figures: `tables` as published, from the facts recorded until `as_of`, whose rows `facts_hash` sums up.

    `evidence_hashes` tell of each row of the ledger behind them whether it is as it was (None in releases that were frozen without).
    `announced_at` is the minute of publication. `reason` says what a later edition changes and why.
    """

    __tablename__ = "releases"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    period_code: Mapped[str]
    edition: Mapped[int]
    state: Mapped[ReleaseState] = mapped_column(choice(ReleaseState))
    as_of: Mapped[date]
    announced_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(default="")
    definitions_version: Mapped[int]
    facts_count: Mapped[int]
    facts_hash: Mapped[str]
    content_hash: Mapped[str]
    previous_content_hash: Mapped[str] = mapped_column(default="")
    tables: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    evidence_hashes: Mapped[bytes | None] = mapped_column(deferred=True)
    prepared_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    prepared_at: Mapped[datetime] = mapped_column(UtcDateTime)
    signed_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id"))
    signed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    published_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("period_code", "edition", name="uq_releases_period_edition"),
        CheckConstraint("signed_by_id <> prepared_by_id", name="two_people"),
        CheckConstraint("(state = 'prepared') = (signed_by_id IS NULL)", name="signed"),
        CheckConstraint("(state = 'published') = (published_at IS NOT NULL)", name="published"),
        CheckConstraint("(edition = 1) = (reason = '')", name="reason"),
    )

    @property
    def name(self) -> str:
        """2026-10.2 is the second edition of October 2026."""
        return f"{self.period_code}.{self.edition}"


class FreezeRequest(Base):
    """What an analyst asked the worker to freeze. One waits for a period at a time; `refusal` says why nothing was frozen, by its code."""

    __tablename__ = "freeze_requests"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    period_code: Mapped[str]
    announced_at: Mapped[datetime] = mapped_column(UtcDateTime)
    reason: Mapped[str] = mapped_column(default="")
    state: Mapped[FreezeState] = mapped_column(choice(FreezeState), default=FreezeState.WAITING)
    asked_by_id: Mapped[int] = mapped_column(ForeignKey("users.id"))
    asked_at: Mapped[datetime] = mapped_column(UtcDateTime)
    release_id: Mapped[int | None] = mapped_column(ForeignKey("releases.id"))
    refusal: Mapped[str] = mapped_column(default="")
    ended_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    release: Mapped[Release | None] = relationship()

    __table_args__ = (
        Index("uq_freeze_requests_one_waiting", "period_code", unique=True, postgresql_where="state = 'waiting'"),
        CheckConstraint("(state = 'waiting') = (ended_at IS NULL)", name="ended"),
        CheckConstraint("(state = 'done') = (release_id IS NOT NULL)", name="done_with_release"),
        CheckConstraint("(state = 'refused') = (refusal <> '')", name="refused_with_code"),
    )
