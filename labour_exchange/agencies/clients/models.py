"""A program, its credentials, and the tokens it was given; of every secret only a hash."""

from datetime import date, datetime

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.agencies.clients.states import CredentialKind
from labour_exchange.agencies.models import Agency
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id


class ApiClient(Base):
    """One program of an agency. `public_id` is its client id."""

    __tablename__ = "api_clients"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    name: Mapped[str]
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    is_demo: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("users.id", ondelete="SET NULL"))
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    agency: Mapped[Agency] = relationship()
    credentials: Mapped[list["ApiCredential"]] = relationship(order_by="ApiCredential.id", back_populates="client")

    __table_args__ = (
        CheckConstraint(
            "cardinality(scopes) > 0 AND scopes <@ ARRAY['vacancies', 'applications', 'candidates', 'placements', 'feed']", name="scopes_known"
        ),
    )


class ApiCredential(Base):
    """A secret or a key: SHA-256 of 256 random bits, and the last letters by which its owner knows it."""

    __tablename__ = "api_credentials"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    client_id: Mapped[int] = mapped_column(ForeignKey("api_clients.id", ondelete="CASCADE"), index=True)
    kind: Mapped[CredentialKind] = mapped_column(choice(CredentialKind))
    hash: Mapped[str] = mapped_column(unique=True)
    ending: Mapped[str]
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)
    revoked_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    last_used_on: Mapped[date | None]

    client: Mapped[ApiClient] = relationship(back_populates="credentials")


class ApiToken(Base):
    """A short-lived bearer token; it dies with the secret it was given for."""

    __tablename__ = "api_tokens"

    id: Mapped[int] = mapped_column(primary_key=True)
    credential_id: Mapped[int] = mapped_column(ForeignKey("api_credentials.id", ondelete="CASCADE"), index=True)
    hash: Mapped[str] = mapped_column(unique=True)
    scopes: Mapped[list[str]] = mapped_column(ARRAY(Text))
    issued_at: Mapped[datetime] = mapped_column(UtcDateTime)
    expires_at: Mapped[datetime] = mapped_column(UtcDateTime)

    credential: Mapped[ApiCredential] = relationship()

    __table_args__ = (Index("ix_api_tokens_expires_at", "expires_at"),)


class SavedCriteria(Base):
    """A search that an agency's programs ask again and again, under a name of their own."""

    __tablename__ = "saved_criteria"

    id: Mapped[int] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"))
    name: Mapped[str]
    question: Mapped[str]
    """As in the address of the search page, after the question mark."""
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)
    changed_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("agency_id", "name", name="uq_saved_criteria_agency_id_name"),)
