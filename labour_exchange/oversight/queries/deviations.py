"""What is off plan, where, since when, and who is on it: the plans of measures that run today, held against the time that is over."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.oversight import rules
from labour_exchange.oversight.access import visible_instructions
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.states import UNFINISHED
from labour_exchange.programmes.access import visible_allocations
from labour_exchange.programmes.models.money import Allocation, LedgerEntry
from labour_exchange.programmes.models.programmes import Measure


@dataclass(frozen=True, slots=True)
class Deviation:
    """A region's plan that is behind: places that an even pace would have taken by today, those taken, and since which day it lags.

    `instruction` is the unfinished one about this measure and region, or about the region alone, that is due first.
    """

    allocation: Allocation
    expected: int
    since: date
    instruction: Instruction | None

    @property
    def lacking(self) -> int:
        return self.expected - self.allocation.places_taken


def deviations(session: Session, actor: Actor, *, region_code: str | None = None) -> list[Deviation]:
    """Plans of today that lag behind, the greatest gap first; of one region or of all that the actor sees."""
    today = clock.today()
    wanted = select(Allocation).options(joinedload(Allocation.measure)).where(Allocation.starts_on <= today, Allocation.ends_on >= today)
    wanted = wanted.where(Allocation.places > 0)
    if region_code is not None:
        wanted = wanted.where(Allocation.region_code == region_code)
    lagging = [
        one
        for one in session.scalars(visible_allocations(actor, wanted))
        if rules.is_behind(one.places, one.places_taken, one.starts_on, one.ends_on, today)
    ]
    history, on_it = _reached(session, lagging, today), _instructions(session, actor)
    found = [
        Deviation(
            one,
            rules.expected(one.places, one.starts_on, one.ends_on, today),
            rules.behind_since(one.places, one.starts_on, one.ends_on, history[one.id]) or today,
            on_it.get((one.region_code, one.measure_id)) or on_it.get((one.region_code, None)),
        )
        for one in lagging
    ]
    return sorted(found, key=lambda one: (-one.lacking, one.allocation.id))


@dataclass(frozen=True, slots=True)
class Place:
    """A region with plans that are behind: how many, the places they lack, since when the first of them lags, and how many nobody is on."""

    region_code: str
    plans: int
    lacking: int
    since: date
    unattended: int


def by_region(found: Iterable[Deviation]) -> list[Place]:
    """Where plans are behind, the region that lacks most places first."""
    grouped: dict[str, list[Deviation]] = {}
    for one in found:
        grouped.setdefault(one.allocation.region_code, []).append(one)
    places = [
        Place(code, len(some), sum(one.lacking for one in some), min(one.since for one in some), sum(one.instruction is None for one in some))
        for code, some in grouped.items()
    ]
    return sorted(places, key=lambda one: (-one.lacking, one.region_code))


@dataclass(frozen=True, slots=True)
class Standing:
    """Plans of today of one measure or region, added up: places and money, and the share of the time that is over."""

    places: int
    places_taken: int
    expected: int
    planned: int
    committed: int
    paid: int


def standing_by_measure(session: Session, actor: Actor, *, region_code: str | None = None) -> list[tuple[Measure, Standing]]:
    """Each measure with plans that run today, as the actor sees them, in the order of the programme."""
    today = clock.today()
    wanted = select(Allocation).options(joinedload(Allocation.measure)).where(Allocation.starts_on <= today, Allocation.ends_on >= today)
    if region_code is not None:
        wanted = wanted.where(Allocation.region_code == region_code)
    by_measure: dict[int, list[Allocation]] = {}
    for one in session.scalars(visible_allocations(actor, wanted)):
        by_measure.setdefault(one.measure_id, []).append(one)
    return [(rows[0].measure, _added(rows, today)) for _, rows in sorted(by_measure.items())]


def _added(rows: list[Allocation], today: date) -> Standing:
    total = {name: sum(getattr(one, name) for one in rows) for name in ("places", "places_taken", "planned", "committed", "paid")}
    return Standing(expected=sum(rules.expected(one.places, one.starts_on, one.ends_on, today) for one in rows), **total)


def _reached(session: Session, allocations: list[Allocation], today: date) -> dict[int, list[rules.Reached]]:
    """Places taken at the end of each month, by the rows of the ledger; today's are the allocation's own."""
    month = func.date_trunc("month", func.timezone(clock.COUNTRY_ZONE.key, LedgerEntry.recorded_at))
    wanted = select(LedgerEntry.allocation_id, month.label("month"), func.sum(LedgerEntry.places_taken).label("taken"))
    wanted = wanted.where(LedgerEntry.allocation_id.in_([one.id for one in allocations])).group_by(LedgerEntry.allocation_id, "month")
    moved: dict[int, list[tuple[date, int]]] = {}
    for row in session.execute(wanted):
        moved.setdefault(row.allocation_id, []).append((row.month.date(), int(row.taken)))
    found = {}
    for one in allocations:
        *ends, _today = rules.month_ends(one.starts_on, today)
        past = [rules.Reached(day, sum(taken for month, taken in moved.get(one.id, []) if month <= day)) for day in ends]
        found[one.id] = [*past, rules.Reached(today, one.places_taken)]
    return found


def _instructions(session: Session, actor: Actor) -> dict[tuple[str, int | None], Instruction]:
    """Unfinished ones by region and measure; of several the one that is due first."""
    wanted = select(Instruction).where(Instruction.region_code.is_not(None), Instruction.state.in_(UNFINISHED))
    found: dict[tuple[str, int | None], Instruction] = {}
    for one in session.scalars(visible_instructions(actor, wanted.order_by(Instruction.due_on, Instruction.id))):
        found.setdefault((str(one.region_code), one.measure_id), one)
    return found
