"""Endpoints of agencies, the messages for them, their deliveries and each attempt."""

from datetime import datetime
from typing import Any

from sqlalchemy import ARRAY, CheckConstraint, ForeignKey, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column, relationship

from labour_exchange.feeds.webhooks.states import DeliveryState, DisabledBecause, EndpointState, EventKind, Outcome
from labour_exchange.foundation.database import Base, UtcDateTime, choice, new_public_id
from labour_exchange.foundation.protection import Sealed


class WebhookEndpoint(Base):
    """An address of an agency; `kinds` are what it wants to hear, all when empty. Two secrets are alive while one is being replaced."""

    __tablename__ = "webhook_endpoints"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"), index=True)
    url: Mapped[str]
    kinds: Mapped[list[str]] = mapped_column(ARRAY(Text), default=list)
    secret: Mapped[str] = mapped_column(Sealed)
    former_secret: Mapped[str | None] = mapped_column(Sealed)
    former_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    state: Mapped[EndpointState] = mapped_column(choice(EndpointState), default=EndpointState.ACTIVE)
    disabled_because: Mapped[DisabledBecause | None] = mapped_column(choice(DisabledBecause))
    failures: Mapped[int] = mapped_column(default=0)
    resting_until: Mapped[datetime | None] = mapped_column(UtcDateTime)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    def secrets_alive(self, now: datetime) -> list[str]:
        """The newest first."""
        is_former_alive = self.former_secret is not None and self.former_until is not None and now < self.former_until
        return [self.secret, *([self.former_secret] if is_former_alive and self.former_secret else [])]


class WebhookMessage(Base):
    """What an agency is told, once for all its endpoints: a type, an instant and ids."""

    __tablename__ = "webhook_messages"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=lambda: f"msg_{new_public_id()}")
    agency_id: Mapped[int] = mapped_column(ForeignKey("agencies.id", ondelete="CASCADE"))
    kind: Mapped[EventKind] = mapped_column(choice(EventKind))
    payload: Mapped[dict[str, Any]] = mapped_column(JSONB)
    occurred_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (Index("ix_webhook_messages_agency", "agency_id", "occurred_at"),)


class WebhookDelivery(Base):
    """One message for one endpoint; `attempts` counts since it was last sent off, the log keeps every one."""

    __tablename__ = "webhook_deliveries"

    id: Mapped[int] = mapped_column(primary_key=True)
    public_id: Mapped[str] = mapped_column(unique=True, default=new_public_id)
    endpoint_id: Mapped[int] = mapped_column(ForeignKey("webhook_endpoints.id", ondelete="CASCADE"))
    message_id: Mapped[int] = mapped_column(ForeignKey("webhook_messages.id", ondelete="CASCADE"), index=True)
    state: Mapped[DeliveryState] = mapped_column(choice(DeliveryState), default=DeliveryState.WAITING)
    attempts: Mapped[int] = mapped_column(default=0)
    next_at: Mapped[datetime | None] = mapped_column(UtcDateTime)
    delivered_at: Mapped[datetime | None] = mapped_column(UtcDateTime)

    endpoint: Mapped[WebhookEndpoint] = relationship()
    message: Mapped[WebhookMessage] = relationship()
    log: Mapped[list["WebhookAttempt"]] = relationship(order_by="WebhookAttempt.id")

    __table_args__ = (
        UniqueConstraint("endpoint_id", "message_id", name="uq_webhook_deliveries_once"),
        CheckConstraint("(state = 'waiting') = (next_at IS NOT NULL)", name="waiting_until"),
        Index("ix_webhook_deliveries_due", "endpoint_id", "next_at", postgresql_where="state = 'waiting'"),
    )


class WebhookAttempt(Base):
    """One call: when, how it ended, after how many milliseconds. Nothing of the answer is kept but its status."""

    __tablename__ = "webhook_attempts"

    id: Mapped[int] = mapped_column(primary_key=True)
    delivery_id: Mapped[int] = mapped_column(ForeignKey("webhook_deliveries.id", ondelete="CASCADE"), index=True)
    attempted_at: Mapped[datetime] = mapped_column(UtcDateTime)
    outcome: Mapped[Outcome] = mapped_column(choice(Outcome))
    status: Mapped[int | None]
    milliseconds: Mapped[int]
