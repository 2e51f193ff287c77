"""Signing in and out."""

from dataclasses import dataclass, field

from sqlalchemy import update
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import hash_password, is_right_password, needs_rehash, secret_hash
from labour_exchange.accounts.events import ConfirmationNeeded
from labour_exchange.accounts.models import Attempt, SignedInSession, User
from labour_exchange.accounts.operations.sessions import open_session, revoke_sessions
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.rules.sessions import needs_second_factor
from labour_exchange.accounts.states import UserState
from labour_exchange.accounts.texts import ACCOUNT_BLOCKED, CONFIRM_FIRST, WRONG_CREDENTIALS
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act


@dataclass(frozen=True, slots=True)
class Entry:
    """A user who has just signed in, and the secret for the cookie."""

    user: User
    row: SignedInSession
    secret: str = field(repr=False)

    @property
    def awaits_second_factor(self) -> bool:
        return needs_second_factor(self.user.kind) and self.row.second_factor_at is None


def sign_in(session: Session, actor: Actor, attempt: Attempt, *, email: str, password: str, old_secret: str = "") -> Entry:
    """Open a session for whoever knows the password; `attempt` comes from `count_try`.

    Raises Refusal: the same for an unknown address, a wrong password and a closed account. Commit after a refusal too: a person whose
    address is not confirmed is sent the letter again.
    """
    user = user_with_email(session, email)
    is_right = is_right_password(user.password_hash if user else None, password)
    if user is None or not is_right or user.state is UserState.CLOSED:
        raise Refusal(WRONG_CREDENTIALS)
    if user.state is UserState.BLOCKED:
        raise Refusal(ACCOUNT_BLOCKED)
    if user.email_confirmed_at is None:
        record(session, actor, ConfirmationNeeded(user.id))
        raise Refusal(CONFIRM_FIRST)
    attempt.succeeded = True
    if needs_rehash(user.password_hash):
        user.password_hash = hash_password(password)
    if old_secret:
        _end(session, old_secret)
    row, secret = open_session(session, user)
    if needs_second_factor(user.kind):
        record_act(session, actor, "password_accepted", "user", user.id)
    return Entry(user, row, secret)


def sign_out(session: Session, actor: Actor, *, secret: str) -> None:
    """End the session of this secret; nothing happens when it has ended before."""
    _end(session, secret)


def sign_out_everywhere(session: Session, actor: Actor, user: User) -> int:
    """End every session of the user; how many there were."""
    record_act(session, actor, "signed_out_everywhere", "user", user.id)
    return revoke_sessions(session, user.id)


def _end(session: Session, secret: str) -> None:
    session.execute(
        update(SignedInSession)
        .where(SignedInSession.secret_hash == secret_hash(secret), SignedInSession.revoked_at.is_(None))
        .values(revoked_at=clock.now())
    )
