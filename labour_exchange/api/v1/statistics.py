"""Statistics: the catalogue of indicators, and each one's monthly series as anybody may see it."""

from collections.abc import Iterator
from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question, Words, Written, codes
from labour_exchange.api.language import language
from labour_exchange.api.pages import PageQuestion, next_link, page_of_table, page_schema
from labour_exchange.api.reading import keep_for
from labour_exchange.api.texts import NOT_A_MONTH, PERIOD_ORDER, PERIOD_TOO_LONG
from labour_exchange.api.v1.shapes import A_DAY, Names, described, named
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.estimates import estimated_rows
from labour_exchange.statistics.indicators import ENTRIES, ESTIMATES
from labour_exchange.statistics.indicators.definition import Entry, Unit
from labour_exchange.statistics.periods import Period, months_until, read_period
from labour_exchange.statistics.queries import Figure, Row, latest_public_month, public_rows, refuse_to_public
from labour_exchange.statistics.states import Standing
from labour_exchange.territory.queries import regions

blueprint = Blueprint("api_statistics", __name__, url_prefix="/api/v1/statistics", description="Statistics: indicators and their series.")
COUNTRY = "KZ"
PLACES = (COUNTRY, *(one.iso_code for one in regions()))
USUAL_MONTHS, MOST_MONTHS = 12, 36
A_MONTH = Written("(19[9][0-9]|20[0-9][0-9])-(0[1-9]|1[0-2])", "2026-11", NOT_A_MONTH)


class SeriesQuestion(Question):
    """Which part of the series."""

    region = codes(PLACES, "Regions by ISO code, KZ for the country; repeat the name. All by default.", most=len(PLACES))
    since = Words(validate=A_MONTH, metadata={"description": "First month; by default twelve months before the last."})
    until = Words(validate=A_MONTH, metadata={"description": "Last month; by default, and at most, the last one that is over."})


class IndicatorItem(ma.Schema):
    """What is measured, how, and what to beware of."""

    code = ma.fields.String(required=True)
    name = ma.fields.String(required=True)
    names = ma.fields.Nested(Names, required=True)
    unit = ma.fields.String(required=True, validate=ma.validate.OneOf([unit.value for unit in Unit]))
    formula = ma.fields.String(required=True)
    source = ma.fields.String(required=True)
    caveat = ma.fields.String(required=True)
    example = ma.fields.String(required=True)
    literature = ma.fields.List(ma.fields.String(), required=True, metadata={"description": "Where the method is from."})
    matures_after_months = ma.fields.Integer(required=True, metadata={"description": "Months after a period before anything can be said of it."})
    digits = ma.fields.Integer(required=True, metadata={"description": "Digits after the point that the value carries."})
    for_staff = ma.fields.Boolean(required=True, metadata={"description": "Whether only staff are shown the figures: then there is no series here."})
    version = ma.fields.Integer(required=True)


class SeriesPoint(ma.Schema):
    """One month in one region."""

    period = ma.fields.String(required=True)
    region = ma.fields.String(required=True)
    value = ma.fields.Float(required=True, allow_none=True)
    standing = ma.fields.String(
        required=True,
        validate=ma.validate.OneOf([standing.value for standing in Standing]),
        metadata={"description": "withheld: kept back to protect people; too_early: not yet observable; undefined: a share of nothing."},
    )


class IndicatorSeries(ma.Schema):
    """Monthly values, oldest first."""

    indicator = ma.fields.Nested(IndicatorItem, required=True)
    items = ma.fields.List(ma.fields.Nested(SeriesPoint), required=True)


@blueprint.get("/indicators")
@permits(READ_STATISTICS)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("IndicatorPage", IndicatorItem))
@described(blueprint, "listIndicators", "List indicators", "/api/v1/statistics/indicators?lang=en")
def list_indicators(question: dict[str, Any]) -> Any:
    """The catalogue, each indicator with its formula, source and caveat."""
    keep_for(A_DAY)
    page = page_of_table([_item(one) for one in ENTRIES.values()], lambda item: str(item["code"]), question)
    return page, 200, next_link(page)


@blueprint.get("/indicators/<string:code>")
@permits(READ_STATISTICS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, IndicatorItem)
@described(blueprint, "readIndicator", "Read one indicator", "/api/v1/statistics/indicators/placements_confirmed?lang=en")
def read_indicator(question: dict[str, Any], code: str) -> Any:
    """One indicator with its formula, source and caveat."""
    keep_for(A_DAY)
    return _item(_known(code))


@blueprint.get("/indicators/<string:code>/series")
@permits(READ_STATISTICS)
@blueprint.arguments(SeriesQuestion, location="query", unknown="raise")
@blueprint.response(200, IndicatorSeries)
@described(blueprint, "readSeries", "Read a series", "/api/v1/statistics/indicators/placements_declared/series?region=KZ-71&lang=en")
def read_series(question: dict[str, Any], code: str) -> Any:
    """Months that are over. Counts from 1 to 4, and those that would give them away, are withheld."""
    found = _known(code)
    refuse_to_public(found)
    months = _months(question.get("since"), question.get("until"))
    keep_for(3600)
    rows = _rows(code, months) if months else []
    return {"indicator": _item(found), "items": list(_points(found, rows, question["region"] or list(PLACES)))}


def _rows(code: str, months: tuple[Period, ...]) -> list[Row]:
    return estimated_rows(db.session(), code, months, is_public=True) if code in ESTIMATES else public_rows(db.session(), code, months)


def _known(code: str) -> Entry:
    if code not in ENTRIES:
        raise NotFound
    return ENTRIES[code]


def _months(since: str | None, until: str | None) -> tuple[Period, ...]:
    """The months asked for, as far as they are over. Raises InvalidInput for none and for too many."""
    last = min(read_period(until), latest_public_month()) if until else latest_public_month()
    if since is None:
        return months_until(last, USUAL_MONTHS)
    first = read_period(since)
    if until and first > read_period(until):
        raise InvalidInput([FieldError("query/since", PERIOD_ORDER)])
    count = (last.first.year - first.first.year) * 12 + last.first.month - first.first.month + 1
    if count > MOST_MONTHS:
        raise InvalidInput([FieldError("query/since", PERIOD_TOO_LONG, {"most": MOST_MONTHS})])
    return months_until(last, count) if count > 0 else ()


def _points(found: Entry, rows: list[Row], places: list[str]) -> Iterator[dict[str, Any]]:
    for row in rows:
        for place in dict.fromkeys(places):
            figure: Figure = row.country if place == COUNTRY else row.regions[place]
            value = None if figure.value is None else round(figure.value, found.digits)
            yield {"period": row.period.code, "region": place, "value": value, "standing": figure.standing.value}


def _item(one: Entry) -> dict[str, Any]:
    said = language()
    described = {name: getattr(one, name).in_language(said) for name in ("formula", "source", "caveat")} | {
        "example": one.example.words.in_language(said)
    }
    plain = {
        "code": one.code,
        "unit": one.unit.value,
        "matures_after_months": one.matures_after,
        "digits": one.digits,
        "version": one.version,
        "for_staff": one.is_for_staff,
    }
    plain |= {"literature": list(one.literature)}
    return plain | named(one.name) | described
