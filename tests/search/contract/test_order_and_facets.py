"""Sorting, scores, facets and cursors, on every engine."""

from collections import Counter
from dataclasses import replace
from datetime import datetime

import pytest

from search.criteria import ProfileCriteria, ProfileFilters, QueryWord, Sort, VacancyCriteria, VacancyFilters
from search.documents import VacancyDocument
from search.engines.base import Engine
from search.indexes.places import metres_between
from search.results import BadCursor
from tests.search.contract.conftest import House

ALMATY = (43.25, 71.4)
EVERYBODY = ProfileFilters(audience=("offices", "employers"))


def to_the_millisecond(at: datetime) -> datetime:
    return at.replace(microsecond=at.microsecond // 1000 * 1000)


def metres(vacancy: VacancyDocument) -> float:
    assert vacancy.latitude is not None
    assert vacancy.longitude is not None
    return metres_between(ALMATY, (vacancy.latitude, vacancy.longitude))


def walk(engine: Engine, criteria: VacancyCriteria) -> list[str]:
    found = []
    while True:
        page = engine.find_vacancies(criteria)
        found += [hit.public_id for hit in page.hits]
        if page.next_cursor is None:
            return found
        criteria = replace(criteria, cursor=page.next_cursor)


def test_newest_first(house: House, engine: Engine) -> None:
    found = walk(engine, VacancyCriteria(sort="newest", limit=500))
    expected = sorted(house.vacancies.values(), key=lambda v: (-to_the_millisecond(v.published_at).timestamp(), v.public_id))
    assert found == [vacancy.public_id for vacancy in expected]


def test_highest_pay_first_and_unknown_last(house: House, engine: Engine) -> None:
    found = walk(engine, VacancyCriteria(sort="pay", limit=500))
    expected = sorted(house.vacancies.values(), key=lambda v: (-(v.pay_from or v.pay_to or 0), v.public_id))
    assert found == [vacancy.public_id for vacancy in expected]


def test_nearest_first(house: House, engine: Engine) -> None:
    found = walk(engine, VacancyCriteria(filters=VacancyFilters(near=(*ALMATY, 700.0)), sort="distance", limit=300))
    distances = [metres(house.vacancies[public_id]) for public_id in found]
    assert all(one <= other + 0.02 for one, other in zip(distances, distances[1:], strict=False))
    at_almaty = [v.public_id for v in house.vacancies.values() if (v.latitude, v.longitude) == ALMATY]
    assert found[: len(at_almaty)] == sorted(at_almaty)


def test_lowest_wish_first_for_profiles(house: House, engine: Engine) -> None:
    page = engine.find_profiles(ProfileCriteria(filters=EVERYBODY, sort="pay", limit=1000))
    expected = sorted(house.profiles.values(), key=lambda p: (p.pay_from if p.pay_from is not None else 10**10, p.public_id))
    assert [hit.public_id for hit in page.hits] == [profile.public_id for profile in expected[:1000]]


def test_a_title_beats_a_mention_and_reasons_add_up(house: House, engine: Engine) -> None:
    word = QueryWord("аспаз", ("аспаз",))
    hits = engine.find_vacancies(VacancyCriteria(words=(word,), skills=("skill-1",), limit=1000)).hits
    for hit in hits:
        vacancy = house.vacancies[hit.public_id]
        names = {reason.name for reason in hit.reasons}
        assert ("title:аспаз" in names) == ("аспаз" in vacancy.title_terms)
        assert ("skill:skill-1" in names) == ("skill-1" in vacancy.skills)
        assert ("answers:0.8" in names) == (vacancy.answer_rate is not None and vacancy.answer_rate >= 0.8)
        assert hit.score == sum(reason.score for reason in hit.reasons)
    assert list(hits) == sorted(hits, key=lambda hit: (-hit.score, hit.public_id))
    assert "title:аспаз" in {reason.name for reason in hits[0].reasons}


def test_facets_count_without_their_own_filter(house: House, engine: Engine) -> None:
    filters = VacancyFilters(regions=("KZ-71",), hours=("full", "part"), pay_from=300_000)
    facets = {facet.name: facet.values for facet in engine.find_vacancies(VacancyCriteria(filters=filters, facets=True)).facets}
    pay = {v.public_id: max(v.pay_from or 0, v.pay_to or 0) for v in house.vacancies.values()}
    rest = [v for v in house.vacancies.values() if v.hours in filters.hours]
    assert dict(facets["region"]) == Counter(v.region for v in rest if pay[v.public_id] >= 300_000)
    here = [v for v in house.vacancies.values() if v.region == "KZ-71" and pay[v.public_id] >= 300_000]
    assert dict(facets["hours"]) == Counter(v.hours for v in here)
    hits = [v for v in here if v.hours in filters.hours]
    assert dict(facets["remote"]) == {str(flag).lower(): count for flag, count in Counter(v.remote for v in hits).items()}
    assert dict(facets["experience"]) == Counter(v.experience for v in hits if v.experience)
    assert dict(facets["occupation_major"]) == Counter(code for v in hits for code in {code[:1] for code in v.occupations})
    assert dict(facets["occupation_unit"]) == Counter(code for v in hits for code in set(v.occupations))
    any_pay = [v for v in rest if v.region == "KZ-71"]
    assert dict(facets["pay"])["500000"] == sum(pay[v.public_id] >= 500_000 for v in any_pay)
    assert [value for value, _ in facets["pay"]] == ["100000", "150000", "200000", "300000", "400000", "500000", "700000", "1000000"]


@pytest.mark.parametrize("sort", ["relevance", "newest", "pay", "distance"])
def test_a_walk_has_no_gap_and_no_repeat(house: House, engine: Engine, sort: Sort) -> None:
    criteria = VacancyCriteria(words=(QueryWord("повар", ("повар",)),), filters=VacancyFilters(near=(*ALMATY, 500.0)), sort=sort, limit=37)
    found = walk(engine, criteria)
    assert found == [hit.public_id for hit in engine.find_vacancies(replace(criteria, limit=1000)).hits]
    assert len(set(found)) == len(found) > 37


def test_counting_alone_gives_no_hits_and_no_cursor(engine: Engine) -> None:
    page = engine.find_vacancies(VacancyCriteria(limit=0))
    assert (page.hits, page.next_cursor, page.total) == ((), None, 3000)


def test_a_cursor_belongs_to_its_question(engine: Engine) -> None:
    cursor = engine.find_vacancies(VacancyCriteria()).next_cursor
    assert cursor is not None
    with pytest.raises(BadCursor):
        engine.find_vacancies(VacancyCriteria(sort="newest", cursor=cursor))
    with pytest.raises(BadCursor):
        engine.find_vacancies(VacancyCriteria(cursor=("A" if cursor[0] != "A" else "B") + cursor[1:]))
    assert engine.find_vacancies(VacancyCriteria(cursor=cursor, limit=5, facets=True)).hits
