"""Every condition that is read in typed words becomes a filter, is named, and can be taken away for itself."""

from collections.abc import Iterator

import pytest
from flask import Flask

from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.web.public import wording
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
    ],
)
def test_several_places_are_alternatives(typed: str, regions: tuple[str, ...], districts: tuple[str, ...]) -> None:
    question = question_of(SearchQuery(text=typed))
    assert (question.criteria.filters.regions, question.criteria.filters.districts) == (regions, districts)
    places = [one.value for one in question.understood if one.kind == "place"]
    assert len(places) == len(regions)
    fewer = question_of(SearchQuery(text=typed, without=frozenset(places[:1])))
    assert fewer.criteria.filters.regions == regions[1:]
