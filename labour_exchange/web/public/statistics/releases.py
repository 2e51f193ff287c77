"""Releases that anybody reads: the calendar with its announced minutes, each release with its tables, and its files."""

import json

from flask import Response, render_template, request

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.releases.contents import differences
from labour_exchange.statistics.releases.files import COLUMNS, SDMX_COLUMNS, document_of, rows_of, sdmx_rows
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import calendar, editions, published_release
from labour_exchange.statistics.releases.states import ReleaseState
from labour_exchange.statistics.releases.texts import STATES
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.statistics.release_tables import table_of
from labour_exchange.web.spreadsheets import csv_response, json_response, sdmx_response, xlsx_response


@blueprint.get("/statistics/releases")
@permits(READ_STATISTICS)
def release_calendar() -> str:
    """What is announced and what is published; of what is announced only the period and the minute."""
    announced, published = calendar(db.session())
    return render_template("public/statistics/releases.html", announced=announced, published=published, states=STATES)


@blueprint.get("/statistics/releases/<name>")
@permits(READ_STATISTICS)
def release(name: str) -> str:
    """One release: what it rests on, one of its tables by region, and its files."""
    found = published_release(db.session(), name)
    siblings = [one for one in editions(db.session(), found.period_code) if one.state is ReleaseState.PUBLISHED]
    before = next((one for one in siblings if one.edition == found.edition - 1), None)
    return render_template(
        "public/statistics/release.html",
        release=found,
        catalogue=CATALOGUE,
        siblings=siblings,
        changes=differences(before.tables, found.tables) if before else [],
        **table_of(found, request.args.get("indicator", "")),
    )


@blueprint.get("/statistics/releases/<name>/release.<form>")
@permits(READ_STATISTICS)
def release_file(name: str, form: str) -> Response:
    """The whole release as csv, xlsx, json or sdmx.csv."""
    found = published_release(db.session(), name)
    makers = {"csv": _csv, "xlsx": _xlsx, "json": _json, "sdmx.csv": _sdmx}
    if form not in makers:
        raise NotFound
    return makers[form](found)


def _csv(found: Release) -> Response:
    return csv_response(f"release-{found.name}.csv", COLUMNS, rows_of(found))


def _sdmx(found: Release) -> Response:
    return sdmx_response(f"release-{found.name}.sdmx.csv", SDMX_COLUMNS, sdmx_rows(found))


def _json(found: Release) -> Response:
    return json_response(f"release-{found.name}.json", document_of(found))


def _xlsx(found: Release) -> Response:
    facts = [(key, json.dumps(value) if isinstance(value, dict) else value) for key, value in document_of(found).items() if key != "tables"]
    return xlsx_response(f"release-{found.name}.xlsx", {"release": facts, "figures": [COLUMNS, *rows_of(found)]})
