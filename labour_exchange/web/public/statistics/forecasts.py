"""What is expected in the next twelve months: charts with their intervals, the test of the model beside them, and CSV."""

from flask import Response, render_template, request, url_for
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.forecasts.models import Forecast
from labour_exchange.statistics.forecasts.queries import COUNTRY, FORECAST, latest_forecasts
from labour_exchange.statistics.forecasts.texts import MODELS
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import month_of, months_until
from labour_exchange.territory.queries import is_region, regions_in_order
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web import localisation
from labour_exchange.web.figures import Plot, Series, line_plot
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.statistics import drawing
from labour_exchange.web.spreadsheets import csv_response

KNOWN_MONTHS = 24


@blueprint.get("/statistics/forecasts")
@permits(READ_STATISTICS)
def forecasts() -> str:
    """One place: each figure that is forecast, with two known years before it."""
    place = _place()
    found = [(CATALOGUE[one.indicator_code], one, _plot(one), _sentence(one)) for one in latest_forecasts(db.session(), region=place)]
    return render_template(
        "public/statistics/forecasts.html",
        place=place,
        place_name=_name(place),
        regions=regions_in_order(localisation.language()),
        country=texts.COUNTRY,
        found=found,
        models=MODELS,
        quality=_quality() if place == COUNTRY else [],
        forecast_codes=[CATALOGUE[code] for code in FORECAST],
        file=url_for("public.forecasts_file", region=place),
    )


@blueprint.get("/statistics/forecasts.csv")
@permits(READ_STATISTICS)
def forecasts_file() -> Response:
    """Every forecast of one place, or of all without one; a row a month."""
    place = _place() if request.args.get("region") else None
    header = [_("Region code"), _("Region"), _("Indicator"), _("Month"), _("Expected"), _("At least"), _("At most"), _("Model")]
    header += [_("MASE"), _("MASE of seasonal naive"), _("Share inside the interval"), _("Made on")]
    rows = [
        [
            *(one.region_code, localisation.words(_name(one.region_code)), localisation.words(CATALOGUE[one.indicator_code].name)),
            *(f"{month.month:%Y-%m}", *(_plain(value, 1) for value in (month.middle, month.low, month.high)), one.model),
            *(*(_plain(value, 3) for value in (one.mase, one.mase_seasonal_naive, one.coverage)), one.made_on.isoformat()),
        ]
        for one in latest_forecasts(db.session(), region=place)
        for month in one.months
    ]
    return csv_response(f"forecasts-{place or 'all'}.csv", header, rows)


def _quality() -> list[tuple[str, object, dict[str, Forecast]]]:
    """Every place that has forecasts, the country first: its code, its name, and its forecasts by indicator."""
    found: dict[str, dict[str, Forecast]] = {}
    for one in latest_forecasts(db.session()):
        found.setdefault(one.region_code, {})[one.indicator_code] = one
    places = [COUNTRY, *(one.iso_code for one in regions_in_order(localisation.language()))]
    return [(code, _name(code), found[code]) for code in places if code in found]


def _place() -> str:
    place = request.args.get("region", COUNTRY) or COUNTRY
    if place != COUNTRY and not is_region(place):
        raise NotFound
    return place


def _name(place: str) -> object:
    return texts.COUNTRY if place == COUNTRY else region_of(place).name


def _plain(value: float | None, digits: int) -> str:
    return "" if value is None else f"{value:.{digits}f}"


def _plot(forecast: Forecast) -> Plot:
    known = months_until(month_of(forecast.last_month), KNOWN_MONTHS)
    rows = queries.public_rows(db.session(), forecast.indicator_code, known)
    values = [(row.country if forecast.region_code == COUNTRY else row.regions[forecast.region_code]).value for row in rows]
    ahead = forecast.months
    nothing: list[float | None] = [None] * len(known)
    months = [*(one.first for one in known), *(one.month for one in ahead)]
    letters = drawing.MONTH_LETTERS[localisation.language()]
    return line_plot(
        [localisation.month(month) for month in months],
        [
            Series(_("Counted"), [*values, *([None] * len(ahead))]),
            Series(
                _("Expected"),
                [*nothing, *(one.middle for one in ahead)],
                [*nothing, *(one.low for one in ahead)],
                [*nothing, *(one.high for one in ahead)],
            ),
        ],
        axis_words=[letters[month.month - 1] for month in months],
    )


def _sentence(forecast: Forecast) -> str:
    last = forecast.months[-1]
    name = localisation.words(CATALOGUE[forecast.indicator_code].name)
    words = {"name": name, "month": localisation.month(last.month), "value": localisation.number(last.middle, 0)}
    if last.low is None or last.high is None:
        return _("%(name)s: about %(value)s expected in %(month)s.", **words)
    between = {"low": localisation.number(last.low, 0), "high": localisation.number(last.high, 0)}
    return _("%(name)s: about %(value)s expected in %(month)s, probably between %(low)s and %(high)s.", **words, **between)
