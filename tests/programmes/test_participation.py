"""Pure rules of taking part: which month can be claimed, when contributions have stopped, what counts as attended."""

from datetime import date, timedelta

import pytest

from labour_exchange.programmes.rules.participation import first_month_without_contribution, has_attended_enough, may_be_claimed, may_be_outcome

START, END = date(2026, 1, 16), date(2026, 7, 15)
JANUARY, FEBRUARY, MARCH = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("month", "today", "is_right"),
    [
        (JANUARY, date(2026, 2, 1), True),
        (JANUARY, date(2026, 1, 31), False),
        (date(2025, 12, 1), date(2026, 8, 1), False),
        (date(2026, 7, 1), date(2026, 8, 1), True),
        (date(2026, 8, 1), date(2026, 9, 1), False),
        (date(2026, 2, 2), date(2026, 8, 1), False),
    ],
)
def test_a_month_of_the_job_that_is_over_can_be_claimed(month: date, today: date, is_right: bool) -> None:
    assert may_be_claimed(month, START, END, today) is is_right


@pytest.mark.parametrize(
    ("seen", "today", "missing"),
    [
        ((), date(2026, 4, 1), None),  # 31 January and 60 days: not later than 1 April.
        ((), date(2026, 4, 2), JANUARY),
        ((JANUARY,), date(2026, 4, 28), None),
        ((JANUARY,), date(2026, 4, 29), None),
        ((JANUARY,), date(2026, 4, 30), FEBRUARY),
        ((JANUARY, MARCH), date(2027, 1, 1), FEBRUARY),
    ],
)
def test_contributions_have_stopped_sixty_days_after_a_month_without(seen: tuple[date, ...], today: date, missing: date | None) -> None:
    assert first_month_without_contribution(START, END, set(seen), today) == missing


def test_a_job_with_every_contribution_never_stops() -> None:
    months = {date(2026, month, 1) for month in range(1, 8)}
    assert first_month_without_contribution(START, END, months, END + timedelta(days=900)) is None


@pytest.mark.parametrize(
    ("weeks", "is_enough"), [([(40, 30)], True), ([(40, 29)], False), ([(40, 40), (40, 20)], True), ([(40, 40), (40, 19)], False), ([], False)]
)
def test_three_quarters_of_the_hours(weeks: list[tuple[int, int]], is_enough: bool) -> None:
    assert has_attended_enough(weeks) is is_enough


@pytest.mark.parametrize(
    ("placed_on", "is_right"),
    [
        (date(2026, 1, 9), False),
        (date(2026, 1, 10), True),
        (date(2026, 6, 30), True),
        (date(2027, 6, 30), True),
        (date(2027, 7, 1), False),
    ],
)
def test_an_outcome_begins_with_the_measure_or_within_a_year_after(placed_on: date, is_right: bool) -> None:
    assert may_be_outcome(placed_on, date(2026, 1, 10), date(2026, 6, 30)) is is_right
