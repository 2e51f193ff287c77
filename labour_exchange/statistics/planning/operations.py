"""Publishing flows: each finished half-year once, for everybody, as it was known on one day."""

from collections.abc import Iterator
from datetime import date, timedelta

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.statistics.periods import Period, months_after
from labour_exchange.statistics.planning.flows import COUNTRY, FlowKind, Flows, households_moved, placed_by_month
from labour_exchange.statistics.planning.models import PublishedFlows
from labour_exchange.statistics.queries import public_months, public_rows
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.queries import regions

HALF = 6
WAIT_MONTHS = 1
"""After the end of a half-year, so that most confirmations and late records of moves are in."""
MOST_MONTHS = 60


def publish_flows(session: Session) -> int:
    """Publish each finished half-year that is not yet published; gives how many matrices were stored. Twice stores none anew."""
    published = {(one.kind, one.period) for one in session.scalars(select(PublishedFlows))}
    stored = 0
    for kind in FlowKind:
        for period in finished(_first_month(session, kind), clock.today()):
            if (kind.value, period.code) not in published and (found := _counted(session, kind, period)):
                session.add(found)
                stored += 1
    session.flush()
    return stored


def publish_flows_monthly(session: Session) -> None:
    """What runs by the clock."""
    publish_flows(session)


def finished(first: date | None, today: date) -> Iterator[Period]:
    """Half-years from the one with this month on that ended long enough ago, the earliest first; none without a month."""
    period = Period(date(first.year, 1 if first.month <= HALF else HALF + 1, 1), HALF) if first else None
    while period and months_after(period.last_month, 1 + WAIT_MONTHS) <= today:
        yield period
        period = Period(months_after(period.first, HALF), HALF)


def _counted(session: Session, kind: FlowKind, period: Period) -> PublishedFlows | None:
    """None while nobody is counted at all."""
    # It loads scipy, which no web process needs at its start.
    from labour_exchange.statistics.planning.publishing import Months, protected_flows

    known_on = clock.today() - timedelta(days=1)
    months = Months()
    if kind is FlowKind.WORK:
        counts = placed_by_month(session, period, known_on)
        pairs: dict[tuple[str, str], int] = {}
        for (_month, *pair), count in counts.items():
            pairs[pair[0], pair[1]] = pairs.get((pair[0], pair[1]), 0) + count
        away = frozenset(place for _month, place in _withheld_on_pages(session, "work_elsewhere_rate", period))
        months = Months(_column_sums(counts, period), _withheld_on_pages(session, "placements_confirmed", period), away)
    else:
        pairs = households_moved(session, period)
    if not any(pairs.values()):
        return None
    try:
        shown = protected_flows(Flows(kind, period, pairs), months)
    except ArithmeticError:
        shown = {}
    cells = [[origin, target, count] for (origin, target), count in shown.items()]
    return PublishedFlows(kind=kind.value, period=period.code, known_on=known_on, cells=cells)


def _column_sums(counts: dict[tuple[str, str, str], int], period: Period) -> dict[tuple[str, ...], int]:
    places = (COUNTRY, *(one.iso_code for one in regions()))
    found: dict[tuple[str, ...], int] = {(f"{month:%Y-%m}", place): 0 for month in period.months for place in places}
    for (month, _origin, target), count in counts.items():
        for place in (target, COUNTRY):
            found[month, place] += count
    return found


def _withheld_on_pages(session: Session, code: str, period: Period) -> frozenset[tuple[str, ...]]:
    """Months and regions of which no page shows the indicator."""
    found = set()
    for row in public_rows(session, code, [Period(month) for month in period.months]):
        places = {**row.regions, COUNTRY: row.country}
        found |= {(row.period.code, place) for place, figure in places.items() if figure.standing is Standing.WITHHELD}
    return frozenset(found)


def _first_month(session: Session, kind: FlowKind) -> date | None:
    if kind is FlowKind.WORK:
        return min(public_months(session, MOST_MONTHS)).first
    with acting_as(session, system_actor("labour flows")):
        return session.scalar(select(func.min(Relocation.moved_on)))
