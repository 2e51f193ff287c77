"""A time of the day as people write it."""

import re
from datetime import date, datetime, time

from labour_exchange.foundation import clock

CLOCK = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)")


def moment_of(day: date | None, written: str) -> datetime | None:
    """The instant of a day and a time in the country's clock; None when the time cannot be read."""
    found = CLOCK.fullmatch(written.strip())
    if day is None or found is None:
        return None
    return datetime.combine(day, time(int(found[1]), int(found[2])), clock.COUNTRY_ZONE)
