"""What a subsidised month costs: a share of pay under a cap, falling by periods, part months by their days.

The share and cap of a period hold from a day of the month to the day before the same day some months later; a calendar month in which the rate
changes is split there. A part of a month pays its days over the days of that month. Amounts are whole tenge, halves rounded up.
"""

from calendar import monthrange
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class RatePeriod:
    """For so many months the state pays this share of the pay, in per cent, and at most the cap, in tenge a full month."""

    months: int
    share: int
    cap: int


@dataclass(frozen=True, slots=True)
class Instalment:
    """A part of one calendar month at one rate, both days included."""

    starts_on: date
    ends_on: date
    share: int
    cap: int
    amount: int

    @property
    def month(self) -> date:
        return self.starts_on.replace(day=1)


def rate_periods(stored: Iterable[dict[str, Any]]) -> tuple[RatePeriod, ...]:
    """The periods of a measure's terms as they are stored."""
    return tuple(RatePeriod(one["months"], one["share"], one["cap"]) for one in stored)


def months_later(day: date, months: int) -> date:
    """The same day of a later month, or its last day where it is shorter."""
    place = day.year * 12 + day.month - 1 + months
    year, month = divmod(place, 12)
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def schedule(starts_on: date, ends_on: date, pay: int, periods: Sequence[RatePeriod]) -> tuple[Instalment, ...]:
    """What the state pays for work from one day to another, in order; nothing is paid after the last period."""
    instalments, past = [], 0
    for period in periods:
        first, after = months_later(starts_on, past), months_later(starts_on, past + period.months)
        past += period.months
        for start, end in _calendar_months(first, min(after - timedelta(days=1), ends_on)):
            instalments.append(Instalment(start, end, period.share, period.cap, _amount(start, end, pay, period)))
    return tuple(instalments)


def due_for_month(planned: Sequence[Instalment], month: date, worked_from: date, worked_until: date) -> int:
    """What is due for one calendar month when somebody worked only from one day to another of it; the whole of it when they worked it all."""
    total = 0
    for part in planned:
        if part.month != month:
            continue
        start, end = max(part.starts_on, worked_from), min(part.ends_on, worked_until)
        if start > end:
            continue
        days, whole = (end - start).days + 1, (part.ends_on - part.starts_on).days + 1
        total += part.amount if days == whole else _half_up(part.amount * days, whole)
    return total


def rate_mistakes(periods: Sequence[RatePeriod], most_months: int) -> tuple[str, ...]:
    """Fields of the rate that cannot be so: a share rises, exceeds the whole, or the periods pass the longest duration."""
    found = []
    if any(one.months < 1 for one in periods) or sum(one.months for one in periods) > most_months:
        found.append("months")
    if any(not 0 <= one.share <= 100 for one in periods) or any(
        later.share > earlier.share for earlier, later in zip(periods, periods[1:], strict=False)
    ):
        found.append("share")
    if any(one.cap < 0 for one in periods):
        found.append("cap")
    return tuple(found)


def _calendar_months(first: date, last: date) -> Iterable[tuple[date, date]]:
    start = first
    while start <= last:
        end = min(start.replace(day=monthrange(start.year, start.month)[1]), last)
        yield start, end
        start = end + timedelta(days=1)


def _amount(start: date, end: date, pay: int, period: RatePeriod) -> int:
    days, whole = (end - start).days + 1, monthrange(start.year, start.month)[1]
    # The lesser of share and cap is taken before the days, over one denominator, so that nothing is rounded twice.
    return _half_up(min(pay * period.share, period.cap * 100) * days, 100 * whole)


def _half_up(numerator: int, denominator: int) -> int:
    return (2 * numerator + denominator) // (2 * denominator)
