"""Tries at a secret, counted in the database so that the limit holds across workers."""

from datetime import datetime, timedelta

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Attempt
from labour_exchange.accounts.rules.throttling import WINDOW, seconds_to_wait
from labour_exchange.accounts.texts import TOO_MANY_TRIES
from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import TooMany
from labour_exchange.foundation.protection import lookup_hash

KNOWN_FOR = timedelta(days=30)
COUNTED_ALWAYS = frozenset({"register", "reset", "remark", "complaint"})
"""Acts that cost a letter each: they count whether they succeed or not. Of the others only failures count."""


def count_try(session: Session, purpose: str, *, account: str, address: str) -> Attempt:
    """Count one try at `purpose` before it is judged, as a failure until `succeeded` is set; raises TooMany when it must wait.

    Commit it before the slow part, so that many tries at once see each other. Somebody who signed in from this address before is
    not delayed by what strangers try elsewhere.
    """
    account_hash, address_hash = lookup_hash(f"account:{account.strip().lower()}"), lookup_hash(f"address:{address}")
    for key in sorted((account_hash, address_hash)):
        session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"{purpose}:{key}", 0))))
    now = clock.now()
    recent = _recent(purpose, now)
    by_account = recent.where(Attempt.account_hash == account_hash)
    if _is_known(session, purpose, account_hash, address_hash, now):
        by_account = by_account.where(Attempt.address_hash == address_hash)
    by_address = recent.where(Attempt.address_hash == address_hash)
    wait = max(seconds_to_wait(session.scalars(wanted).all(), now) for wanted in (by_account, by_address))
    if wait:
        raise TooMany(TOO_MANY_TRIES, retry_after=wait, seconds=wait)
    attempt = Attempt(purpose=purpose, account_hash=account_hash, address_hash=address_hash, succeeded=False, tried_at=now)
    session.add(attempt)
    session.flush()
    return attempt


def _recent(purpose: str, now: datetime) -> Select[tuple[datetime]]:
    wanted = select(Attempt.tried_at).where(Attempt.purpose == purpose, Attempt.tried_at > now - WINDOW)
    return wanted if purpose in COUNTED_ALWAYS else wanted.where(~Attempt.succeeded)


def _is_known(session: Session, purpose: str, account_hash: str, address_hash: str, now: datetime) -> bool:
    earlier = select(Attempt.id).where(
        Attempt.purpose == purpose,
        Attempt.account_hash == account_hash,
        Attempt.address_hash == address_hash,
        Attempt.succeeded,
        Attempt.tried_at > now - KNOWN_FOR,
    )
    return session.scalar(select(earlier.exists())) or False
