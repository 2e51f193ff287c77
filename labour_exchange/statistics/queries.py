"""Figures read from the facts: one cell, every region of a period, a series of months; live, or as they may be published."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.errors import FieldError, InvalidInput, Refusal
from labour_exchange.statistics import publishing, texts
from labour_exchange.statistics.amounts import Amounts, amounts_of
from labour_exchange.statistics.indicators import CATALOGUE, Entry, Indicator
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

    indicator: Entry
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
    return figure_of(wanted, amounts, region, period, as_known_on)


def by_region(session: Session, code: str, period: Period, *, as_known_on: date | None = None, **dimensions: object) -> Row:
    """The live figures of every region in one period. Raises InvalidInput(unknown_indicator)."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, (period,), as_known_on=as_known_on, **dimensions)
    return _row(wanted, amounts, period, as_known_on)


def rows_by_region(session: Session, code: str, periods: Sequence[Period]) -> list[Row]:
    """The live figures of every region in each period, read at once."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, periods)
    return [_row(wanted, amounts, period, None) for period in periods]


def series(
    session: Session, code: str, region: str | None, periods: Sequence[Period], *, as_known_on: date | None = None, **dimensions: object
) -> list[Figure]:
    """The live figures of one region, or of the country, in each period."""
    wanted = indicator(code)
    amounts = amounts_of(session, wanted.terms, periods, region=region, as_known_on=as_known_on, **dimensions)
    return [figure_of(wanted, amounts, region, period, as_known_on) for period in periods]


def public_by_region(session: Session, code: str, month: Period) -> Row:
    """The figures of one month as anybody may see them: small cells and those that would give them away are withheld."""
    return public_rows(session, code, (month,))[0]


def public_rows(session: Session, code: str, months: Sequence[Period]) -> list[Row]:
    """The same for several months: what a page of one region may show of a month is decided by the whole country's column.

    Raises Refusal(indicator_for_staff).
    """
    wanted = indicator(code)
    refuse_to_public(wanted)
    if not wanted.is_of_people:
        return rows_by_region(session, code, months)
    amounts = amounts_of(session, publishing.terms_of(wanted), months)
    released = publishing.hidden_in_releases(session, wanted, months)
    return [_published(wanted, _row(wanted, amounts, month, None), amounts, released.get(month)) for month in months]


def refuse_to_public(entry: Entry) -> None:
    """Raises Refusal(indicator_for_staff) for what the public is never shown."""
    if entry.is_for_staff:
        raise Refusal(texts.INDICATOR_FOR_STAFF, field="indicator", code=entry.code)


def latest_public_month() -> Period:
    """The last month that is over."""
    return month_of(clock.today()).previous


def public_months(session: Session, most: int = 240) -> tuple[Period, ...]:
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
    found = {one.iso_code: figure_of(wanted, amounts, one.iso_code, period, as_known_on) for one in regions()}
    nowhere = figure_of(wanted, amounts, NOWHERE, period, as_known_on)
    return Row(wanted, period, found, nowhere, figure_of(wanted, amounts, None, period, as_known_on))


def figure_of(wanted: Indicator, amounts: Amounts, region: str | None, period: Period, as_known_on: date | None) -> Figure:
    """The indicator of what was read for a place and a period."""
    if not wanted.is_observable(period, as_known_on or clock.today()):
        return TOO_EARLY
    above = [amounts.amount(term, region, period) for term in wanted.numerator]
    below = [amounts.amount(term, region, period) for term in wanted.denominator]
    value = wanted.value(above, below)
    return Figure(value, Standing.UNDEFINED if value is None else Standing.KNOWN)


def _published(wanted: Indicator, row: Row, amounts: Amounts, released: publishing.Hidden | None) -> Row:
    """The row with what must not be read out of it withheld, and what a release withheld."""
    hidden = publishing.hidden_in(wanted, [*row.regions, NOWHERE], row.period, amounts)
    places = hidden.places | (released.places if released else set())
    shown = {region: kept(figure, region in places) for region, figure in row.regions.items()}
    is_country_hidden = hidden.total or bool(released and released.total)
    return Row(row.indicator, row.period, shown, kept(row.nowhere, NOWHERE in places), kept(row.country, is_country_hidden))


def kept(figure: Figure, is_hidden: bool) -> Figure:
    """The figure, or that it is withheld; too early stays so."""
    return WITHHELD if is_hidden and figure.standing is not Standing.TOO_EARLY else figure
