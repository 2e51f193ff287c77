"""For any criteria both engines give the same ids, order, totals, facets, scores and reasons, and they are the right ones."""

import os
from dataclasses import replace
from random import Random

import pytest

from search.criteria import Criteria, VacancyCriteria
from search.queries.conditions import holds
from search.queries.questions import plan_of
from search.results import Page
from tests.search import invented
from tests.search.contract.conftest import House

pytestmark = pytest.mark.campaign
CAMPAIGN = 2000 if os.environ.get("CAMPAIGN") == "full" else 200
BATCHES = 10


def asked(house: House, criteria: Criteria) -> tuple[Page, Page]:
    if isinstance(criteria, VacancyCriteria):
        return house.postgres.find_vacancies(criteria), house.elasticsearch.find_vacancies(criteria)
    return house.postgres.find_profiles(criteria), house.elasticsearch.find_profiles(criteria)


def assert_same(one: Page, other: Page, criteria: Criteria) -> None:
    assert one.total == other.total, criteria
    assert one.hits == other.hits, criteria
    assert one.facets == other.facets, criteria
    assert (one.next_cursor is None) == (other.next_cursor is None), criteria


def found_by_hand(house: House, criteria: Criteria) -> set[str]:
    """What the meaning of the conditions says, asked document by document without an engine."""
    plan = plan_of(criteria, (1.0,) * len(criteria.words), invented.TODAY)
    values = house.values[plan.index.kind]
    return {public_id for public_id in values if all(holds(filter_.condition, values[public_id]) for filter_ in plan.filters)}


@pytest.mark.parametrize("batch", range(BATCHES))
def test_random_criteria(house: House, batch: int) -> None:
    random = Random(1000 + batch)
    for number in range(CAMPAIGN // BATCHES):
        criteria = invented.profile_criteria(random) if number % 4 == 0 else invented.vacancy_criteria(random)
        one, other = asked(house, criteria)
        assert_same(one, other, criteria)
        expected = found_by_hand(house, criteria)
        assert one.total == len(expected)
        assert {hit.public_id for hit in one.hits} <= expected
        assert len(one.hits) == min(criteria.limit, len(expected))
        assert all(hit.score == sum(reason.score for reason in hit.reasons) for hit in one.hits)


@pytest.mark.parametrize("seed", range(12))
def test_a_walk_may_change_engines_at_every_page(house: House, seed: int) -> None:
    random = Random(seed)
    make = invented.profile_criteria if seed % 3 == 0 else invented.vacancy_criteria
    criteria = make(random)
    criteria = replace(criteria, words=criteria.words[:1], filters=replace(criteria.filters, near=(43.25, 71.4, 400.0)), limit=23)
    for sort in ("relevance", "newest", "pay", "distance"):
        whole = replace(criteria, sort=sort, limit=1000)
        expected = [hit.public_id for hit in asked(house, whole)[0].hits]
        walked: list[str] = []
        step = replace(criteria, sort=sort)
        for _ in range(len(expected) // 23 + 1):
            pages = asked(house, step)
            assert_same(pages[0], pages[1], step)
            page = random.choice(pages)
            walked += [hit.public_id for hit in page.hits]
            step = replace(step, cursor=page.next_cursor)
        assert walked == expected
        assert page.next_cursor is None
