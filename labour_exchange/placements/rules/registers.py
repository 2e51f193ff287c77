"""One row of a register's file: what it must say, and to which placement it belongs."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from labour_exchange.accounts.rules.identifiers import has_valid_check_digit
from labour_exchange.placements.rules.evidence import contribution_month
from labour_exchange.placements.states import Register

CONTRACT_WITHIN_DAYS = 30
MONTH = re.compile(r"[0-9]{4}-(0[1-9]|1[0-2])")
HEADERS = {Register.CONTRACTS: ("iin", "bin", "started_on"), Register.CONTRIBUTIONS: ("iin", "bin", "month")}


class Outcome(StrEnum):
    """What became of one row."""

    RECORDED = "recorded"
    UNCHANGED = "unchanged"
    UNMATCHED = "unmatched"
    REJECTED = "rejected"


@dataclass(frozen=True, slots=True)
class RegisterRow:
    """A person, an employer and a day: the start of a contract, or the first day of a month with a contribution."""

    line: int
    iin: str
    bin: str
    day: date


@dataclass(frozen=True, slots=True)
class Receipt:
    """What became of one line of the file; holds nothing of the person."""

    line: int
    outcome: Outcome
    field: str = ""
    reason: str = ""
    placement: str = ""


@dataclass(frozen=True, slots=True)
class Start:
    """A placement as the match sees it."""

    placement_id: int
    public_id: str
    started_on: date


def read_row(register: Register, line: int, cells: Mapping[str | None, str | None], today: date) -> RegisterRow | Receipt:
    """The row, or a receipt that names the first field that cannot be read."""
    iin, bin_number = (cells.get("iin") or "").strip(), (cells.get("bin") or "").strip()
    if not has_valid_check_digit(iin):
        return Receipt(line, Outcome.REJECTED, "iin", "not_an_iin")
    if not has_valid_check_digit(bin_number):
        return Receipt(line, Outcome.REJECTED, "bin", "not_a_bin")
    field = HEADERS[register][2]
    day = _day(register, (cells.get(field) or "").strip())
    if day is None:
        return Receipt(line, Outcome.REJECTED, field, "not_a_date" if register is Register.CONTRACTS else "not_a_month")
    if day > today:
        return Receipt(line, Outcome.REJECTED, field, "in_the_future")
    return RegisterRow(line, iin, bin_number, day)


def _day(register: Register, text: str) -> date | None:
    if register is Register.CONTRIBUTIONS:
        text = f"{text}-01" if MONTH.fullmatch(text) else ""
    try:
        return date.fromisoformat(text) if len(text) == 10 else None
    except ValueError:
        return None


def contract_match(day: date, starts: Iterable[Start]) -> Start | None:
    """The placement whose start lies nearest to the contract's, within 30 days; the later one of two equally near."""
    near = [start for start in starts if abs((start.started_on - day).days) <= CONTRACT_WITHIN_DAYS]
    return min(near, key=lambda start: (abs((start.started_on - day).days), -start.placement_id), default=None)


def contribution_match(month: date, starts: Iterable[Start]) -> Start | None:
    """The latest placement that had started by that month and has its first year of work in it."""
    reached = [start for start in starts if 1 <= contribution_month(start.started_on, month) <= 12]
    return max(reached, key=lambda start: (start.started_on, start.placement_id), default=None)
