"""A breaker: after failures in a row it stops asking for a while, then lets one call through to see."""

import threading
from collections.abc import Callable
from enum import StrEnum


class BreakerState(StrEnum):
    CLOSED = "closed"  # every call goes through
    OPEN = "open"  # none does
    HALF_OPEN = "half_open"  # one does, and decides


class Breaker:
    """`monotonic` gives seconds. A call that succeeds but takes longer than `slow_seconds` counts as a failure. Safe between threads."""

    def __init__(self, monotonic: Callable[[], float], *, failures: int = 3, slow_seconds: float = 1.5, pause_seconds: float = 15.0) -> None:
        self._monotonic = monotonic
        self._most_failures = failures
        self._slow_seconds = slow_seconds
        self._pause_seconds = pause_seconds
        self._lock = threading.Lock()
        self._failures = 0
        self._opened_at: float | None = None
        self._tried_at: float | None = None

    @property
    def state(self) -> BreakerState:
        with self._lock:
            if self._opened_at is None:
                return BreakerState.CLOSED
            return BreakerState.HALF_OPEN if self._pause_is_over() else BreakerState.OPEN

    def allows(self) -> bool:
        """Whether to make the call now. Who is told yes reports how it went with `succeeded` or `failed`."""
        with self._lock:
            if self._opened_at is None:
                return True
            if not self._pause_is_over() or self._is_trying():
                return False
            self._tried_at = self._monotonic()
            return True

    def succeeded(self, seconds: float) -> None:
        if seconds > self._slow_seconds:
            self.failed()
            return
        with self._lock:
            self._failures = 0
            self._opened_at = self._tried_at = None

    def failed(self) -> None:
        with self._lock:
            self._failures += 1
            self._tried_at = None
            if self._opened_at is not None or self._failures >= self._most_failures:
                self._opened_at = self._monotonic()

    def _pause_is_over(self) -> bool:
        return self._opened_at is not None and self._monotonic() - self._opened_at >= self._pause_seconds

    def _is_trying(self) -> bool:
        # A try whose caller never reported, because it was killed, is not waited for longer than a pause.
        return self._tried_at is not None and self._monotonic() - self._tried_at < self._pause_seconds
