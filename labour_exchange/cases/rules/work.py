"""What a case must say, and where it stands in the queue."""

from dataclasses import dataclass
from datetime import date, timedelta

from labour_exchange.cases.states import CaseState, Standing
from labour_exchange.cases.texts import cases as texts
from labour_exchange.foundation.errors import FieldError

LONGEST_STEP = 1000
LONGEST_REASON = 500
FURTHEST = timedelta(days=183)
"""A case that nobody looks at for half a year is not worked on."""


@dataclass(frozen=True, slots=True)
class CaseFacts:
    """What an officer writes into a case: the next step, which the person reads too, and the day it is due."""

    next_step: str
    due_on: date | None


def problems(facts: CaseFacts, today: date) -> list[FieldError]:
    """Everything that is wrong with them at once."""
    found = []
    if not facts.next_step.strip():
        found.append(FieldError("next_step", texts.STEP_MISSING))
    elif len(facts.next_step.strip()) > LONGEST_STEP:
        found.append(FieldError("next_step", texts.STEP_TOO_LONG, {"most": LONGEST_STEP}))
    if facts.due_on is None:
        found.append(FieldError("due_on", texts.DUE_MISSING))
    elif facts.due_on < today:
        found.append(FieldError("due_on", texts.DUE_PAST))
    elif facts.due_on > today + FURTHEST:
        found.append(FieldError("due_on", texts.DUE_TOO_FAR))
    return found


def standing(state: CaseState, due_on: date, today: date) -> Standing | None:
    """Where the case stands today; None once it is closed. Whoever waits for a person past the day has to act: that is overdue too."""
    if state is CaseState.CLOSED:
        return None
    if due_on < today:
        return Standing.OVERDUE
    if state is CaseState.WAITING_FOR_PERSON:
        return Standing.WAITING
    return Standing.DUE_TODAY if due_on == today else Standing.LATER
