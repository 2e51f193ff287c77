"""Requests counted by whoever asks and by window of time, in the database, so that a limit holds over all processes."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import delete
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Mapped, Session, mapped_column

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import Base, UtcDateTime

KEPT_FOR = timedelta(days=1)


class RequestCount(Base):
    """How often somebody asked in one window; `owner` is never a plain address of the network."""

    __tablename__ = "request_counts"

    owner: Mapped[str] = mapped_column(primary_key=True)
    window_at: Mapped[datetime] = mapped_column(UtcDateTime, primary_key=True)
    requests: Mapped[int]


def count_request(session: Session, owner: str, window: timedelta) -> tuple[int, int]:
    """Count one request; gives how many there were in this window and after how many seconds the next one begins.

    Commit at once, so that many requests at the same time see each other.
    """
    seconds, now = int(window.total_seconds()), clock.now().timestamp()
    begins = int(now // seconds * seconds)
    adding = insert(RequestCount).values(owner=owner, window_at=datetime.fromtimestamp(begins, UTC), requests=1)
    counted = adding.on_conflict_do_update(index_elements=["owner", "window_at"], set_={"requests": RequestCount.requests + 1}).returning(
        RequestCount.requests
    )
    return int(session.execute(counted).scalar_one()), max(1, begins + seconds - int(now))


def forget_old_counts(session: Session) -> None:
    """Run daily."""
    session.execute(delete(RequestCount).where(RequestCount.window_at < clock.now() - KEPT_FOR))
