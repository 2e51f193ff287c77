"""Rules of profiles and registrations: what may be said, what is lacking, how long somebody worked, when a period lapses."""

from datetime import date
from types import SimpleNamespace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.rules.completeness import gaps, is_searchable
from labour_exchange.jobseekers.rules.contacts import birth_month, has_contacts, normal_phone, place_problems
from labour_exchange.jobseekers.rules.registers import is_due_for_renewal, is_unemployed, lapses_on
from labour_exchange.jobseekers.rules.sections import (
    EMPLOYMENT_KINDS,
    HOURS,
    About,
    Education,
    Languages,
    Licences,
    Occupations,
    Section,
    Skills,
    Wishes,
    section_problems,
)
from labour_exchange.jobseekers.rules.work import WorkFacts, experience_months, highest_education, work_problems
from labour_exchange.jobseekers.states import Audience, Category, RegistrationState
from labour_exchange.vacancies.states import EmploymentKind, Hours

TODAY = date(2026, 11, 23)
BORN = date(1990, 5, 17)
DAYS = st.dates(date(1995, 1, 1), TODAY)


def wishes(**facts: object) -> Wishes:
    given_facts = {"move_regions": ["KZ-75"], "pay_from": 250_000, "hours": ["full"], "employment_kinds": ["permanent"]}
    return Wishes(**given_facts | {"wants_remote": False, "is_quota_eligible": False} | facts)


def test_wishes_speak_the_words_of_vacancies() -> None:
    assert set(HOURS) == {one.value for one in Hours}
    assert set(EMPLOYMENT_KINDS) == {one.value for one in EmploymentKind}


@pytest.mark.parametrize("written", ["+7 700 000 00 00", "8 (700) 000-00-00", "87000000000", "7000000000"])
def test_a_phone_is_kept_in_one_form(written: str) -> None:
    assert normal_phone(written) == "+77000000000"


@pytest.mark.parametrize("written", ["", "12", "не скажу", "+7 000", "+99912345678901234"])
def test_what_is_no_phone_is_refused(written: str) -> None:
    assert normal_phone(written) is None


@pytest.mark.parametrize("text", ["пишите на aa@example.kz", "тел. 8 700 000 00 00", "+77000000000 Дана", "ЖСН 900517400123"])
def test_contacts_are_seen_in_a_text(text: str) -> None:
    assert has_contacts(text)


@pytest.mark.parametrize("text", ["", "5 лет, 250 000 тенге", "Кабельдер 10/0,4 кВ, 2012–2024", "C++, C#, @Override", "6 разряд, 1000 м"])
def test_ordinary_numbers_are_no_contacts(text: str) -> None:
    assert not has_contacts(text)


def test_a_district_belongs_to_its_region() -> None:
    assert place_problems("KZ-11", None) == []
    assert [error.field for error in place_problems("KZ-99", None)] == ["region_code"]
    assert [error.field for error in place_problems("KZ-75", "111010000")] == ["district_code"]


@pytest.mark.parametrize(
    ("section", "wrong"),
    [
        (About("Аспазшы", "", "kk"), []),
        (About("x" * 121, "8 700 000 00 00", "de"), ["headline", "summary", "language"]),
        (Occupations(["7411", "7212"]), []),
        (Occupations(["7411", "7411"]), ["occupation_codes"]),
        (Occupations(["741"]), ["occupation_codes"]),
        (Occupations(["7411", "7212", "2411", "2310", "5120", "9112"]), ["occupation_codes"]),
        (Skills(["ms-excel"]), []),
        (Skills(["flying"]), ["skills"]),
        (Licences(["driving-b"]), []),
        (Licences(["driving-z"]), ["licences"]),
        (Languages([{"code": "kk", "level": "native"}]), []),
        (Languages([{"code": "kk", "level": "native"}, {"code": "kk", "level": "A1"}]), ["languages"]),
        (Languages([{"code": "kk", "level": "best"}]), ["languages"]),
        (Education([{"level": 6, "institution": "", "subject": "", "finished_in": None}]), []),
        (Education([{"level": 9, "institution": "", "subject": "", "finished_in": 1812}]), ["level", "finished_in"]),
        (wishes(), []),
        (
            wishes(pay_from=0, hours=["night"], employment_kinds=["slavery"], move_regions=["KZ-1"]),
            ["move_regions", "hours", "employment_kinds", "pay_from"],
        ),
    ],
)
def test_a_section_says_everything_wrong_at_once(section: Section, wrong: list[str]) -> None:
    assert [error.field for error in section_problems(section, TODAY)] == wrong


