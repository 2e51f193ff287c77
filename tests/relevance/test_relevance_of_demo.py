"""How good the search is over the demo country, on both engines, for clean queries and for those typed otherwise; floors only rise."""

from collections.abc import Iterator

import pytest
from flask import Flask

from tests.relevance.houses import House, demo_country, judged_queries
from tests.relevance.measuring import ENGINES, KINDS, changed, measured, share_kept

SET = "demo"
FLOORS = {"ndcg_10": 0.95, "recall_50": 0.9, "mrr": 0.97}
LEAST_KEPT = 0.85  # Sixteen to 23 variants of a kind: two lost ones are a tenth. Fifty and more stand with the advertisements.

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def house(app: Flask, elasticsearch_url: str) -> Iterator[House]:
    with demo_country(app, elasticsearch_url) as made:
        yield made


@pytest.mark.parametrize("engine", ENGINES)
def test_rankings_reach_the_floor(house: House, engine: str) -> None:
    found = measured(house, SET, engine)
    assert {name: value for name, value in FLOORS.items() if getattr(found, name) < value} == {}, found


@pytest.mark.parametrize("kind", KINDS)
def test_queries_typed_otherwise_find_as_well(house: House, kind: str) -> None:
    for half in ("development", "held_out"):
        share_kept(house, SET, kind, half)
    share, count = share_kept(house, SET, kind)
    assert count >= 5
    assert share >= LEAST_KEPT


def test_clean_queries_stay_as_they_were_typed(house: House) -> None:
    assert changed(one.query for one in judged_queries(SET)) == []
