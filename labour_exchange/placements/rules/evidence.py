"""How well a placement is proven, and whether it has lasted: derived from its evidence alone."""

from calendar import monthrange
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from labour_exchange.placements.states import EvidenceKind, EvidenceLevel, EvidenceSource

CHECKPOINTS = (1, 3, 6, 12)
PAID_BY_DAY = 25
"""Contributions of a month are paid by the 25th of the next one (Social Code, pension contributions), and only then can be missed."""

LEVEL_OF_MONTH = {1: EvidenceLevel.MONTH_1, 3: EvidenceLevel.MONTH_3, 6: EvidenceLevel.MONTH_6, 12: EvidenceLevel.MONTH_12}
LEVEL_OF_KIND = {
    EvidenceKind.DECLARED: EvidenceLevel.DECLARED,
    EvidenceKind.CONFIRMED: EvidenceLevel.CONFIRMED,
    EvidenceKind.CONTRACT: EvidenceLevel.CONTRACT,
}
STRENGTH = {level: strength for strength, level in enumerate(EvidenceLevel)}


class EvidenceRow(Protocol):
    """What the rules need to know of one piece of evidence."""

    @property
    def kind(self) -> EvidenceKind: ...
    @property
    def source(self) -> EvidenceSource: ...
    @property
    def month(self) -> int: ...
    @property
    def effective_on(self) -> date: ...


@dataclass(frozen=True, slots=True)
class Evidence:
    """One piece of evidence outside the database."""

    kind: EvidenceKind
    source: EvidenceSource
    effective_on: date
    month: int = 0


def evidence_level(rows: Iterable[EvidenceRow]) -> EvidenceLevel:
    """The strongest proof there is; a placement without any counts as declared, because a declaration opens the ledger."""
    return max((level for row in rows if (level := level_of(row))), key=STRENGTH.__getitem__, default=EvidenceLevel.DECLARED)


def level_of(row: EvidenceRow) -> EvidenceLevel | None:
    """The level one row proves; None for an end, a dispute or an annulment."""
    return LEVEL_OF_MONTH.get(row.month) if row.kind is EvidenceKind.CONTRIBUTION else LEVEL_OF_KIND.get(row.kind)


def contribution_month(started_on: date, month: date) -> int:
    """Which month of work a calendar month is: the month of the start is 1; zero or less lies before it."""
    return (month.year - started_on.year) * 12 + month.month - started_on.month + 1


def last_day_of_month(started_on: date, number: int) -> date:
    """The last day of the numbered month of work."""
    months = started_on.year * 12 + started_on.month - 1 + number - 1
    year, month = divmod(months, 12)
    return date(year, month + 1, monthrange(year, month + 1)[1])


def known_on(started_on: date, months: int) -> date:
    """The first day on which a missing contribution of that month of work means something."""
    following = last_day_of_month(started_on, months + 1)
    return following.replace(day=PAID_BY_DAY)


def is_sustained(rows: Iterable[EvidenceRow], started_on: date, months: int, today: date) -> bool | None:
    """Whether the pension register has seen the person at work in that month; None while it is too early to say.

    Nothing is said before that day, not even of those who left already: a rate over early leavers only would be wrong.
    """
    if today < known_on(started_on, months):
        return None
    known = list(rows)
    if any(row.kind is EvidenceKind.ANNULLED for row in known):
        return False
    first_day = last_day_of_month(started_on, months).replace(day=1)
    if any(row.kind is EvidenceKind.ENDED and row.effective_on < first_day for row in known):
        return False
    return any(row.kind is EvidenceKind.CONTRIBUTION and row.month == months for row in known)
