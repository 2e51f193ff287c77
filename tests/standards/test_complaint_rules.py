"""Limits of a complaint: its words, until when it is filed and taken further, whom it names, and what the public reads of the figures."""

from datetime import date, timedelta

import pytest

from labour_exchange.standards.rules import complaints as rules
from labour_exchange.standards.rules.complaints import ComplaintFacts, ComplaintFigure, Counts
from labour_exchange.standards.states import CommitmentState, ComplaintChannel, ComplaintState, Remedy

TODAY = date(2026, 11, 27)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("length", "code"), [(0, "complaint_too_short"), (19, "complaint_too_short"), (20, ""), (2000, ""), (2001, "complaint_too_long")]
)
def test_what_happened_takes_from_20_to_2000_characters(length: int, code: str) -> None:
    assert [one.message.code for one in rules.text_errors("text", f"  {'a' * length}  ")] == [code] * bool(code)


def test_everything_that_is_wrong_is_named_at_once() -> None:
    facts = ComplaintFacts("short", Remedy.DEED, ComplaintChannel.LINK, paragraph=3, officer="a" * 101)
    assert [one.field for one in rules.problems(facts, 2)] == ["text", "paragraph", "officer"]
    fine = ComplaintFacts("a" * 20, Remedy.DEED, ComplaintChannel.LINK, paragraph=2, officer="a" * 100)
    assert rules.problems(fine, 2) == []


@pytest.mark.parametrize(
    ("state", "done_ago", "may"),
    [("kept", 90, True), ("kept", 91, False), ("breached", None, True), ("open", None, False), ("lapsed", None, False)],
)
def test_a_service_is_complained_about_for_90_days(state: str, done_ago: int | None, may: bool) -> None:
    done_on = TODAY - done_ago * DAY if done_ago is not None else None
    assert rules.may_be_complained_about(CommitmentState(state), TODAY - 90 * DAY, done_on, TODAY) is may


def test_a_broken_promise_is_complained_about_for_90_days_from_its_day() -> None:
    assert not rules.may_be_complained_about(CommitmentState.BREACHED, TODAY - 91 * DAY, None, TODAY)


def test_the_answer_is_due_after_working_days_of_the_country() -> None:
    assert rules.answer_due_on(date(2026, 11, 27), 15) == date(2026, 12, 21), "three weekends, and the 16th of December is a holiday"


@pytest.mark.parametrize(
    ("state", "due_ago", "answered_ago", "may"),
    [
        ("filed", 0, None, False),
        ("filed", 1, None, True),
        ("answered", 0, 30, True),
        ("answered", 0, 31, False),
        ("escalated", 5, 1, False),
        ("decided", 5, 1, False),
        ("withdrawn", 5, None, False),
    ],
)
def test_it_is_taken_further_within_30_days_or_when_the_office_is_late(state: str, due_ago: int, answered_ago: int | None, may: bool) -> None:
    answered_on = TODAY - answered_ago * DAY if answered_ago is not None else None
    assert rules.may_be_escalated(ComplaintState(state), TODAY - due_ago * DAY, answered_on, TODAY) is may


@pytest.mark.parametrize(
    ("typed", "display_name", "is_named"),
    [
        ("Officer Abaeva, second floor", "Abaeva Dina", True),
        ("ABAEVA.", "abaeva dina", True),
        ("Семёнов", "Семенов Олег", True),
        ("the one at the window", "Abaeva Dina", False),
        ("Li", "Li Anna", False),
        ("Anna", "Li Anna", True),
        ("", "Abaeva Dina", False),
    ],
)
def test_one_word_of_the_name_is_enough(typed: str, display_name: str, is_named: bool) -> None:
    assert rules.names(typed, display_name) is is_named


def test_fewer_than_five_complaints_are_withheld_whole() -> None:
    assert rules.shown(Counts(4, 4, 4, 0, 1000), 3.0) == ComplaintFigure()
    assert rules.shown(Counts(5, 5, 5, 0, 1000), 3.0) == ComplaintFigure(5, 5.0, 0.0, 1.0, 3.0)


def test_a_share_with_a_few_on_either_side_is_withheld() -> None:
    told = rules.shown(Counts(12, 10, 9, 4, 3000), 3.0)
    assert (told.complaints, told.per_thousand, told.justified, told.in_time) == (12, 4.0, None, None)
    assert rules.shown(Counts(12, 10, 7, 5, 3000), 3.0).justified == 0.5
    assert rules.shown(Counts(6, 4, 0, 0, 3000), 3.0).median_days is None


def test_how_many_for_a_thousand_is_told_only_beside_how_many_services() -> None:
    assert rules.shown(Counts(5, 0, 0, 0, 4), None).per_thousand is None
    assert rules.whole(Counts(5, 0, 0, 0, 4), None).per_thousand == 1250
    assert rules.whole(Counts(0, 0, 0, 0, 0), None) == ComplaintFigure(0, None, None, None, None)


def test_the_sum_of_all_offices_does_not_give_a_single_one_away() -> None:
    few, many = Counts(2, 2, 2, 1, 100), Counts(20, 20, 20, 0, 900)
    assert rules.national([few, many], 1000) == ComplaintFigure(), "the line of the one would be 22 less 20"
    told = rules.national([many, many], None)
    assert (told.complaints, told.per_thousand, told.justified, told.in_time) == (40, None, 0.0, 1.0)
    assert rules.national([many, many], 1800).per_thousand == pytest.approx(22.2, abs=0.1)
