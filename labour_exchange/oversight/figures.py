"""Computes the lines of a report for the country or a region: as the registers were known at the end of a day.

Figures of a programme's own headline report are counted from the records as they stand when the draft is computed.
"""

from collections.abc import Callable, Mapping
from datetime import date, datetime, time, timedelta
from decimal import Decimal

from sqlalchemy import func, select

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.oversight.definitions.definition import Counted, Definition, FromHeadline, FromIndicator, FromPlan, Line
from labour_exchange.oversight.rules import Value, elapsed_share
from labour_exchange.programmes.models.money import Allocation, LedgerEntry
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.reporting.figures import Figures, figures
from labour_exchange.statistics import queries as statistics
from labour_exchange.statistics.periods import Period, months_after

COUNTER = system_actor("compute report")


def following(definition: Definition, period: Period) -> Period:
    """What the next plan is for."""
    if definition.is_next_year_planned:
        return Period(date(period.first.year + 1, 1, 1), 12)
    return Period(months_after(period.first, period.length), period.length)


def facts_of(session: ExchangeSession, definition: Definition, period: Period, as_of: date, region: str | None = None) -> dict[str, Value]:
    """The computed figure of each line that has a source; None where it cannot be known yet or is not defined.

    It counts as the exchange itself: an officer's own rows would give the officer's own total.
    """
    sources = [line.source for line in definition.lines]
    asked = {source.report for source in sources if isinstance(source, FromHeadline)}
    with acting_as(session, COUNTER):
        told = {report: figures(session, report, period.first.year, region) for report in asked}
        return {line.code: _fact(session, line, told, period, as_of, region) for line in definition.lines if line.source}


def plans_of(session: ExchangeSession, definition: Definition, period: Period, region: str | None = None) -> dict[str, Value]:
    """What the allocations planned for the period, of each line whose plan they are; an allocation counts with its days in the period."""
    with acting_as(session, COUNTER):
        return {line.code: _plan(session, line.plan_source, period, region) for line in definition.lines if line.plan_source}


def _fact(session: ExchangeSession, line: Line, told: Mapping[str, Figures], period: Period, as_of: date, region: str | None) -> Value:
    source = line.source
    if isinstance(source, FromHeadline):
        value = told[source.report][source.key]
        return None if value is None else _rounded(value)
    if isinstance(source, FromIndicator):
        return _indicator(session, source, period, as_of, region)
    if isinstance(source, FromPlan):
        return _done(session, source, period, as_of, region)
    if isinstance(source, Counted):
        return COUNTS[source.what](session, period, as_of, region)
    raise TypeError(f"{line.code} has no source that can be computed")


def _indicator(session: ExchangeSession, source: FromIndicator, period: Period, as_of: date, region: str | None) -> Value:
    """With channels the sum over them; without a value in any of them there is none."""
    narrowed: tuple[dict[str, object], ...] = tuple({"channel": one} for one in source.channels) or ({},)
    found = [statistics.indicator_value(session, source.code, region, period, as_known_on=as_of, **one).value for one in narrowed]
    known = [value for value in found if value is not None]
    return _rounded(sum(known)) if known else None


def _done(session: ExchangeSession, source: FromPlan, period: Period, as_of: date, region: str | None) -> Value:
    """Places taken, or tenge paid, by the rows of the ledger of the period."""
    counted = LedgerEntry.paid if source.is_money else LedgerEntry.places_taken
    wanted = select(func.coalesce(func.sum(counted), 0)).join(Allocation, Allocation.id == LedgerEntry.allocation_id)
    wanted = wanted.where(LedgerEntry.recorded_at >= _midnight(period.first), LedgerEntry.recorded_at < _end(min(period.last_day, as_of)))
    if source.kinds:
        wanted = wanted.join(Measure, Measure.id == Allocation.measure_id).where(Measure.kind.in_(source.kinds))
    if region is not None:
        wanted = wanted.where(Allocation.region_code == region)
    return Decimal(session.scalar(wanted) or 0)


def _plan(session: ExchangeSession, source: FromPlan | None, period: Period, region: str | None) -> Value:
    wanted = select(Allocation.starts_on, Allocation.ends_on, Allocation.places, Allocation.planned)
    wanted = wanted.where(Allocation.starts_on <= period.last_day, Allocation.ends_on >= period.first)
    if source and source.kinds:
        wanted = wanted.join(Measure, Measure.id == Allocation.measure_id).where(Measure.kind.in_(source.kinds))
    if region is not None:
        wanted = wanted.where(Allocation.region_code == region)
    rows = session.execute(wanted).all()
    before = period.first - timedelta(days=1)
    shares = [elapsed_share(row.starts_on, row.ends_on, period.last_day) - elapsed_share(row.starts_on, row.ends_on, before) for row in rows]
    planned = [row.planned if source and source.is_money else row.places for row in rows]
    return Decimal(round(sum(share * count for share, count in zip(shares, planned, strict=True)))) if rows else None


def _agencies(session: ExchangeSession, period: Period, as_of: date, region: str | None) -> Value:
    """Connected by the last day of the period, with a licence that held on it."""
    last = min(period.last_day, as_of)
    holds = select(Licence.id).where(
        Licence.agency_id == Agency.id,
        Licence.granted_on <= last,
        Licence.expires_on >= last,
        Licence.state.in_((LicenceState.GRANTED, LicenceState.EXPIRED)),
    )
    wanted = select(func.count(Agency.id)).where(Agency.connected_on <= last, ~Agency.is_sandbox, holds.exists())
    if region is not None:
        wanted = wanted.where(Agency.region_code == region)
    return Decimal(session.scalar(wanted) or 0)


def _regions(session: ExchangeSession, period: Period, as_of: date, region: str | None) -> Value:
    """Regions in which somebody was placed in the period."""
    row = statistics.by_region(session, "placements_declared", period, as_known_on=as_of)
    running = [code for code, figure in row.regions.items() if figure.value]
    return Decimal(len(running) if region is None else int(region in running))


COUNTS: dict[str, Callable[[ExchangeSession, Period, date, str | None], Value]] = {"agencies": _agencies, "regions": _regions}


def _rounded(value: float) -> Decimal:
    return Decimal(str(round(value, 1)))


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time.min, tzinfo=clock.COUNTRY_ZONE)


def _end(day: date) -> datetime:
    return _midnight(day + timedelta(days=1))
