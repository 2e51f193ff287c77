"""What places promise: the prediction says what it should, holds what it says it holds, and keeps silent about too few people."""

from itertools import pairwise
from random import Random

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import betabinom

from labour_exchange.statistics.planning.rules import ENOUGH, Costs, Observed, chances, cost_promised, promised, students

SEED, ROUNDS = 20261129, 1500


@pytest.mark.parametrize(("people", "is_said"), [(0, False), (ENOUGH - 1, False), (ENOUGH, True), (ENOUGH + 1, True)])
def test_of_fewer_than_twenty_people_nothing_is_promised(people: int, is_said: bool) -> None:
    assert (promised(Observed(people, people // 2), 10) is not None) is is_said
    assert (cost_promised(Costs(people, people * 100, people * 10_000), 10) is not None) is is_said


@pytest.mark.parametrize(("observed", "places"), [(Observed(30, 31), 5), (Observed(30, -1), 5), (Observed(30, 3), 0), (Observed(30, 3), 100_001)])
def test_counts_that_cannot_be_are_refused(observed: Observed, places: int) -> None:
    with pytest.raises(ValueError, match="no such"):
        promised(observed, places)


@pytest.mark.parametrize(("people", "succeeded", "places"), [(40, 24, 100), (20, 0, 30), (20, 20, 30), (500, 123, 1), (25, 3, 400)])
def test_it_is_the_beta_binomial_distribution(people: int, succeeded: int, places: int) -> None:
    found = promised(Observed(people, succeeded), places)
    other = betabinom(places, succeeded + 0.5, people - succeeded + 0.5)
    assert found is not None
    assert found.expected == pytest.approx(other.mean())
    assert found.likely == (other.ppf(0.1), other.ppf(0.9))
    assert found.nearly_sure == (other.ppf(0.025), other.ppf(0.975))


@given(st.integers(0, 60), st.integers(0, 60), st.integers(1, 80))
def test_chances_add_up_and_the_intervals_lie_in_each_other(first: int, second: int, places: int) -> None:
    succeeded, people = min(first, second), max(first, second) + ENOUGH
    assert sum(chances(Observed(people, succeeded), places)) == pytest.approx(1)
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


@pytest.mark.parametrize(("level", "freedom", "value"), [(0.95, 19, 2.0930), (0.80, 19, 1.3277), (0.95, 1000, 1.9623)])
def test_quantiles_are_those_of_the_tables(level: float, freedom: int, value: float) -> None:
    assert students(level, freedom) == pytest.approx(value, abs=0.0005)
