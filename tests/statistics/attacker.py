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


def recovered(shown: Shown, trees: list[Tree]) -> dict[Cell, int]:
    """Withheld cells whose value follows from the shown ones, with that value."""
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
    found = {}
    for cell in hidden:
        aim = np.zeros(len(hidden))
        aim[place[cell]] = 1
        limits = [
            linprog(sign * aim, A_eq=np.array(rows) if rows else None, b_eq=right or None, bounds=(1, None), method="highs") for sign in (1, -1)
        ]
        if all(one.status == 0 for one in limits) and abs(limits[0].fun + limits[1].fun) < 1e-6:
            found[cell] = round(limits[0].fun)
    return found


def recovered_from_editions(first: Shown, second: Shown, trees: list[Tree]) -> dict[Cell, int]:
    """Withheld cells of the second edition that follow when each is taken for unchanged where the first showed it, as most are."""
    combined = {cell: first[cell] if count is None else count for cell, count in second.items()}
    guessed = {cell: count for cell, count in combined.items() if second[cell] is None and count is not None}
    try:
        return guessed | recovered(combined, trees)
    except (ArithmeticError, ValueError):
        return guessed


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
