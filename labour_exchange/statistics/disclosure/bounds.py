"""What a reader can compute of withheld cells: the interval each can lie in, by linear programme.

The interval test (also audit, or attacker's problem): Fischetti and Salazar-González, Solving the cell suppression problem on tabular data
with linear constraints, Management Science 47 (2001); Cox, Network models for complementary cell suppression, JASA 90 (1995).
"""

from collections.abc import Callable, Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from labour_exchange.statistics.disclosure.tables import Cell, Table

LEAST = 1
"""Where zeros are shown a reader knows that a withheld count is at least one; where they are withheld too, that it is at least none."""


def narrow(table: Table, withheld: Collection[Cell], is_wide: Callable[[int, float, float], bool], least: int = LEAST) -> list[Cell]:
    """The withheld cells whose interval is not wide enough, by `is_wide(count, low, high)`, which must grow with the interval.

    That nobody is counted may be known: of cells with none nothing is asked.

    Two linear programmes give the interval of a cell, and few are needed: every solution, whichever cell it was sought for, agrees with all
    that is shown, so the interval of each cell reaches at least as far as the solutions seen so far. Only cells that these leave open
    are solved for. The true counts are the first solution. The bounds are those of real numbers: whole numbers can only lie closer, and
    in tables of two dimensions they do not.
    """
    hidden = list(withheld)
    agreement = _Agreement(table, hidden, least)
    counts = [table.counts[cell] for cell in hidden]
    if min(counts, default=least) >= least:
        agreement.saw(np.array(counts, dtype=float))
    return [
        cell
        for place, (cell, count) in enumerate(zip(hidden, counts, strict=True))
        if count and not is_wide(count, *agreement.seen(place)) and not is_wide(count, *agreement.interval(place))
    ]


class _Agreement:
    """Everything that withheld cells can be, given what is shown; it remembers how far the solutions it has met reach."""

    def __init__(self, table: Table, hidden: Sequence[Cell], least: int) -> None:
        rows, self._right = _shown_sums(table, {cell: place for place, cell in enumerate(hidden)})
        self._matrix = _matrix(rows, len(hidden)) if rows else None
        self._bounds = (least, None)
        self._low, self._high = np.full(len(hidden), np.inf), np.full(len(hidden), -np.inf)

    def seen(self, place: int) -> tuple[float, float]:
        """How far the solutions so far reach in one cell: a part of its interval."""
        return float(self._low[place]), float(self._high[place])

    def saw(self, solution: np.ndarray) -> None:
        self._low, self._high = np.minimum(self._low, solution), np.maximum(self._high, solution)

    def interval(self, place: int) -> tuple[float, float]:
        """The least and the greatest value of one cell. Raises ArithmeticError when there is no solution."""
        aim = np.zeros(len(self._low))
        aim[place] = 1.0
        return self._extreme(aim), -self._extreme(-aim)

    def _extreme(self, aim: np.ndarray) -> float:
        given = None if self._matrix is None else self._right
        found = linprog(aim, A_eq=self._matrix, b_eq=given, bounds=self._bounds, method="highs")
        if found.status == 3:
            return -np.inf
        if found.status != 0:
            raise ArithmeticError(f"the interval test gave no answer: {found.message}")
        self.saw(found.x)
        return float(found.fun)


def _shown_sums(table: Table, places: Mapping[Cell, int]) -> tuple[list[dict[int, float]], list[float]]:
    """Each equation in which something is withheld, as coefficients of the withheld cells and the sum that the shown ones leave."""
    rows: list[dict[int, float]] = []
    right: list[float] = []
    for total, children in table.equations():
        signed = [(total, 1.0), *((child, -1.0) for child in children)]
        row = {places[cell]: sign for cell, sign in signed if cell in places}
        if row:
            rows.append(row)
            right.append(-sum(sign * table.counts[cell] for cell, sign in signed if cell not in places))
    return rows, right


class Covering:
    """Which cells can change together so that every sum still holds; made once for a table and the cells in it that cannot change."""

    def __init__(self, table: Table, fixed: Collection[Cell], least: int = LEAST) -> None:
        self._cells = [one for one in table.counts if one not in fixed]
        self._places = places = {one: place for place, one in enumerate(self._cells)}
        rows = []
        for total, children in table.equations():
            row = {places[one]: sign for one, sign in [(total, 1.0), *((child, -1.0) for child in children)] if one in places}
            if row:
                rows.append(row)
        self._sums = _side_by_side(_matrix(rows, len(self._cells)))
        self._room = np.array([max(table.counts[one] - least, 0) for one in self._cells], dtype=float)

    def cheapest(self, cell: Cell, by: float, costs: Mapping[Cell, float]) -> set[Cell]:
        """The cheapest set of cells that together can change so that `cell` is greater by so much.

        Withheld together, they leave a reader the value `count + by` beside the true one. Empty when there is no such set.
        """
        width = len(self._cells)
        price = np.array([costs[one] for one in self._cells])
        lower, upper = np.zeros(2 * width), np.r_[np.full(width, np.inf), self._room]
        here = self._places[cell]
        lower[here] = upper[here] = by
        upper[width + here] = 0.0
        nothing = np.zeros(self._sums.shape[0])
        found = linprog(np.r_[price, price], A_eq=self._sums, b_eq=nothing, bounds=np.c_[lower, upper], method="highs")
        if found.status != 0:
            return set()
        moved = found.x[:width] + found.x[width:]
        return {one for one, size in zip(self._cells, moved, strict=True) if size > 1e-7}


def _side_by_side(half: csr_array) -> csr_array:
    coordinates = half.tocoo()
    width = half.shape[1]
    data = np.r_[coordinates.data, -coordinates.data]
    places = (np.r_[coordinates.row, coordinates.row], np.r_[coordinates.col, coordinates.col + width])
    return csr_array((data, places), shape=(half.shape[0], 2 * width))


def _matrix(rows: Sequence[Mapping[int, float]], width: int) -> csr_array:
    data = [sign for row in rows for sign in row.values()]
    columns = [place for row in rows for place in row]
    lines = [line for line, row in enumerate(rows) for _ in row]
    return csr_array((data, (lines, columns)), shape=(len(rows), width))
