"""A year of plans for the demo: places and money of each region, with the months that are over in the ledger."""

from datetime import date, datetime, time

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.programmes.models.money import Allocation, LedgerEntry
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.queries.definitions import measure_by_code
from labour_exchange.programmes.states import EntryKind
from labour_exchange.statistics.periods import months_after
from labour_exchange.territory.queries import regions

PLANS = (("now-training", 60, 0.9), ("now-social-jobs", 90, 0.75), ("now-youth-practice", 45, 1.05))
"""Measures with the places of a region and the share of an even pace that was taken; regions differ around it."""
SPREAD = (0.7, 1.0, 1.15, 1.3, 0.95)
PRICE = 240_000


def plan_year(session: Session) -> None:
    """A year of places and money for each region, with the months that are over in the ledger."""
    today = clock.today()
    starts_on, ends_on = date(today.year, 1, 1), date(today.year, 12, 31)
    for code, places, pace in PLANS:
        measure = measure_by_code(session, code)
        for number, region in enumerate(regions()):
            _allocate(session, measure, region.iso_code, starts_on, ends_on, places + number, pace * SPREAD[number % len(SPREAD)])


def _allocate(session: Session, measure: Measure, region_code: str, starts_on: date, ends_on: date, places: int, pace: float) -> None:
    """Taken evenly month by month, faster or slower than the plan asks."""
    months = clock.today().month
    taken = min(places, round(places * pace * months / 12))
    made = Allocation(
        measure_id=measure.id,
        region_code=region_code,
        starts_on=starts_on,
        ends_on=ends_on,
        places=places,
        places_taken=taken,
        planned=places * PRICE,
        committed=taken * PRICE,
        paid=taken * PRICE // 2,
        is_demo=True,
        created_at=morning(starts_on),
    )
    session.add(made)
    session.flush()
    session.add(_entry(made, EntryKind.PLAN, starts_on, places=places, planned=places * PRICE))
    for number in range(months):
        step = taken * (number + 1) // months - taken * number // months
        day = months_after(starts_on, number)
        session.add(_entry(made, EntryKind.COMMIT, day, places_taken=step, committed=step * PRICE))
        paid = made.paid * (number + 1) // months - made.paid * number // months
        session.add(_entry(made, EntryKind.PAY, day, paid=paid))


def _entry(allocation: Allocation, kind: EntryKind, day: date, **change: int) -> LedgerEntry:
    none = dict.fromkeys(("places", "places_taken", "planned", "committed", "paid"), 0)
    return LedgerEntry(allocation_id=allocation.id, kind=kind, recorded_at=morning(day), **none | change)


def morning(day: date) -> datetime:
    return datetime.combine(day, time(9), tzinfo=clock.COUNTRY_ZONE)
