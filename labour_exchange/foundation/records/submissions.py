"""One-time ids of forms and API calls: the second sending of the same act changes nothing."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB, insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import Base, UtcDateTime


class Submission(Base):
    """An act that was asked for once: by whom, which one, and what was answered."""

    __tablename__ = "submissions"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]
    key: Mapped[str]
    fingerprint: Mapped[str] = mapped_column(default="")
    answer: Mapped[dict[str, Any] | None] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("owner", "key", name="uq_submissions_owner_key"),)


def claim_submission(session: Session, owner: str, key: str, *, fingerprint: str = "") -> Submission | None:
    """Claim the key for this transaction; None when it was used before.

    A second caller waits here until the first has committed, then is told None.
    """
    added = session.execute(
        insert(Submission)
        .values(owner=owner, key=key, fingerprint=fingerprint, created_at=clock.now())
        .on_conflict_do_nothing(constraint="uq_submissions_owner_key")
        .returning(Submission.id)
    ).scalar()
    return session.get_one(Submission, added) if added else None


def earlier_submission(session: Session, owner: str, key: str) -> Submission | None:
    """What was answered to this key before, if anything."""
    return session.query(Submission).filter_by(owner=owner, key=key).one_or_none()
