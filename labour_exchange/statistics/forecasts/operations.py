"""Making the month's forecasts: for every region and the country, from published figures only."""

import math
from collections.abc import Sequence
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.statistics.forecasts.models import Forecast, ForecastMonth
from labour_exchange.statistics.forecasts.queries import COUNTRY, FORECAST
from labour_exchange.statistics.periods import months_after
from labour_exchange.statistics.queries import Row, latest_public_month, public_months, public_rows

MOST_MONTHS = 180
RECENT, MOST_WITHHELD = 24, 6
"""A place of whose last two years more than this many months are withheld has too few people for a forecast."""


def make_forecasts(session: Session) -> int:
    """Forecast what has no forecast yet after the last month that is over; gives how many were made. Twice makes none anew.

    Only figures that anybody may see go in, so what comes out gives no withheld figure away.
    """
    last = latest_public_month()
    months = tuple(reversed(public_months(session, MOST_MONTHS)))
    made = 0
    for code in FORECAST:
        known = set(session.scalars(select(Forecast.region_code).where(Forecast.indicator_code == code, Forecast.last_month == last.first)))
        rows = public_rows(session, code, months)
        for region in {COUNTRY: None, **rows[0].regions}:
            if region not in known and (found := _forecast(code, region, rows)) is not None:
                session.add(found)
                made += 1
    session.flush()
    return made


def _forecast(code: str, region: str, rows: Sequence[Row]) -> Forecast | None:
    figures = [(row.country if region == COUNTRY else row.regions[region]).value for row in rows]
    while figures and not figures[0]:  # Before the first figure there was no register, not a register of nobody.
        figures.pop(0)
    if not figures or sum(value is None for value in figures[-RECENT:]) > MOST_WITHHELD:
        return None
    # They load numpy, which no web process needs at its start.
    from labour_exchange.statistics.forecasts.backtest import backtest, forecast, observed_of

    observed = observed_of(figures)
    ahead, tested = forecast(observed, not_below=0), backtest(region, observed)
    if ahead is None or any(not math.isfinite(one) for one in ahead.middle):
        return None
    last: date = rows[-1].period.first
    return Forecast(
        indicator_code=code,
        region_code=region,
        last_month=last,
        made_on=clock.today(),
        model=ahead.model,
        mase=tested.mase,
        mase_seasonal_naive=tested.mase_seasonal_naive,
        coverage=tested.coverage,
        months=[
            ForecastMonth(month=months_after(last, place + 1), middle=middle, low=ahead.low[place], high=ahead.high[place])
            for place, middle in enumerate(ahead.middle)
        ],
    )


def make_forecasts_monthly(session: Session) -> None:
    """What runs by the clock."""
    make_forecasts(session)
