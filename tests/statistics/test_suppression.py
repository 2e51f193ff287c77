"""Tables with margins: what is withheld, that an attacker gets nothing back, and that he would without cover."""

import os
import random
from collections.abc import Iterator

import pytest

from labour_exchange.foundation.disclosure import THRESHOLD
from labour_exchange.statistics.disclosure.suppression import MARGIN, exposed, is_wide, primary, protect
from labour_exchange.statistics.disclosure.tables import Cell, Dimension, Published, Table, Withholding, flat, table_of
from tests.statistics import attacker

PUBLICATIONS = 500 if os.environ.get("CAMPAIGN") == "full" else 40
REGIONS = Dimension("place", "KZ", {"KZ": ("A", "B", "C"), "A": ("A1", "A2"), "B": ("B1", "B2", "B3")})
MONTHS = Dimension("time", "2026-H1", {"2026-H1": ("Q1", "Q2"), "Q1": ("01", "02", "03"), "Q2": ("04", "05")})
CHANNELS = flat("channel", "all", ("agency", "office"))
FORMS = (
    (REGIONS, CHANNELS),
    (REGIONS, MONTHS),
    (flat("region", "KZ", ("A", "B", "C", "D")), flat("month", "Q1", ("01", "02", "03")), CHANNELS),
    (flat("region", "KZ", ("A", "B", "C", "D", "E", "F")), flat("sex", "all", ("female", "male"))),
)


def random_counts(dice: random.Random, dimensions: tuple[Dimension, ...]) -> dict[Cell, int]:
    cells: Iterator[Cell] = iter([()])
    for dimension in dimensions:
        cells = iter([(*cell, leaf) for cell in cells for leaf in dimension.leaves])
    return {cell: dice.choice((0, 0, 1, 2, 3, 4, 5, 6, 8, 12, 20, 35, 60, 110)) for cell in cells}


def later(dice: random.Random, counts: dict[Cell, int]) -> dict[Cell, int]:
    """The same after late evidence: most cells as they were, some a little or much greater, an annulment here and there."""
    return {cell: max(0, count + dice.choice((0,) * 12 + (1, 2, 4, 9, 25, -1, -6))) for cell, count in counts.items()}


def trees(table: Table) -> list[attacker.Tree]:
    return [dimension.children for dimension in table.dimensions]


@pytest.mark.campaign
def test_an_attacker_recovers_no_withheld_cell() -> None:
    """Over random publications in two editions: from each by itself, from their differences, and knowing what has not changed."""
    dice = random.Random(20260101)
    withheld = told_again = 0
    for number in range(PUBLICATIONS):
        dimensions = FORMS[number % len(FORMS)]
        counts = random_counts(dice, dimensions)
        first = protect(table_of(dimensions, counts))
        second = protect(table_of(dimensions, later(dice, counts)), first)
        withheld += len(first.withheld) + len(second.withheld)
        for one in (first, second):
            assert attacker.recovered(one.shown, trees(one.table)) == {}, number
        assert attacker.small_changes(first.shown, second.shown) == {}, number
        told_again += len(recovered_by_memory(first, second))
    assert withheld > 10 * PUBLICATIONS
    assert told_again <= PUBLICATIONS / 20


def recovered_by_memory(first: Published, second: Published) -> dict[Cell, int]:
    """What somebody gets who knows which cells have not changed: nothing that could have been withheld, and no small count or change.

    A count that was withheld before, and is the sum of zeros and of cells that the first edition told, cannot be kept from him.
    """
    counts, table = second.table.counts, second.table
    unchanged = {cell for cell, count in first.shown.items() if count == counts[cell]}
    found = attacker.recovered_by_memory(first.shown, second.shown, unchanged, trees(table))
    everything_else_withheld = {cell: count if cell in unchanged or count == 0 else None for cell, count in counts.items()}
    assert set(found) <= set(attacker.recovered(everything_else_withheld, trees(table)))
    assert all(second.withheld[cell] is Withholding.WITHHELD_BEFORE and count >= THRESHOLD for cell, count in found.items())
    return found


