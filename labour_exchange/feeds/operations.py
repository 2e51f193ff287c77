"""What the feed forgets by itself, and how it begins anew."""

from datetime import timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock

KEPT = timedelta(days=90)


def forget_old_changes(session: Session) -> int:
    """Forget changes older than 90 days, except the last word about what can still be read; gives how many."""
    return session.scalar(select(func.forget_vacancy_changes(clock.now() - KEPT))) or 0


def restart_feed(session: Session) -> int:
    """Begin anew with what can be read now, after a copy was put back: every cursor given before gets 410. Gives how many vacancies are told."""
    return session.scalar(select(func.restart_vacancy_changes())) or 0
