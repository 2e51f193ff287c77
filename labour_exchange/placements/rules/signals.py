"""Signals for an inspection, which are questions and never verdicts."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from labour_exchange.placements.rules.evidence import CHECKPOINTS, EvidenceRow, is_sustained, known_on
from labour_exchange.placements.states import EvidenceKind

REHIRED_WITHIN_DAYS = 90
REPLY_DAYS = 10


class Signal(StrEnum):
    """What an inspection should look at."""

    REHIRED = "rehired"
    CONTRIBUTIONS_STOPPED = "contributions_stopped"
    NO_CONTRACT = "no_contract"


@dataclass(frozen=True, slots=True)
class EarlierWork:
    """An earlier placement of the same person at the same employer; `ended_on` is None while nobody said that it ended."""

    started_on: date
    ended_on: date | None


def signals_of(rows: Iterable[EvidenceRow], started_on: date, earlier: Iterable[EarlierWork], today: date) -> tuple[Signal, ...]:
    """Every signal of one placement."""
    known = list(rows)
    found = []
    if is_rehired(started_on, earlier):
        found.append(Signal.REHIRED)
    if have_contributions_stopped(known, started_on, today):
        found.append(Signal.CONTRIBUTIONS_STOPPED)
    if today >= known_on(started_on, 1) and not any(row.kind in (EvidenceKind.CONTRACT, EvidenceKind.CONTRIBUTION) for row in known):
        found.append(Signal.NO_CONTRACT)
    return tuple(found)


def is_rehired(started_on: date, earlier: Iterable[EarlierWork]) -> bool:
    """Whether the person left the same employer, or started there, less than 90 days before this start."""
    since = started_on - timedelta(days=REHIRED_WITHIN_DAYS)
    return any(since <= (work.ended_on or work.started_on) <= started_on and work.started_on < started_on for work in earlier)


def have_contributions_stopped(rows: Iterable[EvidenceRow], started_on: date, today: date) -> bool:
    """Whether a month was seen, the next checkpoint should have been seen too and was not, and nobody declared an end."""
    known = list(rows)
    if any(row.kind in (EvidenceKind.ENDED, EvidenceKind.ANNULLED) for row in known):
        return False
    answers = [is_sustained(known, started_on, months, today) for months in CHECKPOINTS]
    return any(before is True and after is False for before, after in zip(answers, answers[1:], strict=False))


def may_decide_annulment(proposed_on: date, today: date, *, has_reply: bool) -> bool:
    """Whether the right of reply has been used or has run out."""
    return has_reply or today >= proposed_on + timedelta(days=REPLY_DAYS)
