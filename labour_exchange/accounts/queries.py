"""What is read about users, their sessions and their consents."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import secret_hash
from labour_exchange.accounts.models import Consent, OneTimeToken, SecondFactor, SignedInSession, User
from labour_exchange.accounts.rules.sessions import is_idle, needs_second_factor
from labour_exchange.accounts.states import TokenPurpose, UserState
from labour_exchange.foundation import clock


@dataclass(frozen=True, slots=True)
class LiveSession:
    """A session that is alive, and whose it is; while it is pending it opens nothing but the page that asks for the second factor."""

    row: SignedInSession
    user: User

    @property
    def is_pending(self) -> bool:
        return needs_second_factor(self.user.kind) and self.row.second_factor_at is None


def user_with_email(session: Session, email: str) -> User | None:
    return session.scalar(select(User).where(User.email == email.strip().lower()))


def live_session(session: Session, secret: str) -> LiveSession | None:
    """The session of a cookie's secret, unless it was revoked, is too old, was idle too long or its user is no longer active."""
    found = session.execute(
        select(SignedInSession, User).join(User, User.id == SignedInSession.user_id).where(SignedInSession.secret_hash == secret_hash(secret))
    ).one_or_none()
    if found is None:
        return None
    row, user = found
    now = clock.now()
    if row.revoked_at or row.expires_at <= now or is_idle(user.kind, row.seen_at, now) or user.state is not UserState.ACTIVE:
        return None
    return LiveSession(row, user)


def sessions_of(session: Session, user: User) -> list[SignedInSession]:
    """Sessions of the user that are alive, the one used last first."""
    now = clock.now()
    wanted = (
        select(SignedInSession)
        .where(SignedInSession.user_id == user.id, SignedInSession.revoked_at.is_(None), SignedInSession.expires_at > now)
        .order_by(SignedInSession.seen_at.desc(), SignedInSession.id)
    )
    return [row for row in session.scalars(wanted) if not is_idle(user.kind, row.seen_at, now)]


def consents_of(session: Session, user: User) -> list[Consent]:
    """Everything the user ever agreed to, oldest first."""
    return list(session.scalars(select(Consent).where(Consent.user_id == user.id).order_by(Consent.id)))


def has_consent(session: Session, user: User, subject: str, version: str) -> bool:
    wanted = select(Consent.id).where(
        Consent.user_id == user.id, Consent.subject == subject, Consent.version == version, Consent.withdrawn_at.is_(None)
    )
    return session.scalar(select(wanted.exists())) or False


def has_second_factor(session: Session, user: User) -> bool:
    factor = session.get(SecondFactor, user.id)
    return factor is not None and factor.confirmed_at is not None


def is_live_link(session: Session, secret: str, purpose: TokenPurpose) -> bool:
    """Whether a one-time link would still work."""
    wanted = select(OneTimeToken.id).where(
        OneTimeToken.secret_hash == secret_hash(secret),
        OneTimeToken.purpose == purpose,
        OneTimeToken.used_at.is_(None),
        OneTimeToken.expires_at > clock.now(),
    )
    return session.scalar(select(wanted.exists())) or False
