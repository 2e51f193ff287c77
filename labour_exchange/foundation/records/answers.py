"""Answers that are kept for a day: whoever sends the same act again under the same key is given the first answer."""

from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Index, UniqueConstraint, delete, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import Base, UtcDateTime

KEPT_FOR = timedelta(hours=24)


class KeptAnswer(Base):
    """What was answered to one act: under whose key, to which request, and the answer as it was sent."""

    __tablename__ = "kept_answers"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]
    key: Mapped[str]
    fingerprint: Mapped[str]
    status: Mapped[int]
    headers: Mapped[dict[str, Any]] = mapped_column(JSONB)
    body: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("owner", "key", name="uq_kept_answers_owner_key"), Index("ix_kept_answers_created_at", "created_at"))


def is_key_free(session: Session, owner: str, key: str) -> bool:
    """Take the key for this transaction; False while another one holds it. A transaction that dies gives it back."""
    taking = text("SELECT pg_try_advisory_xact_lock(hashtextextended(:name, 2))")
    return bool(session.scalar(taking, {"name": f"{owner}\n{key}"}))


def kept_answer(session: Session, owner: str, key: str) -> KeptAnswer | None:
    """The answer that was given under this key, for a day; the caller holds the key."""
    wanted = select(KeptAnswer).where(KeptAnswer.owner == owner, KeptAnswer.key == key, KeptAnswer.created_at > clock.now() - KEPT_FOR)
    return session.scalars(wanted).one_or_none()


def keep_answer(session: Session, owner: str, key: str, *, fingerprint: str, status: int, headers: dict[str, str], body: str) -> None:
    """Keep the answer in the transaction of its act, in the place of one that is out of date; the caller holds the key."""
    session.execute(delete(KeptAnswer).where(KeptAnswer.owner == owner, KeptAnswer.key == key))
    session.add(KeptAnswer(owner=owner, key=key, fingerprint=fingerprint, status=status, headers=headers, body=body, created_at=clock.now()))
    session.flush()


def forget_old_answers(session: Session) -> None:
    """Run daily."""
    session.execute(delete(KeptAnswer).where(KeptAnswer.created_at <= clock.now() - KEPT_FOR))
