"""What an individual plan and its steps must say."""

from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.cases.states import Doer
from labour_exchange.cases.texts import cases as case_texts
from labour_exchange.cases.texts import plans as texts
from labour_exchange.foundation.errors import FieldError

LONGEST_GOALS = 2000
LONGEST_WHAT = 500
FURTHEST = timedelta(days=366)


@dataclass(frozen=True, slots=True)
class StepFacts:
    """One step as an officer writes it."""

    what: str
    doer: Doer
    due_on: date | None


def goal_problems(goals: str) -> list[FieldError]:
    """What is wrong with the goals."""
    written = goals.strip()
    if not written:
        return [FieldError("goals", texts.GOALS_MISSING)]
    if len(written) > LONGEST_GOALS:
        return [FieldError("goals", texts.GOALS_TOO_LONG, {"most": LONGEST_GOALS})]
    return []


def step_problems(facts: StepFacts, today: date, *, was_due_on: date | None = None) -> list[FieldError]:
    """Everything that is wrong with a step at once; the day that it had before may stay, though it be past."""
    found = []
    written = facts.what.strip()
    if not written:
        found.append(FieldError("what", texts.WHAT_MISSING))
    elif len(written) > LONGEST_WHAT:
        found.append(FieldError("what", texts.WHAT_TOO_LONG, {"most": LONGEST_WHAT}))
    if facts.due_on is None:
        found.append(FieldError("due_on", case_texts.DUE_MISSING))
    elif facts.due_on < today and facts.due_on != was_due_on:
        found.append(FieldError("due_on", case_texts.DUE_PAST))
    elif facts.due_on > today + FURTHEST:
        found.append(FieldError("due_on", texts.DUE_BEYOND))
    return found
