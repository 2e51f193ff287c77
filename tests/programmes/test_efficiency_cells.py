"""The cells behind an estimate: they add up to it exactly, small ones are told together, and subtraction gives none of them back."""

from collections import defaultdict
from datetime import date
from random import Random

import pytest

from labour_exchange.foundation.disclosure import THRESHOLD, is_small
from labour_exchange.programmes.efficiency.assessment import REGION_OF, Assessment, Group, Matched
from labour_exchange.programmes.efficiency.cells import Row, rows_of
from labour_exchange.programmes.efficiency.disclosure import EVERYBODY, is_covered, is_withheld, withheld
from labour_exchange.programmes.efficiency.rules import ENOUGH, Cell, estimate
from labour_exchange.programmes.efficiency.states import MATCHED, Standing
from labour_exchange.statistics.disclosure.suppression import MARGIN
from labour_exchange.statistics.disclosure.tables import Dimension, flat, table_of
from tests.statistics import attacker

TODAY, MIDDLE = date(2026, 9, 1), date(2024, 6, 1)
REGIONS, MEASURES, PROVIDERS = ("KZ-71", "KZ-75", "KZ-79"), ("course", "social-job", "public-works", "grant"), ("p1", "p2", "p3")


def kind(number: int, region: str = "KZ-71") -> tuple[str | None, ...]:
    return ("25-34", "female", "middle", region, str(number), "6+")


@pytest.mark.parametrize(
    ("cell", "is_kept_back"),
    [
        (Cell(10, 5, 10, 5), False),
        (Cell(5, 0, 5, 5), False),
        (Cell(5, 5, 5, 0), False),
        (Cell(4, 0, 50, 25), True),
        (Cell(50, 25, 4, 0), True),
        (Cell(50, 4, 50, 25), True),
        (Cell(50, 46, 50, 25), True),
        (Cell(50, 45, 50, 25), False),
        (Cell(50, 25, 50, 1), True),
        (Cell(50, 25, 50, 49), True),
    ],
)
def test_a_cell_with_any_small_count_is_withheld(cell: Cell, is_kept_back: bool) -> None:
    assert is_withheld(cell) is is_kept_back


@pytest.mark.parametrize(
    ("cells", "is_enough"),
    [
        ([Cell(10, 5, 10, 5), Cell(10, 5, 10, 5)], True),
        ([Cell(9, 5, 10, 5), Cell(10, 5, 10, 5)], False),
        ([Cell(10, 5, 9, 5), Cell(10, 5, 10, 5)], False),
        ([Cell(200, 100, 200, 100)], False),
        ([Cell(10, 2, 10, 5), Cell(10, 2, 10, 5)], False),
        ([Cell(10, 0, 10, 5), Cell(10, 0, 10, 5)], True),
        ([Cell(1, 1, 2, 1)] * 20, False),
        ([Cell(1, 1, 2, 1)] * 19 + [Cell(5, 2, 5, 2)], False),
        ([Cell(1, 0, 2, 1)] * 19 + [Cell(5, 5, 5, 2)], True),
        ([], False),
    ],
)
def test_two_cells_of_twenty_people_on_each_side_hide_each_other(cells: list[Cell], is_enough: bool) -> None:
    assert is_covered(cells) is is_enough


def test_one_small_cell_takes_the_smallest_others_with_it_until_they_hide_it() -> None:
    cells = {kind(0): Cell(3, 2, 30, 15), kind(1): Cell(40, 20, 30, 15), kind(2): Cell(12, 6, 30, 15), kind(3): Cell(13, 6, 30, 15)}
    assert withheld({EVERYBODY: cells}, REGION_OF)[EVERYBODY] == {kind(0), kind(2), kind(3)}
    del cells[kind(0)]
    assert withheld({EVERYBODY: cells}, REGION_OF)[EVERYBODY] == set()


def test_a_region_is_covered_by_its_own_cells() -> None:
    here = {kind(0): Cell(3, 2, 30, 15), kind(1): Cell(40, 20, 30, 15)}
    there = {kind(number, "KZ-75"): Cell(25, 12, 30, 15) for number in range(3)}
    assert withheld({EVERYBODY: here | there}, REGION_OF)[EVERYBODY] == set(here)


def test_a_kind_small_in_one_measure_is_withheld_in_another_too_or_the_sum_would_give_it_back() -> None:
    few = {kind(0): Cell(3, 2, 60, 30), kind(1): Cell(18, 9, 60, 30), kind(2): Cell(50, 25, 60, 30)}
    many = {kind(0): Cell(30, 15, 60, 30), kind(1): Cell(31, 15, 60, 30), kind(2): Cell(32, 16, 60, 30)}
    hidden = withheld({EVERYBODY: added([few, many]), ("measure", "a"): few, ("measure", "b"): many}, REGION_OF)
    assert hidden["measure", "a"] == {kind(0), kind(1)}
    assert hidden["measure", "b"] >= {kind(0), kind(1)}
    assert hidden[EVERYBODY] == set()


