"""Small cells are withheld, and what stays published gives none of them back."""

from itertools import product

from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.statistics.disclosure import THRESHOLD, protected


def test_cells_from_one_to_four_are_withheld_and_zero_is_shown() -> None:
    column = protected({"a": 4, "b": 1, "c": 5, "d": 0, "e": 30})
    assert column.cells == {"a": None, "b": None, "c": None, "d": 0, "e": 30}
    assert column.total == 40


def test_a_single_small_cell_takes_the_next_one_with_it() -> None:
    column = protected({"a": 3, "b": 9, "c": 20})
    assert column.cells == {"a": None, "b": None, "c": 20}
    assert column.total == 32


def test_two_small_cells_that_the_total_would_give_away_take_a_third() -> None:
    assert protected({"a": 1, "b": 1, "c": 12, "d": 40}).cells == {"a": None, "b": None, "c": None, "d": 40}


def test_a_small_total_is_withheld_too() -> None:
    assert protected({"a": 1, "b": 2, "c": 0}).total is None
    assert protected({"a": 3, "b": 0}).total is None
    assert protected({"a": 0, "b": 0}).total == 0


def test_nothing_is_withheld_without_need() -> None:
    assert protected({"a": 5, "b": 6}).cells == {"a": 5, "b": 6}


@given(st.lists(st.integers(0, 12), min_size=1, max_size=6))
def test_no_withheld_small_cell_can_be_computed(counts: list[int]) -> None:
    """A reader who tries every possible filling cannot even say that a withheld small cell is below the threshold."""
    column = protected(dict(enumerate(counts)))
    hidden = [key for key, shown in column.cells.items() if shown is None]
    assert all(0 < count < THRESHOLD for key, count in enumerate(counts) if key in hidden) or len(hidden) > 1
    assert all(key in hidden for key, count in enumerate(counts) if 0 < count < THRESHOLD)
    if not hidden or column.total is None:
        return
    rest = column.total - sum(shown for shown in column.cells.values() if shown is not None)
    if len(hidden) > 3:
        return
    fillings = [filling for filling in product(range(1, rest + 1), repeat=len(hidden)) if sum(filling) == rest]
    for place in range(len(hidden)):
        assert max(filling[place] for filling in fillings) >= THRESHOLD
