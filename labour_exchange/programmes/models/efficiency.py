"""Assessments of efficiency as they were counted last: too much is read for one to be counted while a page waits."""

from datetime import datetime
from typing import Any

from sqlalchemy import UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime


class EfficiencyAssessment(Base):
    """Measures that began in one year, in a region or in the country (no region). `result` holds figures, never a person."""

    __tablename__ = "efficiency_assessments"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    region_code: Mapped[str | None]
    result: Mapped[dict[str, Any]] = mapped_column(JSONB)
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("year", "region_code", name="uq_efficiency_assessments_one", postgresql_nulls_not_distinct=True),)
