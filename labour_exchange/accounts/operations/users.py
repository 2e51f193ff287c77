"""Users: opened, confirmed, invited, blocked, closed."""

from collections.abc import Sequence

from email_validator import EmailNotValidError, validate_email
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.access import may_block, may_close, may_invite
from labour_exchange.accounts.credentials import NO_PASSWORD, hash_password
from labour_exchange.accounts.events import ConfirmationNeeded, StaffInvited, UserClosed
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations.consents import give_consent, withdraw_consent
from labour_exchange.accounts.operations.passwords import refuse_weak_password
from labour_exchange.accounts.operations.sessions import revoke_sessions
from labour_exchange.accounts.operations.tokens import use_token
from labour_exchange.accounts.queries import consents_of
from labour_exchange.accounts.rules.sessions import STAFF
from labour_exchange.accounts.states import USER_LIFECYCLE, TokenPurpose, UserState
from labour_exchange.accounts.texts import ADDRESS_TAKEN, NOT_AN_ADDRESS, NOT_STAFF
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE

MAY_REGISTER = frozenset({ActorKind.JOBSEEKER, ActorKind.EMPLOYER, ActorKind.AGENCY})


def open_account(
    session: Session,
    actor: Actor,
    *,
    kind: ActorKind,
    email: str,
    password: str,
    display_name: str = "",
    language: str = DEFAULT_LANGUAGE,
    consents: Sequence[str] = (),
) -> User:
    """Open the account of a jobseeker, an employer or an agency; a letter asks to confirm the address.

    Raises InvalidInput on `email` or `password`, Conflict(address_taken) when another account has the address.
    """
    if kind not in MAY_REGISTER:
        raise NotFound
    address = clean_address(email)
    refuse_weak_password(password, address)
    user = _insert(session, kind=kind, email=address, password_hash=hash_password(password), display_name=display_name, language=language)
    for subject in consents:
        give_consent(session, actor, user, subject=subject)
    record(session, actor, ConfirmationNeeded(user.id))
    return user


def confirm_email(session: Session, actor: Actor, *, secret: str) -> User:
    """Confirm the address to which the link was sent. Raises Refusal(link_not_valid)."""
    user = use_token(session, secret, TokenPurpose.CONFIRM)
    user.email_confirmed_at = user.email_confirmed_at or clock.now()
    return user


def invite_staff(
    session: Session, actor: Actor, *, kind: ActorKind, email: str, display_name: str = "", language: str = DEFAULT_LANGUAGE, is_by_mail: bool = True
) -> User:
    """Open an account without a password for a member of staff, who sets one by the link in the invitation."""
    if not may_invite(actor):
        raise NotFound
    if kind not in STAFF:
        raise Refusal(NOT_STAFF, field="kind")
    user = _insert(session, kind=kind, email=clean_address(email), password_hash=NO_PASSWORD, display_name=display_name, language=language)
    if is_by_mail:
        record(session, actor, StaffInvited(user.id))
    return user


def set_language(session: Session, actor: Actor, user: User, *, language: str) -> User:
    """The language in which the exchange writes to the user."""
    user.language = language
    return user


def block_user(session: Session, actor: Actor, user: User, *, reason: str) -> User:
    """Keep a user out at once: every session ends."""
    return _shut(session, actor, user, "block", reason)


def unblock_user(session: Session, actor: Actor, user: User, *, reason: str) -> User:
    if not may_block(actor, user.id):
        raise NotFound
    move(session, actor, user, USER_LIFECYCLE, "unblock", reason=reason)
    return user


def close_account(session: Session, actor: Actor, user: User, *, reason: str = "") -> User:
    """Close an account for good: every consent is taken back, the address becomes free for a new account."""
    if not may_close(actor, user.id):
        raise NotFound
    _shut(session, actor, user, "close", reason, is_allowed=True)
    for subject in {consent.subject for consent in consents_of(session, user) if consent.withdrawn_at is None}:
        withdraw_consent(session, actor, user, subject=subject)
    user.email = f"closed-{user.public_id}@closed.invalid"
    user.password_hash = NO_PASSWORD
    user.display_name = ""
    record(session, actor, UserClosed(user.id))
    return user


def clean_address(email: str) -> str:
    """The address as it is kept. Raises InvalidInput on `email`."""
    try:
        return validate_email(email.strip(), check_deliverability=False).normalized.lower()
    except EmailNotValidError:
        raise InvalidInput([FieldError("email", NOT_AN_ADDRESS)]) from None


def _shut(session: Session, actor: Actor, user: User, action: str, reason: str, *, is_allowed: bool = False) -> User:
    if not (is_allowed or may_block(actor, user.id)):
        raise NotFound
    move(session, actor, user, USER_LIFECYCLE, action, reason=reason)
    revoke_sessions(session, user.id)
    return user


def _insert(session: Session, *, kind: ActorKind, email: str, password_hash: str, display_name: str, language: str) -> User:
    user = User(
        kind=kind,
        email=email,
        password_hash=password_hash,
        display_name=display_name,
        language=language,
        state=UserState.ACTIVE,
        created_at=clock.now(),
    )
    try:
        with session.begin_nested():
            session.add(user)
    except IntegrityError:
        raise Conflict(ADDRESS_TAKEN, field="email") from None
    return user
