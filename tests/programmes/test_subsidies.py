"""The monthly schedule of a subsidy: falling rates, caps, part months by days, and the month in which the rate changes."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.programmes.rules.subsidies import RatePeriod, due_for_month, months_later, rate_mistakes, schedule

FALLING = (RatePeriod(6, 50, 26_000), RatePeriod(3, 30, 15_600), RatePeriod(3, 15, 7_800))


@pytest.mark.parametrize(
    ("day", "months", "later"),
    [
        (date(2012, 1, 31), 1, date(2012, 2, 29)),
        (date(2011, 1, 31), 1, date(2011, 2, 28)),
        (date(2012, 11, 15), 2, date(2013, 1, 15)),
        (date(2012, 12, 1), 12, date(2013, 12, 1)),
    ],
)
def test_months_later(day: date, months: int, later: date) -> None:
    assert months_later(day, months) == later


@pytest.mark.parametrize(("pay", "amount"), [(51_999, 26_000), (52_000, 26_000), (52_001, 26_000), (40_000, 20_000), (40_001, 20_001), (0, 0)])
def test_a_share_of_pay_until_the_cap(pay: int, amount: int) -> None:
    assert schedule(date(2012, 4, 1), date(2012, 4, 30), pay, FALLING)[0].amount == amount


def test_a_year_from_the_first_of_a_month_falls_twice() -> None:
    planned = schedule(date(2012, 1, 1), date(2012, 12, 31), 100_000, FALLING)
    assert [one.amount for one in planned] == [26_000] * 6 + [15_600] * 3 + [7_800] * 3
    assert sum(one.amount for one in planned) == 226_200


def test_the_month_in_which_the_rate_changes_is_split_by_days() -> None:
    planned = schedule(date(2012, 1, 16), date(2013, 1, 15), 100_000, FALLING)
    july = [one for one in planned if one.month == date(2012, 7, 1)]
    assert [(one.starts_on.day, one.ends_on.day, one.share) for one in july] == [(1, 15, 50), (16, 31, 30)]
    assert [one.amount for one in july] == [12_581, 8_052]  # 26,000 x 15/31 and 15,600 x 16/31, halves up.
    assert (planned[0].starts_on, planned[0].amount) == (date(2012, 1, 16), 13_419)
    assert (planned[-1].ends_on, planned[-1].amount) == (date(2013, 1, 15), 3_774)


def test_nothing_after_the_last_period_and_nothing_after_the_end() -> None:
    assert schedule(date(2012, 1, 1), date(2014, 12, 31), 100_000, FALLING)[-1].ends_on == date(2012, 12, 31)
    assert schedule(date(2012, 1, 1), date(2012, 2, 10), 100_000, FALLING)[-1].ends_on == date(2012, 2, 10)
    assert schedule(date(2012, 2, 1), date(2012, 1, 31), 100_000, FALLING) == ()


@pytest.mark.parametrize(
    ("since", "until", "due"),
    [
        (date(2012, 4, 1), date(2012, 4, 30), 26_000),
        (date(2012, 3, 20), date(2012, 5, 3), 26_000),
        (date(2012, 4, 1), date(2012, 4, 15), 13_000),
        (date(2012, 4, 30), date(2012, 4, 30), 867),
        (date(2012, 5, 1), date(2012, 5, 2), 0),
    ],
)
def test_a_month_that_was_worked_in_part_is_paid_in_part(since: date, until: date, due: int) -> None:
    planned = schedule(date(2012, 1, 1), date(2012, 12, 31), 100_000, FALLING)
    assert due_for_month(planned, date(2012, 4, 1), since, until) == due


@pytest.mark.parametrize(
    ("periods", "most", "wrong"),
    [
        (FALLING, 12, ()),
        (FALLING, 11, ("months",)),
        ((RatePeriod(0, 50, 1),), 12, ("months",)),
        ((RatePeriod(1, 100, 0),), 12, ()),
        ((RatePeriod(1, 101, 0),), 12, ("share",)),
        ((RatePeriod(1, 30, 5), RatePeriod(1, 31, 5)), 12, ("share",)),
        ((RatePeriod(1, 30, -1),), 12, ("cap",)),
    ],
)
def test_a_rate_that_cannot_be_so_is_named(periods: tuple[RatePeriod, ...], most: int, wrong: tuple[str, ...]) -> None:
    assert rate_mistakes(periods, most) == wrong


DAYS = st.dates(date(2011, 1, 1), date(2018, 12, 31))


@given(DAYS, st.integers(0, 500), st.integers(0, 400_000))
def test_parts_follow_one_another_without_a_gap_and_never_pass_the_cap(start: date, length: int, pay: int) -> None:
    end = start + timedelta(days=length)
    planned = schedule(start, end, pay, FALLING)
    assert planned[0].starts_on == start
    assert planned[-1].ends_on == min(end, months_later(start, 12) - timedelta(days=1))
    for before, after in zip(planned, planned[1:], strict=False):
        assert after.starts_on == before.ends_on + timedelta(days=1)
    for one in planned:
        assert one.starts_on.month == one.ends_on.month
        assert 0 <= one.amount <= one.cap
    for month in {one.month for one in planned}:
        whole = sum(one.amount for one in planned if one.month == month)
        assert due_for_month(planned, month, start, end) == whole


@given(DAYS, st.integers(0, 400), st.integers(1, 400_000))
def test_working_longer_never_pays_less(start: date, length: int, pay: int) -> None:
    end = start + timedelta(days=length)
    shorter = sum(one.amount for one in schedule(start, end, pay, FALLING))
    assert shorter <= sum(one.amount for one in schedule(start, end + timedelta(days=1), pay, FALLING))
