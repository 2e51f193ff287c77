"""Which days an absence may have."""

from dataclasses import dataclass
from datetime import date

from labour_exchange.cases.texts import cases as texts
from labour_exchange.foundation.errors import FieldError


@dataclass(frozen=True, slots=True)
class AbsenceDays:
    """The first and the last day that a colleague is away."""

    from_on: date | None
    until_on: date | None


def problems(days: AbsenceDays, today: date) -> list[FieldError]:
    """Everything that is wrong with them at once; an absence that began may be recorded late, one that has ended may not."""
    found = []
    if days.from_on is None:
        found.append(FieldError("from_on", texts.FIRST_DAY_MISSING))
    if days.until_on is None:
        found.append(FieldError("until_on", texts.LAST_DAY_MISSING))
    elif days.from_on is not None and days.until_on < days.from_on:
        found.append(FieldError("until_on", texts.DAYS_REVERSED))
    elif days.until_on < today:
        found.append(FieldError("until_on", texts.ABSENCE_OVER))
    return found
