"""Compositions of rules: all, any and not; refusals that name their rule; mistakes found before a rule is kept."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.programmes.explanations import refusal_words, requirements
from labour_exchange.programmes.rules.eligibility import finding_from_json, mistakes, unmet
from labour_exchange.programmes.rules.facts import PersonFacts

RURAL = {"rule": "rural"}
PLAN = {"rule": "has_plan"}
LOOKING = {"rule": "category_in", "categories": ["employed_looking"]}


def facts(**known: Any) -> PersonFacts:
    return PersonFacts(**{"age": 30, "region_code": "KZ-71"} | known)


def test_all_names_every_rule_that_is_not_met_in_order() -> None:
    assert [one.rule for one in unmet({"all": [PLAN, RURAL]}, facts())] == ["has_plan", "rural"]
    assert [one.rule for one in unmet({"all": [PLAN, RURAL]}, facts(has_plan=True))] == ["rural"]
    assert unmet({"all": []}, facts()) == ()


def test_one_of_any_is_enough_and_a_refusal_names_them_all() -> None:
    rule = {"any": [PLAN, RURAL]}
    assert unmet(rule, facts(is_rural=True)) == ()
    (found,) = unmet(rule, facts())
    assert [one.rule for one in found.alternatives] == ["has_plan", "rural"]
    assert refusal_words(found, "en").startswith("none of these holds: no individual plan yet")


def test_not_refuses_what_is_so_and_what_is_not_known() -> None:
    rule = {"not": LOOKING}
    assert unmet(rule, facts(category="unemployed")) == ()
    (found,) = unmet(rule, facts(category="employed_looking"))
    assert found.is_negated
    assert refusal_words(found, "en") == "the measure is not given when: category: employed and looking"
    assert [one.had for one in unmet(rule, facts())] == [None]


def test_a_refusal_is_read_back_as_it_was_stored() -> None:
    for finding in unmet({"all": [{"any": [PLAN, RURAL]}, {"not": LOOKING}]}, facts(category="employed_looking")):
        assert finding_from_json(finding.as_json()) == finding


def test_requirements_are_said_one_by_one() -> None:
    said = requirements({"all": [PLAN, {"any": [RURAL, LOOKING]}, {"not": LOOKING}]}, "en")
    assert said == [
        "has an individual plan",
        "one of: lives in a rural place; category: employed and looking",
        "must not be so: category: employed and looking",
    ]


@pytest.mark.parametrize(
    ("wrong", "path"),
    [
        ([], "."),
        ({}, "."),
        ({"every": []}, "."),
        ({"rule": "unheard_of"}, "rule"),
        ({"rule": "rural", "days": 3}, "days"),
        ({"rule": "age_between", "least": 16}, "most"),
        ({"rule": "age_between", "least": -1, "most": 29}, "least"),
        ({"rule": "age_between", "least": True, "most": 29}, "least"),
        ({"rule": "category_in", "categories": []}, "categories"),
        ({"rule": "category_in", "categories": ["rich"]}, "categories"),
        ({"rule": "region_in", "regions": ["KZ-99"]}, "regions"),
        ({"rule": "education_at_most", "level": 9}, "level"),
        ({"all": [RURAL, {"rule": "days_registered_at_least", "days": "30"}]}, "all.1.days"),
        ({"any": []}, "any"),
        ({"not": {"all": [RURAL]}}, "not"),
        ({"all": [RURAL], "any": [PLAN]}, "."),
    ],
)
def test_a_mistake_is_named_by_its_place(wrong: object, path: str) -> None:
    assert path in mistakes(wrong)


def test_a_composition_that_goes_too_deep_is_a_mistake() -> None:
    deep: dict[str, Any] = RURAL
    for _ in range(6):
        deep = {"all": [deep]}
    assert mistakes(deep)
    assert mistakes({"all": [{"any": [RURAL, PLAN]}, {"not": LOOKING}]}) == ()


LEAVES = st.sampled_from([RURAL, PLAN, LOOKING, {"rule": "age_between", "least": 20, "most": 40}])
COMPOSITIONS = st.recursive(
    LEAVES | LEAVES.map(lambda leaf: {"not": leaf}),
    lambda inner: (
        st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"all": parts})
        | st.lists(inner, min_size=1, max_size=3).map(lambda parts: {"any": parts})
    ),
    max_leaves=6,
)


def is_true(rule: dict[str, Any], known: PersonFacts) -> bool:
    """The plain reading of a composition, when everything is known."""
    if "all" in rule:
        return all(is_true(part, known) for part in rule["all"])
    if "any" in rule:
        return any(is_true(part, known) for part in rule["any"])
    if "not" in rule:
        return not is_true(rule["not"], known)
    return unmet(rule, known) == ()


@given(COMPOSITIONS, st.integers(15, 60), st.booleans(), st.booleans(), st.sampled_from(["unemployed", "employed_looking"]))
def test_the_answer_is_that_of_the_plain_reading(rule: dict[str, Any], age: int, is_rural: bool, has_plan: bool, category: str) -> None:
    known = facts(age=age, is_rural=is_rural, has_plan=has_plan, category=category)
    assert (unmet(rule, known) == ()) is is_true(rule, known)
