"""Moving a thing through its lifecycle, and the log of every move: who, when and why."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, select
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import Base, UtcDateTime
from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class Transition(Base):
    """One move of one thing, kept for ever."""

    __tablename__ = "transitions"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
    action: Mapped[str]
    from_state: Mapped[str]
    to_state: Mapped[str]
    reason: Mapped[str] = mapped_column(default="")
    actor_label: Mapped[str]
    user_id: Mapped[int | None]
    moved_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_transitions_subject", "subject_kind", "subject_id"),)


def move(session: Session, actor: Actor, thing: Any, lifecycle: Lifecycle[Any], action: str, *, reason: str = "") -> None:
    """Move `thing.state` by `action` and log it; raises Conflict when the table has no such move from its state."""
    before = thing.state
    thing.state = lifecycle.after(before, action)
    session.flush()
    log_transition(session, actor, lifecycle.name, thing.id, action, before, thing.state, reason=reason)


def log_transition(session: Session, actor: Actor, kind: str, thing_id: int, action: str, before: str, after: str, *, reason: str = "") -> None:
    """Log a move that a guarded update made."""
    session.add(
        Transition(
            subject_kind=kind,
            subject_id=thing_id,
            action=action,
            from_state=str(before),
            to_state=str(after),
            reason=reason,
            actor_label=actor.label,
            user_id=actor.user_id,
            moved_at=clock.now(),
        )
    )


def history(session: Session, kind: str, thing_id: int) -> list[Transition]:
    """The moves of one thing, oldest first."""
    wanted = select(Transition).where(Transition.subject_kind == kind, Transition.subject_id == thing_id).order_by(Transition.id)
    return list(session.scalars(wanted))
