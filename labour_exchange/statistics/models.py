"""Facts, how their subjects were described when first counted, their monthly sums, and what waits to be counted."""

from datetime import date

from sqlalchemy import CheckConstraint, Index
from sqlalchemy.orm import Mapped, mapped_column

from labour_exchange.foundation.database import Base


class Fact(Base):
    """A delta: so many of a measure from a day on, known since another day. Append-only, in partitions by month of `effective_on`.

    (measure, subject_id, entry) names the evidence: entry 0 is the first row of its kind, −1 takes it back after an annulment,
    any other number is the transition, link or record it was read from. `measure` is what is counted, `programme_measure` the code of a measure
    of the state programme. `region_code` is the region under which the figure is published.
    """

    __tablename__ = "facts"

    measure: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    entry: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    effective_on: Mapped[date] = mapped_column(primary_key=True)
    recorded_on: Mapped[date]
    subject_kind: Mapped[str]
    count: Mapped[int]
    region_code: Mapped[str | None]
    region_of_work: Mapped[str | None]
    region_of_residence: Mapped[str | None]
    channel: Mapped[str | None]
    agency_id: Mapped[int | None]
    occupation_major: Mapped[str | None]
    occupation_unit: Mapped[str | None]
    sex: Mapped[str | None]
    age_group: Mapped[str | None]
    education: Mapped[int | None]
    employment_kind: Mapped[str | None]
    disability: Mapped[bool | None]
    reason: Mapped[str | None]
    programme_measure: Mapped[str | None]

    __table_args__ = (
        CheckConstraint("count <> 0", name="says_something"),
        Index("ix_facts_cell", "measure", "region_code", "channel", postgresql_include=["count", "effective_on", "recorded_on"]),
        {"postgresql_partition_by": "RANGE (effective_on)"},
    )


class FactTraits(Base):
    """What can change or be erased in a register, as it was when the subject was first counted. Append-only.

    All facts of one subject share it, so that a fact and what takes it back fall into the same cell, and figures can be recomputed
    after a person's data are gone.
    """

    __tablename__ = "fact_traits"

    subject_kind: Mapped[str] = mapped_column(primary_key=True)
    subject_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    sex: Mapped[str | None]
    age_group: Mapped[str | None]
    education: Mapped[int | None]
    disability: Mapped[bool | None]
    occupation_code: Mapped[str | None]
    region_code: Mapped[str | None]
    employment_kind: Mapped[str | None]
    agency_id: Mapped[int | None]
    posts: Mapped[int | None]


class FactMonth(Base):
    """The sum of a month's facts by the dimensions that pages ask for; '' and 0 stand for "not stated". Kept by the collection."""

    __tablename__ = "fact_months"

    measure: Mapped[str] = mapped_column(primary_key=True)
    region_code: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    channel: Mapped[str] = mapped_column(primary_key=True)
    agency_id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    employment_kind: Mapped[str] = mapped_column(primary_key=True)
    reason: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


class FactMonthGroup(Base):
    """The sum of a month's facts by one trait at a time, such as sex or occupation; '' stands for "not stated". Kept by the collection.

    Traits are never crossed here: what is published by one of them cannot be held against a cell of two.
    """

    __tablename__ = "fact_month_groups"

    measure: Mapped[str] = mapped_column(primary_key=True)
    dimension: Mapped[str] = mapped_column(primary_key=True)
    region_code: Mapped[str] = mapped_column(primary_key=True)
    month: Mapped[date] = mapped_column(primary_key=True)
    value: Mapped[str] = mapped_column(primary_key=True)
    count: Mapped[int]


GROUPS = ("occupation_major", "sex", "age_group", "education", "region_of_residence", "programme_measure")
"""Dimensions whose sums are kept by month and region, one at a time."""
_OF_EVIDENCE = {"measure", "subject_kind", "subject_id", "entry", "effective_on", "recorded_on", "count", "region_code"}
DIMENSIONS = frozenset(Fact.__table__.columns.keys()) - _OF_EVIDENCE
"""What a fact is described with besides the region it is published under: every further column is one."""
SUMMED = tuple(column.name for column in FactMonth.__table__.columns if column.name in DIMENSIONS)
"""Dimensions whose sums are kept by month and region, all together; for any other one, and for a crossing, the facts themselves are read."""


class Uncounted(Base):
    """A subject with evidence that is not counted yet; written by triggers in the transaction of the evidence, so none is lost."""

    __tablename__ = "uncounted"

    id: Mapped[int] = mapped_column(primary_key=True)
    subject_kind: Mapped[str]
    subject_id: Mapped[int]
