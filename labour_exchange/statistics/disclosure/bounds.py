"""What a reader can compute of withheld cells: the interval each can lie in, by linear programme.

The interval test (also audit, or attacker's problem): Fischetti and Salazar-González, Solving the cell suppression problem on tabular data
with linear constraints, Management Science 47 (2001); Cox, Network models for complementary cell suppression, JASA 90 (1995).
"""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from scipy.optimize import linprog
from scipy.sparse import csr_array

from labour_exchange.statistics.disclosure.tables import Cell, Table

LEAST = 1
"""Where zeros are shown a reader knows that a withheld count is at least one; where they are withheld too, that it is at least none."""


def intervals(
    table: Table, withheld: Collection[Cell], wanted: Collection[Cell] | None = None, least: int = LEAST
) -> dict[Cell, tuple[float, float]]:
    """The least and the greatest value of each withheld cell that agree with everything shown; infinite when nothing limits it.

    The bounds are those of real numbers. Whole numbers can only lie closer, and in tables of two dimensions they do not.
    """
    hidden = list(withheld)
    places = {cell: place for place, cell in enumerate(hidden)}
    rows, right = _shown_sums(table, places)
    matrix = _matrix(rows, len(hidden)) if rows else None
    found = {}
    for cell in hidden if wanted is None else wanted:
        aim = np.zeros(len(hidden))
        aim[places[cell]] = 1.0
        found[cell] = (_extreme(aim, matrix, right, least), -_extreme(-aim, matrix, right, least))
    return found


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


def _extreme(aim: np.ndarray, matrix: csr_array | None, right: Sequence[float], least: int) -> float:
    found = linprog(aim, A_eq=matrix, b_eq=None if matrix is None else right, bounds=(least, None), method="highs")
    if found.status == 3:
        return -np.inf
    if found.status != 0:
        raise ArithmeticError(f"the interval test gave no answer: {found.message}")
    return float(found.fun)


def moves(table: Table, cell: Cell, by: float, costs: Mapping[Cell, float], fixed: Collection[Cell], least: int = LEAST) -> set[Cell]:
    """The cheapest set of cells that together can change so that `cell` is greater by so much and every sum still holds.

    Withheld together, they leave a reader the value `count + by` beside the true one. Empty when there is no such set.
    """
    cells = [one for one in table.counts if one not in fixed]
    places = {one: place for place, one in enumerate(cells)}
    rows = []
    for total, children in table.equations():
        row = {places[one]: sign for one, sign in [(total, 1.0), *((child, -1.0) for child in children)] if one in places}
        if row:
            rows.append(row)
    half = _matrix(rows, len(cells))
    price = np.array([costs[one] for one in cells])
    room = np.array([max(table.counts[one] - least, 0) for one in cells], dtype=float)
    lower, upper = np.zeros(2 * len(cells)), np.r_[np.full(len(cells), np.inf), room]
    here = places[cell]
    lower[here] = upper[here] = by
    upper[len(cells) + here] = 0.0
    both = csr_array(_side_by_side(half))
    found = linprog(np.r_[price, price], A_eq=both, b_eq=np.zeros(len(rows)), bounds=np.c_[lower, upper], method="highs")
    if found.status != 0:
        return set()
    moved = found.x[: len(cells)] + found.x[len(cells) :]
    return {one for one, size in zip(cells, moved, strict=True) if size > 1e-7}


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
