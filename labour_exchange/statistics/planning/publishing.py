"""Flows as they may be shown to anybody: the matrix with its margins, beside everything that other pages tell of the same people. It loads scipy.

Counts below five are withheld and zeros with them, so that in a country of few people nobody's only company is an empty cell. A reader is
taken to know what the monthly pages show of each region of work, and how many of its people come from elsewhere (`work_elsewhere_rate`).
"""

from collections.abc import Mapping
from dataclasses import dataclass, field

from labour_exchange.foundation.disclosure import THRESHOLD, is_small
from labour_exchange.statistics.disclosure.suppression import Elsewhere, exposed, protect
from labour_exchange.statistics.disclosure.tables import Cell, Table, flat, table_of
from labour_exchange.statistics.planning.flows import COUNTRY, FlowKind, Flows, Pair
from labour_exchange.territory.queries import regions

ELSEWHERE = "elsewhere"
"""With a region of work: its people who live in another one."""


@dataclass(frozen=True, slots=True)
class Months:
    """What the period's sums by region of work are made of, by (month, region or KZ), and which of it the monthly pages withhold.

    `is_away_withheld`: regions, or KZ, of which pages do not tell in some month how many people come from elsewhere.
    """

    counts: Mapping[Cell, int] = field(default_factory=dict)
    withheld: frozenset[Cell] = frozenset()
    is_away_withheld: frozenset[str] = frozenset()


def protected_flows(found: Flows, months: Months) -> dict[Pair, int | None]:
    """Every pair of regions with its sums, None being withheld: fewer than five people, or what would give others away.

    Raises ArithmeticError when nothing covers some cell: then nothing of the period may be published.
    """
    table = _joined(found, months)
    shown = protect(table, elsewhere=_told(found, table, months), hides_zeros=True).shown
    codes = {COUNTRY, *_codes()}
    return {(origin, target): shown[origin, target] for origin, target in shown if {origin, target} <= codes}


def _codes() -> list[str]:
    return [one.iso_code for one in regions()]


def _joined(found: Flows, months: Months) -> Table:
    """The matrix with the months that its sums are made of and, where people can stay, with those who come from elsewhere."""
    codes = _codes()
    matrix = table_of((flat("origin", COUNTRY, codes), flat("target", COUNTRY, codes)), dict(found.counts))
    counts, sums = dict(matrix.counts), []
    names = sorted({month for month, _place in months.counts})
    for place in (COUNTRY, *codes) if names else ():
        counts |= {(month, place): months.counts.get((month, place), 0) for month in names}
        sums.append(((COUNTRY, place), tuple((month, place) for month in names)))
    sums += [((month, COUNTRY), tuple((month, place) for place in codes)) for month in names]
    for target in codes if found.kind is FlowKind.WORK else ():
        parts = tuple((origin, target) for origin in codes if origin != target)
        counts[ELSEWHERE, target] = sum(counts[one] for one in parts)
        sums.append(((ELSEWHERE, target), parts))
    if found.kind is FlowKind.WORK:
        counts[ELSEWHERE, COUNTRY] = sum(counts[ELSEWHERE, target] for target in codes)
        sums.append(((ELSEWHERE, COUNTRY), tuple((ELSEWHERE, target) for target in codes)))
    return Table(matrix.dimensions, counts, tuple(sums))


def _told(found: Flows, table: Table, months: Months) -> Elsewhere:
    codes = _codes()
    told, withheld = {cell for cell in months.counts if cell not in months.withheld}, set(months.withheld)
    for place in (COUNTRY, *codes) if months.counts else ():
        is_hidden = any(place == other for _month, other in months.withheld)
        (withheld if is_hidden else told).add((COUNTRY, place))
    if found.kind is FlowKind.MOVES:
        told |= {(code, code) for code in codes}  # Nobody moves to where they live.
        told |= {(COUNTRY, COUNTRY)} if table.counts[COUNTRY, COUNTRY] >= THRESHOLD else set()  # The programme's reports tell it.
    for target in codes if found.kind is FlowKind.WORK else ():
        is_small_one = is_small(table.counts[ELSEWHERE, target]) or is_small(table.counts[target, target])
        (withheld if is_small_one or target in months.is_away_withheld else told).add((ELSEWHERE, target))
    if found.kind is FlowKind.WORK:
        (withheld if COUNTRY in months.is_away_withheld else told).add((ELSEWHERE, COUNTRY))
    return Elsewhere(frozenset(told), frozenset(withheld), _spared(months, told))


def _spared(months: Months, told: set[Cell]) -> frozenset[Cell]:
    """Cells that the monthly pages by themselves leave closer than is demanded of a table."""
    places = sorted({place for _month, place in months.counts} - {COUNTRY})
    names = sorted({month for month, _place in months.counts})
    sums = tuple(((month, COUNTRY), tuple((month, place) for place in places)) for month in names)
    alone = Table((), months.counts, sums)
    return frozenset(exposed(alone, sorted(months.withheld - told), 0))
