"""Published flows between regions: of a finished half-year, small cells withheld, as arrows, a matrix and CSV."""

from flask import Response, render_template, request, url_for
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.indicators import CROSSINGS
from labour_exchange.statistics.periods import Period, read_period
from labour_exchange.statistics.planning import flows as queries
from labour_exchange.statistics.planning.flows import COUNTRY, FlowKind, Matrix
from labour_exchange.statistics.texts import UNITS, UNKNOWN_PERIOD
from labour_exchange.territory.queries import is_region, regions_in_order
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web import localisation
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.spreadsheets import csv_response
from labour_exchange.web.tile_map import tiles
from labour_exchange.web.tile_map.arrows import arrows

ARROWS = 12


@blueprint.get("/statistics/flows")
@permits(READ_STATISTICS)
def flows() -> str:
    """The largest flows as arrows and as a table; every pair of regions, or one region with every other."""
    kind, periods, found = _answered()
    region = _region()
    largest = found.shown.largest(ARROWS, region) if found else []
    arriving = {one.iso_code: found.arriving(one.iso_code) if found else None for one in regions_in_order(localisation.language())}
    return render_template(
        "public/statistics/flows.html",
        kind=kind,
        kinds=[one.value for one in FlowKind],
        entry=CROSSINGS[kind.value],
        entries=CROSSINGS,
        units=UNITS,
        periods=periods,
        found=found,
        region=region,
        regions=regions_in_order(localisation.language()),
        region_of=region_of,
        largest=largest,
        arrows=arrows(largest),
        tiles=tiles.tiles(arriving, lambda code: _address(kind, found, code)),
        legend=tiles.legend(arriving),
        total=COUNTRY,
    )


@blueprint.get("/statistics/flows.csv")
@permits(READ_STATISTICS)
def flows_file() -> Response:
    """A line for each pair of regions and their sums, withheld ones too."""
    kind, _periods, found = _answered()
    if found is None:
        raise NotFound
    header = [_("From: code"), _("Where from"), _("To: code"), _("Where to"), _("Period"), _("Counted")]
    rows = [
        [one, tiles.named(one), two, tiles.named(two), found.period.code, _("withheld") if count is None else count]
        for (one, two), count in found.cells.items()
    ]
    return csv_response(f"flows-{kind.value}-{found.period.code}.csv", header, rows)


def _answered() -> tuple[FlowKind, list[Period], Matrix | None]:
    """What is counted, the half-years that are published, and the matrix of the one asked for, or of the latest."""
    asked = request.args.get("kind", "")
    kind = FlowKind(asked) if asked in set(FlowKind) else FlowKind.WORK
    periods = queries.published_periods(db.session(), kind)
    period = _period()
    if period is None or period not in periods:
        # Another kind was chosen, of which this half-year is not published: the latest that is.
        period = periods[0] if periods else None
    return kind, periods, queries.published_flows(db.session(), kind, period) if period else None


def _period() -> Period | None:
    written = request.args.get("period", "")
    try:
        return read_period(written) if written else None
    except ValueError:
        raise InvalidInput([FieldError("period", UNKNOWN_PERIOD)]) from None


def _region() -> str:
    code = request.args.get("region", "")
    if code and not is_region(code):
        raise NotFound
    return code


def _address(kind: FlowKind, found: Matrix | None, code: str) -> str:
    return url_for("public.flows", kind=kind.value, period=found.period.code if found else None, region=code)
