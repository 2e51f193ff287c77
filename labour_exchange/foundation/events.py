"""Facts announced: stored in the same transaction as the change, with one job for each part that reacts."""

from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any, ClassVar

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import Base, UtcDateTime
from labour_exchange.foundation.jobs import defer

Reaction = Callable[[Session, Mapping[str, Any]], None]


@dataclass(frozen=True, slots=True)
class Event:
    """A fact. Fields are row ids, codes, dates and numbers only, never anything that names a person."""

    kind: ClassVar[str] = ""


class RecordedEvent(Base):
    """An event as it was announced; append-only."""

    __tablename__ = "events"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB)
    actor_label: Mapped[str]
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_events_kind_id", "kind", "id"),)


_reactions: dict[str, tuple[Reaction, ...]] = {}


def subscribe(table: Mapping[str, tuple[Reaction, ...]]) -> None:
    """Set who reacts to what; called once, by the application, with the whole table."""
    _reactions.clear()
    _reactions.update(table)


def subscribed_kinds() -> frozenset[str]:
    return frozenset(_reactions)


def record(session: Session, actor: Actor, event: Event) -> RecordedEvent:
    """Store the event and defer its reactions inside the caller's transaction."""
    row = RecordedEvent(kind=event.kind, facts=asdict(event), actor_label=actor.label, occurred_at=clock.now())
    session.add(row)
    session.flush()
    for reaction in _reactions.get(event.kind, ()):
        defer(session, "react", event_id=row.id, reaction=reaction_name(reaction))
    return row


def reaction_name(reaction: Reaction) -> str:
    return f"{reaction.__module__}.{reaction.__name__}"


def react(session: Session, event_id: int, reaction: str) -> None:
    """Run one reaction to one stored event; the job behind `record`."""
    row = session.get_one(RecordedEvent, event_id)
    for candidate in _reactions.get(row.kind, ()):
        if reaction_name(candidate) == reaction:
            candidate(session, row.facts)
            return
