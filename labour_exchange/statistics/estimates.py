"""Estimated indicators by region and month, live or as anybody may see them: what their methods are given is read here."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from typing import Any

from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.programmes.models.money import Allocation, LedgerEntry
from labour_exchange.statistics import disclosure
from labour_exchange.statistics.disclosure import is_small
from labour_exchange.statistics.indicators import ESTIMATES
from labour_exchange.statistics.indicators.definition import Term, Timing
from labour_exchange.statistics.indicators.jobseekers import on_register
from labour_exchange.statistics.indicators.vacancies import open_posts
from labour_exchange.statistics.models import FactMonthGroup
from labour_exchange.statistics.periods import Period, months_after
from labour_exchange.statistics.queries import Figure, Row, kept
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.queries import regions

# A vacancy's first publication, and how it last left the market by the end of the period; one that was opened again afterwards is open.
SPELLS = text("""
WITH opened AS (
    SELECT subject_id, coalesce(region_code, '') AS region, effective_on AS opened_on FROM facts
    WHERE measure = 'vacancies_notified' AND effective_on BETWEEN :first AND :last
), moved AS (
    SELECT f.subject_id, max(f.effective_on) FILTER (WHERE f.measure = 'posts_closed') AS closed_on,
           max(f.effective_on) FILTER (WHERE f.measure = 'posts_reopened') AS reopened_on,
           bool_or(f.measure = 'posts_closed' AND f.reason = 'filled') AS is_filled
    FROM facts f WHERE f.measure IN ('posts_closed', 'posts_reopened') AND f.effective_on BETWEEN :first AND :last GROUP BY f.subject_id
), spells AS (
    SELECT o.region, m.closed_on IS NOT NULL AND (m.reopened_on IS NULL OR m.closed_on > m.reopened_on) AS is_closed, m.is_filled,
           m.closed_on, o.opened_on
    FROM opened o LEFT JOIN moved m ON m.subject_id = o.subject_id
)
SELECT region, CASE WHEN is_closed THEN closed_on ELSE CAST(:last AS date) END - opened_on AS days, is_closed AND is_filled AS is_filled, count(*)
FROM spells GROUP BY 1, 2, 3
""")
WINDOW = 12
"""Months of publications behind one median."""


@dataclass(frozen=True, slots=True)
class Given:
    """What a method is given for a place, and whether it lets nobody be read out of it."""

    arguments: tuple[Any, ...]
    is_safe: bool


Reader = Callable[[Session, Period], dict[str | None, Given]]


def estimated_rows(session: Session, code: str, periods: Sequence[Period], *, is_public: bool) -> list[Row]:
    """Every region and the country in each period; without `is_public` nothing is withheld."""
    entry = ESTIMATES[code]
    rows = []
    for period in periods:
        given = READERS[code](session, period)
        found = {place: _figure(entry.method, one, is_public=is_public) for place, one in given.items()}
        nothing = Figure(None, Standing.UNDEFINED)
        by_region = {one.iso_code: found.get(one.iso_code, nothing) for one in regions()}
        rows.append(Row(entry, period, by_region, found.get("", nothing), found.get(None, nothing)))
    return rows


def _figure(method: Callable[..., float | None], given: Given, *, is_public: bool) -> Figure:
    value = method(*given.arguments)
    return kept(Figure(value, Standing.UNDEFINED if value is None else Standing.KNOWN), is_public and not given.is_safe)


def _spells(session: Session, period: Period) -> dict[str | None, Given]:
    """Enough vacancies filled, or none: a median of fewer would be somebody's."""
    places: dict[str | None, dict[tuple[int, bool], int]] = {None: {}}
    limits = {"first": months_after(period.last_month, 1 - WINDOW), "last": period.last_day}
    for region, days, is_filled, count in session.execute(SPELLS, limits):
        for place in (region, None):
            spells = places.setdefault(place, {})
            spells[days, bool(is_filled)] = spells.get((days, bool(is_filled)), 0) + count
    found = {}
    for place, spells in places.items():
        filled = sum(count for (_days, is_filled), count in spells.items() if is_filled)
        found[place] = Given(([(*spell, count) for spell, count in spells.items()],), not is_small(filled))
    return found


def _make_up(session: Session, period: Period) -> dict[str | None, Given]:
    """People and posts by major group; where any of them is withheld by itself, an index of all would help to compute it."""
    people = _stocks(session, on_register(Timing.AT_END), period)
    posts = _stocks(session, open_posts(Timing.AT_END), period)
    found: dict[str | None, Given] = {}
    for place in (None, *(one.iso_code for one in regions())):
        sides = people.get(place, {}), posts.get(place, {})
        found[place] = Given(sides, not any(is_small(count) for one in sides for count in one.values()))
    return found


def _stocks(session: Session, terms: Sequence[Term], period: Period) -> dict[str | None, dict[str, int]]:
    """The stock at the end of the period by place and major group; what has no occupation is left out."""
    weights = {term.measure.value: term.weight for term in terms}
    wanted = (
        select(FactMonthGroup.region_code, FactMonthGroup.value, FactMonthGroup.measure, func.sum(FactMonthGroup.count))
        .where(FactMonthGroup.dimension == "occupation_major", FactMonthGroup.value != "")
        .where(FactMonthGroup.measure.in_(weights), FactMonthGroup.month <= period.last_month)
        .group_by(FactMonthGroup.region_code, FactMonthGroup.value, FactMonthGroup.measure)
    )
    found: dict[str | None, dict[str, int]] = {}
    for region, group, measure, count in session.execute(wanted):
        for place in (region, None):
            stocks = found.setdefault(place, {})
            stocks[group] = stocks.get(group, 0) + weights[measure] * int(count)
    return {place: {group: count for group, count in stocks.items() if count > 0} for place, stocks in found.items()}


def _places(session: Session, period: Period) -> dict[str | None, Given]:
    """Places planned and taken by the end of the period, from the ledger; what is shown of a region is decided by the column of all."""
    over = datetime.combine(period.last_day + timedelta(days=1), time(), clock.COUNTRY_ZONE)
    wanted = (
        select(Allocation.region_code, func.sum(LedgerEntry.places), func.sum(LedgerEntry.places_taken))
        .join(LedgerEntry, LedgerEntry.allocation_id == Allocation.id)
        .where(Allocation.starts_on <= period.last_day, Allocation.ends_on >= period.first, LedgerEntry.recorded_at < over)
        .group_by(Allocation.region_code)
    )
    # Allocations belong to their regions; here they are summed up, and small sums are withheld.
    with acting_as(session, system_actor("sum up allocations")):
        rows = {row[0]: (int(row[1]), int(row[2])) for row in session.execute(wanted)}
    column = disclosure.protected({region: taken for region, (_planned, taken) in rows.items()})
    found: dict[str | None, Given] = {region: Given(rows[region], count is not None) for region, count in column.cells.items()}
    sums: Mapping[int, int] = {place: sum(row[place] for row in rows.values()) for place in (0, 1)}
    return found | {None: Given((sums[0], sums[1]), column.total is not None)}


READERS: dict[str, Reader] = {"time_to_fill": _spells, "mismatch": _make_up, "plan_fulfilment": _places}
