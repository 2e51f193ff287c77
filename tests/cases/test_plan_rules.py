"""What a plan must say: at, below and above each edge."""

from datetime import date, timedelta

import pytest

from labour_exchange.cases.rules.plans import FURTHEST, LONGEST_GOALS, LONGEST_WHAT, StepFacts, goal_problems, step_problems
from labour_exchange.cases.states import Doer

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("goals", "said"),
    [("  ", ["goals_missing"]), ("Work", []), ("w" * LONGEST_GOALS + " ", []), ("w" * (LONGEST_GOALS + 1), ["goals_too_long"])],
)
def test_goals(goals: str, said: list[str]) -> None:
    assert [one.message.code for one in goal_problems(goals)] == said


@pytest.mark.parametrize(
    ("what", "due_on", "said"),
    [
        ("", None, ["what_missing", "due_missing"]),
        ("Learn", TODAY - DAY, ["due_past"]),
        ("Learn", TODAY, []),
        ("w" * LONGEST_WHAT, TODAY + FURTHEST, []),
        ("w" * (LONGEST_WHAT + 1), TODAY + FURTHEST + DAY, ["what_too_long", "due_beyond"]),
    ],
)
def test_steps(what: str, due_on: date | None, said: list[str]) -> None:
    assert [one.message.code for one in step_problems(StepFacts(what, Doer.PERSON, due_on), TODAY)] == said


def test_a_day_that_passed_may_stay_but_not_be_chosen() -> None:
    late = StepFacts("Learn", Doer.OFFICE, TODAY - DAY)
    assert step_problems(late, TODAY, was_due_on=TODAY - DAY) == []
    assert [one.message.code for one in step_problems(late, TODAY, was_due_on=TODAY - 2 * DAY)] == ["due_past"]
