"""Pure decisions: what is off plan and since when, when somebody is told, what may be shown, and how rows are hashed."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from hashlib import sha256

from labour_exchange.oversight.definitions.definition import Line
from labour_exchange.oversight.states import EscalationLevel, Unit

TOLERANCE = Decimal("0.9")
"""A plan is not behind while nine tenths of what the elapsed time asks for are there."""
LEAST_SHOWN = 5
"""A count of people below it is published nowhere."""
ABOUT_PEOPLE = frozenset({Unit.PEOPLE, Unit.JOBS, Unit.CONTRACTS, Unit.CREDITS})
ESCALATIONS = ((1, EscalationLevel.RESPONSIBLE), (4, EscalationLevel.CONTROL), (11, EscalationLevel.LEADERSHIP))
"""From how many days after the due date on each level is told."""
DUE_SOON_DAYS = 14
Value = Decimal | None


@dataclass(frozen=True, slots=True)
class Reached:
    """How far a plan was on the last day of a month."""

    day: date
    fact: int


@dataclass(frozen=True, slots=True)
class Figures:
    """A line's figures beside each other; `is_withheld` says why there is no fact."""

    plan: Value = None
    fact: Value = None
    next_plan: Value = None
    is_withheld: bool = False
    source: str = ""


def elapsed_share(starts_on: date, ends_on: date, day: date) -> Decimal:
    """How much of the period is over at the end of `day`, from 0 to 1."""
    days = (ends_on - starts_on).days + 1
    gone = min(max((day - starts_on).days + 1, 0), days)
    return Decimal(gone) / Decimal(days)


def expected(plan: int, starts_on: date, ends_on: date, day: date) -> int:
    """What an even pace would have reached by the end of `day`, rounded down."""
    return int(plan * elapsed_share(starts_on, ends_on, day))


def is_behind(plan: int, fact: int, starts_on: date, ends_on: date, day: date) -> bool:
    """Less than nine tenths of what an even pace would have reached."""
    return fact < TOLERANCE * plan * elapsed_share(starts_on, ends_on, day)


def behind_since(plan: int, starts_on: date, ends_on: date, reached: Sequence[Reached]) -> date | None:
    """The first of the unbroken run of days, the last one of `reached` included, on which the plan was behind; None when it is not behind now."""
    since = None
    for one in reversed(reached):
        if not is_behind(plan, one.fact, starts_on, ends_on, one.day):
            break
        since = one.day
    return since


def month_ends(starts_on: date, today: date) -> list[date]:
    """The last days of the months that are over since the period began, and today."""
    found, first = [], starts_on.replace(day=1)
    while (following := (first + timedelta(days=32)).replace(day=1)) <= today:
        found.append(following - timedelta(days=1))
        first = following
    return [day for day in found if day >= starts_on and day != today] + [today]


def is_overdue(due_on: date, today: date) -> bool:
    """The due date itself is still in time."""
    return today > due_on


def escalations_due(due_on: date, today: date) -> tuple[EscalationLevel, ...]:
    """Everybody who has to know by today that it is overdue, the nearest first."""
    late = (today - due_on).days
    return tuple(level for days, level in ESCALATIONS if late >= days)


def withheld(lines: Sequence[Line], facts: Mapping[str, Value]) -> frozenset[str]:
    """Lines whose figure must not be published: small counts of people, and the ratios that would give one away."""
    small = {
        line.code
        for line in lines
        if line.source and line.unit in ABOUT_PEOPLE and (fact := facts.get(line.code)) is not None and 0 < fact < LEAST_SHOWN
    }
    return frozenset(small | {line.code for line in lines if small & set(line.gives_away)})


def share_of_plan(plan: Value, fact: Value) -> Decimal | None:
    """Fact over plan, 1 is all of it; None where either is missing or nothing was planned."""
    return fact / plan if plan and fact is not None else None


def content_hash(rows: Sequence[Mapping[str, object]]) -> str:
    """SHA-256 over the rows as JSON with sorted names; equal figures give equal hashes, however many zeros they were written with."""
    written = [{name: _plain(value) for name, value in row.items()} for row in rows]
    return sha256(json.dumps(written, sort_keys=True, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def changes(before: Mapping[str, Figures], after: Mapping[str, Figures]) -> list[str]:
    """Codes of the lines whose figures or source an edition changed, in the order of the later one."""
    return [code for code, figures in after.items() if before.get(code) != figures]


def _plain(value: object) -> object:
    return format(value.normalize(), "f") if isinstance(value, Decimal) else value
