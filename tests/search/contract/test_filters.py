"""Every filter, on every engine, against what the documents themselves say."""

from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest

from search.criteria import ProfileCriteria, ProfileFilters, QueryWord, VacancyCriteria, VacancyFilters
from search.documents import ProfileDocument, VacancyDocument
from search.engines.base import Engine
from search.indexes.places import metres_between
from tests.search import invented
from tests.search.contract.conftest import House

ALMATY = (43.25, 71.4)
BOTH = ("offices", "employers")
RECENT = invented.NOW - timedelta(days=7)


def highest_pay(vacancy: VacancyDocument) -> int:
    return max(vacancy.pay_from or 0, vacancy.pay_to or 0)


def is_within(document: VacancyDocument | ProfileDocument, kilometres: float) -> bool:
    if document.latitude is None or document.longitude is None:
        return False
    return metres_between(ALMATY, (document.latitude, document.longitude)) <= kilometres * 1000


VACANCY_FILTERS: list[tuple[dict[str, Any], Callable[[VacancyDocument], bool]]] = [
    ({"regions": ("KZ-71", "KZ-10")}, lambda v: v.region in ("KZ-71", "KZ-10")),
    ({"districts": ("d3",)}, lambda v: v.district == "d3"),
    ({"not_regions": ("KZ-71", "KZ-75")}, lambda v: v.region not in ("KZ-71", "KZ-75")),
    ({"near": (*ALMATY, 250.0)}, lambda v: is_within(v, 250)),
    ({"near": (*ALMATY, 0.001)}, lambda v: (v.latitude, v.longitude) == ALMATY),
    ({"occupations": ("7212",)}, lambda v: "7212" in v.occupations),
    ({"occupations": ("72", "2")}, lambda v: any(code.startswith(("72", "2")) for code in v.occupations)),
    ({"pay_from": 300_000}, lambda v: highest_pay(v) >= 300_000),
    ({"employment_kinds": ("seasonal", "temporary")}, lambda v: v.employment_kind in ("seasonal", "temporary")),
    ({"hours": ("part",)}, lambda v: v.hours == "part"),
    ({"remote": True}, lambda v: v.remote),
    ({"remote": False}, lambda v: not v.remote),
    ({"experience": ("none", "year")}, lambda v: v.experience in ("none", "year")),
    ({"education_max": 4}, lambda v: v.education is None or v.education <= 4),
    ({"published_since": RECENT.date()}, lambda v: v.published_on >= RECENT.date()),
    ({"employer": "employer-7"}, lambda v: v.employer == "employer-7"),
    ({"sources": ("agency",)}, lambda v: v.source == "agency"),
    ({"quota": True}, lambda v: v.quota),
    ({"languages": ("kk", "en")}, lambda v: v.language in ("kk", "en")),
    ({"licences": ("B", "C")}, lambda v: set(v.licences) <= {"B", "C"}),
    ({"licences": ("none",)}, lambda v: not v.licences),
    ({"licences_any": ("B", "C")}, lambda v: bool(set(v.licences) & {"B", "C"})),
    ({"spoken": ("kk",)}, lambda v: set(v.languages) <= {"kk"}),
    ({"regions": ("KZ-71",), "remote": True, "quota": False}, lambda v: v.region == "KZ-71" and v.remote and not v.quota),
]

PROFILE_FILTERS: list[tuple[dict[str, Any], Callable[[ProfileDocument], bool]]] = [
    ({"audience": ("employers",)}, lambda p: p.audience == "employers"),
    ({"regions": ("KZ-71",)}, lambda p: p.region == "KZ-71" or bool({"KZ-71", "*"} & set(p.move_regions))),
    ({"districts": ("d3", "d4")}, lambda p: p.district in ("d3", "d4")),
    ({"not_regions": ("KZ-71",)}, lambda p: p.region != "KZ-71"),
    ({"near": (*ALMATY, 250.0)}, lambda p: is_within(p, 250)),
    ({"occupations": ("833",)}, lambda p: "8332" in p.occupations),
    ({"pay_to": 300_000}, lambda p: p.pay_from is None or p.pay_from <= 300_000),
    ({"hours": ("full",)}, lambda p: not p.hours or "full" in p.hours),
    ({"employment_kinds": ("permanent",)}, lambda p: not p.employment_kinds or "permanent" in p.employment_kinds),
    ({"remote": True}, lambda p: p.remote),
    ({"experience_min": 5}, lambda p: p.experience_years >= 5),
    ({"education_min": 5}, lambda p: p.education is not None and p.education >= 5),
    ({"licences": ("B", "C")}, lambda p: {"B", "C"} <= set(p.licences)),
    ({"languages": ("kk", "ru")}, lambda p: {"kk", "ru"} <= set(p.languages)),
    ({"region_offices": ("office-2",)}, lambda p: p.region_office == "office-2"),
    ({"active_since": RECENT}, lambda p: p.active_at >= RECENT.replace(microsecond=0)),
]


