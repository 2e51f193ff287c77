"""The ministry's first page: is what is declared also confirmed, where not, and what agencies and employers do about it."""

from flask import render_template, request, url_for

from labour_exchange.agencies.queries import agencies_with_licences
from labour_exchange.agencies.states import LicenceState
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.standards.queries.complaints import late_with_complaints
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_LIVE_FIGURES
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import Period, months_until
from labour_exchange.statistics.states import Measure
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters import comparisons
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.oversight.pressing import pressing
from labour_exchange.web.public.statistics import drawing

TILES = ("placements_declared", "placements_confirmed", "placements_sustained_3", "answer_rate")
MAPS = ("placements_declared", "placements_confirmed", "confirmed_share", "registered_jobseekers", "vacancies_outstanding", "answer_rate")


@blueprint.get("/")
@permits(READ_LIVE_FIGURES)
def home() -> str:
    """What now: this month beside last year, the map, the regions that fall behind, the agencies."""
    session = db.session()
    month = comparisons.this_month()
    mapped = request.args.get("indicator", "")
    mapped = mapped if mapped in MAPS else MAPS[0]
    row = queries.by_region(session, mapped, month)
    tiles, legend = drawing.tiles(row, lambda code: url_for("headquarters.region", region_code=code))
    months = months_until(month, drawing.MONTHS_SHOWN)
    runs = [comparisons.run_of(session, code, None, months) for code in drawing.PLACEMENTS.lines]
    return render_template(
        "headquarters/home.html",
        month=month,
        stats=[comparisons.beside_last_year(session, code, None) for code in TILES],
        row=row,
        mapped=mapped,
        maps=[CATALOGUE[code] for code in MAPS],
        tiles=tiles,
        legend=legend,
        plot=drawing.chart(months, runs),
        finding=drawing.finding(months, runs),
        behind=[(region_of(one.region_code), one) for one in comparisons.regions_behind(session)],
        quarter=comparisons.quarter(),
        agencies=_agencies(month),
        written=drawing.written,
        country=texts.COUNTRY,
        pressing=pressing(session, current_actor()),
        complaints=late_with_complaints(session, current_actor()),
    )


def _agencies(month: Period) -> list[dict[str, object]]:
    """How many agencies work, and what they brought since the year began."""
    session = db.session()
    known = agencies_with_licences(session)
    year = Period(month.first.replace(month=1), 12)
    brought = queries.brought_by_agencies(session, year).values()
    connected = sum(1 for _agency, licence in known if licence and licence.state is LicenceState.GRANTED)
    waiting = sum(1 for _agency, licence in known if licence and licence.state is LicenceState.APPLIED)
    sums = {
        measure: sum(one.get(measure, 0) for one in brought)
        for measure in (Measure.POSTS_NOTIFIED, Measure.PLACEMENTS_DECLARED, Measure.PLACEMENTS_CONFIRMED)
    }
    return [{"connected": connected, "waiting": waiting, "year": year, **{measure.value: count for measure, count in sums.items()}}]
