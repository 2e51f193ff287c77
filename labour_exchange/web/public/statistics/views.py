"""Statistics that anybody reads: the country by region, one region, the definitions, and CSV."""

from dataclasses import dataclass

from flask import Response, render_template, request, url_for
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.indicators import CATALOGUE, DEFINED, DEFINITIONS_VERSION, Indicator
from labour_exchange.statistics.periods import Period, months_until
from labour_exchange.statistics.releases.queries import latest_of_month
from labour_exchange.territory.queries import is_region, regions_in_order
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web import localisation
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.statistics import asking, drawing
from labour_exchange.web.spreadsheets import csv_response

DEFAULT_INDICATOR = "confirmed_share"


@dataclass(frozen=True, slots=True)
class Choice:
    """What the reader asked for: one indicator in one month that is over."""

    indicator: Indicator
    month: Period
    months: tuple[Period, ...]

    @property
    def family(self) -> drawing.Family:
        return drawing.family_of(self.indicator.code)


@blueprint.get("/statistics")
@permits(READ_STATISTICS)
def statistics() -> str:
    """The country: a map, a chart and a table of the regions for one indicator and month."""
    choice = _choice()
    columns = [queries.public_by_region(db.session(), code, choice.month) for code in choice.family.codes]
    if choice.indicator.code not in choice.family.codes:
        columns.append(queries.public_by_region(db.session(), choice.indicator.code, choice.month))
    shown = next(column for column in columns if column.indicator is choice.indicator)
    tiles, legend = drawing.tiles(shown, lambda code: url_for("public.region_statistics", region_code=code, month=choice.month.code))
    months = months_until(choice.month, drawing.MONTHS_SHOWN)
    runs = [(CATALOGUE[code], [row.country for row in queries.public_rows(db.session(), code, months)]) for code in choice.family.lines]
    return render_template(
        "public/statistics/country.html",
        choice=choice,
        columns=columns,
        regions=regions_in_order(localisation.language()),
        tiles=tiles,
        legend=legend,
        plot=drawing.chart(months, runs),
        finding=drawing.finding(months, runs),
        lead_figures=_lead_figures(choice.month, None),
        release=latest_of_month(db.session(), choice.month),
        **_words(),
    )


@blueprint.get("/statistics/<region_code>")
@permits(READ_STATISTICS)
def region_statistics(region_code: str) -> str:
    """One region: its figures of a month beside the month and the year before, and its last two years."""
    if not is_region(region_code):
        raise NotFound
    choice = _choice()
    months = months_until(choice.month, drawing.MONTHS_SHOWN)
    runs = [
        (CATALOGUE[code], [row.regions[region_code] for row in queries.public_rows(db.session(), code, months)]) for code in drawing.PLACEMENTS.lines
    ]
    compared = (choice.month, choice.month.previous, choice.month.year_before)
    lines = []
    for code in drawing.LISTED:
        rows = queries.public_rows(db.session(), code, compared)
        lines.append((CATALOGUE[code], [row.regions[region_code] for row in rows], rows[0].country))
    return render_template(
        "public/statistics/region.html",
        choice=choice,
        region=region_of(region_code),
        compared=compared,
        lines=lines,
        plot=drawing.chart(months, runs),
        finding=drawing.finding(months, runs),
        lead_figures=_lead_figures(choice.month, region_code),
        release=latest_of_month(db.session(), choice.month),
        **_words(),
    )


@blueprint.get("/statistics/definitions")
@permits(READ_STATISTICS)
def statistics_definitions() -> str:
    """Every indicator: what it counts, from what, with what caveat, and a worked example."""
    return render_template("public/statistics/definitions.html", indicators=DEFINED, **_words())


@blueprint.get("/statistics/figures.csv")
@permits(READ_STATISTICS)
def statistics_file() -> Response:
    """All regions in one month; or, with `region`, all months of one region."""
    choice = _choice()
    region = request.args.get("region", "")
    if region:
        if not is_region(region):
            raise NotFound
        months: tuple[Period, ...] = months_until(choice.month, drawing.MONTHS_SHOWN)
        codes = drawing.LISTED
    else:
        months, codes = (choice.month,), (choice.indicator.code,)
    rows: list[list[object]] = []
    for code in codes:
        for row in queries.public_rows(db.session(), code, months):
            rows += _file_rows(row, region)
    header = drawing.header_of([_("Region code"), _("Region"), _("Indicator"), _("Month")])
    name = f"{region or choice.indicator.code}-{choice.month.code}.csv"
    return csv_response(name, header, rows)


def _file_rows(row: queries.Row, region: str) -> list[list[object]]:
    words = localisation.words
    named = [(region_of(code).iso_code, words(region_of(code).name), figure) for code, figure in row.regions.items() if region in ("", code)]
    if not region:
        named += [("", words(texts.NO_PLACE), row.nowhere), ("KZ", words(texts.COUNTRY), row.country)]
    head = [words(row.indicator.name), row.period.code]
    return [[code, name, *head, *drawing.cells_of(figure, row.indicator)] for code, name, figure in named]


def _choice() -> Choice:
    """What the query string names. Raises InvalidInput for what there is not."""
    months = queries.public_months(db.session())
    asking.refuse_wrong(asking.wrong_indicator(CATALOGUE), asking.wrong_month(months))
    return Choice(CATALOGUE[request.args.get("indicator") or DEFAULT_INDICATOR], asking.month_asked(months), months)


def _lead_figures(month: Period, region_code: str | None) -> list[dict[str, object]]:
    """Declared beside confirmed and sustained; sustained of the latest month of which it can be said."""
    found = [_lead_figure(code, month, region_code) for code in ("placements_declared", "placements_confirmed")]
    sustained = CATALOGUE["placements_sustained_3"]
    matured = next(one for one in reversed(months_until(month, drawing.MONTHS_SHOWN)) if sustained.is_observable(one, clock.today()))
    note = _("of those declared in this month: %(month)s", month=localisation.month(matured.first))
    return [*found, _lead_figure(sustained.code, matured, region_code) | {"note": note}]


def _lead_figure(code: str, month: Period, region_code: str | None) -> dict[str, object]:
    row = queries.public_by_region(db.session(), code, month)
    figure = row.regions[region_code] if region_code else row.country
    return {"value": drawing.written(figure, row.indicator), "label": row.indicator.name, "note": localisation.month(month.first)}


def _words() -> dict[str, object]:
    return {
        "families": drawing.FAMILIES,
        "catalogue": CATALOGUE,
        "units": texts.UNITS,
        "country": texts.COUNTRY,
        "no_place": texts.NO_PLACE,
        "written": drawing.written,
        "definitions_version": DEFINITIONS_VERSION,
    }
