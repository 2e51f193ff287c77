"""Sums of facts by region and month, read once for all terms of a formula, and what a term takes from them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Select, Text, case, cast, func, select
from sqlalchemy.orm import Session

from labour_exchange.statistics.indicators.definition import Term, Timing
from labour_exchange.statistics.models import DIMENSIONS, SUMMED, Fact, FactMonth, FactMonthGroup
from labour_exchange.statistics.periods import Period, months_after

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
    is_fine = as_known_on is not None or not set(dimensions) <= set(SUMMED)
    sums: dict[Term, dict[str | None, dict[date | None, int]]] = {term: {None: {}} for term in terms}
    for alike in _read_together(terms):
        wanted = (
            _from_facts(alike, first, last, as_known_on) if is_fine else _summed_by(alike, FactMonth.region_code, FactMonth, first, last).statement
        )
        source: Any = Fact if is_fine else FactMonth
        for name, value in dimensions.items():
            wanted = wanted.where(getattr(source, name) == value)
        only = alike[0].only
        if only:
            wanted = wanted.where(getattr(source, only[0]).in_(only[1]))
        if region is not None:
            wanted = wanted.where(source.region_code == region)
        of_measure = {term.measure.value: [one for one in alike if one.measure is term.measure] for term in alike}
        for row in session.execute(wanted):
            for term in of_measure[row.measure]:
                _add(sums[term], row.place or "", row.month, int(row.sum))
    return Amounts(sums)


def amounts_by_group(session: Session, terms: Sequence[Term], periods: Sequence[Period], dimension: str, region: str | None = None) -> Amounts:
    """The same sums with the values of one dimension in the place of regions; '' stands for "not stated", None for all of them.

    Traits come from their own monthly sums; a term that is limited itself, such as to a reason, is read from the facts.
    """
    if dimension not in DIMENSIONS:
        raise ValueError(f"no such dimension: {dimension}")
    first, last = min(period.first for period in periods), max(period.last_month for period in periods)
    sums: dict[Term, dict[str | None, dict[date | None, int]]] = {term: {None: {}} for term in terms}
    for alike in _read_together(terms):
        wanted = _by_group(alike, dimension, first, last)
        source: Any = wanted.source
        statement = wanted.statement
        if region is not None:
            statement = statement.where(source.region_code == region)
        if only := alike[0].only:
            statement = statement.where(getattr(source, only[0]).in_(only[1]))
        of_measure = {term.measure.value: [one for one in alike if one.measure is term.measure] for term in alike}
        for row in session.execute(statement):
            for term in of_measure[row.measure]:
                _add(sums[term], row.place or "", row.month, int(row.sum))
    return Amounts(sums)


@dataclass(frozen=True, slots=True)
class _Reading:
    statement: Select[Any]
    source: Any


def _by_group(alike: Sequence[Term], dimension: str, first: date, last: date) -> _Reading:
    only = alike[0].only
    if only is None and dimension not in SUMMED:
        group, source = FactMonthGroup.value, FactMonthGroup
    elif dimension in SUMMED and (only is None or only[0] in SUMMED):
        return _summed_by(alike, getattr(FactMonth, dimension), FactMonth, first, last)
    else:
        return _Reading(_from_facts(alike, first, last, None, getattr(Fact, dimension).cast(Text)), Fact)
    found = _summed_by(alike, group, source, first, last)
    return _Reading(found.statement.where(FactMonthGroup.dimension == dimension), source)


def _summed_by(alike: Sequence[Term], group: Any, source: Any, first: date, last: date) -> _Reading:
    month = case((source.month < first, None), else_=source.month).label("month")
    wanted = select(source.measure, cast(group, Text).label("place"), month, func.sum(source.count).label("sum"))
    wanted = wanted.where(source.measure.in_([term.measure.value for term in alike]), source.month <= last)
    wanted = wanted.group_by(source.measure, "place", month)
    return _Reading(wanted.where(source.month >= first) if alike[0].timing is Timing.DURING else wanted, source)


def _read_together(terms: Sequence[Term]) -> list[list[Term]]:
    """Terms that one query can answer: limited alike, and all of them flows or all of them stocks."""
    alike: dict[object, list[Term]] = {}
    for term in dict.fromkeys(terms):
        alike.setdefault((term.only, term.timing is Timing.DURING), []).append(term)
    return list(alike.values())


def _add(places: dict[str | None, dict[date | None, int]], place: str, month: date | None, count: int) -> None:
    places.setdefault(place, {})[month] = count
    places[None][month] = places[None].get(month, 0) + count


def _from_facts(alike: Sequence[Term], first: date, last: date, as_known_on: date | None, place: Any = Fact.region_code) -> Select[Any]:
    begins = func.date_trunc("month", Fact.effective_on).cast(Fact.effective_on.type)
    month = case((Fact.effective_on < first, None), else_=begins).label("month")
    wanted = select(Fact.measure, place.label("place"), month, func.sum(Fact.count).label("sum"))
    wanted = wanted.where(Fact.measure.in_([term.measure.value for term in alike]), Fact.effective_on < months_after(last, 1))
    wanted = wanted.group_by(Fact.measure, "place", month)
    if as_known_on is not None:
        wanted = wanted.where(Fact.recorded_on <= as_known_on)
    return wanted.where(Fact.effective_on >= first) if alike[0].timing is Timing.DURING else wanted
