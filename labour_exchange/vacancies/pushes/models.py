"""Receipts kept for a day, so that a stream that was cut off is sent again and answered as before."""

from datetime import datetime
from typing import Any

from sqlalchemy import Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime


class PushReceipt(Base):
    """The receipts of one batch of one stream, written with the batch."""

    __tablename__ = "push_receipts"

    id: Mapped[int] = mapped_column(primary_key=True)
    owner: Mapped[str]
    key: Mapped[str]
    first_line: Mapped[int]
    fingerprint: Mapped[str]
    receipts: Mapped[list[dict[str, Any]]] = mapped_column(JSONB)
    created_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (
        UniqueConstraint("owner", "key", "first_line", name="uq_push_receipts_batch"),
        Index("ix_push_receipts_created_at", "created_at"),
    )
