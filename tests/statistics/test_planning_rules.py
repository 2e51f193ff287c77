"""What places promise: the prediction says what it should, holds what it says it holds, and keeps silent about too few people."""

from fractions import Fraction
from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.statistics.planning.rules import ENOUGH, Costs, Observed, cost_promised, promised

SEED, ROUNDS = 20261129, 1500


@pytest.mark.parametrize(("people", "is_said"), [(0, False), (ENOUGH - 1, False), (ENOUGH, True), (ENOUGH + 1, True)])
def test_of_fewer_than_twenty_people_nothing_is_promised(people: int, is_said: bool) -> None:
    assert (promised(Observed(people, people // 2), 10) is not None) is is_said
    assert (cost_promised(Costs(people, people * 100, people * 10_000), 10) is not None) is is_said


@pytest.mark.parametrize(("observed", "places"), [(Observed(30, 31), 5), (Observed(30, -1), 5), (Observed(30, 3), 0), (Observed(30, 3), 100_001)])
def test_counts_that_cannot_be_are_refused(observed: Observed, places: int) -> None:
    with pytest.raises(ValueError, match="no such"):
        promised(observed, places)


def chances(observed: Observed, places: int) -> list[Fraction]:
    """The probability of 0, 1, 2 ... successes, exact: Polya's urn, in which each new person adds what became of them to what is known."""
    known = [Fraction(1)]
    for seen in range(places):
        following = [Fraction(0)] * (seen + 2)
        for count, chance in enumerate(known):
            rate = (observed.succeeded + Fraction(1, 2) + count) / (observed.people + 1 + seen)
            following[count + 1] += chance * rate
            following[count] += chance * (1 - rate)
        known = following
    return known


@pytest.mark.parametrize(("people", "succeeded", "places"), [(40, 24, 60), (20, 0, 30), (20, 20, 30), (500, 123, 1), (25, 3, 80)])
def test_it_is_the_urn_counted_out(people: int, succeeded: int, places: int) -> None:
    """Below each end lies at most the half of what is left over, and with the end itself more."""
    found, exact = promised(Observed(people, succeeded), places), chances(Observed(people, succeeded), places)
    assert found is not None
    assert found.expected == pytest.approx(float(sum(count * chance for count, chance in enumerate(exact))))
    for (low, high), level in ((found.likely, Fraction(4, 5)), (found.nearly_sure, Fraction(19, 20))):
        tail = (1 - level) / 2
        assert sum(exact[: int(low)]) < tail <= sum(exact[: int(low) + 1])
        assert sum(exact[: int(high)]) < 1 - tail <= sum(exact[: int(high) + 1])


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 80))
def test_the_intervals_lie_in_each_other(first: int, second: int, places: int) -> None:
    succeeded, people = min(first, second), max(first, second) + ENOUGH
    found = promised(Observed(people, succeeded), places)
    assert found is not None
    ends = [0, found.nearly_sure[0], found.likely[0], found.likely[1], found.nearly_sure[1], places]
    assert all(one <= other for one, other in pairwise(ends))


def test_more_people_observed_make_the_promise_narrower() -> None:
    few, many = promised(Observed(20, 10), 200), promised(Observed(2000, 1000), 200)
    assert few is not None
    assert many is not None
    assert many.nearly_sure[1] - many.nearly_sure[0] < (few.nearly_sure[1] - few.nearly_sure[0]) / 2


@pytest.mark.parametrize("rate", [0.1, 0.35, 0.6, 0.9])
@pytest.mark.parametrize(("people", "places"), [(20, 15), (60, 100), (400, 50)])
def test_as_many_new_people_succeed_as_the_interval_says(rate: float, people: int, places: int) -> None:
    """Drawn again and again: a rate is observed, then the new people come. Whole numbers cover a little more than named."""
    chance, held = Random(SEED), {0.80: 0, 0.95: 0}
    known: dict[int, tuple[tuple[float, float], tuple[float, float]]] = {}
    for _round in range(ROUNDS):
        before = sum(chance.random() < rate for _ in range(people))
        after = sum(chance.random() < rate for _ in range(places))
        if before not in known:
            found = promised(Observed(people, before), places)
            assert found is not None
            known[before] = (found.likely, found.nearly_sure)
        for level, (low, high) in zip(held, known[before], strict=True):
            held[level] += low <= after <= high
    assert 0.77 <= held[0.80] / ROUNDS <= 0.93
    assert 0.93 <= held[0.95] / ROUNDS <= 0.995


def test_the_sum_of_costs_is_held_as_often_as_said() -> None:
    chance, held = Random(SEED), 0
    for _round in range(ROUNDS):
        before = [round(chance.gauss(300_000, 60_000)) for _ in range(25)]
        after = sum(chance.gauss(300_000, 60_000) for _ in range(10))
        found = cost_promised(Costs(25, sum(before), sum(one * one for one in before)), 10)
        assert found is not None
        held += found.nearly_sure[0] <= after <= found.nearly_sure[1]
    assert 0.935 <= held / ROUNDS <= 0.965


def test_nothing_paid_is_no_cost_and_equal_costs_are_certain() -> None:
    assert cost_promised(Costs(30, 0, 0), 5) is None
    found = cost_promised(Costs(30, 30 * 7, 30 * 49), 5)
    assert found is not None
    assert (found.expected, found.nearly_sure) == (35, (35, 35))
