"""The only source of today and now, which a test can hold still."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

COUNTRY_ZONE = ZoneInfo("Asia/Almaty")
_held: datetime | None = None


def now() -> datetime:
    """The present instant, in UTC."""
    return _held or datetime.now(UTC)


def today() -> date:
    """The calendar date in the country, which changes some hours before the UTC date does."""
    return now().astimezone(COUNTRY_ZONE).date()


@contextmanager
def hold(instant: datetime) -> Iterator[None]:
    """Hold the clock at `instant` (aware) for everything in this process."""
    global _held
    before, _held = _held, instant.astimezone(UTC)
    try:
        yield
    finally:
        _held = before
