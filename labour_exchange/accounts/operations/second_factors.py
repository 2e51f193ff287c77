"""The second factor of staff: enrolled, confirmed, verified once a code, replaced by recovery codes."""

import secrets

import pyotp
from sqlalchemy import any_, func, update
from sqlalchemy.orm import Session

from labour_exchange.accounts.access import may_block
from labour_exchange.accounts.events import SecondFactorChanged
from labour_exchange.accounts.models import Attempt, SecondFactor, User
from labour_exchange.accounts.operations.sessions import revoke_sessions
from labour_exchange.accounts.texts import WRONG_CODE
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.foundation.records.audit import record_act

STEP = 30
RECOVERY_CODES = 10
RECOVERY_ALPHABET = "abcdefghjkmnpqrstuvwxyz23456789"  # Without letters and digits that look alike.


def enrol_second_factor(session: Session, actor: Actor, user: User) -> SecondFactor:
    """The secret to put into an app; the same one until it is confirmed. NotFound when one is confirmed already."""
    known = session.get(SecondFactor, user.id)
    if known and known.confirmed_at:
        raise NotFound
    if known is None:
        known = SecondFactor(user_id=user.id, totp_secret=pyotp.random_base32())
        session.add(known)
        session.flush()
    return known


def confirm_second_factor(session: Session, actor: Actor, attempt: Attempt, user: User, *, code: str) -> list[str]:
    """Put the second factor in force after its first right code; the recovery codes, which are shown this once."""
    factor = session.get(SecondFactor, user.id)
    if factor is None or factor.confirmed_at or not _use_totp(session, factor, code):
        raise InvalidInput([FieldError("code", WRONG_CODE)])
    attempt.succeeded = True
    codes = ["-".join("".join(secrets.choice(RECOVERY_ALPHABET) for _ in range(5)) for _ in range(3)) for _ in range(RECOVERY_CODES)]
    factor.confirmed_at = clock.now()
    factor.recovery_hashes = [_recovery_hash(user, code) for code in codes]
    record_act(session, actor, "second_factor_confirmed", "user", user.id)
    record(session, actor, SecondFactorChanged(user.id))
    return codes


def verify_second_factor(session: Session, actor: Actor, attempt: Attempt, user: User, *, code: str) -> None:
    """Accept a code of the app or a recovery code, each once. Raises InvalidInput on `code`."""
    factor = session.get(SecondFactor, user.id)
    if factor is None or not factor.confirmed_at:
        raise NotFound
    if _use_totp(session, factor, code):
        record_act(session, actor, "second_factor_verified", "user", user.id)
    elif _use_recovery_code(session, factor, user, code):
        record_act(session, actor, "recovery_code_used", "user", user.id)
        record(session, actor, SecondFactorChanged(user.id))
    else:
        raise InvalidInput([FieldError("code", WRONG_CODE)])
    attempt.succeeded = True


def remove_second_factor(session: Session, actor: Actor, user: User, *, reason: str) -> None:
    """Let a member of staff who lost app and recovery codes enrol again; all sessions end."""
    if not may_block(actor, user.id):
        raise NotFound
    factor = session.get(SecondFactor, user.id)
    if factor is not None:
        session.delete(factor)
    revoke_sessions(session, user.id)
    record_act(session, actor, "second_factor_removed", "user", user.id, reason=reason)
    record(session, actor, SecondFactorChanged(user.id))


def _use_totp(session: Session, factor: SecondFactor, code: str) -> bool:
    """Whether the code is right for this half minute or its neighbours and newer than the last one used: a code works once."""
    digits = "".join(code.split())
    now = int(clock.now().timestamp()) // STEP
    totp = pyotp.TOTP(factor.totp_secret)
    right = [
        counter for counter in (now - 1, now, now + 1) if digits and secrets.compare_digest(totp.generate_otp(counter).encode(), digits.encode())
    ]
    if not right:
        return False
    used = session.scalar(
        update(SecondFactor)
        .where(SecondFactor.user_id == factor.user_id, SecondFactor.last_counter < right[-1])
        .values(last_counter=right[-1])
        .returning(SecondFactor.user_id)
    )
    return used is not None


def _use_recovery_code(session: Session, factor: SecondFactor, user: User, code: str) -> bool:
    used_hash = _recovery_hash(user, code)
    used = session.scalar(
        update(SecondFactor)
        .where(SecondFactor.user_id == factor.user_id, used_hash == any_(SecondFactor.recovery_hashes))
        .values(recovery_hashes=func.array_remove(SecondFactor.recovery_hashes, used_hash))
        .returning(SecondFactor.user_id)
    )
    return used is not None


def _recovery_hash(user: User, code: str) -> str:
    bare = "".join(sign for sign in code.lower() if sign.isalnum())
    return lookup_hash(f"recovery:{user.id}:{bare}")
