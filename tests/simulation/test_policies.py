"""The exposure balance does in a market of known truth what docs/matching.md claims of it."""

import random

import pytest

from tests.simulation.__main__ import Measured, difference
from tests.simulation.market import invented
from tests.simulation.policies import POLICIES
from tests.simulation.rounds import Outcome, gini, simulated

SEEDS = range(10)


@pytest.fixture(scope="module")
def measured() -> Measured:
    return {name: [simulated(seed, POLICIES[name]) for seed in SEEDS] for name in ("plain", "exposure", "random")}


def test_the_same_seed_is_the_same_market_and_the_same_outcome() -> None:
    assert simulated(3, POLICIES["exposure"], 60, 30) == simulated(3, POLICIES["exposure"], 60, 30)
    assert simulated(3, POLICIES["exposure"], 60, 30) != simulated(4, POLICIES["exposure"], 60, 30)


def test_fewer_applications_lie_unread(measured: Measured) -> None:
    mean, half = difference(measured, "unread")
    assert mean + half < 0


def test_no_list_is_only_crowded_while_a_quiet_vacancy_suits(measured: Measured) -> None:
    assert {one.crowded_lists for one in measured["exposure"]} == {0.0}
    assert sum(one.crowded_lists for one in measured["random"]) > 0


@pytest.mark.parametrize(("name", "cost"), [("placed", 0.02), ("filled", 0.02), ("fit", 0.05)])
def test_it_costs_next_to_nothing_against_plain_ranking(measured: Measured, name: str, cost: float) -> None:
    mean, half = difference(measured, name)
    assert mean + half > 0 or mean > -cost / 2
    assert mean - half > -cost


def test_posts_are_not_filled_later(measured: Measured) -> None:
    mean, half = difference(measured, "weeks_to_fill")
    assert mean - half < 0


def test_ranking_by_the_score_finds_better_fits_than_chance(measured: Measured) -> None:
    for policy in ("plain", "exposure"):
        mean, half = difference(measured, "fit", policy, "random")
        assert mean - half > 0


def test_the_gini_is_of_its_definition() -> None:
    assert gini([1, 1, 1, 1]) == 0
    assert gini([0, 0, 0, 1]) == pytest.approx(0.75)
    assert gini([0, 0]) == 0


def test_shares_are_shares() -> None:
    found: Outcome = simulated(1, POLICIES["plain"], 60, 30)
    for name in ("placed", "filled", "unread", "crowded_lists", "exposure_gini", "applications_gini"):
        assert 0 <= getattr(found, name) <= 1


def test_the_fit_is_hidden_from_the_score() -> None:
    market = invented(random.Random(1), 40, 20)
    assert len({market.fit(person, post) for person in market.people for post in market.posts}) == 800
