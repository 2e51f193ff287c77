"""How good the search is over the real advertisements, on both engines, for clean queries and for those typed otherwise; floors only rise."""

from collections.abc import Iterator

import pytest
from flask import Flask

from labour_exchange.discovery import vocabulary
from tests.relevance.houses import REAL, House, judged_queries, real_advertisements
from tests.relevance.measuring import ENGINES, KINDS, changed, measured, share_kept

SET = "advertisements"
FLOORS = {"ndcg_10": 0.735, "recall_50": 0.73, "mrr": 0.87}
# The goal is 0.9 of each kind, also over the half that nothing was developed with.
LEAST_KEPT = {"misspelt": 0.95, "layout": 0.95, "transliterated": 0.95, "inflected": 0.95}

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not REAL.is_dir(), reason="the real advertisements are not part of the project and not beside it"),
]


@pytest.fixture(scope="module")
def house(app: Flask, elasticsearch_url: str) -> Iterator[House]:
    with real_advertisements(app, elasticsearch_url) as made:
        yield made


@pytest.mark.parametrize("engine", ENGINES)
def test_rankings_reach_the_floor(house: House, engine: str) -> None:
    found = measured(house, SET, engine)
    assert {name: value for name, value in FLOORS.items() if getattr(found, name) < value} == {}, found


@pytest.mark.parametrize("kind", KINDS)
def test_queries_typed_otherwise_find_as_well(house: House, kind: str) -> None:
    for half in ("development", "held_out"):
        assert share_kept(house, SET, kind, half)[0] >= LEAST_KEPT[kind] - 0.05
    share, count = share_kept(house, SET, kind)
    assert count >= 50
    assert share >= LEAST_KEPT[kind]


def test_clean_queries_stay_as_they_were_typed(house: House) -> None:
    assert changed(one.query for one in judged_queries(SET)) == []


def test_words_of_documents_are_not_corrected(house: House) -> None:
    known = sorted(vocabulary.known_words() or ())
    chosen = known[:: max(1, len(known) // 500)]
    assert len(chosen) >= 500
    assert changed(chosen) == []
