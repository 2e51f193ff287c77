"""What a case must say, and where it stands, at the edges."""

from datetime import date, timedelta

import pytest

from labour_exchange.cases.rules import FURTHEST, LONGEST_STEP, CaseFacts, problems, standing
from labour_exchange.cases.states import CASE_LIFECYCLE, CaseState, Standing
from labour_exchange.foundation.errors import Conflict

TODAY = date(2026, 11, 28)
DAY = timedelta(days=1)


@pytest.mark.parametrize(
    ("facts", "wrong"),
    [
        (CaseFacts("Bring the diploma", TODAY), []),
        (CaseFacts("Bring the diploma", TODAY - DAY), ["due_past"]),
        (CaseFacts("Bring the diploma", TODAY + FURTHEST), []),
        (CaseFacts("Bring the diploma", TODAY + FURTHEST + DAY), ["due_too_far"]),
        (CaseFacts("x" * LONGEST_STEP, TODAY), []),
        (CaseFacts("x" * (LONGEST_STEP + 1), TODAY), ["step_too_long"]),
        (CaseFacts("  ", None), ["step_missing", "due_missing"]),
    ],
)
def test_everything_wrong_is_named_at_once(facts: CaseFacts, wrong: list[str]) -> None:
    assert [one.message.code for one in problems(facts, TODAY)] == wrong


@pytest.mark.parametrize(
    ("state", "due_on", "where"),
    [
        (CaseState.OPEN, TODAY - DAY, Standing.OVERDUE),
        (CaseState.OPEN, TODAY, Standing.DUE_TODAY),
        (CaseState.OPEN, TODAY + DAY, Standing.LATER),
        (CaseState.WAITING_FOR_PERSON, TODAY - DAY, Standing.OVERDUE),
        (CaseState.WAITING_FOR_PERSON, TODAY, Standing.WAITING),
        (CaseState.WAITING_FOR_PERSON, TODAY + DAY, Standing.WAITING),
        (CaseState.CLOSED, TODAY - DAY, None),
    ],
)
def test_where_a_case_stands(state: CaseState, due_on: date, where: Standing | None) -> None:
    assert standing(state, due_on, TODAY) is where


@pytest.mark.parametrize("action", ["wait", "resume", "close"])
def test_a_closed_case_stays_closed(action: str) -> None:
    with pytest.raises(Conflict):
        CASE_LIFECYCLE.after(CaseState.CLOSED, action)
