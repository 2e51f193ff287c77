"""A scenario for the next allocation: what places of measures in regions promise, beside what is left of the plan."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, require, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.efficiency import statements
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.queries.money import allocations
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_region
from labour_exchange.statistics.planning.rules import ENOUGH, Costs, Observed, Promise, cost_promised, promised

YEARS_LOOKED_BACK = 5
OUTCOMES = ("completed", "declared", "confirmed", "sustained")
# A person is counted once enough time has gone by; contributions of three months are known 25 days after the third (placements/rules/evidence.py).
_ENDED = "ended_on + interval '6 months' <= :today"
_SETTLED = "ended_on + interval '9 months 25 days' <= :today"
_JOB = "job_on <= ended_on + interval '6 months'"
OBSERVED = f"""
SELECT measure, region_code, count(*) FILTER (WHERE {_ENDED}) AS people,
       count(*) FILTER (WHERE {_ENDED} AND state = 'completed') AS completed, count(*) FILTER (WHERE {_ENDED} AND {_JOB}) AS declared,
       count(*) FILTER (WHERE {_ENDED} AND {_JOB} AND is_confirmed) AS confirmed,
       count(*) FILTER (WHERE {_SETTLED}) AS settled, count(*) FILTER (WHERE {_SETTLED} AND {_JOB} AND months >= 3) AS sustained,
       coalesce(sum(paid) FILTER (WHERE {_ENDED}), 0) AS total, coalesce(sum(paid::numeric * paid) FILTER (WHERE {_ENDED}), 0) AS squares
FROM assessed WHERE ended_on IS NOT NULL GROUP BY GROUPING SETS ((measure), (measure, region_code))
"""  # noqa: S608 - fragments above


@dataclass(frozen=True, slots=True)
class Asked:
    """One row of a scenario."""

    region_code: str
    measure_code: str
    places: int


@dataclass(frozen=True, slots=True)
class Experience:
    """What is known of people of one measure, in a region or the country."""

    outcomes: Mapping[str, Observed] = field(default_factory=lambda: dict.fromkeys(OUTCOMES, Observed(0, 0)))
    costs: Costs = Costs(0, 0, 0)

    @property
    def people(self) -> int:
        return self.outcomes["completed"].people


@dataclass(frozen=True, slots=True)
class Answer:
    """What a row promises. `is_national` says that the region had too few people; an outcome that is None cannot be said of either."""

    asked: Asked
    people: int
    is_national: bool
    outcomes: Mapping[str, Promise | None]
    cost: Promise | None
    allocation: Allocation | None

    @property
    def can_be_said(self) -> bool:
        return self.people >= ENOUGH


def scenario(session: Session, actor: Actor, rows: Sequence[Asked]) -> list[Answer]:
    """An answer for each row. Raises NotFound for a region that the actor may not read."""
    require(actor, READ_REGION_FIGURES)
    if any(not may_read_region(actor, one.region_code) for one in rows):
        raise NotFound
    known, today = experience(session, sorted({one.measure_code for one in rows}), clock.today()), clock.today()
    left = {(one.measure.code, one.region_code): one for one in reversed(session.scalars(allocations(actor)).all()) if one.ends_on >= today}
    return [_answer(one, known, left.get((one.measure_code, one.region_code))) for one in rows]


def experience(session: Session, measures: Sequence[str], today: date) -> dict[tuple[str, str | None], Experience]:
    """By measure and region, None being the country: people who left a measure of the last five years long enough ago.

    A job counts as in the assessment of efficiency: the first that is not the measure itself.
    """
    first = today.replace(year=today.year - YEARS_LOOKED_BACK, day=1)
    drawn = f"{statements.DRAW} AND m.code = ANY(:measures)"
    asked = {"first": first, "last": today, "region": None, "measures": list(measures)}
    # Rows of people are read by nobody here but the exchange itself; only their number leaves this function.
    with acting_as(session, system_actor("planning")):
        session.execute(text(statements.FORGET))
        session.execute(text(drawn), asked)
        rows = list(session.execute(text(OBSERVED), {"today": today}))
        session.execute(text(statements.FORGET))
    found = {}
    for row in rows:
        outcomes = {name: Observed(row.people, getattr(row, name)) for name in ("completed", "declared", "confirmed")}
        outcomes["sustained"] = Observed(row.settled, row.sustained)
        found[(row.measure, row.region_code)] = Experience(outcomes, Costs(row.people, int(row.total), int(row.squares)))
    return found


def _answer(asked: Asked, known: Mapping[tuple[str, str | None], Experience], left: Allocation | None) -> Answer:
    here = known.get((asked.measure_code, asked.region_code), Experience())
    everywhere = known.get((asked.measure_code, None), Experience())
    is_national = here.people < ENOUGH
    used = everywhere if is_national else here
    outcomes = {name: promised(used.outcomes[name], asked.places) for name in OUTCOMES}
    return Answer(asked, used.people, is_national, outcomes, cost_promised(used.costs, asked.places), left)
