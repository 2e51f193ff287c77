"""When a month may be claimed, when contributions have stopped, and whether a course was attended."""

from collections.abc import Collection, Iterable, Iterator
from datetime import date, timedelta

from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import EnrolmentState, MeasureKind

NOT_BEGUN = (EnrolmentState.APPLIED, EnrolmentState.ELIGIBLE, EnrolmentState.PREPARED, EnrolmentState.APPROVED)
CONTRIBUTION_WAITS = timedelta(days=60)
ATTENDED_SHARE = 75
OUTCOME_MONTHS = 12


def month_of(day: date) -> date:
    """The first day of its month, by which months are named."""
    return day.replace(day=1)


def last_day(month: date) -> date:
    return months_later(month, 1) - timedelta(days=1)


def may_be_claimed(month: date, starts_on: date, ends_on: date, today: date) -> bool:
    """A month that is over, in which there was at least one day of the job."""
    return month == month_of(month) and month_of(starts_on) <= month <= month_of(ends_on) and last_day(month) < today


def first_month_without_contribution(starts_on: date, ends_on: date, seen: Collection[date], today: date) -> date | None:
    """The first month of the job that ended more than 60 days ago and for which no contribution was seen; None while there is none."""
    for month in _months(starts_on, ends_on):
        if last_day(month) + CONTRIBUTION_WAITS >= today:
            return None
        if month not in seen:
            return month
    return None


def has_attended_enough(weeks: Iterable[tuple[int, int]]) -> bool:
    """Whether three quarters of the hours taught were attended; nothing taught is nothing attended. Each week is (taught, attended)."""
    taught, attended = 0, 0
    for one_taught, one_attended in weeks:
        taught, attended = taught + one_taught, attended + one_attended
    return taught > 0 and attended * 100 >= taught * ATTENDED_SHARE


def may_be_outcome(placed_on: date, started_on: date, ended_on: date) -> bool:
    """A placement that began while the measure ran or within twelve months after it."""
    return started_on <= placed_on <= months_later(ended_on, OUTCOME_MONTHS)


def is_left_behind(kind: MeasureKind, state: EnrolmentState, *, is_bound: bool) -> bool:
    """Whether a transfer to another region reaches it: nothing of it has begun, and nobody relies on it.

    `is_bound`: paid, waiting for payment, or signed by three. A move of the household is what the transfer is for.
    """
    return kind is not MeasureKind.RELOCATION and state in NOT_BEGUN and not is_bound


def may_have_begun(state: EnrolmentState, starts_on: date | None, day: date) -> bool:
    """Approved, and its first day has come: only its office knows whether the person has begun."""
    return state is EnrolmentState.APPROVED and starts_on is not None and starts_on <= day


def _months(starts_on: date, ends_on: date) -> Iterator[date]:
    month = month_of(starts_on)
    while month <= ends_on:
        yield month
        month = months_later(month, 1)
