"""What the feed forgets by itself."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock

KEPT = timedelta(days=90)


def forget_old_changes(session: Session) -> int:
    """Forget changes older than 90 days, except the last word about what can still be read; gives how many."""
    return session.scalar(select(func.forget_vacancy_changes(clock.now() - KEPT))) or 0
