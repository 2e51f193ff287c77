"""Which cells behind an estimate may be shown one by one; the others are told together, so that none is given back by subtraction.

A cell is a kind of people within a group: everybody, a measure, a provider or an employer. It is withheld when one of its counts is small.
Two sums could give a withheld cell back, and both are covered by withholding more, the smallest first, until they do not:
that of the cells of a group (in the country and in each region), and that of one kind over the groups of a dimension.
Regions need no groups of their own: a kind has its region, so the cells of a region are those of everybody in it.
"""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from labour_exchange.foundation.disclosure import THRESHOLD, is_small
from labour_exchange.programmes.efficiency.rules import ENOUGH, Cell

Kind = tuple[str | None, ...]
Group = tuple[str, str]
"""Dimension and key."""
EVERYBODY: Group = ("all", "")
Cells = Mapping[Group, Mapping[Kind, Cell]]


def is_withheld(cell: Cell) -> bool:
    """Whether so few took part, were compared with, were employed or were not that a person could be read out of the counts."""
    return any(map(is_small, _parts([cell])))


def is_covered(cells: Sequence[Cell]) -> bool:
    """Whether cells told together tell of none of them: two at least, enough people on both sides, and no small count in the sums.

    A reader knows that each cell has somebody: of k that add up to S the smallest may be anything up to S - k + 1, which must reach the threshold.
    """
    people = (sum(cell.participants for cell in cells), sum(cell.others for cell in cells))
    return len(cells) > 1 and all(_hides(count, len(cells)) and count >= ENOUGH for count in people) and not any(map(is_small, _parts(cells)))


def withheld(cells: Cells, region_of: int) -> dict[Group, set[Kind]]:
    """The usable cells of each group that are told together. `region_of` is the place of the region in a kind."""
    table = _Table(cells, region_of)
    while table.covers_groups() | table.covers_kinds():
        pass
    return table.hidden


class _Table:
    def __init__(self, cells: Cells, region_of: int) -> None:
        self.cells = {group: {kind: cell for kind, cell in some.items() if cell.is_usable} for group, some in cells.items()}
        self.hidden = {group: {kind for kind, cell in some.items() if is_withheld(cell)} for group, some in self.cells.items()}
        self.lines = [(group, line) for group, some in self.cells.items() for line in _lines(some, region_of)]
        self.groups: dict[tuple[str, Kind], list[Group]] = defaultdict(list)
        for group, some in self.cells.items():
            for kind in some if group != EVERYBODY else ():
                self.groups[group[0], kind].append(group)
        for (_dimension, kind), groups in self.groups.items():
            groups.sort(key=lambda group: (self.cells[group][kind].participants, group))

    def covers_groups(self) -> bool:
        """Withhold more cells of a group where its total gives one back; whether any was."""
        before = self._count()
        for group, line in self.lines:
            cells, hidden = self.cells[group], self.hidden[group]
            told = [cells[kind] for kind in line if kind in hidden]
            rest = iter([kind for kind in line if kind not in hidden] if told else [])
            while told and not is_covered(told) and (kind := next(rest, None)) is not None:
                hidden.add(kind)
                told.append(cells[kind])
        return self._count() > before

    def covers_kinds(self) -> bool:
        """The same of one kind of people over the groups of a dimension; whoever is in none of them is one more part that is not told."""
        before = self._count()
        everybody = self.cells.get(EVERYBODY, {})
        for (_dimension, kind), groups in self.groups.items():
            cells = [self.cells[group][kind] for group in groups]
            whole = everybody[kind]
            rest = Cell(
                whole.participants - sum(cell.participants for cell in cells), whole.employed - sum(cell.employed for cell in cells), whole.others, 0
            )
            shown = iter([group for group in groups if kind not in self.hidden[group]])
            while not self._is_kind_covered(kind, groups, rest):
                group = next(shown, EVERYBODY)
                self.hidden[group].add(kind)
        return self._count() > before

    def _is_kind_covered(self, kind: Kind, groups: Sequence[Group], rest: Cell) -> bool:
        told = [self.cells[group][kind] for group in groups if kind in self.hidden[group]]
        told += [rest] if rest.participants else []
        if kind in self.hidden[EVERYBODY]:
            return bool(told)
        people, employed = sum(cell.participants for cell in told), sum(cell.employed for cell in told)
        is_one_too_few = len(told) == 1 and not rest.participants
        return not told or not is_one_too_few and _hides(people, len(told)) and not is_small(employed) and not is_small(people - employed)

    def _count(self) -> int:
        return sum(map(len, self.hidden.values()))


def _lines(cells: Mapping[Kind, Cell], region_of: int) -> Iterator[list[Kind]]:
    """The kinds of a group whose sum is known: in each region and in all; the smallest first."""
    by_size = sorted(cells, key=lambda kind: (cells[kind].participants, cells[kind].others, kind))
    regions: dict[str | None, list[Kind]] = defaultdict(list)
    for kind in by_size:
        regions[kind[region_of]].append(kind)
    yield from regions.values()
    if len(regions) > 1:
        yield by_size


def _hides(total: int, parts: int) -> bool:
    return total >= parts - 1 + THRESHOLD


def _parts(cells: Iterable[Cell]) -> list[int]:
    """Everybody, and of each side who was employed and who was not."""
    known = list(cells)
    participants, employed = sum(cell.participants for cell in known), sum(cell.employed for cell in known)
    others, others_employed = sum(cell.others for cell in known), sum(cell.others_employed for cell in known)
    return [participants, employed, participants - employed, others, others_employed, others - others_employed]
