"""Labour flows between regions: a matrix, arrows on the tile map and a file, for the ministry; an office sees those of its region."""

from collections.abc import Mapping
from dataclasses import dataclass

from flask import Response, render_template, request, url_for
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import FieldError, InvalidInput
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country
from labour_exchange.statistics.periods import Period, month_of, read_period
from labour_exchange.statistics.planning import flows as queries
from labour_exchange.statistics.planning.flows import FlowKind, Flows
from labour_exchange.statistics.texts import UNKNOWN_PERIOD
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web import localisation
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.planning.arrows import arrows
from labour_exchange.web.spreadsheets import csv_response

ARROWS, LEVELS = 12, 5
COUNTRY = "KZ"
KINDS = {FlowKind.WORK: _l("Confirmed placements: from home to work"), FlowKind.MOVES: _l("Households that moved with a measure: their members")}


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks for. `is_safe`: as the matrix may be shown to anybody."""

    kind: FlowKind
    period: Period
    region: str
    is_safe: bool

    @property
    def arguments(self) -> dict[str, str]:
        shown = {"kind": self.kind.value, "period": self.period.code, "region": self.region, "shown": "safe" if self.is_safe else ""}
        return {name: value for name, value in shown.items() if value}


@blueprint.get("/planning/flows")
@permits(READ_REGION_FIGURES)
def flows() -> str:
    """The largest flows as arrows and as a table, and every pair of regions."""
    question, found = _answered()
    largest = found.largest(ARROWS, question.region)
    return render_template(
        "headquarters/planning/flows.html",
        question=question,
        found=found,
        largest=[] if question.is_safe else largest,
        arrows=[] if question.is_safe else arrows(largest),
        tiles=_tiles(found, question),
        legend=_legend(found, question),
        cells=_cells(found, question),
        regions=regions_in_order(localisation.language()),
        region_of=region_of,
        periods=_periods(),
        kinds=KINDS,
        is_ministry=may_read_country(current_actor()),
        total=COUNTRY,
    )


@blueprint.get("/planning/flows.csv")
@permits(READ_REGION_FIGURES)
def flows_file() -> Response:
    """A line for each pair of regions with anybody in it, and where the matrix is whole its sums."""
    question, found = _answered()
    header = [_("From: code"), _("Where from"), _("To: code"), _("Where to"), _("Period"), _("People")]
    cells = _cells(found, question)
    rows = [
        [one, _named(one), two, _named(two), question.period.code, _("withheld") if count is None else count]
        for (one, two), count in cells.items()
        if count != 0 and (not question.region or COUNTRY not in (one, two))
    ]
    name = f"flows-{question.kind.value}-{question.region or COUNTRY}-{question.period.code}{'-safe' if question.is_safe else ''}.csv"
    return csv_response(name, header, rows)


def _answered() -> tuple[Question, Flows]:
    actor = current_actor()
    kind = request.args.get("kind", "")
    region = queries.region_to_read(actor, request.args.get("region", ""))
    is_safe = request.args.get("shown") == "safe" and not region
    question = Question(FlowKind(kind) if kind in set(FlowKind) else FlowKind.WORK, _period(), region, is_safe)
    return question, queries.flows(db.session(), actor, question.kind, question.period, region)


def _period() -> Period:
    written = request.args.get("period", "")
    try:
        return read_period(written) if written else Period(clock.today().replace(month=1, day=1), 12)
    except ValueError:
        raise InvalidInput([FieldError("period", UNKNOWN_PERIOD)]) from None


def _periods() -> list[tuple[str, str]]:
    """This year and the one before, then the last twelve months."""
    year = Period(clock.today().replace(month=1, day=1), 12)
    months = [month_of(clock.today())]
    while len(months) < 12:
        months.append(months[-1].previous)
    return [(one.code, one.code) for one in (year, year.previous)] + [(one.code, localisation.month(one.first)) for one in months]


def _cells(found: Flows, question: Question) -> Mapping[tuple[str, str], int | None]:
    """Every pair with the sums under the country's code; None is withheld."""
    if question.is_safe:
        # It loads scipy, which no web process needs at its start.
        from labour_exchange.statistics.planning.publishing import published_flows

        return {(one, two): count for (one, two), count in published_flows(found).shown.items()}
    sums: dict[tuple[str, str], int] = {}
    for (origin, target), count in found.counts.items():
        for pair in ((origin, target), (origin, COUNTRY), (COUNTRY, target), (COUNTRY, COUNTRY)):
            sums[pair] = sums.get(pair, 0) + count
    return sums


def _named(code: str) -> str:
    return _("All regions") if code == COUNTRY else localisation.words(region_of(code).name)


def _tiles(found: Flows, question: Question) -> list[dict[str, object]]:
    arriving = {one.iso_code: found.arriving(one.iso_code) for one in regions_in_order(localisation.language())}
    most = max(arriving.values()) or 1
    return [
        {
            "code": one.iso_code,
            "x": one.tile_x,
            "y": one.tile_y,
            "city": one.is_city,
            "name": one.short_name,
            "short": one.tile_code,
            "value": localisation.number(arriving[one.iso_code]),
            "level": _level(arriving[one.iso_code], most),
            "href": url_for("headquarters.flows", **question.arguments | {"region": one.iso_code}) if may_read_country(current_actor()) else "",
        }
        for one in sorted(regions_in_order(localisation.language()), key=lambda one: (one.tile_y, one.tile_x))
    ]


def _legend(found: Flows, question: Question) -> list[tuple[int, str]]:
    arriving = [found.arriving(one.iso_code) for one in regions_in_order(localisation.language())]
    most, kept = max(arriving) or 1, {}
    for count in sorted(arriving):
        kept.setdefault(_level(count, most), []).append(count)
    spans = {level: (localisation.number(min(some)), localisation.number(max(some))) for level, some in kept.items()}
    return [(level, low if low == high else f"{low}–{high}") for level, (low, high) in sorted(spans.items())]


def _level(count: int, most: int) -> int:
    return 1 + min(LEVELS - 1, count * LEVELS // (most + 1))
