"""Passwords: changed by who knows the present one, set by who holds a link."""

from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import hash_password, is_right_password
from labour_exchange.accounts.events import PasswordChanged, ResetAsked
from labour_exchange.accounts.models import Attempt, SignedInSession, User
from labour_exchange.accounts.operations.sessions import revoke_sessions, rotate_session
from labour_exchange.accounts.operations.tokens import use_token
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.rules.passwords import weakness
from labour_exchange.accounts.states import TokenPurpose, UserState
from labour_exchange.accounts.texts import WEAKNESSES, WRONG_PASSWORD
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.foundation.events import record
from labour_exchange.foundation.records.audit import record_act


def refuse_weak_password(password: str, email: str, *, field: str = "password") -> None:
    """Raise InvalidInput on `field` when the password will not do."""
    found = weakness(password, email)
    if found:
        raise InvalidInput([FieldError(field, WEAKNESSES[found])])


def change_password(
    session: Session, actor: Actor, attempt: Attempt, row: SignedInSession, *, user: User, present_password: str, new_password: str
) -> tuple[SignedInSession, str]:
    """Set another password, end every session of the user and give the present one a new secret."""
    if not is_right_password(user.password_hash, present_password):
        raise InvalidInput([FieldError("present_password", WRONG_PASSWORD)])
    attempt.succeeded = True
    refuse_weak_password(new_password, user.email, field="new_password")
    _set_password(session, actor, user, new_password)
    return rotate_session(session, row)


def start_reset(session: Session, actor: Actor, *, email: str) -> None:
    """Let a letter with a link go to the owner of the address, if there is one; the caller cannot tell."""
    user = user_with_email(session, email)
    record(session, actor, ResetAsked(user.id if user and user.state is UserState.ACTIVE else None))


def finish_reset(session: Session, actor: Actor, *, secret: str, new_password: str) -> User:
    """Set the password of whoever holds a reset link. Raises Refusal(link_not_valid), InvalidInput on `new_password`."""
    return _set_by_link(session, actor, secret, TokenPurpose.RESET, new_password)


def accept_invitation(session: Session, actor: Actor, *, secret: str, new_password: str) -> User:
    """Set the first password of an invited user. Raises as `finish_reset` does."""
    return _set_by_link(session, actor, secret, TokenPurpose.INVITE, new_password)


def _set_by_link(session: Session, actor: Actor, secret: str, purpose: TokenPurpose, password: str) -> User:
    user = use_token(session, secret, purpose)
    refuse_weak_password(password, user.email, field="new_password")
    user.email_confirmed_at = user.email_confirmed_at or clock.now()
    _set_password(session, actor, user, password)
    return user


def _set_password(session: Session, actor: Actor, user: User, password: str) -> None:
    user.password_hash = hash_password(password)
    revoke_sessions(session, user.id)
    record_act(session, actor, "password_changed", "user", user.id)
    record(session, actor, PasswordChanged(user.id))
