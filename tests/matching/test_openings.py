"""What one change would open: each count is the recount after the change is really made."""

import random
from typing import Any

import pytest
from sqlalchemy import select

from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import Profile
from labour_exchange.matching.counterfactuals import ShownChange, neighbours_of, what_would_open_more
from labour_exchange.matching.criteria import offered_facts, person_facts
from labour_exchange.matching.openings import Change, after, is_open_to, lower_pay, unmet
from labour_exchange.matching.scoring import PersonFacts, PostFacts
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from tests.factories import employers, vacancies
from tests.factories.jobseekers import actor_of, with_profile

WELDER = PersonFacts(occupations=("7212",), region_code="KZ-71", skills=frozenset({"a"}), pay_from=300_000, hours=frozenset({"full"}))
POST = PostFacts(occupations=("7213",), region_code="KZ-71", skills_required=("a", "b"), pay_to=300_000)


def test_what_stands_in_the_way_is_named() -> None:
    asked = {"licences": ("driving-c",), "languages": ("en",), "education_level": 6, "experience": "year_1_3", "skills_required": ("b", "c")}
    far = PostFacts(occupations=("5120",), region_code="KZ-75", pay_to=1, hours="part", **asked)  # type: ignore[arg-type]
    assert unmet(WELDER, POST) == frozenset()
    assert unmet(WELDER, far) == {"field", "place", "licences", "languages", "education", "experience", "skills", "pay", "hours"}


def test_what_is_not_stated_is_no_obstacle() -> None:
    assert is_open_to(WELDER, PostFacts(occupations=("7212",)))


def test_a_third_of_the_required_skills_is_enough() -> None:
    assert is_open_to(WELDER, PostFacts(occupations=("7212",), skills_required=("a", "b", "c")))
    assert not is_open_to(WELDER, PostFacts(occupations=("7212",), skills_required=("a", "b", "c", "d")))


@pytest.mark.parametrize(("wish", "lower"), [(None, None), (5_000, None), (100_000, 90_000), (250_000, 220_000), (305_000, 270_000)])
def test_a_step_down_in_pay_is_a_tenth_in_whole_tens_of_thousands(wish: int | None, lower: int | None) -> None:
    assert lower_pay(wish) == lower


def test_a_change_that_nobody_can_make_is_refused() -> None:
    with pytest.raises(ValueError, match="no such change"):
        after(WELDER, Change("star_sign", "leo"))


def _seldom(chance: random.Random, usual: Any, *others: Any) -> Any:
    return chance.choice(others) if chance.random() < 0.2 else usual


def random_market(session: ExchangeSession, chance: random.Random) -> None:
    employer = employers.verified(session)
    for _ in range(400):
        facts: dict[str, Any] = {
            "occupation_code": chance.choice(("7411", "7411", "7411", "7412", "5120")),
            "region_code": chance.choice((*["KZ-71"] * 10, "KZ-75", *neighbours_of("KZ-71"))),
            "licences": _seldom(chance, [], ["driving-c"], ["driving-c1"], ["driving-c", "driving-b"], ["electrical-3"]),
            "languages": _seldom(chance, [], ["kk"], ["en"], ["en", "kk"]),
            "education_level": _seldom(chance, None, 3, 5, 6),
            "experience": _seldom(chance, None, "year_1_3", "over_6"),
            "skills_required": _seldom(chance, [], ["ms-excel"], ["welding"], ["welding", "sales", "cooking", "soldering", "ms-excel"]),
            "pay_from": None,
            "pay_to": _seldom(chance, None, 200_000, 230_000, 230_000, 300_000),
            "hours": _seldom(chance, "full", "part", "shift"),
            "is_remote": chance.random() < 0.1,
            "state": chance.choice((VacancyState.PUBLISHED,) * 5 + (VacancyState.WITHDRAWN,)),
            "posts_filled": chance.choice((0, 0, 0, 0, 1)),
        }
        facts["occupation_codes"] = [facts["occupation_code"]]
        vacancies.published(session, by=employer, **facts)