@pytest.mark.campaign
def test_few_programmes_give_the_same_answer_as_two_for_each_cell() -> None:
    """`exposed` solves only where the solutions seen so far leave a doubt; the attacker solves for every cell."""
    dice = random.Random(11)
    open_cells = 0
    for number in range(max(16, PUBLICATIONS // 10)):
        dimensions = FORMS[number % len(FORMS)]
        table = table_of(dimensions, random_counts(dice, dimensions))
        covered = list(protect(table).withheld)
        for withheld in (covered, [cell for cell in covered if dice.random() < 0.7], list(primary(table))):
            solved = attacker.intervals(Published(table, dict.fromkeys(withheld, Withholding.SMALL)).shown, trees(table))
            narrow = [cell for cell in withheld if not is_wide(table.counts[cell], *solved[cell])]
            assert exposed(table, withheld) == narrow, number
            open_cells += len(narrow)
    assert open_cells > PUBLICATIONS / 10


def test_what_the_earlier_edition_told_covers_nothing_where_something_else_can() -> None:
    """The men of A have not changed: they cover a reader's view of the second edition, and not that of somebody who remembers the first."""
    dimensions = (flat("region", "KZ", ("A", "B", "C")), flat("sex", "all", ("female", "male")))
    cells = [(region, sex) for region in "ABC" for sex in ("female", "male")]
    first = protect(table_of(dimensions, dict(zip(cells, (20, 12, 60, 5, 6, 5), strict=True))))
    assert first.withheld == {}
    table = table_of(dimensions, dict(zip(cells, (22, 12, 60, 5, 4, 35), strict=True)))
    second = protect(table, first)
    without_total = Published(table, {cell: reason for cell, reason in second.withheld.items() if cell != ("KZ", "all")})
    assert exposed(table, without_total.withheld) == []
    with pytest.raises(AssertionError):
        recovered_by_memory(first, without_total)
    assert recovered_by_memory(first, second) == {}


@pytest.mark.campaign
def test_without_cover_the_attacker_gets_planted_cells_back() -> None:
    dice = random.Random(7)
    found = planted = 0
    for number in range(max(10, PUBLICATIONS // 5)):
        dimensions = FORMS[number % len(FORMS)]
        counts = {cell: dice.choice((6, 9, 14, 30)) for cell in random_counts(dice, dimensions)}
        cell = dice.choice(sorted(counts))
        counts[cell] = dice.randint(1, 4)
        table = table_of(dimensions, counts)
        bare = Published(table, primary(table))
        planted += 1
        found += attacker.recovered(bare.shown, trees(table)).get(cell) == counts[cell]
        assert attacker.recovered(protect(table).shown, trees(table)) == {}
    assert found == planted


def test_without_the_memory_of_the_earlier_edition_the_attacker_wins() -> None:
    """A and B cover each other at first; later B has grown, and by itself the new table would show A again."""
    dimensions = (flat("region", "KZ", ("A", "B", "C")),)
    first = protect(table_of(dimensions, {("A",): 3, ("B",): 9, ("C",): 40}))
    assert set(first.withheld) == {("A",), ("B",)}
    grown = table_of(dimensions, {("A",): 13, ("B",): 9, ("C",): 40})
    careless, careful = protect(grown), protect(grown, first)
    assert careless.withheld == {}
    assert attacker.recovered({cell: 9 if cell == ("B",) else count for cell, count in first.shown.items()}, trees(grown)) == {("A",): 3}
    assert careful.shown["B",] is None
    assert careful.withheld["B",] is Withholding.WITHHELD_BEFORE


@pytest.mark.parametrize("change", [-4, -1, 1, 4])
def test_editions_never_differ_by_one_to_four_people(change: int) -> None:
    dimensions = (flat("region", "KZ", ("A", "B", "C")),)
    first = protect(table_of(dimensions, {("A",): 20, ("B",): 30, ("C",): 40}))
    assert first.withheld == {}
    second = protect(table_of(dimensions, {("A",): 20 + change, ("B",): 80, ("C",): 40}), first)
    assert second.withheld["A",] is Withholding.SMALL_CHANGE
    assert attacker.recovered(second.shown, trees(second.table)) == {}


@pytest.mark.parametrize(("count", "is_withheld"), [(0, False), (1, True), (4, True), (5, False)])
def test_the_threshold(count: int, is_withheld: bool) -> None:
    found = protect(table_of((flat("region", "KZ", ("A", "B", "C")),), {("A",): count, ("B",): 50, ("C",): 60}))
    assert (("A",) in found.withheld) == is_withheld
    assert len(found.withheld) == (2 if is_withheld else 0)


def test_every_interval_is_as_wide_as_demanded_and_holds_the_truth() -> None:
    dice = random.Random(5)
    table = table_of(FORMS[2], random_counts(dice, FORMS[2]))
    found = protect(table)
    assert exposed(table, found.withheld) == []
    for cell, (low, high) in attacker.intervals(found.shown, trees(table)).items():
        assert low - 1e-6 <= table.counts[cell] <= high + 1e-6
        assert high - low >= MARGIN - 1e-6
        assert high >= THRESHOLD - 1e-6


def test_what_it_costs_is_counted() -> None:
    found = protect(table_of((flat("region", "KZ", ("A", "B", "C")),), {("A",): 3, ("B",): 7, ("C",): 90}))
    assert (found.primary, found.secondary) == (1, 1)
    assert found.information_lost == pytest.approx(0.1)
    empty = protect(table_of((flat("region", "KZ", ("A",)),), {}))
    assert (empty.withheld, empty.information_lost) == ({}, 0.0)


def test_margins_of_levels_add_up() -> None:
    table = table_of((REGIONS, CHANNELS), {("A1", "agency"): 5, ("A2", "office"): 7, ("C", "agency"): 11})
    assert (table.counts["A", "all"], table.counts["KZ", "agency"], table.counts["KZ", "all"]) == (12, 16, 23)
    assert all(table.counts[total] == sum(table.counts[child] for child in children) for total, children in table.equations())
    with pytest.raises(ValueError, match="no such cell"):
        table_of((REGIONS,), {("A",): 1})
