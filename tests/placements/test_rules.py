"""What counts as proof, when silence ends, and what a row of a register must say."""

from datetime import date, timedelta

import pytest

from labour_exchange.placements.rules import approaches, evidence, registers, signals
from labour_exchange.placements.rules.evidence import Evidence
from labour_exchange.placements.rules.registers import Outcome, Receipt, RegisterRow, Start
from labour_exchange.placements.rules.signals import EarlierWork, Signal
from labour_exchange.placements.states import EvidenceKind, EvidenceLevel, EvidenceSource, Register

START = date(2026, 1, 16)
DECLARED = Evidence(EvidenceKind.DECLARED, EvidenceSource.EMPLOYER, START)
CONFIRMED = Evidence(EvidenceKind.CONFIRMED, EvidenceSource.JOBSEEKER, START)
CONTRACT = Evidence(EvidenceKind.CONTRACT, EvidenceSource.CONTRACT_REGISTER, START)
IIN, BIN = "900517450021", "260140100001"


def contribution(month: int) -> Evidence:
    return Evidence(EvidenceKind.CONTRIBUTION, EvidenceSource.PENSION_REGISTER, START, month)


def ended(on: date) -> Evidence:
    return Evidence(EvidenceKind.ENDED, EvidenceSource.EMPLOYER, on)


@pytest.mark.parametrize(
    ("rows", "level"),
    [
        ([DECLARED], EvidenceLevel.DECLARED),
        ([DECLARED, CONFIRMED], EvidenceLevel.CONFIRMED),
        ([DECLARED, CONTRACT], EvidenceLevel.CONTRACT),
        ([DECLARED, contribution(1), CONTRACT], EvidenceLevel.MONTH_1),
        ([DECLARED, contribution(12), contribution(3)], EvidenceLevel.MONTH_12),
        ([DECLARED, CONFIRMED, ended(START)], EvidenceLevel.CONFIRMED),
    ],
)
def test_level_is_the_strongest_proof(rows: list[Evidence], level: EvidenceLevel) -> None:
    assert evidence.evidence_level(rows) is level


def test_months_of_work_are_counted_from_the_month_of_the_start() -> None:
    assert [evidence.contribution_month(START, date(2026, month, 1)) for month in (1, 2, 12)] == [1, 2, 12]
    assert evidence.contribution_month(START, date(2025, 12, 1)) == 0
    assert evidence.contribution_month(START, date(2027, 1, 1)) == 13
    assert evidence.last_day_of_month(START, 2) == date(2026, 2, 28)
    assert evidence.last_day_of_month(START, 12) == date(2026, 12, 31)
    assert evidence.known_on(START, 1) == date(2026, 2, 25)
    assert evidence.known_on(START, 12) == date(2027, 1, 25)


def test_nothing_is_said_before_the_month_can_be_known() -> None:
    day = evidence.known_on(START, 3)
    before, rows = day - timedelta(days=1), [DECLARED, contribution(3)]
    assert evidence.is_sustained(rows, START, 3, before) is None
    assert evidence.is_sustained([DECLARED, ended(date(2026, 2, 1))], START, 3, before) is None
    assert evidence.is_sustained(rows, START, 3, day) is True
    assert evidence.is_sustained([DECLARED, contribution(1)], START, 3, day) is False


def test_an_end_before_the_month_or_an_annulment_breaks_it() -> None:
    day = evidence.known_on(START, 3)
    assert evidence.is_sustained([contribution(3), ended(date(2026, 2, 27))], START, 3, day) is False
    assert evidence.is_sustained([contribution(3), ended(date(2026, 3, 2))], START, 3, day) is True
    annulled = Evidence(EvidenceKind.ANNULLED, EvidenceSource.OFFICE, START)
    assert evidence.is_sustained([contribution(3), annulled], START, 3, day) is False


def test_silence_is_reminded_twice_and_ends() -> None:
    sent = date(2026, 3, 1)
    said = [approaches.reminders_due(sent, sent + timedelta(days=days)) for days in (0, 6, 7, 13, 14, 29)]
    assert said == [0, 0, 1, 1, 2, 2]
    assert not approaches.is_unanswered(sent, sent + timedelta(days=29))
    assert approaches.is_unanswered(sent, approaches.closes_on(sent))


def test_terms_of_an_offer() -> None:
    today = date(2026, 3, 1)
    good = approaches.OfferTerms(today + timedelta(days=10), today + timedelta(days=5), 300_000)
    assert approaches.offer_errors(good, today) == []
    bad = approaches.OfferTerms(today - timedelta(days=1), today - timedelta(days=1), 0, "x" * 2001)
    assert [error.field for error in approaches.offer_errors(bad, today)] == ["note", "starts_on", "answer_by_on", "pay"]
    late = approaches.OfferTerms(today + timedelta(days=10), today + timedelta(days=11))
    assert [error.field for error in approaches.offer_errors(late, today)] == ["answer_by_on"]
    assert approaches.declaration_errors(today - timedelta(days=91), today)
    assert not approaches.declaration_errors(today - timedelta(days=90), today)
    assert approaches.note_errors("  ", is_required=True)


