"""What of a search is kept, when two are the same, which keys it has, and when its person is told."""

from dataclasses import replace
from datetime import datetime

import pytest

from labour_exchange.alerts import rules
from labour_exchange.alerts.states import Frequency
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.clock import COUNTRY_ZONE
from search.criteria import QueryWord, VacancyCriteria, VacancyFilters

FULL = SearchQuery(
    text="сварщик 300 мың",
    place="Атырау",
    regions=("KZ-23", "KZ-47"),
    hours=("shift",),
    pay_from=250_000,
    remote=True,
    within_km=50,
    exact=True,
    without=frozenset({"pay", "7212"}),
)
WORDS = (QueryWord("газ", ("газ",)), QueryWord("сварщик", ("сварщик", "svar")))


def moment(text: str) -> datetime:
    return datetime.fromisoformat(text).replace(tzinfo=COUNTRY_ZONE)


def test_what_is_kept_asks_the_same_again() -> None:
    assert rules.asked_again(rules.kept(FULL)) == FULL


def test_how_results_were_read_is_no_part_of_a_search() -> None:
    read = replace(FULL, sort="pay", limit=5, cursor="x", facets=False, published_within_days=3)
    assert rules.kept(read) == rules.kept(FULL)


def test_what_a_later_version_does_not_know_is_passed_over() -> None:
    assert rules.asked_again({"text": "сварщик", "shoe_size": 42}) == SearchQuery(text="сварщик")


@pytest.mark.parametrize(
    "same", [replace(FULL, text="  Сварщик  300 мың "), replace(FULL, regions=("KZ-47", "KZ-23")), replace(FULL, place="АТЫРАУ")]
)
def test_the_same_search_written_otherwise_is_the_same(same: SearchQuery) -> None:
    assert rules.fingerprint(same) == rules.fingerprint(FULL)


def test_another_search_is_another() -> None:
    assert rules.fingerprint(replace(FULL, pay_from=250_001)) != rules.fingerprint(FULL)


def test_nothing_asked_is_empty() -> None:
    assert rules.is_empty(SearchQuery(sort="newest", cursor="x"))
    assert not rules.is_empty(SearchQuery(quota=True))


@pytest.mark.parametrize(
    ("criteria", "keys"),
    [
        (VacancyCriteria(words=WORDS), {"t:сварщик|*", "t:svar|*"}),
        (VacancyCriteria(words=WORDS, occupations=("7212",)), {"t:сварщик|*", "t:svar|*", "o:7212|*"}),
        (VacancyCriteria(occupations=("7212",), filters=VacancyFilters(regions=("KZ-71", "KZ-75"))), {"o:7212|KZ-71", "o:7212|KZ-75"}),
        (VacancyCriteria(filters=VacancyFilters(occupations=("72", "5120"))), {"c:72|*", "c:5120|*"}),
        (VacancyCriteria(filters=VacancyFilters(pay_from=1)), {"*|*"}),
        (VacancyCriteria(filters=VacancyFilters(regions=tuple(f"KZ-{number}" for number in range(10, 16)))), {"*|*"}),
    ],
)
def test_keys_are_the_rarest_word_or_the_occupations(criteria: VacancyCriteria, keys: set[str]) -> None:
    assert rules.derived(criteria, {"газ": 90, "сварщик": 5}).keys == keys


@pytest.mark.parametrize(
    ("frequency", "told", "now", "is_due"),
    [
        ("instant", None, "2026-11-28T03:00", True),
        ("instant", "2026-11-28T02:01", "2026-11-28T03:00", False),
        ("instant", "2026-11-28T02:00", "2026-11-28T03:00", True),
        ("daily", None, "2026-11-28T07:59", False),
        ("daily", None, "2026-11-28T08:00", True),
        ("daily", "2026-11-28T08:05", "2026-11-28T20:00", False),
        ("daily", "2026-11-27T22:00", "2026-11-28T08:00", True),
        ("weekly", None, "2026-11-29T12:00", False),
        ("weekly", None, "2026-11-30T08:00", True),
        ("weekly", "2026-11-30T08:01", "2026-11-30T21:00", False),
    ],
)
def test_when_a_person_is_told(frequency: str, told: str | None, now: str, is_due: bool) -> None:
    assert rules.is_due(Frequency(frequency), moment(told) if told else None, moment(now)) is is_due
