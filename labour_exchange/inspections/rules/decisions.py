"""When a decision may be prepared, what each one does to subsidy and figures, and what is wrong with what was typed."""

from datetime import date

from labour_exchange.foundation.errors import FieldError
from labour_exchange.foundation.texts import Message
from labour_exchange.inspections.rules.sampling import LARGEST_SEED, LEAST_SHARE, MOST_SHARE, Plan
from labour_exchange.inspections.states import Decision, InspectionState
from labour_exchange.inspections.texts import refusals
from labour_exchange.vacancies.rules import working_day_after

REPLY_WORKING_DAYS = 10
LONGEST_TEXT = 4000
STOPPING = frozenset({Decision.SUBSIDY_STOPPED, Decision.SUBSIDY_RECOVERED, Decision.ANNULLED})
RECOVERING = frozenset({Decision.SUBSIDY_RECOVERED, Decision.ANNULLED})
NEEDING_SUBSIDY = frozenset({Decision.SUBSIDY_STOPPED, Decision.SUBSIDY_RECOVERED})


def reply_due_on(asked_on: date) -> date:
    """The last day for replies: ten working days after the parties were written to."""
    return working_day_after(asked_on, REPLY_WORKING_DAYS)


def may_be_prepared(state: InspectionState, due_on: date | None, today: date) -> bool:
    """Whether somebody has replied, or everybody's time to reply is over."""
    return state is InspectionState.ANSWERED or (state is InspectionState.ASKED and due_on is not None and today > due_on)


def plan_errors(plan: Plan, since: date, until: date, today: date) -> list[FieldError]:
    """Everything that is wrong with a sampling plan."""
    share: dict[str, object] = {"least": LEAST_SHARE, "most": MOST_SHARE}
    checks: tuple[tuple[str, Message, dict[str, object], bool], ...] = (
        ("seed", refusals.SEED_WRONG, {"most": LARGEST_SEED}, 0 <= plan.seed <= LARGEST_SEED),
        ("employer_share", refusals.SHARE_WRONG, share, LEAST_SHARE <= plan.employer_share <= MOST_SHARE),
        ("file_share", refusals.SHARE_WRONG, share, LEAST_SHARE <= plan.file_share <= MOST_SHARE),
        ("until", refusals.PERIOD_WRONG, {}, since <= until <= today),
    )
    return [FieldError(field, message, values) for field, message, values, is_right in checks if not is_right]


def text_errors(field: str, text: str) -> list[FieldError]:
    """A reason or a reply has words, and not too many."""
    if not text.strip():
        return [FieldError(field, refusals.TEXT_MISSING)]
    return [FieldError(field, refusals.TEXT_TOO_LONG, {"most": LONGEST_TEXT})] if len(text) > LONGEST_TEXT else []


def decision_errors(decision: Decision, reason: str, since: date | None, started_on: date, today: date, *, has_subsidy: bool) -> list[FieldError]:
    """Everything that is wrong with a prepared decision."""
    errors = text_errors("reason", reason)
    if decision in NEEDING_SUBSIDY and not has_subsidy:
        errors.append(FieldError("decision", refusals.NO_SUBSIDY))
    elif decision in NEEDING_SUBSIDY and (since is None or not started_on <= since <= today):
        errors.append(FieldError("unfounded_since", refusals.SINCE_WRONG))
    return errors