def test_every_problem_reads_in_three_languages() -> None:
    for error in section_problems(About("x" * 121, "", "kk"), TODAY):
        assert all("120" in error.in_language(language) for language in LANGUAGES)


@pytest.mark.parametrize(
    ("started_on", "ended_on", "wrong"),
    [
        (date(2020, 1, 1), None, []),
        (date(2020, 1, 1), date(2019, 12, 31), ["ended_on"]),
        (date(2027, 1, 1), None, ["started_on"]),
        (date(1980, 1, 1), date(2027, 1, 1), ["started_on", "ended_on"]),
    ],
)
def test_a_job_lies_between_birth_and_today(started_on: date, ended_on: date | None, wrong: list[str]) -> None:
    assert [error.field for error in work_problems(WorkFacts("Cook", "", "5120", started_on, ended_on, ""), BORN, TODAY)] == wrong


def test_a_job_needs_a_name_and_a_known_occupation() -> None:
    problems = work_problems(WorkFacts(" ", "", "51", date(2020, 1, 1), None, ""), BORN, TODAY)
    assert [error.field for error in problems] == ["title", "occupation_code"]


def test_jobs_held_at_once_count_once() -> None:
    two = [(date(2020, 1, 1), date(2022, 1, 1)), (date(2021, 1, 1), date(2023, 1, 1))]
    assert experience_months(two, TODAY) == experience_months([(date(2020, 1, 1), date(2023, 1, 1))], TODAY) == 36
    assert experience_months([(date(2025, 11, 23), None)], TODAY) == 11
    assert experience_months([], TODAY) == 0


@given(st.lists(st.tuples(DAYS, DAYS), max_size=8))
def test_experience_is_never_more_than_life_and_does_not_depend_on_order(pairs: list[tuple[date, date]]) -> None:
    periods = [(min(pair), max(pair)) for pair in pairs]
    months = experience_months(periods, TODAY)
    assert 0 <= months <= (TODAY - date(1995, 1, 1)).days / 30
    assert months == experience_months(reversed(periods), TODAY)


def test_the_highest_education_counts() -> None:
    assert highest_education([{"level": 4}, {"level": 7}, {"level": 6}]) == 7
    assert highest_education([]) is None


def profile(**facts: object) -> SimpleNamespace:
    full = {"headline": "Cook", "occupation_codes": ["5120"], "skills": ["a"], "languages": ["b"], "education": ["c"], "pay_from": 1, "hours": []}
    return SimpleNamespace(**full | {"work_history": ["d"], "audience": Audience.EMPLOYERS, "is_active": True} | facts)


def test_a_full_profile_lacks_nothing() -> None:
    assert gaps(profile()) == []


def test_an_empty_profile_lacks_everything_and_the_work_wanted_first() -> None:
    empty = profile(headline=" ", occupation_codes=[], skills=[], languages=[], education=[], pay_from=None, work_history=[])
    assert [gap.section for gap in gaps(empty)] == ["occupations", "about", "work", "education", "skills", "languages", "wishes"]


@pytest.mark.parametrize(
    ("facts", "found"),
    [
        ({}, True),
        ({"skills": [], "work_history": []}, True),
        ({"occupation_codes": []}, False),
        ({"headline": ""}, False),
        ({"audience": Audience.OFFICES}, False),
        ({"is_active": False}, False),
    ],
)
def test_employers_find_what_is_open_in_use_and_says_the_least(facts: dict[str, object], found: bool) -> None:
    assert is_searchable(profile(**facts)) is found


def test_only_an_active_unemployed_registration_makes_registered_unemployed() -> None:
    found = [(category, state) for category in Category for state in RegistrationState if is_unemployed(category, state)]
    assert found == [(Category.UNEMPLOYED, RegistrationState.ACTIVE)]


def test_a_registration_lapses_after_sixty_days_and_is_due_ten_days_before() -> None:
    assert lapses_on(date(2026, 9, 1)) == date(2026, 10, 31)
    assert not is_due_for_renewal(date(2026, 9, 1), date(2026, 10, 20))
    assert is_due_for_renewal(date(2026, 9, 1), date(2026, 10, 21))


def test_of_a_birth_date_only_the_month_is_kept() -> None:
    assert birth_month(BORN) == date(1990, 5, 1)
