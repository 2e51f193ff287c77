"""What conditions mean, and how coordinates are measured."""

import pytest

from search.criteria import ProfileCriteria, ProfileFilters, QueryWord, VacancyCriteria, VacancyFilters
from search.indexes.places import LATITUDE_STEP, LONGITUDE_STEP, metres_between, on_grid
from search.queries.conditions import AnyOf, AtLeast, AtMost, Condition, Either, Every, HasOnly, Is, Missing, Near, Not, holds
from search.queries.questions import meets
from tests.search import invented

VALUES = {"one": "a", "many": ("a", "b"), "none": None, "empty": (), "number": 5, "flag": False, "place": (43.0, 77.0)}


@pytest.mark.parametrize(
    ("condition", "expected"),
    [
        (AnyOf("one", ("a", "z")), True),
        (AnyOf("many", ("b",)), True),
        (AnyOf("many", ("z",)), False),
        (AnyOf("none", ("a",)), False),
        (Not(AnyOf("none", ("a",))), True),
        (HasOnly("many", ("a", "b", "c")), True),
        (HasOnly("many", ("a",)), False),
        (HasOnly("empty", ("a",)), True),
        (Missing("none"), True),
        (Missing("empty"), True),
        (Missing("flag"), False),
        (Is("flag", False), True),
        (AtLeast("number", 5), True),
        (AtLeast("number", 6), False),
        (AtMost("none", 5), False),
        (Near("place", (43.0, 77.0), 0.0), True),
        (Near("none", (43.0, 77.0), 1e9), False),
        (Every(()), True),
        (Either(()), False),
        (Every((Is("flag", False), Either((Missing("one"), AtMost("number", 5))))), True),
    ],
    ids=str,
)
def test_condition(condition: Condition, expected: bool) -> None:
    assert holds(condition, VALUES) is expected


def test_distance_between_two_cities() -> None:
    # Almaty to Astana, about 970 km as the crow flies.
    assert metres_between((43.2389, 76.8897), (51.1605, 71.4704)) == pytest.approx(971_000, rel=0.01)


@pytest.mark.parametrize("point", [(43.2389, 76.8897), (-90.0, -180.0), (90.0, 180.0), (0.0, 0.0)])
def test_a_point_on_the_grid_stays_there(point: tuple[float, float]) -> None:
    snapped = on_grid(*point)
    assert on_grid(*snapped) == snapped
    assert abs(snapped[0] - point[0]) <= LATITUDE_STEP
    assert abs(snapped[1] - point[1]) <= LONGITUDE_STEP


def test_a_saved_search_is_verified_without_an_engine() -> None:
    vacancy = invented.vacancies(1)[0]
    word = QueryWord("typed", ("reading", vacancy.title_terms[0]))
    assert meets(VacancyCriteria(words=(word,), filters=VacancyFilters(regions=(vacancy.region,))), vacancy)
    assert not meets(VacancyCriteria(words=(word,), filters=VacancyFilters(not_regions=(vacancy.region,))), vacancy)
    assert not meets(ProfileCriteria(ProfileFilters(("offices", "employers"))), vacancy)


def test_a_search_for_people_says_who_asks() -> None:
    with pytest.raises(ValueError, match="audiences"):
        ProfileFilters(audience=())


def test_criteria_that_make_no_sense_are_refused() -> None:
    with pytest.raises(ValueError, match="near"):
        VacancyCriteria(sort="distance")
    with pytest.raises(ValueError, match="hits"):
        VacancyCriteria(limit=1001)
    with pytest.raises(ValueError, match="words"):
        VacancyCriteria(words=(QueryWord("a", ("a",)),) * 33)