def opened(session: ExchangeSession, profile: Profile, region_code: str) -> int:
    """The recount: every vacancy there is, asked one by one."""
    person = person_facts(profile)
    wanted = select(Vacancy).where(Vacancy.state == VacancyState.PUBLISHED, Vacancy.posts_filled < Vacancy.posts, Vacancy.region_code == region_code)
    return sum(is_open_to(person, offered_facts(post)) for post in session.scalars(wanted))


def make(profile: Profile, change: Change) -> None:
    code = change.code
    match change.kind:
        case "licences":
            profile.licences = [*profile.licences, code]
        case "skills":
            profile.skills = [*profile.skills, code]
        case "languages":
            profile.languages = [*profile.languages, {"code": code, "level": "B1"}]
        case "education":
            profile.education_level = int(code)
        case "place":
            profile.move_regions = [*profile.move_regions, code]
        case "hours":
            profile.hours = [*profile.hours, code]
        case "pay":
            profile.pay_from = int(code)


def changes_of(session: ExchangeSession, profile: Profile, most: int | None = None) -> list[ShownChange]:
    actor = actor_of(profile.jobseeker)
    with acting_as(session, actor):
        return what_would_open_more(session, actor, profile, most)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_each_count_is_the_recount_after_the_change(session: ExchangeSession, seed: int) -> None:
    random_market(session, random.Random(seed))
    person = with_profile(session, experience_months=24, languages=[{"code": "ru", "level": "B2"}], skills=["ms-excel"], licences=["driving-b"])
    profile = person.profile
    assert profile
    found = changes_of(session, profile)
    assert {one.change.kind for one in found} == {"licences", "skills", "languages", "education", "place", "hours", "pay"}
    for one in found:
        region = one.change.code if one.is_elsewhere else profile.region_code
        before = opened(session, profile, region)
        with session.begin_nested() as undone:
            make(profile, one.change)
            session.flush()
            assert opened(session, profile, region) - before == one.opens, one.change
            undone.rollback()
        assert all(one.text.in_language(tongue) for tongue in LANGUAGES)


def test_a_change_that_is_not_offered_opens_nothing(session: ExchangeSession) -> None:
    random_market(session, random.Random(4))
    person = with_profile(session, languages=[{"code": "ru", "level": "B2"}])
    profile = person.profile
    assert profile
    offered = {one.change for one in changes_of(session, profile)}
    before = opened(session, profile, "KZ-71")
    others = [Change("licences", code) for code in ("driving-a", "driving-b", "driving-c", "driving-c1", "electrical-2", "electrical-3")]
    others += [Change("languages", code) for code in ("kk", "en", "de")] + [Change("hours", code) for code in ("part", "shift", "rotational")]
    refused = [change for change in others if change not in offered]
    assert refused
    for change in refused:
        assert sum(is_open_to(after(person_facts(profile), change), offered_facts(post)) for post in _open_at_home(session)) == before


def _open_at_home(session: ExchangeSession) -> list[Vacancy]:
    wanted = select(Vacancy).where(Vacancy.state == VacancyState.PUBLISHED, Vacancy.posts_filled < Vacancy.posts, Vacancy.region_code == "KZ-71")
    return list(session.scalars(wanted))


def test_the_few_that_are_shown_are_different_ways(session: ExchangeSession) -> None:
    random_market(session, random.Random(5))
    person = with_profile(session)
    assert person.profile
    kinds = [one.change.kind for one in changes_of(session, person.profile, 4)]
    assert len(set(kinds)) == len(kinds) == 4


def test_who_named_no_occupation_is_told_nothing(session: ExchangeSession) -> None:
    person = with_profile(session, occupation_codes=[])
    assert person.profile
    assert changes_of(session, person.profile) == []
