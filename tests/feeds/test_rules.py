"""Positions in the feed: they go forward only, survive the way to the reader and back, and know when they are too old."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.feeds import rules
from labour_exchange.feeds.rules import Position, Seen, Wanted

numbers = st.integers(min_value=0, max_value=2**40)
places = st.tuples(numbers, numbers)
snapshots = st.builds(
    lambda since, more, running: Seen(since, since + more, tuple(sorted({since + one for one in running if one < more}))),
    numbers,
    st.integers(0, 10_000),
    st.lists(st.integers(0, 10_000), max_size=40),
)
positions = st.builds(Position, places, places, st.none() | snapshots)


@given(positions)
def test_a_position_comes_back_as_it_went(position: Position) -> None:
    assert rules.read(rules.written(position)) == position


@given(positions, places)
def test_a_position_never_goes_back(position: Position, place: rules.Place) -> None:
    assert position.moved(place).place == max(position.place, place)


@given(snapshots)
def test_a_snapshot_is_read_as_postgres_writes_it(seen: Seen) -> None:
    assert rules.read_snapshot(seen.text) == seen


def test_a_snapshot_is_forgotten_behind_its_last_transaction() -> None:
    seen = Seen(10, 20, (12,))
    position = Position((10, 0), seen=seen)
    assert position.moved((19, 5)).seen is seen
    assert position.moved((20, 1)).seen is None


@pytest.mark.parametrize(("transaction", "is_covered"), [(9, True), (10, False), (11, True), (12, False), (19, True), (20, False)])
def test_what_a_snapshot_has_shown(transaction: int, is_covered: bool) -> None:
    assert Seen(10, 20, (10, 12)).covers(transaction) is is_covered


@pytest.mark.parametrize(
    ("place", "began_at", "is_too_old"),
    [((4, 9), (0, 0), True), ((5, 1), (0, 0), False), ((5, 0), (0, 0), True), ((0, 0), (5, 1), False), ((6, 0), (0, 0), False)],
)
def test_a_place_before_the_horizon_is_too_old_unless_the_reader_began_there(place: rules.Place, began_at: rules.Place, is_too_old: bool) -> None:
    assert Position(place, began_at).is_too_old((5, 1)) is is_too_old


@pytest.mark.parametrize(
    ("region", "occupation", "is_included"),
    [
        ("KZ-71", "7411", True),
        ("KZ-71", "7511", False),
        ("KZ-75", "7411", False),
        (None, "7411", False),
        ("KZ-71", None, False),
        ("KZ-71", "9112", True),
    ],
)
def test_what_a_filter_includes(region: str | None, occupation: str | None, is_included: bool) -> None:
    assert Wanted(regions=("KZ-71",), occupations=("74", "9112")).includes(region, occupation) is is_included


def test_the_order_of_a_filter_does_not_matter_and_its_contents_do() -> None:
    assert Wanted(regions=("KZ-71", "KZ-75")).purpose == Wanted(regions=("KZ-75", "KZ-71")).purpose
    assert Wanted(regions=("KZ-71",)).purpose != Wanted(occupations=("71",)).purpose
    assert Wanted(agency_id=7).purpose != Wanted().purpose
