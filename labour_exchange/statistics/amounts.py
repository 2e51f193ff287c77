"""Sums of facts by region and month, read once for all terms of a formula, and what a term takes from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, case, func, select
from sqlalchemy.orm import Session

from labour_exchange.statistics.indicators.definition import Term, Timing
from labour_exchange.statistics.models import Fact, FactMonth
from labour_exchange.statistics.periods import Period, months_after

SUMMED = frozenset({"channel", "agency_id", "employment_kind", "reason"})
"""Dimensions that the monthly sums keep; for any other one the facts themselves are read."""
DIMENSIONS = SUMMED | {
    "region_of_work",
    "region_of_residence",
    "occupation_major",
    "occupation_unit",
    "sex",
    "age_group",
    "education",
    "disability",
}

Months = Mapping[date | None, int]


@dataclass(frozen=True, slots=True)
class Amounts:
    """For each term and place the sums of its facts by month; month None holds all before the first one asked for.

    Places are regions, '' for facts whose region is not stated, and None for everywhere.
    """

    sums: Mapping[Term, Mapping[str | None, Months]]

    def amount(self, term: Term, region: str | None, period: Period) -> float:
        """What the term stands for in a place and a period."""
        months = self.sums[term].get(region, {})
        if term.timing is Timing.DURING:
            return sum(months.get(month, 0) for month in period.months)
        if term.timing is Timing.AT_START:
            return _stock(months, months_after(period.first, -1))
        if term.timing is Timing.AT_END:
            return _stock(months, period.last_month)
        return sum(_stock(months, month) for month in period.months) / period.length


def _stock(months: Months, last: date) -> int:
    return sum(count for month, count in months.items() if month is None or month <= last)


def amounts_of(
    session: Session,
    terms: Sequence[Term],
    periods: Sequence[Period],
    *,
    region: str | None = None,
    as_known_on: date | None = None,
    **dimensions: object,
) -> Amounts:
    """Read what the terms need for these periods; `region` limits the reading to one. Raises ValueError for an unknown dimension."""
    unknown = set(dimensions) - DIMENSIONS
    if unknown:
        raise ValueError(f"no such dimension: {', '.join(sorted(unknown))}")
    first, last = min(period.first for period in periods), max(period.last_month for period in periods)
    is_fine = as_known_on is not None or not set(dimensions) <= SUMMED
    sums: dict[Term, dict[str | None, dict[date | None, int]]] = {}
    for term in terms:
        wanted = _from_facts(term, first, last, as_known_on) if is_fine else _from_sums(term, first, last)
        source: Any = Fact if is_fine else FactMonth
        for name, value in dimensions.items():
            wanted = wanted.where(getattr(source, name) == value)
        if term.only:
            wanted = wanted.where(getattr(source, term.only[0]).in_(term.only[1]))
        if region is not None:
            wanted = wanted.where(source.region_code == region)
        places: dict[str | None, dict[date | None, int]] = {None: {}}
        for row in session.execute(wanted):
            count = int(row.sum)
            places.setdefault(row.place or "", {})[row.month] = count
            places[None][row.month] = places[None].get(row.month, 0) + count
        sums[term] = places
    return Amounts(sums)


def _from_sums(term: Term, first: date, last: date) -> Select[Any]:
    month = case((FactMonth.month < first, None), else_=FactMonth.month).label("month")
    wanted = select(FactMonth.region_code.label("place"), month, func.sum(FactMonth.count).label("sum"))
    wanted = wanted.where(FactMonth.measure == term.measure.value, FactMonth.month <= last).group_by("place", month)
    return wanted if term.timing is not Timing.DURING else wanted.where(FactMonth.month >= first)


def _from_facts(term: Term, first: date, last: date, as_known_on: date | None) -> Select[Any]:
    begins = func.date_trunc("month", Fact.effective_on).cast(Fact.effective_on.type)
    month = case((Fact.effective_on < first, None), else_=begins).label("month")
    wanted = select(Fact.region_code.label("place"), month, func.sum(Fact.count).label("sum"))
    wanted = wanted.where(Fact.measure == term.measure.value, Fact.effective_on < months_after(last, 1)).group_by("place", month)
    if as_known_on is not None:
        wanted = wanted.where(Fact.recorded_on <= as_known_on)
    return wanted if term.timing is not Timing.DURING else wanted.where(Fact.effective_on >= first)
