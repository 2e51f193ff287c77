"""Live figures beside those of last year, as they were known on the same day, and the regions that fall behind."""

from dataclasses import dataclass

from flask_babel import gettext as _
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.statistics import queries
from labour_exchange.statistics.indicators import CATALOGUE, Indicator
from labour_exchange.statistics.periods import Period, month_of, months_after, months_until
from labour_exchange.statistics.queries import Figure
from labour_exchange.web import localisation
from labour_exchange.web.public.statistics import drawing

BEHIND_SHOWN = 5
ENOUGH = 20
"""Below so many declared placements a share says more of chance than of work."""


@dataclass(frozen=True, slots=True)
class Behind:
    """A region whose share of confirmed placements lies below the country's, both in per cent, over the last three whole months."""

    region_code: str
    share: float
    country: float
    declared: int
    confirmed: int

    @property
    def lacking(self) -> int:
        """Declared placements that nobody has confirmed."""
        return self.declared - self.confirmed


def this_month() -> Period:
    return month_of(clock.today())


def quarter() -> Period:
    """The last three whole months."""
    return Period(months_after(this_month().first, -3), 3)


def latest_matured(code: str) -> Period:
    """The latest month of which the indicator can be said."""
    indicator = CATALOGUE[code]
    return next(one for one in reversed(months_until(this_month(), drawing.MONTHS_SHOWN)) if indicator.is_observable(one, clock.today()))


def beside_last_year(session: Session, code: str, region_code: str | None, **dimensions: object) -> dict[str, object]:
    """A tile: the indicator now and a year ago, both as known on this day of the month."""
    today = clock.today()
    day_then = today.replace(year=today.year - 1, day=min(today.day, 28) if today.month == 2 else today.day)
    month = latest_matured(code)
    now = queries.indicator_value(session, code, region_code, month, **dimensions)
    then = queries.indicator_value(session, code, region_code, month.year_before, as_known_on=day_then, **dimensions)
    indicator = CATALOGUE[code]
    note = _("%(month)s; a year ago by the same day: %(value)s", month=localisation.month(month.first), value=drawing.written(then, indicator))
    return {"value": drawing.written(now, indicator), "label": indicator.name, "note": note}


def regions_behind(session: Session) -> list[Behind]:
    """Regions below the country, those with most unconfirmed placements first."""
    period = quarter()
    declared = queries.by_region(session, "placements_declared", period)
    confirmed = queries.by_region(session, "placements_confirmed", period)
    total = declared.country.value or 0
    country = 100 * (confirmed.country.value or 0) / total if total else 0
    found = [
        Behind(code, 100 * (confirmed.regions[code].value or 0) / count, country, round(count), round(confirmed.regions[code].value or 0))
        for code, figure in declared.regions.items()
        if (count := figure.value or 0) >= ENOUGH
    ]
    return sorted((one for one in found if one.share < country), key=lambda one: -one.lacking)[:BEHIND_SHOWN]


def run_of(session: Session, code: str, region_code: str | None, months: tuple[Period, ...], **dimensions: object) -> tuple[Indicator, list[Figure]]:
    """A line of a chart."""
    return CATALOGUE[code], queries.series(session, code, region_code, months, **dimensions)
