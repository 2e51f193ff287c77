"""The rules of registration and of the effort groups: below, at and above each edge."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.cases.rules import eligibility, profiling
from labour_exchange.cases.rules.ages import age_on, whole_months
from labour_exchange.cases.rules.eligibility import UnemployedFacts, refused_rules
from labour_exchange.cases.rules.profiling import ProfilingFacts, effort_group
from labour_exchange.cases.states import CaseState, CloseReason, EffortGroup
from labour_exchange.cases.texts import cases as texts
from labour_exchange.jobseekers.states import Sex

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)
FREE = UnemployedFacts(date(1990, 5, 17), Sex.FEMALE, has_open_placement=False, studies_full_time=False, draws_pension=False, available_on=TODAY)
ABLE = ProfilingFacts(date(1990, 5, 17), TODAY, education_level=4, experience_months=60, worked_until=TODAY, has_disability=False)


def years_ago(years: int, days: int = 0) -> date:
    return TODAY.replace(year=TODAY.year - years) + days * DAY


@pytest.mark.parametrize(
    ("since", "until", "months"),
    [
        (date(2026, 1, 31), date(2026, 2, 28), 0),
        (date(2026, 1, 31), date(2026, 3, 1), 1),
        (date(2026, 1, 15), date(2026, 2, 14), 0),
        (date(2026, 1, 15), date(2026, 2, 15), 1),
        (date(2026, 2, 15), date(2026, 1, 15), 0),
    ],
)
def test_a_month_is_full_on_the_same_day(since: date, until: date, months: int) -> None:
    assert whole_months(since, until) == months


def test_who_was_born_on_29_february_is_older_on_1_march() -> None:
    assert (age_on(date(2008, 2, 29), date(2026, 2, 28)), age_on(date(2008, 2, 29), date(2026, 3, 1))) == (17, 18)


@pytest.mark.parametrize(
    ("facts", "refused"),
    [
        ({}, []),
        ({"born_on": years_ago(16, days=1)}, ["old_enough"]),
        ({"born_on": years_ago(16)}, []),
        ({"born_on": years_ago(16, days=-1)}, []),
        ({"born_on": years_ago(61, days=1)}, []),
        ({"born_on": years_ago(61)}, ["no_pensioner"]),
        ({"born_on": years_ago(63, days=1), "sex": Sex.MALE}, []),
        ({"born_on": years_ago(63), "sex": Sex.MALE}, ["no_pensioner"]),
        ({"draws_pension": True}, ["no_pensioner"]),
        ({"has_open_placement": True}, ["no_work"]),
        ({"studies_full_time": True}, ["no_full_time_study"]),
        ({"available_on": TODAY + 13 * DAY}, []),
        ({"available_on": TODAY + 14 * DAY}, []),
        ({"available_on": TODAY + 15 * DAY}, ["can_start"]),
        ({"has_open_placement": True, "studies_full_time": True, "draws_pension": True}, ["no_pensioner", "no_work", "no_full_time_study"]),
    ],
)
def test_unemployed_status_is_refused_by_name(facts: dict[str, object], refused: list[str]) -> None:
    assert [rule.code for rule in refused_rules(replace(FREE, **facts), TODAY)] == refused  # type: ignore[arg-type]


def test_each_refusal_has_words_of_its_own() -> None:
    assert len({rule.refusal.code for rule in eligibility.RULES}) == len({rule.code for rule in eligibility.RULES}) == len(eligibility.RULES)


def months_ago(months: int, days: int = 0) -> date:
    whole = TODAY.year * 12 + TODAY.month - 1 - months
    return date(whole // 12, whole % 12 + 1, TODAY.day) + days * DAY


MUCH, SOME, NONE = EffortGroup.INTENSIVE, EffortGroup.SUPPORTED, EffortGroup.INDEPENDENT


@pytest.mark.parametrize(
    ("facts", "group", "codes"),
    [
        ({}, NONE, []),
        ({"registered_on": months_ago(3, days=1)}, NONE, []),
        ({"registered_on": months_ago(3)}, SOME, ["registered_3_months"]),
        ({"registered_on": months_ago(3, days=-1)}, SOME, ["registered_3_months"]),
        ({"registered_on": months_ago(12, days=1)}, SOME, ["registered_3_months"]),
        ({"registered_on": months_ago(12)}, MUCH, ["registered_12_months"]),
        ({"registered_on": months_ago(12, days=-1)}, MUCH, ["registered_12_months"]),
        ({"born_on": years_ago(50, days=1)}, NONE, []),
        ({"born_on": years_ago(50)}, SOME, ["aged_50"]),
        ({"born_on": years_ago(50), "registered_on": months_ago(6, days=1)}, SOME, ["registered_3_months", "aged_50"]),
        ({"born_on": years_ago(50), "registered_on": months_ago(6)}, MUCH, ["aged_50_registered_6_months"]),
        ({"born_on": years_ago(50, days=1), "registered_on": months_ago(6)}, SOME, ["registered_3_months"]),
        ({"has_disability": True}, SOME, ["disability"]),
        ({"has_disability": True, "registered_on": months_ago(6, days=1)}, SOME, ["registered_3_months", "disability"]),
        ({"has_disability": True, "registered_on": months_ago(6)}, MUCH, ["disability_registered_6_months"]),
        ({"education_level": 3, "experience_months": 11}, MUCH, ["no_vocation_no_experience"]),
        ({"education_level": 3, "experience_months": 12}, NONE, []),
        ({"education_level": 4, "experience_months": 11}, NONE, []),
        ({"education_level": None, "experience_months": 0}, MUCH, ["no_vocation_no_experience"]),
        ({"born_on": years_ago(25, days=1), "experience_months": 11}, SOME, ["under_25_little_experience"]),
        ({"born_on": years_ago(25), "experience_months": 11}, NONE, []),
        ({"born_on": years_ago(25, days=1), "experience_months": 12}, NONE, []),
        ({"worked_until": months_ago(24, days=1)}, NONE, []),
        ({"worked_until": months_ago(24)}, SOME, ["out_of_work_24_months"]),
        ({"worked_until": None}, NONE, []),
    ],
)
def test_each_condition_alone_puts_a_person_into_its_group(facts: dict[str, object], group: EffortGroup, codes: list[str]) -> None:
    decided = effort_group(replace(ABLE, **facts), TODAY)  # type: ignore[arg-type]
    assert (decided.group, list(decided.rule_codes)) == (group, codes)


@given(
    st.dates(date(1950, 1, 1), TODAY),
    st.dates(date(2015, 1, 1), TODAY),
    st.none() | st.integers(0, 8),
    st.integers(0, 500),
    st.booleans(),
    st.integers(0, 400),
)
def test_waiting_longer_never_means_less_help(born: date, since: date, level: int | None, experience: int, disabled: bool, later: int) -> None:
    order = list(EffortGroup)
    facts = replace(ABLE, born_on=born, education_level=level, experience_months=experience, has_disability=disabled)
    recent, long = (effort_group(replace(facts, registered_on=day), TODAY) for day in (since, since - later * DAY))
    assert order.index(long.group) >= order.index(recent.group)


def test_every_condition_and_every_value_has_words() -> None:
    assert set(texts.PROFILING_RULES) == {rule.code for rule in profiling.RULES}
    assert set(texts.EFFORT_GROUPS) == set(EffortGroup)
    assert set(texts.STATES) == set(CaseState)
    assert set(texts.CLOSE_REASONS) == set(CloseReason)