@pytest.mark.parametrize(
    ("declared_by", "confirming", "is_other"),
    [
        ("employer", "jobseeker", True),
        ("employer", "employer", False),
        ("employer", "agency", False),
        ("agency", "employer", False),
        ("agency", "jobseeker", True),
        ("jobseeker", "employer", True),
        ("jobseeker", "jobseeker", False),
        ("jobseeker", "office", False),
        ("office", "employer", True),
        ("office", "jobseeker", True),
        ("office", "office", False),
    ],
)
def test_only_the_other_side_confirms(declared_by: str, confirming: str, is_other: bool) -> None:
    assert approaches.is_other_side(EvidenceSource(declared_by), EvidenceSource(confirming)) is is_other


def test_rehired_within_ninety_days() -> None:
    assert signals.is_rehired(START, [EarlierWork(date(2025, 6, 1), START - timedelta(days=90))])
    assert not signals.is_rehired(START, [EarlierWork(date(2025, 6, 1), START - timedelta(days=91))])
    assert signals.is_rehired(START, [EarlierWork(START - timedelta(days=60), None)])
    assert not signals.is_rehired(START, [])


def test_contributions_that_stop_are_a_signal_until_an_end_is_declared() -> None:
    after = evidence.known_on(START, 3)
    rows = [DECLARED, CONTRACT, contribution(1)]
    assert signals.signals_of(rows, START, [], after) == (Signal.CONTRIBUTIONS_STOPPED,)
    assert signals.signals_of(rows, START, [], after - timedelta(days=1)) == ()
    assert signals.signals_of([*rows, ended(date(2026, 2, 20))], START, [], after) == ()
    assert signals.signals_of([DECLARED], START, [], evidence.known_on(START, 1)) == (Signal.NO_CONTRACT,)


def test_right_of_reply_is_used_or_runs_out() -> None:
    day = date(2026, 5, 1)
    assert not signals.may_decide_annulment(day, day + timedelta(days=9), has_reply=False)
    assert signals.may_decide_annulment(day, day + timedelta(days=10), has_reply=False)
    assert signals.may_decide_annulment(day, day, has_reply=True)


def read(register: Register, **cells: str) -> RegisterRow | Receipt:
    given: dict[str | None, str | None] = {"iin": IIN, "bin": BIN, "started_on": "2026-01-16", "month": "2026-01"}
    return registers.read_row(register, 2, given | cells, date(2026, 6, 1))


def test_rows_are_read() -> None:
    assert read(Register.CONTRACTS) == RegisterRow(2, IIN, BIN, START)
    assert read(Register.CONTRIBUTIONS) == RegisterRow(2, IIN, BIN, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("register", "cells", "field", "reason"),
    [
        (Register.CONTRACTS, {"iin": "900517450022"}, "iin", "not_an_iin"),
        (Register.CONTRACTS, {"bin": "12"}, "bin", "not_a_bin"),
        (Register.CONTRACTS, {"started_on": "16.01.2026"}, "started_on", "not_a_date"),
        (Register.CONTRACTS, {"started_on": "2026-13-01"}, "started_on", "not_a_date"),
        (Register.CONTRACTS, {"started_on": "2026-06-02"}, "started_on", "in_the_future"),
        (Register.CONTRIBUTIONS, {"month": "2026-1"}, "month", "not_a_month"),
        (Register.CONTRIBUTIONS, {"month": "2026-07"}, "month", "in_the_future"),
    ],
)
def test_bad_cells_are_named(register: Register, cells: dict[str, str], field: str, reason: str) -> None:
    assert read(register, **cells) == Receipt(2, Outcome.REJECTED, field, reason)


def test_contract_belongs_to_the_nearest_start() -> None:
    near, far = Start(1, "a", START), Start(2, "b", START + timedelta(days=20))
    assert registers.contract_match(START + timedelta(days=3), [far, near]) == near
    assert registers.contract_match(START + timedelta(days=19), [far, near]) == far
    assert registers.contract_match(START - timedelta(days=31), [far, near]) is None


def test_contribution_belongs_to_the_latest_start_within_a_year() -> None:
    first, second = Start(1, "a", START), Start(2, "b", date(2026, 9, 1))
    assert registers.contribution_match(date(2026, 8, 1), [first, second]) == first
    assert registers.contribution_match(date(2026, 9, 1), [first, second]) == second
    assert registers.contribution_match(date(2025, 12, 1), [first]) is None
    assert registers.contribution_match(date(2027, 1, 1), [first]) is None
