"""One-time links: issued for a purpose, used exactly once."""

from datetime import timedelta

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import new_secret, secret_hash
from labour_exchange.accounts.models import OneTimeToken, User
from labour_exchange.accounts.states import TokenPurpose, UserState
from labour_exchange.accounts.texts import LINK_NOT_VALID
from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import Refusal

LIFETIMES = {TokenPurpose.CONFIRM: timedelta(days=3), TokenPurpose.RESET: timedelta(hours=1), TokenPurpose.INVITE: timedelta(days=7)}


def issue_token(session: Session, user_id: int, purpose: TokenPurpose) -> str:
    """The secret of a new link; only its hash is kept."""
    secret, now = new_secret(), clock.now()
    session.add(OneTimeToken(secret_hash=secret_hash(secret), user_id=user_id, purpose=purpose, created_at=now, expires_at=now + LIFETIMES[purpose]))
    session.flush()
    return secret


def use_token(session: Session, secret: str, purpose: TokenPurpose) -> User:
    """The user whose link this is, once; all other links of the same purpose end with it. Raises Refusal(link_not_valid)."""
    now = clock.now()
    user_id = session.scalar(
        update(OneTimeToken)
        .where(
            OneTimeToken.secret_hash == secret_hash(secret),
            OneTimeToken.purpose == purpose,
            OneTimeToken.used_at.is_(None),
            OneTimeToken.expires_at > now,
        )
        .values(used_at=now)
        .returning(OneTimeToken.user_id)
    )
    user = session.get(User, user_id) if user_id else None
    if user is None or user.state is not UserState.ACTIVE:
        raise Refusal(LINK_NOT_VALID)
    session.execute(
        update(OneTimeToken)
        .where(OneTimeToken.user_id == user.id, OneTimeToken.purpose == purpose, OneTimeToken.used_at.is_(None))
        .values(used_at=now)
    )
    return user
