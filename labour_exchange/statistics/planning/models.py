"""Flows that were published: one matrix for each kind and finished half-year, counted once and never again."""

from datetime import date
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base


class PublishedFlows(Base):
    """`cells` are [from, to, count], KZ standing for all regions and null for withheld; none at all where nothing could be published.

    The matrix holds what was known at the end of `known_on`: a second count would tell the difference of single people.
    """

    __tablename__ = "published_flows"

    id: Mapped[int] = mapped_column(primary_key=True)
    kind: Mapped[str]
    period: Mapped[str]
    known_on: Mapped[date]
    cells: Mapped[list[list[Any]]] = mapped_column(JSONB)

    __table_args__ = (UniqueConstraint("kind", "period", name="uq_published_flows_kind_period"),)
