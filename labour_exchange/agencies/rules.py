"""What a licence and a mandate allow on a day, when their end is announced, and what a complaint may lead to."""

from collections.abc import Iterable
from datetime import date, timedelta

from labour_exchange.agencies.states import ComplaintCategory, ComplaintEffect, ComplaintState, LicenceState

WARNING_DAYS = (30, 14, 3)
REPLY_DAYS = 10
BREACHES = frozenset({ComplaintCategory.FEE_CHARGED})
"""What the law forbids an agency whatever it says for itself: upheld, it stops the licence."""
FINISHED = frozenset({ComplaintState.UPHELD, ComplaintState.NOT_UPHELD})


def is_in_force(state: LicenceState, granted_on: date | None, expires_on: date | None, today: date) -> bool:
    """A licence allows work from the day it is granted to the day it expires, both included, unless suspended or withdrawn."""
    return state is LicenceState.GRANTED and granted_on is not None and granted_on <= today and (expires_on is None or today <= expires_on)


def mandate_allows(scopes: Iterable[str], scope: str, given_on: date, until_on: date | None, withdrawn_on: date | None, today: date) -> bool:
    """A mandate allows what it names, until its last day, and nothing from the day it is withdrawn."""
    if scope not in scopes or today < given_on:
        return False
    return (until_on is None or today <= until_on) and (withdrawn_on is None or today < withdrawn_on)


def days_to_expiry(state: LicenceState, expires_on: date | None, today: date) -> int | None:
    """Days left, once the first warning is due; None while there is nothing to warn of."""
    if state is not LicenceState.GRANTED or expires_on is None:
        return None
    days = (expires_on - today).days
    return days if 0 <= days <= max(WARNING_DAYS) else None


def warning_stage(ends_on: date | None, today: date) -> int | None:
    """Which of the warnings (30, 14, 3 days before) is the one of today: the last that is due, so that a night without a worker loses none."""
    left = (ends_on - today).days if ends_on is not None else -1
    due = [days for days in WARNING_DAYS if 0 <= left <= days]
    return min(due) if due else None


def reply_due_on(filed_on: date) -> date:
    """The last day of the agency's right of reply."""
    return filed_on + timedelta(days=REPLY_DAYS)


def may_be_decided(state: ComplaintState, due_on: date, today: date) -> bool:
    """A complaint is decided after the agency replied, or after the days for it have passed; never before."""
    return state is ComplaintState.REPLIED or (state is ComplaintState.FILED and today > due_on)


def lawful_effects(category: ComplaintCategory) -> tuple[ComplaintEffect, ...]:
    """What an upheld complaint may lead to; a breach leaves no choice."""
    return (ComplaintEffect.SUSPENSION,) if category in BREACHES else (ComplaintEffect.WARNING, ComplaintEffect.SUSPENSION)
