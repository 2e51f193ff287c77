"""The schedule of a microcredit adds up to the tenge, and a credit is late from the day after a month was due."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as some

from labour_exchange.programmes.businesses.rules import PlanFacts, plan_errors, repayment_schedule, standing_on
from labour_exchange.programmes.rules.details import wrong_details
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import MeasureKind

PAID_ON = date(2026, 1, 31)


def test_equal_parts_interest_on_what_is_owed_and_grace() -> None:
    found = repayment_schedule(1_000_000, 5, 600, 2, PAID_ON)
    assert [(one.due_on, one.principal, one.interest) for one in found] == [
        (date(2026, 2, 28), 0, 5_000),
        (date(2026, 3, 31), 0, 5_000),
        (date(2026, 4, 30), 333_333, 5_000),
        (date(2026, 5, 31), 333_333, 3_333),
        (date(2026, 6, 30), 333_334, 1_667),
    ]


@given(
    amount=some.integers(1, 10**9),
    months=some.integers(1, 120),
    grace=some.integers(0, 119),
    interest=some.integers(0, 10_000),
    paid_on=some.dates(date(2011, 1, 1), date(2035, 12, 31)),
)
def test_every_schedule_adds_up(amount: int, months: int, grace: int, interest: int, paid_on: date) -> None:
    grace = min(grace, months - 1)
    found = repayment_schedule(amount, months, interest, grace, paid_on)
    assert sum(one.principal for one in found) == amount
    assert [one.due_on for one in found] == [months_later(paid_on, number) for number in range(1, months + 1)]
    parts = [one.principal for one in found[grace:]]
    assert max(parts) - min(parts) <= 1
    assert all(one.principal == 0 for one in found[:grace])
    assert all(later.interest <= earlier.interest for earlier, later in zip(found, found[1:], strict=False))


@pytest.mark.parametrize(("months", "grace"), [(1, 1), (12, 12), (12, 13), (0, 0)])
def test_without_a_month_for_the_principal_there_is_no_schedule(months: int, grace: int) -> None:
    with pytest.raises(ValueError, match="no schedule"):
        repayment_schedule(100, months, 0, grace, PAID_ON)


@pytest.mark.parametrize(
    ("day", "received", "due", "late"),
    [
        (date(2026, 2, 28), 0, 0, 0),
        (date(2026, 3, 1), 0, 100, 1),
        (date(2026, 3, 1), 99, 100, 1),
        (date(2026, 3, 1), 100, 100, 0),
        (date(2026, 4, 1), 0, 200, 32),
        (date(2026, 4, 1), 100, 200, 1),
        (date(2026, 4, 1), 200, 200, 0),
        (date(2027, 1, 1), 300, 300, 0),
    ],
)
def test_how_late_it_is(day: date, received: int, due: int, late: int) -> None:
    found = standing_on(repayment_schedule(300, 3, 0, 0, PAID_ON), received, day)
    assert (found.due, found.days_late, found.left, found.overdue) == (due, late, 300 - received, max(due - received, 0))


@given(received=some.integers(0, 330), days=some.integers(0, 200))
def test_paying_more_never_makes_it_later(received: int, days: int) -> None:
    planned, day = repayment_schedule(300, 3, 1_200, 0, PAID_ON), PAID_ON + timedelta(days=days)
    assert standing_on(planned, received + 1, day).days_late <= standing_on(planned, received, day).days_late


RIGHT = PlanFacts("A bakery", 1_000, 0, 1, 12)


@pytest.mark.parametrize(
    ("plan", "fields"),
    [
        (RIGHT, []),
        (PlanFacts(" ", 0, -1, 0, 0), ["purpose", "asked", "own_share", "jobs_planned", "months"]),
        (PlanFacts("x" * 1_000, 1_000, 0, 1, 24), []),
        (PlanFacts("x" * 1_001, 1_001, 0, 1, 25), ["purpose", "asked", "months"]),
    ],
)
def test_a_plan_says_everything_that_is_wrong(plan: PlanFacts, fields: list[str]) -> None:
    assert [one.field for one in plan_errors(plan, most_amount=1_000, most_months=24)] == fields


@pytest.mark.parametrize(
    ("kind", "details", "wrong"),
    [
        (MeasureKind.MICROCREDIT, {}, []),
        (MeasureKind.MICROCREDIT, {"interest": 10_000, "grace_months": 11}, []),
        (MeasureKind.MICROCREDIT, {"interest": 10_001, "grace_months": 12}, ["interest", "grace_months"]),
        (MeasureKind.MICROCREDIT, {"receiving": ["KZ-59"]}, ["receiving"]),
        (MeasureKind.RELOCATION, {}, ["receiving"]),
        (MeasureKind.RELOCATION, {"receiving": ["KZ-59"], "moving_each": 0, "housing_most": 0}, []),
        (MeasureKind.RELOCATION, {"receiving": ["KZ-99"], "moving_each": -1, "housing_most": -1}, ["receiving", "moving_each", "housing_most"]),
        (MeasureKind.TRAINING, {"interest": 1}, ["interest"]),
    ],
)
def test_details_belong_to_their_kind(kind: MeasureKind, details: dict[str, object], wrong: list[str]) -> None:
    assert wrong_details(details, kind, 12) == wrong