@pytest.mark.parametrize(("wanted", "is_met"), VACANCY_FILTERS, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_vacancy_filter(house: House, engine: Engine, wanted: dict[str, Any], is_met: Callable[[VacancyDocument], bool]) -> None:
    expected = {vacancy.public_id for vacancy in house.vacancies.values() if is_met(vacancy)}
    assert 0 < len(expected) < len(house.vacancies)
    found: set[str] = set()
    criteria = VacancyCriteria(filters=VacancyFilters(**wanted), limit=1000)
    page = engine.find_vacancies(criteria)
    assert page.total == len(expected)
    while True:
        found |= {hit.public_id for hit in page.hits}
        if page.next_cursor is None:
            break
        page = engine.find_vacancies(VacancyCriteria(filters=criteria.filters, limit=1000, cursor=page.next_cursor))
    assert found == expected


@pytest.mark.parametrize(("wanted", "is_met"), PROFILE_FILTERS, ids=lambda value: str(value) if isinstance(value, dict) else "")
def test_profile_filter(house: House, engine: Engine, wanted: dict[str, Any], is_met: Callable[[ProfileDocument], bool]) -> None:
    expected = {profile.public_id for profile in house.profiles.values() if is_met(profile)}
    assert 0 < len(expected) < len(house.profiles)
    page = engine.find_profiles(ProfileCriteria(filters=ProfileFilters(**{"audience": BOTH} | wanted), limit=1000))
    assert page.total == len(expected)
    assert {hit.public_id for hit in page.hits} <= expected


def test_nothing_asked_finds_everything(house: House, engine: Engine) -> None:
    page = engine.find_vacancies(VacancyCriteria())
    assert page.total == len(house.vacancies)
    assert len(page.hits) == 20
    assert page.engine == engine.name
    assert not page.reduced


def test_all_words_are_needed_in_any_reading(house: House, engine: Engine) -> None:
    words = (QueryWord("сварщик", ("сварщик", "welder")), QueryWord("вахта", ("вахта",)))
    page = engine.find_vacancies(VacancyCriteria(words=words, limit=1000))
    texts = {v.public_id: {*v.title_terms, *v.body_terms, *v.employer_terms} for v in house.vacancies.values()}
    expected = {public_id for public_id, terms in texts.items() if terms & {"сварщик", "welder"} and "вахта" in terms}
    assert {hit.public_id for hit in page.hits} == expected
    assert expected


def test_a_recognised_occupation_finds_documents_without_the_words(house: House, engine: Engine) -> None:
    page = engine.find_vacancies(VacancyCriteria(words=(QueryWord("nowhere", ("nowhere",)),), occupations=("7212",), limit=1000))
    assert {hit.public_id for hit in page.hits} == {v.public_id for v in house.vacancies.values() if "7212" in v.occupations}


@pytest.mark.parametrize("term", ["o'neil", "a\\b", "c++", "|", "&!", "'", "ё|ж"])
def test_what_users_type_is_never_an_operator(house: House, engine: Engine, term: str) -> None:
    page = engine.find_vacancies(VacancyCriteria(words=(QueryWord(term, (term,)),), limit=1000))
    expected = {v.public_id for v in house.vacancies.values() if term in {*v.title_terms, *v.body_terms, *v.employer_terms}}
    assert page.total == len(expected) > 0
    assert {hit.public_id for hit in page.hits} <= expected
