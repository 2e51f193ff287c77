"""Signals at, below and above each edge; a sample that can be drawn again; when a decision may be prepared and what is wrong with one."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from labour_exchange.inspections.rules import decisions, sampling, signals
from labour_exchange.inspections.rules.sampling import File, Plan
from labour_exchange.inspections.rules.signals import HIGH_RISK_FROM, MANY_AT_ADDRESS, PlacementFacts, Signal
from labour_exchange.inspections.states import Decision, InspectionState
from labour_exchange.inspections.texts import labels
from labour_exchange.placements.rules.evidence import Evidence, known_on
from labour_exchange.placements.rules.signals import EarlierWork
from labour_exchange.placements.states import EvidenceKind, EvidenceSource

START = date(2026, 1, 15)
TODAY = date(2026, 11, 9)
CONTRACT = Evidence(EvidenceKind.CONTRACT, EvidenceSource.CONTRACT_REGISTER, START)
ENDED = Evidence(EvidenceKind.ENDED, EvidenceSource.EMPLOYER, date(2026, 7, 1))
FACTS = PlacementFacts(START, (CONTRACT,))
KNOWN = {month: known_on(START, month) for month in (1, 3, 6, 12)}


def paid(month: int) -> Evidence:
    return Evidence(EvidenceKind.CONTRIBUTION, EvidenceSource.PENSION_REGISTER, START, month)


def earlier(days: int) -> tuple[EarlierWork, ...]:
    """Work that ended so many days before."""
    return (EarlierWork(START - timedelta(days=400), START - timedelta(days=days)),)


@pytest.mark.parametrize(("days", "is_found"), [(89, True), (90, True), (91, False)])
def test_rehired_within_ninety_days(days: int, is_found: bool) -> None:
    assert (Signal.REHIRED in signals.signals_of(replace(FACTS, earlier=earlier(days)), TODAY)) is is_found


@pytest.mark.parametrize(
    ("ended_on", "evidence", "today", "is_found"),
    [
        (None, (CONTRACT,), TODAY, False),
        (date(2026, 3, 31), (CONTRACT, paid(1), paid(3)), KNOWN[6] - timedelta(days=1), False),
        (date(2026, 3, 31), (CONTRACT, paid(1), paid(3)), KNOWN[6], True),
        (date(2026, 3, 31), (CONTRACT, paid(1), paid(3), paid(6)), KNOWN[6], False),
        (date(2026, 3, 30), (CONTRACT, paid(1)), KNOWN[3], True),
        (date(2026, 3, 30), (CONTRACT, paid(1), paid(3)), KNOWN[6], False),
        (date(2026, 3, 31), (CONTRACT, paid(1), paid(3), ENDED), KNOWN[6], False),
        (date(2027, 2, 1), (CONTRACT,), date(2027, 6, 1), False),
    ],
)
def test_contributions_that_stop_with_the_subsidy(ended_on: date | None, evidence: tuple[Evidence, ...], today: date, is_found: bool) -> None:
    found = signals.signals_of(replace(FACTS, subsidy_ended_on=ended_on, evidence=evidence), today)
    assert (Signal.STOPPED_WITH_SUBSIDY in found) is is_found


@pytest.mark.parametrize(
    ("evidence", "today", "is_found"),
    [((), KNOWN[1] - timedelta(days=1), False), ((), KNOWN[1], True), ((CONTRACT,), KNOWN[1], False), ((paid(1),), KNOWN[1], False)],
)
def test_no_contract_once_one_should_be_known(evidence: tuple[Evidence, ...], today: date, is_found: bool) -> None:
    assert (Signal.NO_CONTRACT in signals.signals_of(replace(FACTS, evidence=evidence), today)) is is_found


@pytest.mark.parametrize(("count", "is_found"), [(MANY_AT_ADDRESS - 1, False), (MANY_AT_ADDRESS, True), (MANY_AT_ADDRESS + 1, True)])
def test_many_at_one_address(count: int, is_found: bool) -> None:
    assert (Signal.MANY_AT_ADDRESS in signals.signals_of(replace(FACTS, at_address=count), TODAY)) is is_found


@pytest.mark.parametrize(
    ("approvals", "by_one", "approvers", "is_found"), [(4, 4, 2, False), (5, 5, 2, True), (6, 5, 2, False), (6, 6, 1, False), (6, 6, 3, True)]
)
def test_always_the_same_approver_where_there_are_others(approvals: int, by_one: int, approvers: int, is_found: bool) -> None:
    found = signals.signals_of(replace(FACTS, approvals=approvals, by_one=by_one, approvers=approvers), TODAY)
    assert (Signal.ONE_APPROVER in found) is is_found


def test_the_risk_is_the_plain_sum_of_named_signals() -> None:
    facts = replace(FACTS, evidence=(), earlier=earlier(10), at_address=MANY_AT_ADDRESS)
    found = signals.signals_of(facts, TODAY)
    assert found == (Signal.REHIRED, Signal.NO_CONTRACT, Signal.MANY_AT_ADDRESS)
    assert signals.risk_of(found) == sum(signals.WEIGHTS[one] for one in found) == 7
    assert signals.risk_of(()) == 0
    assert set(labels.SIGNALS) == set(Signal) == set(signals.RULES)
    assert all(weight > 0 for weight in signals.WEIGHTS.values())


files = st.builds(File, st.integers(1, 200), st.integers(1, 12), st.integers(0, 8))
registers = st.lists(files, max_size=60, unique_by=lambda one: one.placement_id)
plans = st.builds(Plan, st.integers(0, sampling.LARGEST_SEED), st.integers(1, 100), st.integers(1, 100))


@given(registers, plans, st.randoms())
def test_the_same_seed_and_register_give_the_same_sample(register: list[File], plan: Plan, chance: object) -> None:
    shuffled = list(register)
    chance.shuffle(shuffled)  # type: ignore[attr-defined]
    assert sampling.draw(shuffled, plan) == sampling.draw(register, plan)


@given(registers, plans)
def test_high_risk_is_always_drawn_and_each_other_file_has_a_chance(register: list[File], plan: Plan) -> None:
    drawn = sampling.draw(register, plan)
    high = {one.placement_id for one in register if one.risk >= HIGH_RISK_FROM}
    low = {one.placement_id for one in register} - high
    assert set(drawn.high) == high
    assert set(drawn.others) <= low
    assert len(drawn.drawn) == len(set(drawn.drawn))
    assert (drawn.chance > 0) is bool(low)
    assert bool(drawn.others) is bool(low)
    assert drawn.chance <= 1


@pytest.mark.parametrize(("risk", "is_high"), [(HIGH_RISK_FROM - 1, False), (HIGH_RISK_FROM, True), (HIGH_RISK_FROM + 1, True)])
def test_from_which_risk_a_file_is_always_drawn(risk: int, is_high: bool) -> None:
    drawn = sampling.draw([File(1, 1, risk)], Plan(0, 1, 1))
    assert (drawn.high, drawn.others) == (((1,), ()) if is_high else ((), (1,)))


@pytest.mark.parametrize(("count", "share", "size"), [(0, 10, 0), (1, 1, 1), (10, 10, 1), (11, 10, 2), (100, 1, 1), (101, 1, 2), (7, 100, 7)])
def test_a_share_is_rounded_up(count: int, share: int, size: int) -> None:
    assert sampling.size_of(count, share) == size


def test_the_stated_chance_is_what_seeds_give() -> None:
    """Over 4,000 seeds each file without a signal is drawn about as often as the plan says."""
    register = [File(number, number // 10, 0) for number in range(100)]
    seen = [sampling.draw(register, Plan(seed, 20, 30)) for seed in range(4000)]
    assert seen[0].chance == pytest.approx(0.2 * 0.3)
    share_of_first = sum(0 in one.others for one in seen) / len(seen)
    assert share_of_first == pytest.approx(0.06, abs=0.015)


def test_another_seed_or_register_is_seen() -> None:
    register = [File(number, number // 10, 0) for number in range(100)]
    first = sampling.draw(register, Plan(1, 20, 30))
    assert first.others != sampling.draw(register, Plan(2, 20, 30)).others
    changed = [*register[:-1], replace(register[-1], risk=1)]
    assert first.register_hash != sampling.draw(changed, Plan(1, 20, 30)).register_hash


@pytest.mark.parametrize(
    ("state", "due_on", "is_allowed"),
    [
        (InspectionState.OPENED, None, False),
        (InspectionState.ASKED, TODAY, False),
        (InspectionState.ASKED, TODAY - timedelta(days=1), True),
        (InspectionState.ANSWERED, TODAY + timedelta(days=5), True),
        (InspectionState.PREPARED, TODAY - timedelta(days=1), False),
        (InspectionState.CLOSED, TODAY - timedelta(days=1), False),
    ],
)
def test_a_decision_is_prepared_after_a_reply_or_the_due_date(state: InspectionState, due_on: date | None, is_allowed: bool) -> None:
    assert decisions.may_be_prepared(state, due_on, TODAY) is is_allowed


def test_the_due_date_counts_working_days() -> None:
    """From Monday, 7 December 2026, over the holiday of the 16th."""
    assert decisions.reply_due_on(date(2026, 12, 7)) == date(2026, 12, 22)


@pytest.mark.parametrize(
    ("plan", "since", "until", "wrong"),
    [
        (Plan(0, 1, 1), START, TODAY, []),
        (Plan(sampling.LARGEST_SEED, 100, 100), TODAY, TODAY, []),
        (Plan(-1, 0, 101), START, TODAY, ["seed", "employer_share", "file_share"]),
        (Plan(sampling.LARGEST_SEED + 1, 1, 1), START, TODAY, ["seed"]),
        (Plan(0, 1, 1), TODAY, TODAY - timedelta(days=1), ["until"]),
        (Plan(0, 1, 1), START, TODAY + timedelta(days=1), ["until"]),
    ],
)
def test_what_is_wrong_with_a_plan(plan: Plan, since: date, until: date, wrong: list[str]) -> None:
    assert [one.field for one in decisions.plan_errors(plan, since, until, TODAY)] == wrong


@pytest.mark.parametrize(
    ("decision", "reason", "since", "has_subsidy", "wrong"),
    [
        (Decision.KEPT, "Worked.", None, False, []),
        (Decision.KEPT, " ", None, False, ["reason"]),
        (Decision.KEPT, "x" * (decisions.LONGEST_TEXT + 1), None, False, ["reason"]),
        (Decision.KEPT, "x" * decisions.LONGEST_TEXT, None, False, []),
        (Decision.ANNULLED, "Nobody came.", None, False, []),
        (Decision.SUBSIDY_STOPPED, "Left.", START, True, []),
        (Decision.SUBSIDY_STOPPED, "Left.", TODAY, True, []),
        (Decision.SUBSIDY_RECOVERED, "Left.", START - timedelta(days=1), True, ["unfounded_since"]),
        (Decision.SUBSIDY_RECOVERED, "Left.", TODAY + timedelta(days=1), True, ["unfounded_since"]),
        (Decision.SUBSIDY_RECOVERED, "Left.", None, True, ["unfounded_since"]),
        (Decision.SUBSIDY_STOPPED, "Left.", START, False, ["decision"]),
    ],
)
def test_what_is_wrong_with_a_decision(decision: Decision, reason: str, since: date | None, has_subsidy: bool, wrong: list[str]) -> None:
    found = decisions.decision_errors(decision, reason, since, START, TODAY, has_subsidy=has_subsidy)
    assert [one.field for one in found] == wrong
