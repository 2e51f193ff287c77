"""Sessions as rows: opened, rotated, noticed, revoked. The secret is returned once and never stored."""

from datetime import datetime, timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.accounts.models import SignedInSession, User
from labour_exchange.accounts.rules.sessions import limits_for
from labour_exchange.foundation import clock

NOTICED_EVERY = timedelta(minutes=1)


def open_session(session: Session, user: User, *, second_factor_at: datetime | None = None) -> tuple[SignedInSession, str]:
    """A new session of the user and its secret, for the cookie."""
    now, secret = clock.now(), new_secret()
    row = SignedInSession(
        secret_hash=secret_hash(secret),
        user_id=user.id,
        created_at=now,
        seen_at=now,
        expires_at=now + limits_for(user.kind).absolute,
        second_factor_at=second_factor_at,
    )
    session.add(row)
    session.flush()
    return row, secret


def rotate_session(session: Session, row: SignedInSession, *, second_factor_at: datetime | None = None) -> tuple[SignedInSession, str]:
    """The same session under another secret, because what it may do has changed; it does not live longer for it."""
    now, secret = clock.now(), new_secret()
    new = SignedInSession(
        secret_hash=secret_hash(secret),
        user_id=row.user_id,
        created_at=row.created_at,
        seen_at=now,
        expires_at=row.expires_at,
        second_factor_at=second_factor_at or row.second_factor_at,
    )
    row.revoked_at = now
    session.add(new)
    session.flush()
    return new, secret


def note_request(session: Session, row: SignedInSession) -> bool:
    """Remember that the session is in use, at most once a minute; whether anything was written."""
    now = clock.now()
    if now - row.seen_at < NOTICED_EVERY:
        return False
    row.seen_at = now
    return True


def revoke_sessions(session: Session, user_id: int, *, secret: str | None = None) -> int:
    """End all sessions of the user, or the one with this secret; how many were alive."""
    wanted = update(SignedInSession).where(SignedInSession.user_id == user_id, SignedInSession.revoked_at.is_(None))
    if secret is not None:
        wanted = wanted.where(SignedInSession.secret_hash == secret_hash(secret))
    ended = session.scalars(wanted.values(revoked_at=clock.now()).returning(SignedInSession.id)).all()
    return len(ended)
