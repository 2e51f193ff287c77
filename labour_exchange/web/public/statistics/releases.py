"""Releases that anybody reads: the calendar with its announced minutes, each release with its tables, and its files."""

import io
import json
from collections.abc import Iterator
from typing import Any

from flask import Response, render_template, request
from flask_babel import gettext as _
from openpyxl import Workbook

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics import texts
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.releases.contents import ALL, COUNTRY, NOT_STATED, differences
from labour_exchange.statistics.releases.files import COLUMNS, SDMX_COLUMNS, document_of, rows_of, sdmx_rows
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import calendar, editions, published_release
from labour_exchange.statistics.releases.states import ReleaseState
from labour_exchange.statistics.releases.texts import STATES
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.spreadsheets import csv_response, neutralised

SPREADSHEET = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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
    code = request.args.get("indicator", found.tables[0]["indicator"])
    table = next((one for one in found.tables if one["indicator"] == code), found.tables[0])
    siblings = [one for one in editions(db.session(), found.period_code) if one.state is ReleaseState.PUBLISHED]
    before = next((one for one in siblings if one.edition == found.edition - 1), None)
    cells = {tuple(row[:-1]): row[-1] for row in table["cells"]}
    regions = list(_codes(table["dimensions"][0]))
    every = _columns(table)
    # A channel in which nobody is counted anywhere is left out; the total stays.
    columns = [one for one in every if one is every[-1] or any(cells[(region, *one[1])] != 0 for region in regions)]
    return render_template(
        "public/statistics/release.html",
        release=found,
        table=table,
        catalogue=CATALOGUE,
        columns=[head for head, _rest in columns],
        rows=[(_place(region), [cells[(region, *rest)] for _head, rest in columns]) for region in regions],
        withheld=sum(table["withheld"].values()),
        siblings=siblings,
        changes=differences(before.tables, found.tables) if before else [],
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
    response = csv_response(f"release-{found.name}.sdmx.csv", SDMX_COLUMNS, sdmx_rows(found))
    response.set_data(response.get_data().removeprefix("\ufeff".encode()))  # Readers of SDMX take the mark for a part of the first name.
    response.mimetype = "application/vnd.sdmx.data+csv"
    response.headers["Content-Type"] = "application/vnd.sdmx.data+csv; version=2.0.0; charset=utf-8"
    return response


def _json(found: Release) -> Response:
    return _attached(json.dumps(document_of(found), ensure_ascii=False).encode(), "application/json", f"release-{found.name}.json")


def _xlsx(found: Release) -> Response:
    book = Workbook(write_only=True)
    facts = book.create_sheet("release")
    for key, value in document_of(found).items():
        if key != "tables":
            facts.append([key, neutralised(json.dumps(value) if isinstance(value, dict) else value)])
    sheet = book.create_sheet("figures")
    sheet.append(list(COLUMNS))
    for row in rows_of(found):
        sheet.append(list(row))
    written = io.BytesIO()
    book.save(written)
    return _attached(written.getvalue(), SPREADSHEET, f"release-{found.name}.xlsx")


def _attached(content: bytes, mimetype: str, name: str) -> Response:
    response = Response(content, mimetype=mimetype)
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _codes(dimension: dict[str, Any]) -> Iterator[str]:
    """Parts before their total, as tables are read."""
    for children in dimension["children"].values():
        yield from children
    yield dimension["top"]


def _columns(table: dict[str, Any]) -> list[tuple[object, tuple[str, ...]]]:
    """Heads and codes: the months of a longer period, or the channels of a single month."""
    _regions, time, *channel = table["dimensions"]
    if time["children"]:
        return [(code, (code, *(one["top"] for one in channel))) for code in _codes(time)]
    if channel:
        return [(_channel(code), (time["top"], code)) for code in _codes(channel[0])]
    return [(time["top"], (time["top"],))]


def _channel(code: str) -> object:
    names = {"self_service": _("found by themselves"), "office_referral": _("referred by an office"), "agency": _("through an agency")}
    names |= {"programme": _("through a programme"), NOT_STATED: _("channel not stated"), ALL: _("all together")}
    return names[code]


def _place(code: str) -> object:
    return {COUNTRY: texts.COUNTRY, NOT_STATED: texts.NO_PLACE}.get(code) or region_of(code).name
