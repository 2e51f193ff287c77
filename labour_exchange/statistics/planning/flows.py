"""Labour flows between regions: from where people live to where they were placed, and where households moved with a measure's help."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, require, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country, may_read_region
from labour_exchange.statistics.models import Fact
from labour_exchange.statistics.periods import Period
from labour_exchange.statistics.states import Measure
from labour_exchange.territory.queries import is_region, regions

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


def _placements(session: Session, period: Period) -> dict[Pair, int]:
    asked = select(Fact.region_of_residence, Fact.region_of_work, func.sum(Fact.count)).where(
        Fact.measure == Measure.PLACEMENTS_CONFIRMED,
        Fact.effective_on.between(period.first, period.last_day),
        Fact.region_of_residence.is_not(None),
        Fact.region_of_work.is_not(None),
    )
    rows = session.execute(asked.group_by(Fact.region_of_residence, Fact.region_of_work))
    return {(row[0], row[1]): int(row[2]) for row in rows}


def _moves(session: Session, period: Period) -> dict[Pair, int]:
    asked = select(Relocation.from_region, Relocation.to_region, func.sum(Relocation.members)).where(
        Relocation.moved_on.between(period.first, period.last_day)
    )
    # A household is seen by two offices and never by the ministry: their number is read, never a row.
    with acting_as(session, system_actor("labour flows")):
        rows = list(session.execute(asked.group_by(Relocation.from_region, Relocation.to_region)))
    return {(row[0], row[1]): int(row[2]) for row in rows}
