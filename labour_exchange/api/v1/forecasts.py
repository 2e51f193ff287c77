"""Forecasts: the next twelve months of each figure and place, with intervals and how well the model did on the past."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question, codes
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.statistics import PLACES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.forecasts.models import Forecast
from labour_exchange.statistics.forecasts.queries import FORECAST, latest_forecasts

blueprint = Blueprint("api_forecasts", __name__, url_prefix="/api/v1/statistics/forecasts", description="Statistics: forecasts.")


class ForecastQuestion(Question):
    """Which forecasts."""

    region = codes(PLACES, "Regions by ISO code, KZ for the country; repeat the name. All by default.", most=len(PLACES))
    indicator = codes(FORECAST, "Codes of indicators; repeat the name. All by default.", most=len(FORECAST))


class ForecastPoint(ma.Schema):
    """One month ahead; the interval is meant to hold the figure four times in five."""

    period = ma.fields.String(required=True)
    value = ma.fields.Float(required=True)
    low = ma.fields.Float(required=True, allow_none=True)
    high = ma.fields.Float(required=True, allow_none=True)


class ForecastItem(ma.Schema):
    """One figure of one place. MASE below that of seasonal naive means better than last year's month."""

    indicator = ma.fields.String(required=True)
    region = ma.fields.String(required=True)
    last_month = ma.fields.String(required=True)
    made_on = ma.fields.Date(required=True)
    model = ma.fields.String(required=True)
    mase = ma.fields.Float(required=True, allow_none=True)
    mase_seasonal_naive = ma.fields.Float(required=True, allow_none=True)
    coverage = ma.fields.Float(required=True, allow_none=True)
    is_worse_than_naive = ma.fields.Boolean(required=True)
    items = ma.fields.List(ma.fields.Nested(ForecastPoint), required=True)


class Forecasts(ma.Schema):
    """The newest forecasts."""

    items = ma.fields.List(ma.fields.Nested(ForecastItem), required=True)


@blueprint.get("")
@permits(READ_STATISTICS)
@blueprint.arguments(ForecastQuestion, location="query", unknown="raise")
@blueprint.response(200, Forecasts)
@described(blueprint, "listForecasts", "List forecasts", "/api/v1/statistics/forecasts?region=KZ-71")
def list_forecasts(question: dict[str, Any]) -> Any:
    """Twelve months ahead, made each month from published figures. Places with too few people have none."""
    keep_for(3600)
    places, indicators = question["region"] or PLACES, question["indicator"] or FORECAST
    found = latest_forecasts(db.session())
    return {"items": [_item(one) for one in found if one.region_code in places and one.indicator_code in indicators]}


def _item(forecast: Forecast) -> dict[str, Any]:
    points = [{"period": f"{one.month:%Y-%m}", "value": one.middle, "low": one.low, "high": one.high} for one in forecast.months]
    return {
        "indicator": forecast.indicator_code,
        "region": forecast.region_code,
        "last_month": f"{forecast.last_month:%Y-%m}",
        "made_on": forecast.made_on,
        "model": forecast.model,
        "mase": forecast.mase,
        "mase_seasonal_naive": forecast.mase_seasonal_naive,
        "coverage": forecast.coverage,
        "is_worse_than_naive": forecast.is_worse_than_naive,
        "items": points,
    }
