"""Calendar periods that figures are given for: a month, a quarter, a half-year, a year."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date

WRITTEN = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2])|-Q([1-4])|-H([12]))?")
EARLIEST_YEAR, LATEST_YEAR = 1990, 2100


@dataclass(frozen=True, slots=True, order=True)
class Period:
    """Whole months: `first` is the first day of the first one, `length` is 1, 3, 6 or 12."""

    first: date
    length: int = 1

    @property
    def months(self) -> tuple[date, ...]:
        """The first day of each month."""
        return tuple(months_after(self.first, count) for count in range(self.length))

    @property
    def last_month(self) -> date:
        return months_after(self.first, self.length - 1)

    @property
    def last_day(self) -> date:
        last = self.last_month
        return last.replace(day=monthrange(last.year, last.month)[1])

    @property
    def code(self) -> str:
        """2026-10, 2026-Q4, 2026-H2 or 2026."""
        part = (self.first.month - 1) // self.length + 1
        return {1: f"{self.first:%Y-%m}", 3: f"{self.first.year}-Q{part}", 6: f"{self.first.year}-H{part}"}.get(self.length, f"{self.first.year}")

    @property
    def year_before(self) -> "Period":
        return Period(self.first.replace(year=self.first.year - 1), self.length)

    @property
    def previous(self) -> "Period":
        return Period(months_after(self.first, -self.length), self.length)


def months_after(month: date, count: int) -> date:
    """The first day of the month so many months after (before, when negative)."""
    year, place = divmod(month.year * 12 + month.month - 1 + count, 12)
    return date(year, place + 1, 1)


def month_of(day: date) -> Period:
    return Period(day.replace(day=1))


def months_until(last: Period, count: int) -> tuple[Period, ...]:
    """So many months, the last one being `last`."""
    return tuple(Period(months_after(last.first, place - count + 1)) for place in range(count))


def read_period(written: str) -> Period:
    """The period of a code such as 2026-10; raises ValueError when it is none."""
    found = WRITTEN.fullmatch(written)
    if not found or not EARLIEST_YEAR <= int(found[1]) <= LATEST_YEAR:
        raise ValueError(f"not a period: {written!r}")
    year, month, quarter, half = int(found[1]), found[2], found[3], found[4]
    if month:
        return Period(date(year, int(month), 1))
    if quarter:
        return Period(date(year, int(quarter) * 3 - 2, 1), 3)
    return Period(date(year, int(half) * 6 - 5, 1), 6) if half else Period(date(year, 1, 1), 12)
