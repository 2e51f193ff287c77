"""What is asked in words finds the right rows, says what was understood, and offers more where little is found."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from flask import Flask

from labour_exchange.discovery import finders, synchronisation, vocabulary
from labour_exchange.discovery.finders import ProfileQuery
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.vacancies.states import VacancyState
from search.criteria import VacancyFilters
from tests.factories import employers, jobseekers, vacancies

KARAGANDA = "KZ-35"
PLACE_AND_PAY = {"district_code": "351000000", "pay_from": 350_000, "pay_to": 420_000}


@pytest.fixture
def exchange(committed: ExchangeSession) -> Iterator[ExchangeSession]:
    """Five open vacancies and three profiles, rendered."""
    by = employers.answering(committed, name="Сарыарқа Металл")
    old = clock.now() - timedelta(days=60)
    vacancies.published(committed, by=by, title="Сварщик", language="ru", occupation_code="7212", region_code=KARAGANDA, **PLACE_AND_PAY)
    vacancies.published(
        committed, by=by, title="Дәнекерлеуші", language="kk", occupation_code="7212", region_code="KZ-71", pay_from=200_000, pay_to=None
    )
    vacancies.published(committed, by=by, title="Welder", occupation_code="7212", region_code=KARAGANDA, hours="shift", published_at=old)
    vacancies.published(committed, by=by, title="Главный юрист", language="ru", occupation_code="2611", region_code="KZ-71")
    vacancies.published(committed, by=by, title="Слесарь металлоконструкций", language="ru", occupation_code="7214", region_code=KARAGANDA)
    vacancies.vacancy(committed, by=by, title="Сварщик", language="ru", occupation_code="7212", region_code=KARAGANDA)
    jobseekers.open_to_employers(committed, KARAGANDA)
    jobseekers.with_profile(committed, KARAGANDA)
    jobseekers.with_profile(committed, "KZ-71", audience="nobody")
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    act_as(committed, VISITOR)
    yield committed
    committed.rollback()
    act_as(committed, system_actor("test"))


def find(session: ExchangeSession, text: str = "", **facts: object) -> finders.FoundPage:
    return finders.find_vacancies(session, VISITOR, SearchQuery(text=text, **facts))  # type: ignore[arg-type]


def titles(page: finders.FoundPage) -> set[str]:
    return {hit.vacancy.title for hit in page.hits}


@pytest.mark.parametrize("typed", ["сварщик", "дәнекерлеуші", "welder", "cdfhobr", "сварщика", "свращик"])
def test_one_occupation_in_three_languages_and_five_slips(exchange: ExchangeSession, typed: str) -> None:
    page = find(exchange, typed)
    assert titles(page) == {"Сварщик", "Дәнекерлеуші", "Welder"}
    assert page.total == 3
    assert [(one.kind, one.value) for one in page.understood] == [("occupation", "7212")]


def test_place_and_pay_are_read_from_the_words(exchange: ExchangeSession) -> None:
    page = find(exchange, "сварщик в Караганде от 300 000")
    assert titles(page) == {"Сварщик"}
    assert ("pay", "300000") in [(one.kind, one.value) for one in page.understood]
    assert ("place", "351000000") in [(one.kind, one.value) for one in page.understood]


def test_what_was_understood_can_be_taken_away(exchange: ExchangeSession) -> None:
    asked = SearchQuery(text="сварщик караганда от 300 000")
    told = {one.kind: one.key for one in question_of(asked).understood}
    without = question_of(replace(asked, without=frozenset(told.values())))
    assert without.understood == ()
    assert without.criteria.filters == VacancyFilters()
    assert {word.surface for word in without.criteria.words} >= {"сварщик", "караганда"}


def test_the_box_for_the_place(exchange: ExchangeSession) -> None:
    assert titles(find(exchange, "сварщик", place="Астана")) == {"Дәнекерлеуші"}
    unknown = find(exchange, "сварщик", place="Тридевятое царство")
    assert (unknown.total, unknown.unknown_place) == (3, "Тридевятое царство")


def test_corrections_can_be_refused(exchange: ExchangeSession) -> None:
    assert find(exchange, "вадитель").corrected == (("вадитель", "водитель"),)
    exact = find(exchange, "вадитель", exact=True)
    assert (exact.corrected, exact.understood, exact.total) == ((), (), 0)


def test_an_employers_name_is_no_slip(exchange: ExchangeSession) -> None:
    page = find(exchange, "сарыарқа металл")
    assert page.corrected == ()
    assert page.total == 5


def test_reasons_are_said_in_words_and_add_up(exchange: ExchangeSession) -> None:
    hit = next(hit for hit in find(exchange, "сварщик").hits if hit.vacancy.title == "Сварщик")
    said = [words.ru for words, _weight in hit.reasons]
    assert said[0].startswith("Та же профессия: ")
    assert "В названии: сварщик" in said
    assert "Работодатель отвечает на отклики" in said
    assert sum(weight for _words, weight in hit.reasons) == pytest.approx(hit.score)


def test_facets_have_words_and_count_without_their_own_filter(exchange: ExchangeSession) -> None:
    page = find(exchange, "сварщик", regions=(KARAGANDA,))
    region = next(group for group in page.facets if group.name == "region")
    assert {(option.value, option.count, option.is_chosen) for option in region.options} == {(KARAGANDA, 2, True), ("KZ-71", 1, False)}
    hours = next(group for group in page.facets if group.name == "hours")
    assert [(option.value, option.count) for option in hours.options] == [("full", 1), ("shift", 1)]


def test_a_chosen_value_stays_shown_when_nothing_has_it(exchange: ExchangeSession) -> None:
    page = find(exchange, "юрист", regions=("KZ-10",))
    region = next(group for group in page.facets if group.name == "region")
    assert ("KZ-10", 0, True) in [(option.value, option.count, option.is_chosen) for option in region.options]


def test_nothing_found_is_never_silent(exchange: ExchangeSession) -> None:
    page = find(exchange, "сварщик", regions=(KARAGANDA,), pay_from=1_000_000)
    assert page.total == 0
    offered = {suggestion.label.en: suggestion for suggestion in page.suggestions}
    assert offered["With any pay"].total == 2
    for suggestion in page.suggestions:
        assert finders.find_vacancies(exchange, VISITOR, suggestion.query).total == suggestion.total > 0


@pytest.mark.parametrize(
    ("chosen", "label"),
    [
        ({"pay_from": 9_000_000}, "With any pay"),
        ({"hours": ("rotational",)}, "With any working hours"),
        ({"experience": ("over_6",)}, "With any experience"),
        ({"employment_kinds": ("seasonal",)}, "With any kind of employment"),
        ({"remote": True}, "Not only remote"),
        ({"employer": "0000000000000000"}, "From any employer"),
        ({"sources": ("agency",)}, "From any source"),
        ({"quota": True}, "Outside the quota too"),
    ],
)
def test_each_condition_can_be_dropped_alone(exchange: ExchangeSession, chosen: dict[str, Any], label: str) -> None:
    page = find(exchange, "сварщик", **chosen)
    assert page.total == 0
    offered = {suggestion.label.en: suggestion for suggestion in page.suggestions}
    assert offered[label].total == finders.find_vacancies(exchange, VISITOR, offered[label].query).total == find(exchange, "сварщик").total > 0


def test_related_occupations_are_offered(exchange: ExchangeSession) -> None:
    page = find(exchange, "сварщик", regions=(KARAGANDA,), pay_from=1_000_000, sources=("direct",))
    related = [one for one in find(exchange, "жестянщик").suggestions if one.label.en.startswith("A related occupation")]
    assert page.total == 0
    assert {one.total for one in related} == {3, 1}


def test_zero_is_never_silent_even_for_work_that_nobody_offers(exchange: ExchangeSession) -> None:
    two = finders.find_vacancies(exchange, VISITOR, SearchQuery(text="металлоконструкций фокусник", exact=True))
    assert two.total == 0
    assert two.suggestions
    assert all(finders.find_vacancies(exchange, VISITOR, one.query).total == one.total > 0 for one in two.suggestions)
    nowhere = finders.find_vacancies(exchange, VISITOR, SearchQuery(text="фокусник", regions=(KARAGANDA,), exact=True))
    assert nowhere.total == 0
    assert {one.label.en: one.total for one in nowhere.suggestions}["Any work in this region"] == 3


def test_pages_follow_each_other(exchange: ExchangeSession) -> None:
    first = find(exchange, limit=2)
    second = find(exchange, limit=2, cursor=first.next_cursor)
    third = find(exchange, limit=2, cursor=second.next_cursor)
    assert len(titles(first) | titles(second) | titles(third)) == 5
    assert third.next_cursor is None
    with pytest.raises(Refusal, match="bad_cursor"):
        find(exchange, "юрист", limit=2, cursor=first.next_cursor)


def test_hits_are_authorised_again(exchange: ExchangeSession) -> None:
    made = next(hit.vacancy for hit in find(exchange, "юрист").hits)
    act_as(exchange, system_actor("test"))
    made.state = VacancyState.SUSPENDED
    exchange.commit()
    act_as(exchange, VISITOR)
    assert titles(find(exchange, "юрист")) == set()


def test_regions_are_counted_for_the_map(exchange: ExchangeSession) -> None:
    assert finders.count_by_region(SearchQuery(text="сварщик", regions=("KZ-71",))) == (3, {KARAGANDA: 2, "KZ-71": 1})


def test_people_are_found_by_those_they_are_open_to(exchange: ExchangeSession) -> None:
    employer = Actor(ActorKind.EMPLOYER, user_id=1, organisation_id=1)
    office = Actor(ActorKind.OFFICE, user_id=2, office_id=1, region_code=KARAGANDA)
    elsewhere = Actor(ActorKind.OFFICE, user_id=3, office_id=2, region_code="KZ-75")
    found = {}
    for actor in (employer, office, elsewhere):
        act_as(exchange, actor)
        page = finders.find_profiles(exchange, actor, ProfileQuery(text="электрик"))
        found[actor.user_id] = (page.total, sorted(hit.profile.audience for hit in page.hits))
        exchange.rollback()
    assert found == {1: (1, ["employers"]), 2: (2, ["employers", "offices"]), 3: (0, [])}


@pytest.mark.parametrize("kind", [ActorKind.VISITOR, ActorKind.JOBSEEKER, ActorKind.ANALYST])
def test_others_find_no_people(app: Flask, kind: ActorKind) -> None:
    with app.app_context(), pytest.raises(NotFound):
        finders.find_profiles(None, Actor(kind, user_id=5), ProfileQuery())  # type: ignore[arg-type]


def test_several_conditions_at_once_are_loosened_together(exchange: ExchangeSession) -> None:
    page = find(exchange, "сварщик от 900 000 Теміртау")
    assert page.total == 0
    offered = {suggestion.label.en: suggestion for suggestion in page.suggestions}
    assert offered["Only this work, in the whole country"].total == 3
    assert "Теміртау" not in offered["Only this work, in the whole country"].query.text
