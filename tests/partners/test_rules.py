"""Rules of follow-up partners, at, below and above each edge."""

from datetime import UTC, date, datetime, timedelta

import pytest

from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.partners.rules import (
    LONGEST_PURPOSE,
    LONGEST_REMARK,
    LONGEST_RETURN,
    PartnerContactFacts,
    ProposalFacts,
    contact_problems,
    last_day,
    meeting_problems,
    name_as_shown,
    proposal_problems,
    return_problems,
)
from labour_exchange.partners.states import ContactOutcome, NameShown

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)
NOW = datetime(2026, 11, 28, 6, tzinfo=UTC)


@pytest.mark.parametrize(
    ("until_on", "wrong"),
    [
        (None, ["until_missing"]),
        (TODAY - DAY, ["until_past"]),
        (TODAY, ["until_past"]),
        (TODAY + DAY, []),
        (date(2027, 11, 27), []),
        (date(2027, 11, 28), []),
        (date(2027, 11, 29), ["until_too_far"]),
    ],
)
def test_a_term_is_from_one_day_to_twelve_months(until_on: date | None, wrong: list[str]) -> None:
    assert [one.message.code for one in proposal_problems(ProposalFacts("Finds work", until_on, 1), TODAY)] == wrong


@pytest.mark.parametrize(
    ("today", "last"), [(date(2024, 2, 29), date(2025, 2, 28)), (date(2027, 2, 28), date(2028, 2, 28)), (date(2027, 3, 1), date(2028, 3, 1))]
)
def test_twelve_months_from_a_leap_day(today: date, last: date) -> None:
    assert last_day(today) == last


@pytest.mark.parametrize(
    ("purpose", "steps", "wrong"),
    [
        ("x" * LONGEST_PURPOSE, 1, []),
        ("x" * (LONGEST_PURPOSE + 1), 1, ["too_long"]),
        ("  ", 1, ["words_missing"]),
        ("Finds work", 0, ["steps_missing"]),
        ("", 0, ["words_missing", "steps_missing"]),
    ],
)
def test_a_proposal_says_what_for_and_which_steps(purpose: str, steps: int, wrong: list[str]) -> None:
    assert [one.message.code for one in proposal_problems(ProposalFacts(purpose, TODAY + DAY, steps), TODAY)] == wrong


@pytest.mark.parametrize(
    ("held_on", "remark", "wrong"),
    [
        (None, "", ["day_missing"]),
        (TODAY + DAY, "", ["day_later"]),
        (TODAY, "x" * LONGEST_REMARK, []),
        (TODAY, "x" * (LONGEST_REMARK + 1), ["too_long"]),
        (TODAY - 7 * DAY, "", []),
        (TODAY - 8 * DAY, "", ["day_before_consent"]),
    ],
)
def test_a_contact_is_since_the_consent(held_on: date | None, remark: str, wrong: list[str]) -> None:
    facts = PartnerContactFacts(held_on, ContactChannel.PHONE, ContactOutcome.AS_AGREED, remark)
    assert [one.message.code for one in contact_problems(facts, TODAY - 7 * DAY, TODAY)] == wrong


@pytest.mark.parametrize(("day", "wrong"), [(TODAY + DAY, []), (TODAY + 2 * DAY, []), (TODAY + 3 * DAY, ["meeting_too_late"])])
def test_a_meeting_is_within_the_term(day: date, wrong: list[str]) -> None:
    slot = Slot(NOW + (day - TODAY), 30, "Room 2", "The interview")
    assert [one.message.code for one in meeting_problems(slot, NOW, TODAY + 2 * DAY, day)] == wrong


@pytest.mark.parametrize(("reason", "wrong"), [("x" * LONGEST_RETURN, []), ("x" * (LONGEST_RETURN + 1), ["too_long"]), (" ", ["words_missing"])])
def test_what_is_given_back_says_why(reason: str, wrong: list[str]) -> None:
    assert [one.message.code for one in return_problems(reason)] == wrong


def test_the_name_is_as_the_person_chose() -> None:
    assert name_as_shown(NameShown.GIVEN, "Aigerim", "Serikova Aigerim") == "Aigerim"
    assert name_as_shown(NameShown.FULL, "Aigerim", "Serikova Aigerim") == "Serikova Aigerim"
