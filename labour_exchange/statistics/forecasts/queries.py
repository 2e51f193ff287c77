"""Which figures are forecast, and the latest forecast of each place."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.statistics.forecasts.models import Forecast

COUNTRY = "KZ"
FORECAST = ("registrations_inflow", "vacancies_notified", "placements_declared")
"""Codes of the indicators that are forecast."""


def latest_forecasts(session: Session, *, region: str | None = None, code: str | None = None) -> list[Forecast]:
    """The newest forecasts of each indicator, of all places or of one, in the order of the catalogue above and of the codes of places."""
    newest = select(Forecast.indicator_code, func.max(Forecast.last_month).label("last")).group_by(Forecast.indicator_code).subquery()
    wanted = select(Forecast).join(newest, (Forecast.indicator_code == newest.c.indicator_code) & (Forecast.last_month == newest.c.last))
    if region is not None:
        wanted = wanted.where(Forecast.region_code == region)
    if code is not None:
        wanted = wanted.where(Forecast.indicator_code == code)
    found = session.scalars(wanted.order_by(Forecast.region_code))
    return sorted(found, key=lambda one: (FORECAST.index(one.indicator_code) if one.indicator_code in FORECAST else len(FORECAST), one.region_code))
