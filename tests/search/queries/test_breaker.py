"""The breaker opens after failures in a row, tries again after a pause, and closes on success."""

import pytest

from search.breaker import Breaker, BreakerState


class Seconds:
    def __init__(self) -> None:
        self.now = 100.0

    def __call__(self) -> float:
        return self.now


@pytest.fixture
def seconds() -> Seconds:
    return Seconds()


@pytest.fixture
def breaker(seconds: Seconds) -> Breaker:
    return Breaker(seconds, failures=3, slow_seconds=1.0, pause_seconds=10.0)


def test_it_opens_after_failures_in_a_row(breaker: Breaker) -> None:
    for _ in range(2):
        breaker.failed()
    breaker.succeeded(0.1)
    for _ in range(2):
        breaker.failed()
    assert breaker.state is BreakerState.CLOSED
    breaker.failed()
    assert breaker.state is BreakerState.OPEN
    assert not breaker.allows()


def test_slow_success_is_failure(breaker: Breaker) -> None:
    for _ in range(3):
        breaker.succeeded(1.5)
    assert breaker.state is BreakerState.OPEN


def test_one_call_tries_after_the_pause(breaker: Breaker, seconds: Seconds) -> None:
    for _ in range(3):
        breaker.failed()
    seconds.now += 10
    assert breaker.state is BreakerState.HALF_OPEN
    assert breaker.allows()
    assert not breaker.allows()
    breaker.succeeded(0.1)
    assert breaker.state is BreakerState.CLOSED
    assert breaker.allows()


def test_a_failed_try_opens_for_another_pause(breaker: Breaker, seconds: Seconds) -> None:
    for _ in range(3):
        breaker.failed()
    seconds.now += 10
    assert breaker.allows()
    breaker.failed()
    assert breaker.state is BreakerState.OPEN
    seconds.now += 9
    assert not breaker.allows()
    seconds.now += 1
    assert breaker.allows()


def test_a_try_that_never_reports_is_not_waited_for(breaker: Breaker, seconds: Seconds) -> None:
    for _ in range(3):
        breaker.failed()
    seconds.now += 10
    assert breaker.allows()
    seconds.now += 10
    assert breaker.allows()
