"""The figures of a question as CSV, XLSX, JSON and SDMX-CSV: every group in every month."""

from collections.abc import Iterator
from typing import Any

from flask import Response

from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics.exploring import Dimension, Grid
from labour_exchange.statistics.queries import Figure
from labour_exchange.statistics.releases.contents import ALL, COUNTRY, NOT_STATED
from labour_exchange.statistics.releases.files import SHOWN, WITHHELD
from labour_exchange.statistics.states import Standing
from labour_exchange.web.public.statistics.exploring.question import LIVE_ONLY, Question
from labour_exchange.web.spreadsheets import csv_response, json_response, sdmx_response, xlsx_response

SDMX_NAMES = {
    Dimension.OCCUPATION: "OCCUPATION",
    Dimension.SEX: "SEX",
    Dimension.AGE: "AGE",
    Dimension.EDUCATION: "EDUCATION",
    Dimension.CHANNEL: "CHANNEL",
    Dimension.MEASURE: "PROGRAMME_MEASURE",
    Dimension.REASON: "REASON",
}
DATAFLOW, LIVE_DATAFLOW = "LX:EXPLORE(1.0)", "LX:EXPLORE_LIVE(2.0)"
"""The second has two dimensions more."""
OBSERVED = {Standing.KNOWN: "A", Standing.WITHHELD: "Q", Standing.TOO_EARLY: "O", Standing.UNDEFINED: "M"}
"""OBS_STATUS of SDMX: normal, suppressed, missing, cannot exist."""


def file_of(question: Question, grid: Grid, form: str) -> Response:
    """Raises NotFound for a form that there is not."""
    name = f"{'live-' if question.is_live else ''}{grid.entry.code}-by-{grid.dimension.value.partition('_')[0]}-{question.month.code}"
    if form == "csv":
        return csv_response(f"{name}.csv", _columns(question), _rows(question, grid))
    if form == "xlsx":
        return xlsx_response(f"{name}.xlsx", {"figures": [_columns(question), *_numbered_rows(question, grid)]})
    if form == "json":
        return json_response(f"{name}.json", _document(question, grid))
    if form == "sdmx.csv":
        return sdmx_response(f"{name}.sdmx.csv", _sdmx_columns(question), _sdmx_rows(question, grid))
    raise NotFound


def _traits(question: Question) -> tuple[Dimension, ...]:
    """What has a column: measures and reasons in live files alone, so that a public one does not even name them."""
    return tuple(one for one in SDMX_NAMES if question.is_live or one not in LIVE_ONLY)


def _columns(question: Question) -> tuple[str, ...]:
    return "indicator", "version", "region", *(one.value for one in _traits(question)), "period", "value", "status"


def _sdmx_columns(question: Question) -> tuple[str, ...]:
    named = (SDMX_NAMES[one] for one in _traits(question))
    before, after = ("STRUCTURE", "STRUCTURE_ID", "ACTION", "INDICATOR", "REF_AREA"), ("TIME_PERIOD", "OBS_VALUE", "OBS_STATUS", "CONF_STATUS")
    return *before, *named, *after


def _cells(question: Question, grid: Grid) -> Iterator[tuple[str, tuple[str, ...], str, Figure]]:
    """Region, the traits in their order, month and figure."""
    for code, figures in (*grid.groups.items(), (ALL, grid.total)):
        group = code or NOT_STATED
        is_region = grid.dimension is Dimension.REGION
        region = (COUNTRY if code == ALL else group) if is_region else question.region or COUNTRY
        traits = tuple(group if one is grid.dimension else ALL for one in _traits(question))
        for month, figure in zip(grid.months, figures, strict=True):
            yield region, traits, month.code, figure


def _plain(figure: Figure, digits: int) -> str:
    return "" if figure.value is None else f"{figure.value:.{digits}f}"


def _rows(question: Question, grid: Grid) -> Iterator[tuple[object, ...]]:
    for region, traits, month, figure in _cells(question, grid):
        yield grid.entry.code, grid.entry.version, region, *traits, month, _plain(figure, grid.entry.digits), figure.standing.value


def _numbered_rows(question: Question, grid: Grid) -> Iterator[tuple[object, ...]]:
    """The same with values that a spreadsheet can add up."""
    for *head, value, status in _rows(question, grid):
        yield *head, float(str(value)) if value else None, status


def _sdmx_rows(question: Question, grid: Grid) -> Iterator[tuple[object, ...]]:
    for region, traits, month, figure in _cells(question, grid):
        secrecy = WITHHELD if figure.standing is Standing.WITHHELD else SHOWN
        value = _plain(figure, grid.entry.digits)
        yield (
            "dataflow",
            LIVE_DATAFLOW if question.is_live else DATAFLOW,
            "R",
            grid.entry.code,
            region,
            *traits,
            month,
            value,
            OBSERVED[figure.standing],
            secrecy,
        )


def _document(question: Question, grid: Grid) -> dict[str, Any]:
    names = _columns(question)
    items = [dict(zip(names, row, strict=True)) for row in _numbered_rows(question, grid)]
    about = {"indicator": grid.entry.code, "version": grid.entry.version, "unit": grid.entry.unit.value}
    return about | {"dimension": grid.dimension.value, "is_live": question.is_live, "items": items}
