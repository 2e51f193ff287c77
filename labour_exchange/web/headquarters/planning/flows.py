"""Labour flows between regions: a matrix, arrows on the tile map and a file, for the ministry; an office sees those of its region."""

from collections.abc import Callable, Mapping
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
from labour_exchange.statistics.planning.flows import COUNTRY, FlowKind, Flows, Pair
from labour_exchange.statistics.texts import UNKNOWN_PERIOD
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web import localisation
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.spreadsheets import csv_response
from labour_exchange.web.tile_map import tiles
from labour_exchange.web.tile_map.arrows import arrows

ARROWS = 12
KINDS = {FlowKind.WORK: _l("Confirmed placements: from home to work"), FlowKind.MOVES: _l("Households that moved with a measure: their members")}


@dataclass(frozen=True, slots=True)
class Question:
    """What the address asks for."""

    kind: FlowKind
    period: Period
    region: str

    @property
    def arguments(self) -> dict[str, str]:
        shown = {"kind": self.kind.value, "period": self.period.code, "region": self.region}
        return {name: value for name, value in shown.items() if value}


@blueprint.get("/planning/flows")
@permits(READ_REGION_FIGURES)
def flows() -> str:
    """The largest flows as arrows and as a table, and every pair of regions."""
    question, found = _answered()
    largest = found.largest(ARROWS, question.region)
    arriving = {one.iso_code: found.arriving(one.iso_code) for one in regions_in_order(localisation.language())}
    return render_template(
        "headquarters/planning/flows.html",
        question=question,
        found=found,
        largest=largest,
        arrows=arrows(largest),
        tiles=tiles.tiles(arriving, _address(question)),
        legend=tiles.legend(arriving),
        cells=_cells(found),
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
    rows = [
        [one, tiles.named(one), two, tiles.named(two), question.period.code, count]
        for (one, two), count in _cells(found).items()
        if not question.region or COUNTRY not in (one, two)
    ]
    name = f"flows-{question.kind.value}-{question.region or COUNTRY}-{question.period.code}.csv"
    return csv_response(name, header, rows)


def _answered() -> tuple[Question, Flows]:
    actor = current_actor()
    kind = request.args.get("kind", "")
    region = queries.region_to_read(actor, request.args.get("region", ""))
    question = Question(FlowKind(kind) if kind in set(FlowKind) else FlowKind.WORK, _period(), region)
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


def _cells(found: Flows) -> Mapping[Pair, int]:
    """Every pair with anybody in it, and the sums under the country's code."""
    sums: dict[Pair, int] = {}
    for (origin, target), count in found.counts.items():
        for pair in ((origin, target), (origin, COUNTRY), (COUNTRY, target), (COUNTRY, COUNTRY)):
            sums[pair] = sums.get(pair, 0) + count
    return sums


def _address(question: Question) -> Callable[[str], str]:
    """Where a tile leads: an office reads its own region only."""
    if not may_read_country(current_actor()):
        return lambda _code: ""
    return lambda code: url_for("headquarters.flows", **question.arguments | {"region": code})
