"""Each predicate at, below and above its edge, and what is not known."""

from typing import Any

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.programmes.explanations import refusal_words, requirements
from labour_exchange.programmes.rules.eligibility import unmet
from labour_exchange.programmes.rules.facts import PersonFacts
from labour_exchange.programmes.rules.predicates import PREDICATES
from labour_exchange.programmes.texts.predicates import REFUSALS, REQUIREMENTS

BASE: dict[str, Any] = {"age": 30, "region_code": "KZ-71"}
# rule, what it asks, the fact, values that meet it, values that do not.
EDGES: list[tuple[str, dict[str, Any], str, tuple[Any, ...], tuple[Any, ...]]] = [
    ("age_between", {"least": 16, "most": 29}, "age", (16, 17, 28, 29), (15, 30)),
    ("category_in", {"categories": ["unemployed", "low_income"]}, "category", ("unemployed", "low_income"), ("self_employed", None)),
    ("days_registered_at_least", {"days": 30}, "days_registered", (30, 31), (29, 12, None)),
    ("education_at_most", {"level": 3}, "education_level", (0, 2, 3), (4, 8, None)),
    ("education_at_least", {"level": 3}, "education_level", (3, 4), (2, 0, None)),
    ("rural", {}, "is_rural", (True,), (False,)),
    ("region_in", {"regions": ["KZ-71", "KZ-75"]}, "region_code", ("KZ-71", "KZ-75"), ("KZ-10",)),
    ("has_plan", {}, "has_plan", (True,), (False,)),
    ("has_business_plan", {}, "has_business_plan", (True,), (False,)),
    ("has_disability", {}, "has_disability", (True,), (False,)),
    ("ready_to_move", {}, "is_ready_to_move", (True,), (False,)),
    ("graduate_within_years", {"years": 3}, "years_since_graduation", (0, 2, 3), (4, None)),
    ("experience_at_most", {"months": 12}, "experience_months", (0, 11, 12), (13, None)),
    ("household_at_least", {"people": 3}, "household_size", (3, 4), (2, None)),
    ("household_income_at_most", {"tenge": 60_000}, "household_income", (0, 59_999, 60_000), (60_001, None)),
    ("open_measures_at_most", {"count": 1}, "open_measures", (0, 1), (2,)),
    ("times_in_measure_at_most", {"times": 1}, "times_in_measure", (0, 1), (2,)),
    ("not_in_measure_within_days", {"days": 365}, "days_since_measure", (366, None), (365, 364, 0)),
]
CASES = [(rule, asked, name, value, True) for rule, asked, name, good, _ in EDGES for value in good] + [
    (rule, asked, name, value, False) for rule, asked, name, _, bad in EDGES for value in bad
]


def test_every_predicate_has_edges_and_words() -> None:
    assert {edge[0] for edge in EDGES} == set(PREDICATES) == set(REQUIREMENTS) == set(REFUSALS)


@pytest.mark.parametrize(("rule", "asked", "name", "value", "is_met"), CASES)
def test_at_below_and_above_the_edge(rule: str, asked: dict[str, Any], name: str, value: Any, is_met: bool) -> None:
    facts = PersonFacts(**BASE | {name: value})
    found = unmet({"rule": rule, **asked}, facts)
    assert (found == ()) is is_met
    for finding in found:
        assert (finding.rule, finding.asked, finding.had) == (rule, asked, value)
        for language in LANGUAGES:
            assert "{" not in refusal_words(finding, language)


@pytest.mark.parametrize(("rule", "asked"), [(edge[0], edge[1]) for edge in EDGES])
def test_what_is_asked_is_said_in_three_languages(rule: str, asked: dict[str, Any]) -> None:
    said = [requirements({"rule": rule, **asked}, language)[0] for language in LANGUAGES]
    assert len(set(said)) == 3
    assert all("{" not in words for words in said)


def test_a_refusal_names_the_figure_and_what_was_asked() -> None:
    found = unmet({"rule": "days_registered_at_least", "days": 30}, PersonFacts(**BASE | {"days_registered": 12}))[0]
    assert refusal_words(found, "en") == "registered for 12 days, the measure asks for 30"
    assert refusal_words(found, "ru") == "дней на учёте: 12, мера требует: 30"
    assert refusal_words(found, "kk") == "тіркеуде болған күндер: 12, шара талабы: 30"
