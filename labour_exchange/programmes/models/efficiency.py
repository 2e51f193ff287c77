"""Assessments of efficiency as they were counted last, and the cells behind their estimates: too much is read to count while a page waits."""

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base, UtcDateTime, choice
from labour_exchange.programmes.efficiency.states import Standing


class EfficiencyAssessment(Base):
    """Measures that began in one year, in a region or in the country (no region). `result` holds figures, never a person."""

    __tablename__ = "efficiency_assessments"

    id: Mapped[int] = mapped_column(primary_key=True)
    year: Mapped[int]
    region_code: Mapped[str | None]
    result: Mapped[dict[str, Any]] = mapped_column(JSONB)
    counted_at: Mapped[datetime] = mapped_column(UtcDateTime)

    __table_args__ = (UniqueConstraint("year", "region_code", name="uq_efficiency_assessments_one", postgresql_nulls_not_distinct=True),)


class EfficiencyCell(Base):
    """Participants of one group of an assessment: a kind of people that may be shown, the other kinds together, or those without a match.

    `weight` is the share of the group's matched participants. `difference` is the share of participants employed within 12 months less that of the
    `others`, of 1; `additional` the same as a number of jobs. What may not be told is null.
    """

    __tablename__ = "efficiency_cells"

    id: Mapped[int] = mapped_column(primary_key=True)
    assessment_id: Mapped[int] = mapped_column(ForeignKey("efficiency_assessments.id", ondelete="CASCADE"))
    dimension: Mapped[str]
    key: Mapped[str]
    standing: Mapped[Standing] = mapped_column(choice(Standing))
    age_group: Mapped[str | None]
    sex: Mapped[str | None]
    education: Mapped[str | None]
    region_code: Mapped[str | None]
    occupation: Mapped[str | None]
    waited: Mapped[str | None]
    cells: Mapped[int | None]
    participants: Mapped[int | None]
    employed: Mapped[int | None]
    others: Mapped[int | None]
    others_employed: Mapped[int | None]
    weight: Mapped[float | None]
    difference: Mapped[float | None]
    additional: Mapped[float | None]

    __table_args__ = (Index("ix_efficiency_cells_group", "assessment_id", "dimension", "key"),)
