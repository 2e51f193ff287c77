"""Every condition that is read in typed words becomes a filter, is named, and can be taken away for itself."""

from collections.abc import Iterator

import pytest
from flask import Flask

from labour_exchange.discovery import vocabulary
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.territory.names import telling_words
from labour_exchange.territory.rules import point_of
from labour_exchange.web.public import wording
from search.analysis.forgiveness import Vocabulary
from search.criteria import VacancyFilters


@pytest.fixture(autouse=True)
def context(app: Flask) -> Iterator[None]:
    with app.test_request_context("/en/vacancies"):
        yield


CONDITIONS = [
    ("сварщик Атырау", "place", "231000000"),
    ("welder from 300 000", "pay", "300000"),
    ("дәнекерлеуші 300 мың теңге", "pay", "300000"),
    ("welder 300k", "pay", "300000"),
    ("сварщик неполный день", "hours", "part"),
    ("дәнекерлеуші ауысыммен", "hours", "shift"),
    ("сварщик вахта", "hours", "rotational"),
    ("дәнекерлеуші вахталық әдіс", "hours", "rotational"),
    ("welder fifo", "hours", "rotational"),
    ("бухгалтер удаленно", "remote", "yes"),
    ("есепші қашықтан", "remote", "yes"),
    ("водитель категории C", "licences", "C"),
    ("жүргізуші В санатты", "licences", "B"),
    ("driver licence C", "licences", "C"),
    ("повар без опыта", "experience", "none"),
    ("аспаз тәжірибесіз", "experience", "none"),
    ("cook 3 years experience", "experience", "year_3_6"),
    ("сезонная работа сварщик", "kind", "seasonal"),
    ("уақытша жұмыс дәнекерлеуші", "kind", "temporary"),
    ("driver night shift", "hours", "shift"),
    ("водитель не вахта", "not_hours", "rotational"),
    ("сварщик для инвалидов", "quota", "yes"),
    ("мүгедектерге дәнекерлеуші", "quota", "yes"),
    ("без высшего образования сварщик", "education", "5"),
    ("комбайнер сезон", "kind", "seasonal"),
    ("повар от прямых работодателей", "source", "direct"),
    ("аспаз жұмыс берушіден тікелей", "source", "direct"),
    ("cook direct employer no agency", "source", "direct"),
]


@pytest.mark.parametrize(("typed", "kind", "value"), CONDITIONS)
def test_a_condition_is_named_filters_and_can_be_removed(typed: str, kind: str, value: str) -> None:
    question = question_of(SearchQuery(text=typed))
    told = [one for one in question.understood if one.kind == kind]
    assert [one.value for one in told] == [value]
    assert question.criteria.filters != VacancyFilters()
    assert wording.understood(told[0])
    removed = question_of(SearchQuery(text=typed, without=frozenset({told[0].key})))
    assert [one for one in removed.understood if one.kind == kind] == []
    assert removed.criteria.filters == VacancyFilters()


def test_all_of_the_example_at_once() -> None:
    question = question_of(SearchQuery(text="welder Atyrau rotational licence C from 400 000"))
    assert {one.kind for one in question.understood} == {"occupation", "place", "hours", "licences", "pay"}
    assert [word.surface for word in question.criteria.words] == ["welder"]


@pytest.mark.parametrize(
    ("typed", "regions", "districts"),
    [
        ("cook Almaty or Astana", ("KZ-75", "KZ-71"), ()),
        ("повар Караганда Атырау", ("KZ-35", "KZ-23"), ("351000000", "231000000")),
        ("cook Almaty", ("KZ-75",), ()),
        ("сварщик Алматы Шымкент Атырау", ("KZ-75", "KZ-79", "KZ-23"), ()),
    ],
)
def test_several_places_are_alternatives(typed: str, regions: tuple[str, ...], districts: tuple[str, ...]) -> None:
    question = question_of(SearchQuery(text=typed))
    assert (question.criteria.filters.regions, question.criteria.filters.districts) == (regions, districts)
    places = [one.value for one in question.understood if one.kind == "place"]
    assert len(places) == len(regions)
    fewer = question_of(SearchQuery(text=typed, without=frozenset(places[:1])))
    assert fewer.criteria.filters.regions == regions[1:]


@pytest.mark.parametrize("typed", ["работа рядом с домом", "үйге жақын жұмыс", "job near me"])
def test_near_home_is_counted_from_where_the_asker_lives(typed: str) -> None:
    at_home = question_of(SearchQuery(text=typed, home="231000000"))
    assert at_home.criteria.filters.near == (*point_of("231000000"), 50.0)
    assert (at_home.criteria.words, at_home.criteria.sort, at_home.is_home_unknown) == ((), "distance", False)
    assert wording.understood(at_home.understood[0])
    removed = question_of(SearchQuery(text=typed, home="231000000", without=frozenset({"near"})))
    assert removed.criteria.filters == VacancyFilters()


def test_near_home_without_a_home_says_so_and_takes_a_place_that_is_named() -> None:
    assert question_of(SearchQuery(text="работа рядом с домом")).is_home_unknown
    named = question_of(SearchQuery(text="работа рядом с домом Атырау"))
    assert (named.is_home_unknown, named.criteria.filters.near) == (False, (*point_of("231000000"), 50.0))
    boxed = question_of(SearchQuery(text="работа рядом с домом", place="Атырау"))
    assert (boxed.is_home_unknown, boxed.criteria.filters.near) == (False, (*point_of("231000000"), 50.0))


def test_a_driving_category_alone_names_the_work() -> None:
    alone = question_of(SearchQuery(text="вахта Атырау от 400 000 права категории С")).criteria.filters
    assert alone.licences_any == ("driving-c", "driving-c1")
    assert set(alone.licences_any) <= set(alone.licences)
    cook = question_of(SearchQuery(text="повар права категории С")).criteria.filters
    assert (cook.licences_any, "driving-c" in cook.licences) == ((), True)


def test_words_that_only_say_a_job_ask_for_nothing() -> None:
    question = question_of(SearchQuery(text="ищу работу"))
    assert (question.criteria.words, question.criteria.sort) == ((), "newest")


@pytest.mark.parametrize(
    ("typed", "code"), [("Алмата", "KZ-75"), ("павлодр повар", "551000000"), ("Шимкент", "KZ-79"), ("Усть каменагорск", "631000000")]
)
def test_a_slip_in_a_place_is_forgiven(typed: str, code: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(vocabulary, "known_words", lambda: Vocabulary(telling_words()))
    assert [one.value for one in question_of(SearchQuery(text=typed)).understood if one.kind == "place"] == [code]
