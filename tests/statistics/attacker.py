"""Somebody who tries to compute withheld counts from everything published: sums, levels, and editions held against each other.

Written apart from what it attacks: it builds its own equations from the codes of the cells and knows nothing of how cells were chosen.
"""

from collections.abc import Collection, Mapping
from itertools import product

import numpy as np
from scipy.optimize import linprog

Cell = tuple[str, ...]
Shown = Mapping[Cell, int | None]
Tree = Mapping[str, tuple[str, ...]]
INFEASIBLE, UNBOUNDED = 2, 3
"""Status of a programme whose equations contradict each other: what was taken for known is not true, and nothing follows from it; and of one
that nothing limits."""


def recovered(shown: Shown, trees: list[Tree]) -> dict[Cell, int]:
    """Withheld cells whose value follows from the shown ones, with that value."""
    return _settled(*_unknown(shown, trees))


def intervals(shown: Shown, trees: list[Tree]) -> dict[Cell, tuple[float, float]]:
    """The least and the greatest value of each withheld cell that agree with everything shown; infinite when nothing limits it."""
    hidden, matrix, right = _unknown(shown, trees)
    return {cell: (_least(aim, matrix, right), -_least(-aim, matrix, right)) for cell, aim in zip(hidden, np.eye(len(hidden)), strict=True)}


def _least(aim: np.ndarray, matrix: np.ndarray | None, right: list[float] | None) -> float:
    found = linprog(aim, A_eq=matrix, b_eq=right, bounds=(1, None), method="highs")
    assert found.status in (0, UNBOUNDED), found.message
    return float(found.fun) if found.status == 0 else -np.inf


def _unknown(shown: Shown, trees: list[Tree]) -> tuple[list[Cell], np.ndarray | None, list[float] | None]:
    """The withheld cells, and every sum in which one of them stands."""
    hidden = sorted(cell for cell, count in shown.items() if count is None)
    place = {cell: number for number, cell in enumerate(hidden)}
    rows, right = [], []
    for dimension, tree in enumerate(trees):
        codes = [sorted({cell[other] for cell in shown}) for other in range(len(trees))]
        codes[dimension] = [""]
        for rest, (total, children) in product(product(*codes), tree.items()):
            terms = [((*rest[:dimension], code, *rest[dimension + 1 :]), sign) for code, sign in [(total, 1), *((one, -1) for one in children)]]
            row = np.zeros(len(hidden))
            known = 0
            for cell, sign in terms:
                if shown[cell] is None:
                    row[place[cell]] += sign
                else:
                    known += sign * (shown[cell] or 0)
            if row.any():
                rows.append(row)
                right.append(-known)
    return hidden, np.array(rows) if rows else None, right or None


def _settled(hidden: list[Cell], matrix: np.ndarray | None, right: list[float] | None) -> dict[Cell, int]:
    """Cells whose least and greatest value are the same.

    A cell that two solutions found so far, for whichever cell, put a hundredth or more apart is not settled and needs no search of its own.
    """
    found = {}
    least, most = np.full(len(hidden), np.inf), np.full(len(hidden), -np.inf)
    for number, cell in enumerate(hidden):
        if most[number] - least[number] > 0.01:
            continue
        aim = np.zeros(len(hidden))
        aim[number] = 1
        limits = [linprog(sign * aim, A_eq=matrix, b_eq=right, bounds=(1, None), method="highs") for sign in (1, -1)]
        if all(one.status == 0 for one in limits) and abs(limits[0].fun + limits[1].fun) < 1e-6:
            found[cell] = round(limits[0].fun)
        if all(one.status == INFEASIBLE for one in limits):
            return {}
        for one in limits:
            if one.status == 0:
                least, most = np.minimum(least, one.x), np.maximum(most, one.x)
    return found


def recovered_by_memory(first: Shown, second: Shown, unchanged: Collection[Cell], trees: list[Tree]) -> dict[Cell, int]:
    """Withheld cells of the second edition that follow for somebody who knows more than any reader can: which cells have not changed.

    Only those that the first edition did not tell already.
    """
    known = {cell: first[cell] if count is None and cell in unchanged else count for cell, count in second.items()}
    return recovered(known, trees)


def small_changes(first: Shown, second: Shown) -> dict[Cell, int]:
    """Cells shown in both editions that differ by one to four people."""
    both = ((cell, first[cell], count) for cell, count in second.items())
    return {cell: new - old for cell, old, new in both if old is not None and new is not None and 0 < abs(new - old) < 5}


def solved(
    known: Mapping[str, int], least: Mapping[str, int], equations: list[dict[str, int]], wanted: Collection[str] | None = None
) -> dict[str, int]:
    """Unknown amounts, each at least so many, that follow from the known ones and from sums that are zero (name -> sign)."""
    names = sorted(least)
    place = {name: number for number, name in enumerate(names)}
    rows = np.array([[one.get(name, 0) for name in names] for one in equations], dtype=float)
    right = [-sum(sign * known[name] for name, sign in one.items() if name not in place) for one in equations]
    found = {}
    for name in names if wanted is None else wanted:
        aim = np.zeros(len(names))
        aim[place[name]] = 1
        bounds = [(least[one], None) for one in names]
        limits = [linprog(sign * aim, A_eq=rows, b_eq=right, bounds=bounds, method="highs") for sign in (1, -1)]
        assert all(one.status in (0, 3) for one in limits), "the published figures contradict each other"
        if all(one.status == 0 for one in limits) and abs(limits[0].fun + limits[1].fun) < 1e-6:
            found[name] = round(limits[0].fun)
    return found
