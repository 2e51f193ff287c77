"""Pure rules at, below and beyond their edges: force of a licence, warnings, right of reply, effects of a complaint."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.agencies import rules
from labour_exchange.agencies.states import COMPLAINT_LIFECYCLE, LICENCE_LIFECYCLE, ComplaintCategory, ComplaintEffect, ComplaintState, LicenceState

TODAY = date(2026, 11, 28)


def day(offset: int | None) -> date | None:
    return None if offset is None else TODAY + timedelta(days=offset)


@pytest.mark.parametrize(
    ("state", "granted", "expires", "expected"),
    [
        (LicenceState.GRANTED, 0, 0, True),
        (LicenceState.GRANTED, 1, 10, False),
        (LicenceState.GRANTED, -1, -1, False),
        (LicenceState.GRANTED, None, 5, False),
        (LicenceState.GRANTED, -5, None, True),
        (LicenceState.SUSPENDED, -5, 5, False),
        (LicenceState.APPLIED, -5, 5, False),
        (LicenceState.WITHDRAWN, -5, 5, False),
    ],
)
def test_when_a_licence_is_in_force(state: LicenceState, granted: int | None, expires: int | None, expected: bool) -> None:
    assert rules.is_in_force(state, day(granted), day(expires), TODAY) is expected


@pytest.mark.parametrize(
    ("left", "stage"), [(31, None), (30, 30), (29, 30), (15, 30), (14, 14), (13, 14), (4, 14), (3, 3), (1, 3), (0, 3), (-1, None), (None, None)]
)
def test_which_warning_is_due(left: int | None, stage: int | None) -> None:
    assert rules.warning_stage(day(left), TODAY) == stage


@given(st.integers(0, 60), st.sets(st.integers(0, 60)))
def test_no_warning_is_lost_however_many_nights_the_worker_sleeps(left: int, asleep: set[int]) -> None:
    awake = [days for days in range(left, -1, -1) if days not in asleep]
    told = {rules.warning_stage(day(days), TODAY) for days in awake} - {None}
    for mark in rules.WARNING_DAYS:
        last_of_stage = max((other + 1 for other in rules.WARNING_DAYS if other < mark), default=0)
        if any(last_of_stage <= days <= mark for days in awake):
            assert mark in told


@pytest.mark.parametrize(
    ("state", "due", "expected"),
    [
        (ComplaintState.FILED, 0, False),
        (ComplaintState.FILED, 1, False),
        (ComplaintState.FILED, -1, True),
        (ComplaintState.REPLIED, 9, True),
        (ComplaintState.UPHELD, -9, False),
        (ComplaintState.NOT_UPHELD, -9, False),
    ],
)
def test_nothing_is_decided_before_the_reply_or_its_last_day(state: ComplaintState, due: int, expected: bool) -> None:
    assert rules.may_be_decided(state, TODAY + timedelta(days=due), TODAY) is expected


def test_a_fee_leaves_no_choice_of_effect() -> None:
    assert rules.lawful_effects(ComplaintCategory.FEE_CHARGED) == (ComplaintEffect.SUSPENSION,)
    for category in set(ComplaintCategory) - {ComplaintCategory.FEE_CHARGED}:
        assert rules.lawful_effects(category) == (ComplaintEffect.WARNING, ComplaintEffect.SUSPENSION)


def test_the_transition_tables_say_what_is_lawful() -> None:
    assert LICENCE_LIFECYCLE.actions_from(LicenceState.APPLIED) == ("grant", "refuse")
    assert LICENCE_LIFECYCLE.actions_from(LicenceState.GRANTED) == ("suspend", "renew", "expire", "withdraw")
    assert LICENCE_LIFECYCLE.actions_from(LicenceState.SUSPENDED) == ("restore", "expire", "withdraw")
    for ended in (LicenceState.REFUSED, LicenceState.EXPIRED, LicenceState.WITHDRAWN):
        assert LICENCE_LIFECYCLE.actions_from(ended) == ("apply_again",)
    assert COMPLAINT_LIFECYCLE.actions_from(ComplaintState.UPHELD) == ()
