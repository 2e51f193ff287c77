"""Tables of counts with all their margins: dimensions with levels, cells that add up, and what of them is published."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import product

Cell = tuple[str, ...]
"""One code for each dimension; the code of a total stands for everything below it."""


class Withholding(StrEnum):
    """Why a cell is not shown: it is small; its change since the earlier edition is; it was withheld there; or it would give others away."""

    SMALL = "small"
    SMALL_CHANGE = "small_change"
    WITHHELD_BEFORE = "withheld_before"
    COVER = "cover"


@dataclass(frozen=True, slots=True)
class Dimension:
    """Codes that add up to totals; `children` of each total in the order shown. Regions over districts and quarters over months are two levels."""

    name: str
    top: str
    children: Mapping[str, tuple[str, ...]]

    @property
    def codes(self) -> list[str]:
        """Every code, a total before what it is the sum of."""
        return list(self._below(self.top))

    @property
    def leaves(self) -> list[str]:
        return [code for code in self.codes if code not in self.children]

    def _below(self, code: str) -> Iterator[str]:
        yield code
        for child in self.children.get(code, ()):
            yield from self._below(child)


def flat(name: str, top: str, codes: Sequence[str]) -> Dimension:
    """A dimension of one level."""
    return Dimension(name, top, {top: tuple(codes)})


@dataclass(frozen=True, slots=True)
class Table:
    """Counts of every cell, margins included. `sums` are further sums that a reader knows: a total, and what it is the sum of, all in `counts`."""

    dimensions: tuple[Dimension, ...]
    counts: Mapping[Cell, int]
    sums: tuple[tuple[Cell, tuple[Cell, ...]], ...] = ()

    def equations(self) -> list[tuple[Cell, tuple[Cell, ...]]]:
        """Each total with the cells it is the sum of."""
        found = []
        for place, dimension in enumerate(self.dimensions):
            others = [one.codes if other != place else [""] for other, one in enumerate(self.dimensions)]
            for rest in product(*others):
                for total, children in dimension.children.items():
                    found.append((_with(rest, place, total), tuple(_with(rest, place, child) for child in children)))
        return [*found, *self.sums]


@dataclass(frozen=True, slots=True)
class Published:
    """A table as anybody may see it: a cell in `withheld` has no value."""

    table: Table
    withheld: Mapping[Cell, Withholding]

    @property
    def shown(self) -> dict[Cell, int | None]:
        return {cell: None if cell in self.withheld else count for cell, count in self.table.counts.items()}

    @property
    def primary(self) -> int:
        """Cells withheld for their own sake."""
        return sum(reason is not Withholding.COVER for reason in self.withheld.values())

    @property
    def secondary(self) -> int:
        """Cells withheld to cover others."""
        return len(self.withheld) - self.primary

    @property
    def information_lost(self) -> float:
        """Share of all that is counted in the finest cells which stands in withheld ones."""
        finest = set(product(*(dimension.leaves for dimension in self.table.dimensions)))
        whole = sum(abs(self.table.counts[cell]) for cell in finest)
        return sum(abs(self.table.counts[cell]) for cell in finest if cell in self.withheld) / whole if whole else 0.0


def table_of(dimensions: Sequence[Dimension], finest: Mapping[Cell, int]) -> Table:
    """The table with all its margins from counts of the finest cells; a cell that is not named is zero. Raises ValueError for an unknown code."""
    known = set(product(*(dimension.leaves for dimension in dimensions)))
    if not set(finest) <= known:
        raise ValueError(f"no such cell: {sorted(set(finest) - known)[0]}")
    ancestors = [_ancestors(dimension) for dimension in dimensions]
    counts = dict.fromkeys(product(*(dimension.codes for dimension in dimensions)), 0)
    for cell, count in finest.items():
        for total in product(*(above[code] for above, code in zip(ancestors, cell, strict=True))):
            counts[total] += count
    return Table(tuple(dimensions), counts)


def _ancestors(dimension: Dimension) -> dict[str, list[str]]:
    """Each code with itself and every total above it."""
    found = {dimension.top: [dimension.top]}
    for code in dimension.codes:
        for child in dimension.children.get(code, ()):
            found[child] = [child, *found[code]]
    return found


def _with(rest: tuple[str, ...], place: int, code: str) -> Cell:
    return (*rest[:place], code, *rest[place + 1 :])
