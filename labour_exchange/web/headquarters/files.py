"""Live figures as CSV: all regions for the ministry, one region for its offices."""

from flask import Response, request
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.placements.states import Channel
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_region
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period, month_of, read_period
from labour_exchange.territory.queries import is_region
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web import localisation
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.public.statistics import drawing
from labour_exchange.web.spreadsheets import csv_response


@blueprint.get("/figures.csv")
@permits(READ_REGION_FIGURES)
def figures() -> Response:
    """Every indicator, or the one named, of one region or of all, in a period; `channel` narrows it."""
    region = request.args.get("region", "")
    if region and not (is_region(region) and may_read_region(current_actor(), region)):
        raise NotFound
    if not region and current_actor().kind not in MINISTRY:
        raise NotFound
    period, channel, code = _period(), request.args.get("channel", ""), request.args.get("indicator", "")
    narrowed: dict[str, object] = {"channel": channel} if channel in {one.value for one in Channel} else {}
    codes = (queries.indicator(code).code,) if code else drawing.LIVE_LISTED
    rows = [line for one in codes for line in _lines(one, period, region, narrowed)]
    header = drawing.header_of([_("Region code"), _("Region"), _("Indicator"), _("Period"), _("As known on")])
    return csv_response(f"live-{region or 'KZ'}-{period.code}.csv", header, rows)


def _lines(code: str, period: Period, region: str, narrowed: dict[str, object]) -> list[list[object]]:
    words, session = localisation.words, db.session()
    head = [words(CATALOGUE[code].name), period.code, clock.today().isoformat()]
    if region:
        figure = queries.indicator_value(session, code, region, period, **narrowed)
        return [[region, words(region_of(region).name), *head, *drawing.cells_of(figure, CATALOGUE[code])]]
    row = queries.by_region(session, code, period, **narrowed)
    named = [(one, words(region_of(one).name), figure) for one, figure in row.regions.items()]
    named += [("", words(texts.NO_PLACE), row.nowhere), ("KZ", words(texts.COUNTRY), row.country)]
    return [[one, name, *head, *drawing.cells_of(figure, CATALOGUE[code])] for one, name, figure in named]


def _period() -> Period:
    written = request.args.get("period", "")
    try:
        return read_period(written) if written else month_of(clock.today())
    except ValueError:
        raise InvalidInput([FieldError("period", texts.UNKNOWN_PERIOD)]) from None
