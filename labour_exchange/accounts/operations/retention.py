"""What accounts forget by themselves."""

from datetime import timedelta

from sqlalchemy import delete, or_
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Attempt, OneTimeToken, SignedInSession
from labour_exchange.foundation import clock

KEPT = timedelta(days=30)


def forget_old_traces(session: Session) -> None:
    """Delete tries, and sessions and links that ended, after 30 days."""
    limit = clock.now() - KEPT
    session.execute(delete(Attempt).where(Attempt.tried_at < limit))
    session.execute(delete(OneTimeToken).where(OneTimeToken.expires_at < limit))
    session.execute(delete(SignedInSession).where(or_(SignedInSession.expires_at < limit, SignedInSession.revoked_at < limit)))
