"""When the words of the documents are counted anew: never while something waits, seldom while very many come, in the end always."""

import pytest

from labour_exchange.discovery import vocabulary
from labour_exchange.discovery.vocabulary import COUNT_AFTER_SECONDS, SELDOM_SECONDS, Recount

DOCUMENTS = 1000
ENOUGH = 50


class Clock:
    now = 1000.0

    def monotonic(self) -> float:
        return self.now


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    made = Clock()
    monkeypatch.setattr(vocabulary, "time", made)
    return made


def told(*rounds: int) -> Recount:
    recount = Recount()
    recount.begin()
    for changed in rounds:
        recount.after(changed)
    return recount


def is_due(recount: Recount) -> bool:
    return recount.is_due(lambda: DOCUMENTS)


@pytest.mark.parametrize(("changed", "expected"), [(ENOUGH - 1, False), (ENOUGH, True), (ENOUGH + 1, True)])
def test_enough_has_changed(clock: Clock, changed: int, expected: bool) -> None:
    recount = told(changed, 0)
    clock.now += SELDOM_SECONDS + 1
    assert is_due(recount) is expected


@pytest.mark.parametrize(("seconds", "expected"), [(SELDOM_SECONDS, False), (SELDOM_SECONDS + 0.1, True)])
def test_seldom_while_very_many_come(clock: Clock, seconds: float, expected: bool) -> None:
    recount = told(DOCUMENTS, 0)
    clock.now += seconds
    assert is_due(recount) is expected


@pytest.mark.parametrize(("seconds", "expected"), [(COUNT_AFTER_SECONDS, False), (COUNT_AFTER_SECONDS + 0.1, True)])
def test_one_new_document_does_not_wait_for_ever(clock: Clock, seconds: float, expected: bool) -> None:
    recount = told(1, 0)
    clock.now += seconds
    assert is_due(recount) is expected


def test_never_while_something_waits(clock: Clock) -> None:
    recount = told(DOCUMENTS)
    clock.now += COUNT_AFTER_SECONDS + 1
    assert not is_due(recount)
    recount.after(0)
    assert is_due(recount)


def test_nothing_changed_nothing_to_count(clock: Clock) -> None:
    recount = told(0, 0)
    clock.now += COUNT_AFTER_SECONDS + 1
    assert not is_due(recount)


def test_the_first_change_of_a_new_process_is_counted_at_once(clock: Clock) -> None:
    recount = Recount()
    recount.after(1)
    recount.after(0)
    assert is_due(recount)


def test_what_changes_during_a_count_is_for_the_next(clock: Clock) -> None:
    recount = told(DOCUMENTS, 0)
    clock.now += COUNT_AFTER_SECONDS + 1
    recount.begin()
    assert not is_due(recount)
    recount.after(ENOUGH)
    recount.after(0)
    clock.now += SELDOM_SECONDS + 1
    assert is_due(recount)
