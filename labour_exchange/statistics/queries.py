"""Figures read from the facts: one cell, every region of a period, a series of months; live, or as they may be published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.statistics import disclosure, texts
from labour_exchange.statistics.amounts import Amounts, amounts_of
from labour_exchange.statistics.indicators import CATALOGUE, Indicator
from labour_exchange.statistics.models import FactMonth
from labour_exchange.statistics.periods import Period, month_of, months_until
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.queries import is_region, regions

NOWHERE = ""
"""Stands for the facts whose region is not stated."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A value in the indicator's unit, or why there is none."""

    value: float | None
    standing: Standing = Standing.KNOWN


@dataclass(frozen=True, slots=True)
class Row:
    """One indicator in one period: every region by its code, what lies in none, and the country."""

    indicator: Indicator
    period: Period
    regions: Mapping[str, Figure]
    nowhere: Figure
    country: Figure


WITHHELD, TOO_EARLY = Figure(None, Standing.WITHHELD), Figure(None, Standing.TOO_EARLY)


def indicator(code: str) -> Indicator:
    """Raises InvalidInput(unknown_indicator)."""
    if code not in CATALOGUE:
        raise InvalidInput([FieldError("indicator", texts.UNKNOWN_INDICATOR, {"code": code})])
    return CATALOGUE[code]


def indicator_value(
    session: Session, code: str, region: str | None, period: Period, *, as_known_on: date | None = None, **dimensions: object
) -> Figure:
    """One live cell; without a region the whole country. `dimensions` limit it to columns of Fact, such as channel="agency".

    Raises InvalidInput for an unknown indicator or region, ValueError for an unknown dimension.
    """
    wanted = indicator(code)
    if region is not None and not is_region(region):
        raise InvalidInput([FieldError("region", texts.UNKNOWN_REGION, {"code": region})])
    amounts = amounts_of(session, wanted.terms, (period,), region=region, as_known_on=as_known_on, **dimensions)
    return _figure(wanted, amounts, region, period, as_known_on)


def by_region(session: Session, code: str, period: Period, *, as_known_on: date | None = None, **dimensions: object) -> Row:
    """The live figures of every region in one period. Raises InvalidInput(unknown_indicator)."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, (period,), as_known_on=as_known_on, **dimensions)
    return _row(wanted, amounts, period, as_known_on)


def series(
    session: Session, code: str, region: str | None, periods: Sequence[Period], *, as_known_on: date | None = None, **dimensions: object
) -> list[Figure]:
    """The live figures of one region, or of the country, in each period."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, periods, region=region, as_known_on=as_known_on, **dimensions)
    return [_figure(wanted, amounts, region, period, as_known_on) for period in periods]


def public_by_region(session: Session, code: str, month: Period) -> Row:
    """The figures of one month as anybody may see them: small cells and those that would give them away are withheld."""
    return public_rows(session, code, (month,))[0]


def public_rows(session: Session, code: str, months: Sequence[Period]) -> list[Row]:
    """The same for several months: what a page of one region may show of a month is decided by the whole country's column."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, months)
    return [_published(_row(wanted, amounts, month, None), amounts) for month in months]


def latest_public_month() -> Period:
    """The last month that is over."""
    return month_of(clock.today()).previous


def public_months(session: Session, most: int = 36) -> tuple[Period, ...]:
    """Months that are over and for which there are facts, newest first; at least one."""
    first = session.scalar(select(func.min(FactMonth.month)))
    last = latest_public_month()
    return tuple(reversed([month for month in months_until(last, most) if month == last or (first is not None and month.first >= first)]))


def brought_by_agencies(session: Session, period: Period) -> dict[int, dict[str, int]]:
    """What each agency brought in the period, by measure; live."""
    wanted = select(FactMonth.agency_id, FactMonth.measure, func.sum(FactMonth.count))
    wanted = wanted.where(FactMonth.agency_id > 0, FactMonth.month.in_(period.months)).group_by(FactMonth.agency_id, FactMonth.measure)
    found: dict[int, dict[str, int]] = {}
    for agency_id, measure, count in session.execute(wanted):
        found.setdefault(agency_id, {})[measure] = int(count)
    return found


def _row(wanted: Indicator, amounts: Amounts, period: Period, as_known_on: date | None) -> Row:
    found = {one.iso_code: _figure(wanted, amounts, one.iso_code, period, as_known_on) for one in regions()}
    nowhere = _figure(wanted, amounts, NOWHERE, period, as_known_on)
    return Row(wanted, period, found, nowhere, _figure(wanted, amounts, None, period, as_known_on))


def _figure(wanted: Indicator, amounts: Amounts, region: str | None, period: Period, as_known_on: date | None) -> Figure:
    if not wanted.is_observable(period, as_known_on or clock.today()):
        return TOO_EARLY
    above = [amounts.amount(term, region, period) for term in wanted.numerator]
    below = [amounts.amount(term, region, period) for term in wanted.denominator]
    value = wanted.value(above, below)
    return Figure(value, Standing.UNDEFINED if value is None else Standing.KNOWN)


def _published(row: Row, amounts: Amounts) -> Row:
    """The row with what must not be read out of it withheld; of a ratio, every cell one of whose sums is withheld."""
    hidden: set[str] = set()
    is_country_hidden = False
    for counts in _counts(row, amounts):
        column = disclosure.protected(counts)
        hidden |= {region for region, count in column.cells.items() if count is None}
        is_country_hidden = is_country_hidden or column.total is None
    shown = {region: _kept(figure, region in hidden) for region, figure in row.regions.items()}
    return Row(row.indicator, row.period, shown, _kept(row.nowhere, NOWHERE in hidden), _kept(row.country, is_country_hidden))


def _kept(figure: Figure, is_hidden: bool) -> Figure:
    return WITHHELD if is_hidden and figure.standing is not Standing.TOO_EARLY else figure


def _counts(row: Row, amounts: Amounts) -> list[dict[str, int]]:
    """The columns of counts behind a row: the sum above the line, and for a ratio also the one below."""
    places = [*row.regions, NOWHERE]
    sums = [terms for terms in (row.indicator.numerator, row.indicator.denominator) if terms]
    return [{place: round(sum(term.weight * amounts.amount(term, place, row.period) for term in terms)) for place in places} for terms in sums]
