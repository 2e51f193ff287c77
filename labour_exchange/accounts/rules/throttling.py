"""How long the next try must wait: a delay that grows, never a lock that a stranger could cause."""

from collections.abc import Sequence
from datetime import datetime, timedelta

FREE_TRIES = 10
WINDOW = timedelta(minutes=5)
FIRST_DELAY = timedelta(seconds=15)
LONGEST_DELAY = timedelta(minutes=5)


def seconds_to_wait(tries: Sequence[datetime], now: datetime) -> int:
    """Seconds until another try is heard, from the instants of those that count.

    Ten tries in five minutes are free; then each waits 15, 30, 60 ... seconds after the one before. Refused tries are not
    counted, so somebody who keeps knocking does not push the end away.
    """
    recent = sorted(tried_at for tried_at in tries if now - tried_at < WINDOW)
    excess = len(recent) - FREE_TRIES
    if excess < 0:
        return 0
    delay = min(FIRST_DELAY * (1 << min(excess, 8)), LONGEST_DELAY)
    left = (recent[-1] + delay - now).total_seconds()
    return max(0, int(left) + (left > int(left)))
