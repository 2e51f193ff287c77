"""Which cells of a table are withheld: the small ones, and as few others as give them cover; against an earlier edition too.

Demanded of every withheld cell: what is shown leaves an interval at least MARGIN wide, and for a small cell it reaches the threshold, so that
a reader cannot even say that it is small. Cover is chosen cell by cell with a linear programme and checked by the interval test at the end,
as in Kelly, Golden and Assad, Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from labour_exchange.foundation.disclosure import THRESHOLD, is_small
from labour_exchange.statistics.disclosure.bounds import LEAST, Covering, narrow
from labour_exchange.statistics.disclosure.tables import Cell, Published, Table, Withholding

PROTECTION = 2
"""Version of how cover is chosen. Tables frozen under another one are recounted, not covered again: they would be covered otherwise today."""
MARGIN = THRESHOLD - 1
"""Width of the interval: as wide as from one to the threshold."""
KNOWN_BEFORE = 1e6
"""What it costs to withhold a figure that the earlier edition already gave: it covers little, so it is the last resort."""


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """What other pages tell of cells: `told` they show, so it is shown here and covers nothing; `withheld` they do not, so it is withheld here.

    Of `spared` cells nothing is demanded: whoever told their sums gave them away before this table came.
    """

    told: frozenset[Cell] = frozenset()
    withheld: frozenset[Cell] = frozenset()
    spared: frozenset[Cell] = frozenset()


NOTHING = Elsewhere()


def protect(table: Table, earlier: Published | None = None, elsewhere: Elsewhere = NOTHING, *, hides_zeros: bool = False) -> Published:
    """The table as it may be published, beside everything that `earlier` has already told of the same cells.

    What was withheld stays withheld, as its unchanged value would open the earlier edition; a change by one to four is withheld as a small
    count is; and what was shown and has not changed is taken for known, so it covers nothing: the others have to cover each other without
    it. Only where nothing else has changed that could, a known cell is the last resort. `hides_zeros` withholds zeros as small counts
    are, so that they can stand for cover where there is little of it. Raises ArithmeticError when nothing is left that covers a cell.
    """
    least = 0 if hides_zeros else LEAST
    withheld = {cell: reason for cell, reason in primary(table, earlier).items() if cell not in elsewhere.told}
    withheld |= dict.fromkeys(elsewhere.withheld, Withholding.WITHHELD_BEFORE)
    zeros = {cell for cell, count in table.counts.items() if count == 0} - elsewhere.told
    if hides_zeros:
        withheld |= dict.fromkeys(zeros, Withholding.SMALL)
    known = _known(table, earlier)
    costs = {cell: 1.0 + abs(count) for cell, count in table.counts.items()} | dict.fromkeys(known, KNOWN_BEFORE)
    fixed = elsewhere.told | (set() if hides_zeros else zeros)
    covering, remembering = Covering(table, fixed, least), Covering(table, fixed | known, least)

    def open_among(cells: Iterable[Cell]) -> list[Cell]:
        return [cell for cell in exposed(table, cells, least) if cell not in elsewhere.spared]

    grown = True
    while grown:
        while open_cells := open_among(withheld):
            if not _cover(table, open_cells, withheld, covering, costs):
                raise ArithmeticError(f"nothing is left that covers {open_cells}")
        grown = bool(known) and _cover(table, open_among(withheld.keys() - known), withheld, remembering, costs)
    return Published(table, withheld)


def _cover(table: Table, open_cells: Iterable[Cell], withheld: dict[Cell, Withholding], covering: Covering, costs: dict[Cell, float]) -> bool:
    """Withhold what covers these cells, the greatest first; whether anything was added."""
    before = len(withheld)
    for cell in sorted(open_cells, key=lambda one: (-table.counts[one], one)):
        for one in covering.cheapest(cell, MARGIN, costs | dict.fromkeys(withheld, 0.0)):
            withheld.setdefault(one, Withholding.COVER)
    return len(withheld) > before


def primary(table: Table, earlier: Published | None = None) -> dict[Cell, Withholding]:
    """The cells that are withheld for their own sake."""
    found: dict[Cell, Withholding] = {}
    for cell, count in table.counts.items():
        if count == 0 and (earlier is None or earlier.table.counts.get(cell, 0) == 0):
            continue
        if is_small(count):
            found[cell] = Withholding.SMALL
        elif earlier is not None and cell in earlier.withheld and count:
            found[cell] = Withholding.WITHHELD_BEFORE
        elif earlier is not None and count and is_small(abs(count - earlier.table.counts.get(cell, 0))):
            found[cell] = Withholding.SMALL_CHANGE
    return found


def exposed(table: Table, withheld: Iterable[Cell], least: int = LEAST) -> list[Cell]:
    """The withheld cells that a reader can compute more closely than demanded; that nobody is counted may be known."""
    return narrow(table, list(withheld), is_wide, least)


def is_wide(count: int, low: float, high: float) -> bool:
    """Whether an interval leaves a reader as much in doubt about a cell as is demanded."""
    return high - low >= MARGIN - 1e-6 and (not is_small(count) or high >= THRESHOLD - 1e-6)


def _known(table: Table, earlier: Published | None) -> set[Cell]:
    if earlier is None:
        return set()
    return {cell for cell, count in earlier.shown.items() if count is not None and table.counts.get(cell) == count}
