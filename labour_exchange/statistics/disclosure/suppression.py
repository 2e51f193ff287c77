"""Which cells of a table are withheld: the small ones, and as few others as give them cover; against an earlier edition too.

Demanded of every withheld cell: what is shown leaves an interval at least MARGIN wide, and for a small cell it reaches the threshold, so that
a reader cannot even say that it is small. Cover is chosen cell by cell with a linear programme and checked by the interval test at the end,
as in Kelly, Golden and Assad, Cell suppression: disclosure protection for sensitive tabular data, Networks 22 (1992).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from labour_exchange.foundation.disclosure import THRESHOLD, is_small
from labour_exchange.statistics.disclosure.bounds import LEAST, intervals, moves
from labour_exchange.statistics.disclosure.tables import Cell, Published, Table, Withholding

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
    count is; and what was shown and has not changed counts as known, so it covers nothing. `hides_zeros` withholds zeros as small counts
    are, so that they can stand for cover where there is little of it. Raises ArithmeticError when nothing is left that covers a cell.
    """
    least = 0 if hides_zeros else LEAST
    withheld = {cell: reason for cell, reason in primary(table, earlier).items() if cell not in elsewhere.told}
    withheld |= dict.fromkeys(elsewhere.withheld, Withholding.WITHHELD_BEFORE)
    if hides_zeros:
        withheld |= {cell: Withholding.SMALL for cell, count in table.counts.items() if count == 0 and cell not in elsewhere.told}
    costs = {cell: 1.0 + abs(count) for cell, count in table.counts.items()} | dict.fromkeys(_known(table, earlier), KNOWN_BEFORE)
    fixed = elsewhere.told | {cell for cell, count in table.counts.items() if count == 0 and not hides_zeros}
    while open_cells := [cell for cell in exposed(table, withheld, least) if cell not in elsewhere.spared]:
        before = len(withheld)
        for cell in sorted(open_cells, key=lambda one: (-table.counts[one], one)):
            free = costs | dict.fromkeys(withheld, 0.0)
            for one in moves(table, cell, MARGIN, free, fixed, least):
                withheld.setdefault(one, Withholding.COVER)
        if len(withheld) == before:
            raise ArithmeticError(f"nothing is left that covers {open_cells}")
    return Published(table, withheld)


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
    hidden = list(withheld)
    wanted = [cell for cell in hidden if table.counts[cell]]
    found = intervals(table, hidden, wanted, least)
    return [cell for cell in wanted if not _is_wide(table.counts[cell], *found[cell])]


def _is_wide(count: int, low: float, high: float) -> bool:
    return high - low >= MARGIN - 1e-6 and (not is_small(count) or high >= THRESHOLD - 1e-6)


def _known(table: Table, earlier: Published | None) -> set[Cell]:
    if earlier is None:
        return set()
    return {cell for cell, count in earlier.shown.items() if count is not None and table.counts.get(cell) == count}
