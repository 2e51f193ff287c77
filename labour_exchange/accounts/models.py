"""Users, their credentials, sessions, one-time tokens, counted attempts and consents."""

from datetime import datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.accounts.states import TokenPurpose, UserState
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.protection import Sealed


class User(Base):
    """A sign-in. What the person is (jobseeker, employer's staff, officer) is told by the part that owns it."""

    __tablename__ = "users"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    email: Mapped[str] = mapped_column(unique=True)
    email_confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    password_hash: Mapped[str]
    kind: Mapped[ActorKind] = mapped_column(choice(ActorKind))
    display_name: Mapped[str] = mapped_column(default="")
    language: Mapped[str] = mapped_column(default="kk")
    state: Mapped[UserState] = mapped_column(choice(UserState), default=UserState.ACTIVE)
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (CheckConstraint("email = lower(email)", name="email_lower"),)


class SignedInSession(Base):
    """A session; the cookie holds the secret, the row its hash."""

    __tablename__ = "sessions"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    seen_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    second_factor_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class OneTimeToken(Base):
    """A link sent by mail: confirms an address, resets a password, invites a colleague."""

    __tablename__ = "one_time_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    secret_hash: Mapped[str] = mapped_column(unique=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    purpose: Mapped[TokenPurpose] = mapped_column(choice(TokenPurpose))
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    used_at: Mapped[datetime | None] = mapped_column(UtcDateTime)


class SecondFactor(Base):
    """A staff member's TOTP secret and the hashes of the recovery codes that are left."""

    __tablename__ = "second_factors"

    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), primary_key=True)
    totp_secret: Mapped[str] = mapped_column(Sealed)
    confirmed_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_counter: Mapped[int] = mapped_column(default=0)
    recovery_hashes: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)


class Attempt(Base):
    """One try at a secret, counted per account and per address; both are keyed hashes."""

    __tablename__ = "attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    purpose: Mapped[str]
    account_hash: Mapped[str]
    address_hash: Mapped[str]
    succeeded: Mapped[bool]
    tried_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        Index("ix_attempts_account", "purpose", "account_hash", "tried_at"),
        Index("ix_attempts_address", "purpose", "address_hash", "tried_at"),
    )


class Consent(Base):
    """What a person agreed to, in which version, and when they took it back."""

    __tablename__ = "consents"

    id: Mapped[int] = mapped_column(primary_key=True)
    user_id: Mapped[int] = mapped_column(ForeignKey("users.id", ondelete="CASCADE"), index=True)
    subject: Mapped[str]
    version: Mapped[str]
    given_at: Mapped[datetime] = mapped_column(UtcDateTime)
    withdrawn_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