def test_a_kind_of_one_measure_alone_is_withheld_of_everybody_too() -> None:
    alone = {kind(0): Cell(3, 2, 60, 30), kind(1): Cell(18, 9, 60, 30)}
    other = {kind(2): Cell(50, 25, 60, 30)}
    hidden = withheld({EVERYBODY: alone | other, ("measure", "a"): alone, ("measure", "b"): other}, REGION_OF)
    assert hidden[EVERYBODY] >= set(alone)


def added(parts: list[dict[tuple[str | None, ...], Cell]]) -> dict[tuple[str | None, ...], Cell]:
    found: dict[tuple[str | None, ...], Cell] = {}
    for one in parts:
        for name, cell in one.items():
            before = found.get(name, Cell(0, 0, cell.others, cell.others_employed))
            found[name] = Cell(before.participants + cell.participants, before.employed + cell.employed, cell.others, cell.others_employed)
    return found


def invented(seed: int) -> tuple[Assessment, Matched]:
    """Thousands of people in three regions, four measures and three providers, some cells great and most small; some kinds have nobody like them."""
    chance = Random(seed)
    measures: dict[str, dict[tuple[str | None, ...], Cell]] = {name: {} for name in MEASURES}
    providers: dict[str, dict[tuple[str | None, ...], Cell]] = {name: {} for name in PROVIDERS}
    for region in REGIONS:
        for number in range(60):
            others = chance.choice((0, 1, 2, 7, 30, 90))
            others_employed = sum(chance.random() < 0.4 for _ in range(others))
            for name in MEASURES:
                taking = min(400, int(chance.paretovariate(0.6))) if chance.random() < 0.7 else 0
                if taking:
                    cell = Cell(taking, sum(chance.random() < 0.6 for _ in range(taking)), others, others_employed)
                    measures[name][kind(number, region)] = cell
                    if name == "course":  # Everybody on a course is with one provider; some providers are too small to be named.
                        providers.get(chance.choice((*PROVIDERS, "unnamed")), {})[kind(number, region)] = cell
    matched: Matched = {("all", ""): added(list(measures.values()))}
    matched |= {("measure", name): cells for name, cells in measures.items()} | {("provider", name): cells for name, cells in providers.items()}
    for region in REGIONS:
        matched["region", region] = {name: cell for name, cell in matched["all", ""].items() if name[REGION_OF] == region}
    groups: dict[str, list[Group]] = defaultdict(list)
    for (dimension, key), cells in matched.items():
        entrants = sum(cell.participants for cell in cells.values()) + 7  # Seven began less than twelve months ago.
        groups[dimension].append(Group(dimension, key, {"entrants": entrants}, estimate(cells.values())))
    whole = groups.pop("all")[0]
    return Assessment(2024, None, MIDDLE, whole, dict(groups)), matched


def of_groups(found: Assessment, matched: Matched) -> list[tuple[Group, list[Row]]]:
    assert found.whole
    rows = list(rows_of(found, matched, TODAY))
    groups = [found.whole, *(one for some in found.groups.values() for one in some)]
    return [(one, [row for row in rows if (row["dimension"], row["key"]) == (one.dimension, one.key)]) for one in groups]


@pytest.mark.parametrize("seed", range(5))
def test_the_cells_add_up_to_the_estimate_exactly_and_nobody_is_lost(seed: int) -> None:
    for group, rows in of_groups(*invented(seed)):
        known = [row for row in rows if row["standing"] in MATCHED]
        assert sum(row["participants"] for row in known) == group.estimate.matched
        if group.estimate.can_be_said:
            assert sum(row["additional"] for row in known) / group.estimate.matched == group.estimate.effect
            assert sum(row["additional"] for row in reversed(known)) / group.estimate.matched == group.estimate.effect
            assert sum(row["weight"] for row in known) == pytest.approx(1)
            assert sum(row["weight"] * row["difference"] for row in known) == pytest.approx(group.estimate.effect)
        if all(row["others"] is not None for row in known):
            assert sum(row["others"] for row in known) == group.estimate.compared_with
        others = [row["participants"] for row in rows if row["standing"] not in MATCHED]
        if None not in others:
            assert sum(others) == group.counts["entrants"] - group.estimate.matched


@pytest.mark.parametrize("seed", range(5))
def test_no_shown_count_is_small_and_the_rest_is_told_of_twenty_people_or_not_at_all(seed: int) -> None:
    shown = 0
    for group, rows in of_groups(*invented(seed)):
        for row in rows:
            if row["standing"] is Standing.SHOWN:
                shown += 1
                assert not is_withheld(Cell(*(row[name] for name in ("participants", "employed", "others", "others_employed"))))
            elif row["standing"] is Standing.TOGETHER and row["employed"] is not None:
                assert row["cells"] > 1
                assert row["participants"] >= ENOUGH
                assert row["others"] >= ENOUGH
            elif row["standing"] is Standing.TOGETHER:
                assert row["participants"] == group.estimate.matched, "not told, so it is all of the group"
            else:
                assert not is_small(row["participants"] or 0)
    assert shown > 20, "the test would prove nothing"


