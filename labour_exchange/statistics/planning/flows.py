"""Labour flows between regions: from where people live to where they were placed, and where households moved with a measure's help."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, require, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country, may_read_region
from labour_exchange.statistics.models import Fact
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.planning.models import PublishedFlows
from labour_exchange.statistics.states import Measure
from labour_exchange.territory.queries import is_region, regions

COUNTRY = "KZ"
"""Stands for all regions in sums."""
Pair = tuple[str, str]
"""The region people come from, and the region they go to."""


class FlowKind(StrEnum):
    """Confirmed placements by residence and place of work; or members of households that moved."""

    WORK = "work"
    MOVES = "moves"


@dataclass(frozen=True, slots=True)
class Flows:
    """People of a period by pair of regions; those who stayed in their region stand under the same region twice."""

    kind: FlowKind
    period: Period
    counts: Mapping[Pair, int]

    def between(self, origin: str, target: str) -> int:
        return self.counts.get((origin, target), 0)

    def largest(self, most: int, region_code: str = "") -> list[tuple[Pair, int]]:
        """The largest flows from one region to another, those of one region only when it is named; equal ones in the order of their codes."""
        found = [(pair, count) for pair, count in self.counts.items() if count and pair[0] != pair[1] and region_code in ("", *pair)]
        return sorted(found, key=lambda one: (-one[1], one[0]))[:most]

    def leaving(self, region_code: str) -> int:
        """People of the region who went to any other."""
        return sum(count for (origin, target), count in self.counts.items() if origin == region_code != target)

    def arriving(self, region_code: str) -> int:
        """People of other regions who came to this one."""
        return sum(count for (origin, target), count in self.counts.items() if target == region_code != origin)


@dataclass(frozen=True, slots=True)
class Matrix:
    """Every pair with its sums under KZ; None is withheld. Without any cell nothing of the period could be shown."""

    kind: FlowKind
    period: Period
    known_on: date
    cells: Mapping[Pair, int | None]

    @property
    def shown(self) -> Flows:
        """The pairs that are shown."""
        return Flows(self.kind, self.period, {pair: count for pair, count in self.cells.items() if count and COUNTRY not in pair})

    def arriving(self, region_code: str) -> int | None:
        """People of other regions who came to this one; None where that is withheld."""
        whole, stayed = self.cells.get((COUNTRY, region_code)), self.cells.get((region_code, region_code))
        return None if whole is None or stayed is None else whole - stayed


def flows(session: Session, actor: Actor, kind: FlowKind, period: Period, region_code: str = "") -> Flows:
    """Live counts: of every pair for the ministry; for an office, and where a region is named, those that begin or end in the region.

    Raises NotFound for a region that the actor may not read.
    """
    require(actor, READ_REGION_FIGURES)
    if not may_read_region(actor, region_code) if region_code else not may_read_country(actor):
        raise NotFound
    found = _placements(session, period) if kind is FlowKind.WORK else _moves(session, period)
    known = {region.iso_code for region in regions()}
    kept = {pair: count for pair, count in found.items() if count and known.issuperset(pair) and region_code in ("", *pair)}
    return Flows(kind, period, kept)


def region_to_read(actor: Actor, wanted: str) -> str:
    """The region asked for, '' being the country; an office that names none reads its own. Raises NotFound for one that the actor may not read."""
    region_code = wanted or ("" if may_read_country(actor) else actor.region_code or "")
    if region_code and not (is_region(region_code) and may_read_region(actor, region_code)):
        raise NotFound
    return region_code


def published_periods(session: Session, kind: FlowKind) -> list[Period]:
    """Half-years whose matrix anybody may see, the latest first."""
    found = session.scalars(select(PublishedFlows.period).where(PublishedFlows.kind == kind.value))
    return [read_period(code) for code in sorted(found, reverse=True)]


def published_flows(session: Session, kind: FlowKind, period: Period) -> Matrix:
    """The matrix of a half-year as anybody may see it. Raises NotFound when there is none."""
    found = session.scalar(select(PublishedFlows).where(PublishedFlows.kind == kind.value, PublishedFlows.period == period.code))
    if found is None:
        raise NotFound
    return Matrix(kind, period, found.known_on, {(origin, target): count for origin, target, count in found.cells})


def placed_by_month(session: Session, period: Period, known_on: date) -> dict[tuple[str, str, str], int]:
    """Confirmed placements by month such as 2026-01, residence and place of work, as known at the end of a day."""
    month = func.to_char(Fact.effective_on, "YYYY-MM")
    asked = _confirmed(period, month).where(Fact.recorded_on <= known_on)
    known = {region.iso_code for region in regions()}
    rows = session.execute(asked.group_by(month, Fact.region_of_residence, Fact.region_of_work))
    return {(row[2], row[0], row[1]): int(row[3]) for row in rows if row[3] and known.issuperset(row[:2])}


def households_moved(session: Session, period: Period) -> dict[Pair, int]:
    """Households, not their members: a large family is one that moved, and must not pass for many."""
    return _moved(session, period, func.count())


def _placements(session: Session, period: Period) -> dict[Pair, int]:
    rows = session.execute(_confirmed(period).group_by(Fact.region_of_residence, Fact.region_of_work))
    return {(row[0], row[1]): int(row[2]) for row in rows}


def _confirmed(period: Period, *more: Any) -> Select[Any]:
    return select(Fact.region_of_residence, Fact.region_of_work, *more, func.sum(Fact.count)).where(
        Fact.measure == Measure.PLACEMENTS_CONFIRMED,
        Fact.effective_on.between(period.first, period.last_day),
        Fact.region_of_residence.is_not(None),
        Fact.region_of_work.is_not(None),
    )


def _moves(session: Session, period: Period) -> dict[Pair, int]:
    return _moved(session, period, func.sum(Relocation.members))


def _moved(session: Session, period: Period, counted: Any) -> dict[Pair, int]:
    asked = select(Relocation.from_region, Relocation.to_region, counted).where(Relocation.moved_on.between(period.first, period.last_day))
    # A household is seen by two offices and never by the ministry: their number is read, never a row.
    with acting_as(session, system_actor("labour flows")):
        rows = list(session.execute(asked.group_by(Relocation.from_region, Relocation.to_region)))
    return {(row[0], row[1]): int(row[2]) for row in rows}
