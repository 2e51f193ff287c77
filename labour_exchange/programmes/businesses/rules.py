"""The repayment of a microcredit: equal parts of the principal, interest on what is still owed, whole tenge, and how late it is on a day.

The principal is divided over the months after the grace months so that its parts add up exactly: each is the difference of two cumulative sums
rounded down. A month's interest is a twelfth of the year's on the principal still owed, halves of a tenge rounded up; in the grace months
only interest is due; a year's interest is given in hundredths of a per cent. Whoever pays ahead of the schedule pays no less interest.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from labour_exchange.foundation.errors import FieldError
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.texts import measure_refusals, refusals

MONTHS_OF_YEAR, HUNDREDTHS = 12, 10_000
LONGEST_PURPOSE = 1_000


@dataclass(frozen=True, slots=True)
class PlanFacts:
    """What a person plans; money in tenge, `own_share` what they put in themselves."""

    purpose: str
    asked: int
    own_share: int
    jobs_planned: int
    months: int


@dataclass(frozen=True, slots=True)
class Due:
    """One month of the schedule, in tenge."""

    number: int
    due_on: date
    principal: int
    interest: int

    @property
    def total(self) -> int:
        return self.principal + self.interest


@dataclass(frozen=True, slots=True)
class Standing:
    """How a credit stands on a day: what has come of what was due, and for how many days the oldest unpaid month has been late."""

    due: int
    received: int
    whole: int
    days_late: int

    @property
    def left(self) -> int:
        """What is still to come until the end, interest included."""
        return self.whole - self.received

    @property
    def overdue(self) -> int:
        return max(self.due - self.received, 0)


def plan_errors(plan: PlanFacts, *, most_amount: int, most_months: int) -> list[FieldError]:
    """Everything that is wrong at once; the limits are those of the measures that can be asked for."""
    errors = []
    if not plan.purpose.strip() or len(plan.purpose) > LONGEST_PURPOSE:
        errors.append(FieldError("purpose", measure_refusals.PURPOSE_WRONG, {"most": LONGEST_PURPOSE}))
    if not 1 <= plan.asked <= most_amount:
        errors.append(FieldError("asked", measure_refusals.ASKED_WRONG, {"most": most_amount}))
    if plan.own_share < 0:
        errors.append(FieldError("own_share", refusals.AMOUNT_WRONG))
    if plan.jobs_planned < 1:
        errors.append(FieldError("jobs_planned", measure_refusals.JOBS_WRONG))
    if not 1 <= plan.months <= most_months:
        errors.append(FieldError("months", refusals.MONTHS_WRONG, {"most": most_months}))
    return errors


def repayment_schedule(amount: int, months: int, interest: int, grace_months: int, paid_on: date) -> tuple[Due, ...]:
    """Each month's due, from the month after the money was paid, on the same day of the month or on its last.

    Raises ValueError when no month is left for the principal.
    """
    parts = months - grace_months
    if amount < 1 or parts < 1 or grace_months < 0 or interest < 0:
        raise ValueError("no schedule")
    dues, owed = [], amount
    for number in range(1, months + 1):
        place = max(number - grace_months, 0)
        principal = amount * place // parts - amount * max(place - 1, 0) // parts
        dues.append(Due(number, months_later(paid_on, number), principal, _half_up(owed * interest, HUNDREDTHS * MONTHS_OF_YEAR)))
        owed -= principal
    return tuple(dues)


def standing_on(planned: Sequence[Due], received: int, today: date) -> Standing:
    """What came is set against the oldest month first; a month is late from the day after it was due."""
    due, covered, days_late = 0, 0, 0
    for one in planned:
        covered += one.total
        if one.due_on < today:
            due = covered
            if received < covered and days_late == 0:
                days_late = (today - one.due_on).days
    return Standing(due, received, sum(one.total for one in planned), days_late)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
