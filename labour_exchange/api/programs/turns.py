"""When the next batch of a stream is taken: one at a time in a process, and no faster than what was taken before can be found.

Forty-five agencies that push at once would otherwise leave no time to those who search, and what they push would be found minutes later.
"""

import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

from labour_exchange.discovery.synchronisation import are_many_waiting
from labour_exchange.foundation.database import ExchangeSession

MOST_WAITING = 200
LONGEST_WAIT_SECONDS = 3.0
LOOK_SECONDS = 0.05
_AT_WORK = threading.Lock()


@contextmanager
def turn(session: ExchangeSession) -> Iterator[None]:
    """Wait for this process's turn, and hold it. What the session has done until now is committed, so that whoever waits holds no connection.

    Documents are waited for during at most `LONGEST_WAIT_SECONDS`: without a worker a stream becomes slow, but it goes on.
    """
    session.commit()
    with _AT_WORK:
        _let_documents_catch_up(session)
        yield


def _let_documents_catch_up(session: ExchangeSession) -> None:
    until = time.monotonic() + LONGEST_WAIT_SECONDS
    while time.monotonic() < until:
        is_late = are_many_waiting(session, MOST_WAITING)
        session.commit()
        if not is_late:
            return
        time.sleep(LOOK_SECONDS)
