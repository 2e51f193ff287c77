"""Append-only record of who did or read what."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import Base, UtcDateTime


class AuditRow(Base):
    """One act or one reading of protected data. A trigger refuses every update and delete."""

    __tablename__ = "audit_log"

    id: Mapped[int] = mapped_column(primary_key=True)
    acted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    actor_label: Mapped[str]
    user_id: Mapped[int | None]
    act: Mapped[str]
    subject_kind: Mapped[str]
    subject_id: Mapped[int | None]
    reason: Mapped[str] = mapped_column(default="")
    facts: Mapped[dict[str, Any]] = mapped_column(JSONB, default=dict)

    __table_args__ = (Index("ix_audit_log_subject", "subject_kind", "subject_id"),)


def record_act(session: Session, actor: Actor, act: str, subject_kind: str, subject_id: int | None, *, reason: str = "", **facts: Any) -> None:
    """Write one row in the business transaction; `facts` hold codes and numbers, never personal data."""
    session.add(
        AuditRow(
            acted_at=clock.now(),
            actor_label=actor.label,
            user_id=actor.user_id,
            act=act,
            subject_kind=subject_kind,
            subject_id=subject_id,
            reason=reason,
            facts=facts,
        )
    )
