"""Observed rates: the interval by known values, nothing said below twenty people, groups of age, what only papers lack."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from labour_exchange.programmes.recommending.rules import AGE_GROUPS, ON_PAPER, ObservedRate, age_group, only_papers_lack, wilson
from labour_exchange.programmes.rules.eligibility import unmet
from labour_exchange.programmes.rules.facts import PersonFacts
from labour_exchange.programmes.rules.predicates import PREDICATES


@pytest.mark.parametrize(
    ("employed", "count", "low", "high"), [(0, 10, 0.0, 0.2775), (5, 10, 0.2366, 0.7634), (10, 10, 0.7225, 1.0), (50, 100, 0.4038, 0.5962)]
)
def test_wilsons_interval_by_known_values(employed: int, count: int, low: float, high: float) -> None:
    assert wilson(employed, count) == pytest.approx((low, high), abs=1e-4)


@given(count=some.integers(1, 10_000), share=some.floats(0, 1))
def test_the_interval_holds_the_share_and_stays_within_bounds(count: int, share: float) -> None:
    employed = int(count * share)
    low, high = wilson(employed, count)
    assert 0 <= low <= employed / count + 1e-9
    assert employed / count - 1e-9 <= high <= 1


@pytest.mark.parametrize(("employed", "count"), [(0, 0), (-1, 5), (6, 5)])
def test_a_share_needs_people(employed: int, count: int) -> None:
    with pytest.raises(ValueError, match="people"):
        wilson(employed, count)


@pytest.mark.parametrize(("count", "is_said"), [(0, False), (19, False), (20, True), (21, True)])
def test_nothing_is_said_of_fewer_than_twenty(count: int, is_said: bool) -> None:
    rate = ObservedRate(count, count)
    assert (rate.is_said, rate.order >= 0) == (is_said, is_said)


def test_more_people_of_the_same_share_are_surer() -> None:
    assert ObservedRate(1_000, 500).order > ObservedRate(20, 10).order > ObservedRate(19, 19).order


@pytest.mark.parametrize(("age", "group"), [(14, (15, 24)), (24, (15, 24)), (25, (25, 34)), (54, (45, 54)), (55, (55, 99)), (120, (55, 99))])
def test_every_age_has_its_group(age: int, group: tuple[int, int]) -> None:
    assert age_group(age) == group
    assert group in AGE_GROUPS


@pytest.mark.parametrize(
    ("composition", "is_on_paper"),
    [
        ({"rule": "has_business_plan"}, True),
        ({"rule": "has_plan"}, False),
        ({"rule": "household_income_at_most", "tenge": 1}, True),
        ({"all": [{"rule": "has_business_plan"}, {"rule": "rural"}]}, False),
        ({"any": [{"rule": "has_business_plan"}, {"rule": "rural"}]}, True),
        ({"any": [{"rule": "has_plan"}, {"rule": "rural"}]}, False),
        ({"any": [{"rule": "has_disability"}, {"rule": "rural"}]}, False),
    ],
)
def test_only_papers_lack_when_every_rule_could_be_met_by_them(composition: dict[str, object], is_on_paper: bool) -> None:
    assert only_papers_lack(unmet(composition, PersonFacts(age=30, region_code="KZ-71"))) is is_on_paper


def test_what_is_known_and_too_high_is_no_matter_of_papers() -> None:
    findings = unmet({"rule": "household_income_at_most", "tenge": 1}, PersonFacts(age=30, region_code="KZ-71", household_income=2))
    assert not only_papers_lack(findings)


def test_the_rules_on_paper_exist() -> None:
    assert set(PREDICATES) >= ON_PAPER