@pytest.mark.parametrize("seed", range(5))
def test_subtraction_gives_no_withheld_cell_back(seed: int) -> None:
    _found, matched = invented(seed)
    cells = {group: some for group, some in matched.items() if group[0] != "region"}
    hidden = withheld(cells, REGION_OF)
    usable = {group: {name: cell for name, cell in some.items() if cell.is_usable} for group, some in cells.items()}
    for group, some in usable.items():
        for region in (None, *REGIONS):
            line = [name for name in some if region in (None, name[REGION_OF])]
            told = [some[name] for name in line if name in hidden[group]]
            assert not told or is_covered(told) or len(told) == len(line)
    for dimension in ("measure", "provider"):
        for name, whole in usable[EVERYBODY].items():
            parts = {group: some[name] for group, some in usable.items() if group[0] == dimension and name in some}
            unnamed = whole.participants - sum(cell.participants for cell in parts.values())
            left = whole.participants - sum(cell.participants for group, cell in parts.items() if name not in hidden[group])
            unknown = sum(name in hidden[group] for group in parts) + bool(unnamed) + (name in hidden[EVERYBODY])
            if parts:
                assert unknown != 1 or unnamed, f"{name} of {dimension} has one unknown, which the rest gives back"
            if parts and name not in hidden[EVERYBODY]:
                assert not is_small(left)


@pytest.mark.parametrize("seed", range(2))
def test_a_linear_programme_bounds_no_withheld_count_of_participants_closely(seed: int) -> None:
    """Kinds within regions by measures with all their margins: whoever knows every sum cannot say of a small cell that it is small."""
    _found, matched = invented(seed)
    cells = {group: some for group, some in matched.items() if group[0] in ("all", "measure")}
    hidden = withheld(cells, REGION_OF)

    def code(name: tuple[str | None, ...]) -> str:
        return f"{name[REGION_OF]} {name[4]}"

    usable = [name for name, cell in cells[EVERYBODY].items() if cell.is_usable]
    regions = {region: tuple(code(name) for name in usable if name[REGION_OF] == region) for region in REGIONS}
    finest = {
        (code(name), group[1]): cell.participants
        for group, some in cells.items()
        if group != EVERYBODY
        for name, cell in some.items()
        if cell.is_usable
    }
    table = table_of((Dimension("kind", "all", {"all": REGIONS} | regions), flat("measure", "all", MEASURES)), finest)
    gone = [(code(name), group[1] or "all") for group, names in hidden.items() for name in names]
    shown = {cell: None if cell in gone else count for cell, count in table.counts.items()}
    for cell, (low, high) in attacker.intervals(shown, [one.children for one in table.dimensions]).items():
        assert high - low >= MARGIN - 1e-6
        assert not is_small(table.counts[cell]) or high >= THRESHOLD - 1e-6


def test_before_a_year_has_passed_everybody_waits() -> None:
    found, matched = invented(1)
    rows = list(
        rows_of(
            found,
            {group: {name: Cell(cell.participants, cell.employed, 0, 0) for name, cell in some.items()} for group, some in matched.items()},
            MIDDLE,
        )
    )
    assert {row["standing"] for row in rows} == {Standing.TOO_EARLY}


def test_each_participant_without_a_match_is_counted_under_one_reason() -> None:
    cells = {
        kind(0): Cell(30, 15, 40, 20),
        ("25-34", "male", None, "KZ-71", None, None): Cell(6, 0, 0, 0),
        ("25-34", "male", "high", "KZ-71", None, None): Cell(7, 0, 0, 0),
        ("25-34", "male", "high", "KZ-71", "1", None): Cell(8, 0, 0, 0),
        ("25-34", "male", "high", "KZ-71", "1", "0"): Cell(9, 0, 0, 0),
        ("25-34", "male", "high", "KZ-71", "2", "0"): Cell(5, 0, 1, 1),
    }
    whole = Group("all", "", {"entrants": 75}, estimate(cells.values()))
    rows = rows_of(Assessment(2024, None, MIDDLE, whole), {("all", ""): cells}, TODAY)
    assert {row["standing"]: row["participants"] for row in rows if row["standing"] not in MATCHED} == {
        Standing.UNKNOWN_EDUCATION: 6,
        Standing.UNKNOWN_OCCUPATION: 7,
        Standing.NOT_REGISTERED: 8,
        Standing.NOBODY_ALIKE: 9,
        Standing.ONE_ALIKE: 5,
        Standing.TOO_EARLY: 10,
    }
