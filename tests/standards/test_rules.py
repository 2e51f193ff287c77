"""What a draft must say, when it may be discussed and approved, when promises are due, and what the public reads, edge by edge."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.standards.rules import drafting, promises
from labour_exchange.standards.rules.difference import Mark, difference
from labour_exchange.standards.rules.drafting import Discussion
from labour_exchange.standards.states import CommitmentState, VersionState
from tests.factories.standards import draft_facts

TODAY = date(2026, 11, 26)
DAY = timedelta(days=1)
WORDS = st.lists(st.sampled_from(["a", "b", "c", "d e", "f g h"]), max_size=8)


def problems_of(**changes: object) -> list[tuple[str, str]]:
    facts = draft_facts()
    changed = drafting.DraftFacts(**{name: changes.get(name, getattr(facts, name)) for name in facts.__slots__})
    return [(one.field, one.message.code) for one in drafting.problems(changed)]


def test_a_whole_draft_has_no_problem() -> None:
    assert problems_of() == []


@pytest.mark.parametrize(("days", "is_right"), [(None, False), (0, False), (1, True), (250, True), (251, False)])
def test_term(days: int | None, is_right: bool) -> None:
    assert problems_of(term_days=days) == ([] if is_right else [("term_days", "term_wrong")])


@pytest.mark.parametrize(("days", "is_right"), [(0, False), (1, True), (15, True), (30, True), (31, False), (None, False)])
def test_complaints_are_answered_within_30_working_days_at_most(days: int | None, is_right: bool) -> None:
    assert problems_of(complaint_days=days) == ([] if is_right else [("complaint_days", "term_wrong")])


def test_words_in_each_language_and_as_many_paragraphs() -> None:
    assert problems_of(title={"kk": "a", "ru": " ", "en": "b"}) == [("title_ru", "words_missing")]
    assert problems_of(paragraphs={"kk": "a\n\nb", "ru": "a", "en": "a\n\nb"}) == [("paragraphs_kk", "paragraphs_unequal")]
    many = "\n\n".join(["a"] * 61)
    assert problems_of(paragraphs={"kk": many, "ru": many, "en": many}) == [("paragraphs_kk", "paragraphs_too_many")]


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert drafting.parted("  one\n line \n\n\n two\n") == ["one line", "two"]
    assert drafting.parted(" \n\n ") == []


@pytest.mark.parametrize(("days", "is_right"), [(9, False), (10, True), (90, True), (91, False)])
def test_closing_day(days: int, is_right: bool) -> None:
    assert (drafting.closing_day_problem(TODAY + timedelta(days=days), TODAY) is None) is is_right


@pytest.mark.parametrize(("until", "takes"), [(TODAY - DAY, False), (TODAY, True), (TODAY + DAY, True), (None, False)])
def test_remarks_are_taken_until_the_closing_day_and_the_text_rests_meanwhile(until: date | None, takes: bool) -> None:
    assert drafting.takes_remarks(VersionState.DISCUSSION, until, TODAY) is takes
    assert drafting.may_be_written(VersionState.DISCUSSION, until, TODAY) is not takes
    assert not drafting.takes_remarks(VersionState.APPROVED, until, TODAY)
    assert not drafting.may_be_written(VersionState.APPROVED, until, TODAY)


OBSTACLES = [
    (Discussion(), TODAY, True, ["still_discussed"]),
    (Discussion(), TODAY - DAY, True, []),
    (Discussion(), TODAY - DAY, False, ["not_reported"]),
    (Discussion(waiting=1, published=2, unanswered=1), TODAY - DAY, False, ["not_moderated", "not_answered", "not_reported"]),
    (Discussion(published=2, duplicates=1, refused=1, taken=1), TODAY - DAY, True, []),
]


@pytest.mark.parametrize(("found", "until", "has_report", "codes"), OBSTACLES)
def test_obstacles(found: Discussion, until: date, has_report: bool, codes: list[str]) -> None:
    assert [one.code for one in drafting.obstacles(found, until_on=until, has_report=has_report, today=TODAY)] == codes


def test_difference_names_what_changed() -> None:
    found = difference(["one two three", "gone", "last"], ["one 2 three", "last", "new"])
    assert [(one.old_number, one.new_number, one.is_changed) for one in found] == [(1, 1, True), (2, None, True), (3, 2, False), (None, 3, True)]
    assert [(piece.mark, piece.words) for piece in found[0].pieces] == [
        (Mark.SAME, "one"),
        (Mark.REMOVED, "two"),
        (Mark.ADDED, "2"),
        (Mark.SAME, "three"),
    ]


@given(WORDS, WORDS)
def test_difference_loses_no_word_of_either_side(old: list[str], new: list[str]) -> None:
    found = difference(old, new)
    for mark, side, place in ((Mark.ADDED, old, "old_number"), (Mark.REMOVED, new, "new_number")):
        kept = [" ".join(piece.words for piece in one.pieces if piece.mark is not mark) for one in found if getattr(one, place)]
        assert kept == side
        assert [getattr(one, place) for one in found if getattr(one, place)] == list(range(1, len(side) + 1))


@pytest.mark.parametrize(
    ("day", "term", "due"),
    [
        (date(2026, 11, 26), 1, date(2026, 11, 27)),  # Thursday to Friday.
        (date(2026, 11, 27), 1, date(2026, 11, 30)),  # Friday to Monday.
        (date(2026, 11, 28), 1, date(2026, 11, 30)),  # Saturday to Monday.
        (date(2026, 12, 15), 1, date(2026, 12, 17)),  # Over the day of independence.
        (date(2026, 11, 26), 10, date(2026, 12, 10)),
    ],
)
def test_due_on_counts_working_days(day: date, term: int, due: date) -> None:
    assert promises.due_on(day, term) == due
    assert promises.days_used(day, due) == term


@given(st.dates(date(2024, 1, 1), date(2027, 12, 31)), st.integers(1, 40))
def test_days_used_is_the_inverse_of_due_on(day: date, term: int) -> None:
    assert promises.days_used(day, promises.due_on(day, term)) == term


STANDINGS = [
    (TODAY, None, CommitmentState.KEPT),
    (TODAY - DAY, None, CommitmentState.KEPT),
    (TODAY + DAY, None, CommitmentState.OPEN),
    (None, None, CommitmentState.OPEN),
    (None, TODAY, CommitmentState.LAPSED),
    (TODAY, TODAY, CommitmentState.KEPT),
    (None, TODAY + DAY, CommitmentState.OPEN),
]


@pytest.mark.parametrize(("done", "lapsed", "state"), STANDINGS)
def test_standing_on_the_due_day(done: date | None, lapsed: date | None, state: CommitmentState) -> None:
    assert promises.standing(TODAY, done, lapsed, TODAY) is state


def test_a_broken_promise_stays_broken() -> None:
    assert promises.standing(TODAY, None, None, TODAY + DAY) is CommitmentState.BREACHED
    assert promises.standing(TODAY, TODAY + DAY, None, TODAY + DAY) is CommitmentState.BREACHED
    assert promises.standing(TODAY, None, TODAY + DAY, TODAY + DAY) is CommitmentState.BREACHED


@pytest.mark.parametrize(("due", "is_warned"), [(TODAY, True), (date(2026, 11, 27), True), (date(2026, 11, 30), False)])
def test_the_office_is_warned_a_working_day_before(due: date, is_warned: bool) -> None:
    assert (due <= promises.last_warned_day(TODAY)) is is_warned


@pytest.mark.parametrize(("days", "may"), [(None, True), (29, False), (30, True)])
def test_nobody_is_asked_twice_within_thirty_days(days: int | None, may: bool) -> None:
    last = None if days is None else TODAY - timedelta(days=days)
    assert promises.may_be_asked(last, TODAY) is may


@pytest.mark.parametrize(
    ("kept", "breached", "share"), [(4, 0, None), (5, 0, 1.0), (0, 5, 0.0), (96, 4, None), (95, 5, 0.95), (4, 96, None), (2, 2, None)]
)
def test_a_few_people_are_withheld_and_so_is_what_gives_them_away(kept: int, breached: int, share: float | None) -> None:
    assert promises.share_kept(kept, breached) == share


@pytest.mark.parametrize(
    ("kept", "breached", "bounds"),
    [(96, 4, (0.96, None)), (4, 96, (None, 0.04)), (4, 0, (None, None)), (5, 5, (None, None)), (5, 0, (None, None)), (3, 3, (2 / 6, 4 / 6))],
)
def test_a_withheld_share_has_the_bounds_that_the_rule_gives_away(kept: int, breached: int, bounds: tuple[float | None, float | None]) -> None:
    assert promises.bounds_of_share(kept, breached) == bounds


def test_middle_nine_in_ten_and_quarters() -> None:
    assert (promises.middle([]), promises.nine_in_ten([])) == (None, None)
    assert (promises.middle([3, 1, 2, 2]), promises.nine_in_ten(list(range(1, 11)))) == (2.0, 9.0)
    assert promises.nine_in_ten([7]) == 7.0
    assert [promises.quarter_of(date(2026, month, 28)).month for month in (1, 3, 4, 9, 12)] == [1, 1, 4, 7, 10]
    assert (promises.quarter_before(date(2026, 1, 1)), promises.quarter_after(date(2025, 10, 1))) == (date(2025, 10, 1), date(2026, 1, 1))
    assert (promises.mean_points(4, 20), promises.mean_points(5, 20)) == (None, 4.0)
