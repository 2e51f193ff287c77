"""What a contact and an appointment must say: at, below and above each edge."""

from datetime import UTC, date, datetime, timedelta

import pytest

from labour_exchange.cases.rules.meetings import FURTHEST, LONGEST_WORDS, ContactFacts, Slot, contact_problems, slot_problems
from labour_exchange.cases.states import ContactChannel

NOW = datetime(2026, 11, 28, 9, 0, tzinfo=UTC)
TODAY = date(2026, 11, 28)
OPENED = TODAY - timedelta(days=5)
DAY, MOMENT = timedelta(days=1), timedelta(seconds=1)


@pytest.mark.parametrize(
    ("held_on", "words", "said"),
    [
        (None, " ", ["day_missing", "purpose_missing", "result_missing"]),
        (TODAY, "w" * LONGEST_WORDS, []),
        (TODAY + DAY, "w", ["contact_later"]),
        (OPENED, "w", []),
        (OPENED - DAY, "w" * (LONGEST_WORDS + 1), ["contact_before_case", "too_long", "too_long"]),
    ],
)
def test_contacts(held_on: date | None, words: str, said: list[str]) -> None:
    found = contact_problems(ContactFacts(held_on, ContactChannel.PHONE, words, words), OPENED, TODAY)
    assert [one.message.code for one in found] == said


@pytest.mark.parametrize(
    ("next_step", "due_on", "said"),
    [
        ("", None, []),
        ("w", None, []),
        ("w", TODAY, []),
        (" ", TODAY, ["step_missing"]),
        ("w", TODAY - DAY, ["due_past"]),
        ("w", TODAY + timedelta(days=183), []),
        ("w" * (LONGEST_WORDS + 1), TODAY + timedelta(days=184), ["step_too_long", "due_too_far"]),
    ],
)
def test_with_a_day_what_is_next_has_to_be_a_next_step(next_step: str, due_on: date | None, said: list[str]) -> None:
    found = contact_problems(ContactFacts(TODAY, ContactChannel.PHONE, "w", "w", next_step, due_on), OPENED, TODAY)
    assert [one.message.code for one in found] == said


@pytest.mark.parametrize(
    ("starts_at", "words", "said"),
    [
        (None, "", ["time_missing", "place_missing", "purpose_missing"]),
        (NOW, "w", ["time_past"]),
        (NOW + MOMENT, "w", []),
        (NOW + FURTHEST, "w", []),
        (NOW + FURTHEST + MOMENT, "w", ["time_too_far"]),
    ],
)
def test_slots(starts_at: datetime | None, words: str, said: list[str]) -> None:
    assert [one.message.code for one in slot_problems(Slot(starts_at, 30, words, words), NOW)] == said
