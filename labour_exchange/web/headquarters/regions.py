"""One region as it stands now, for the ministry and the region's own offices."""

from flask import render_template, request

from labour_exchange.foundation.access import MINISTRY, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.placements.states import Channel
from labour_exchange.placements.texts.labels import CHANNELS
from labour_exchange.statistics import queries, texts
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_region
from labour_exchange.statistics.indicators import CATALOGUE
from labour_exchange.statistics.periods import months_until
from labour_exchange.territory.queries import is_region
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters import comparisons
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.oversight.pressing import pressing
from labour_exchange.web.public.statistics import drawing

TILES = ("placements_declared", "placements_confirmed", "placements_sustained_3", "registered_jobseekers", "vacancies_outstanding")
BY_CHANNEL = ("placements_declared", "placements_confirmed", "confirmed_share", "placements_permanent")


@blueprint.get("/regions/<region_code>")
@permits(READ_REGION_FIGURES)
def region(region_code: str) -> str:
    """Live figures of a region; `channel` narrows those of placements."""
    if not is_region(region_code) or not may_read_region(current_actor(), region_code):
        raise NotFound
    session = db.session()
    channel = request.args.get("channel", "")
    narrowed: dict[str, object] = {"channel": channel} if channel in {one.value for one in Channel} else {}
    month = comparisons.this_month()
    months = months_until(month, drawing.MONTHS_SHOWN)
    compared = (month, month.previous, month.year_before)
    runs = [comparisons.run_of(session, code, region_code, months, **narrowed) for code in drawing.PLACEMENTS.lines]
    return render_template(
        "headquarters/region.html",
        region=region_of(region_code),
        is_ministry=current_actor().kind in MINISTRY,
        stats=[comparisons.beside_last_year(session, code, region_code) for code in TILES],
        channel=channel if narrowed else "",
        channels=CHANNELS,
        plot=drawing.chart(months, runs),
        finding=drawing.finding(months, runs),
        compared=compared,
        lines=[(CATALOGUE[code], queries.series(session, code, region_code, compared)) for code in drawing.LIVE_LISTED],
        by_channel=[
            (words, [queries.indicator_value(session, code, region_code, comparisons.quarter(), channel=kind.value) for code in BY_CHANNEL])
            for kind, words in CHANNELS.items()
        ],
        channel_columns=[CATALOGUE[code] for code in BY_CHANNEL],
        quarter=comparisons.quarter(),
        units=texts.UNITS,
        written=drawing.written,
        month=month,
        pressing=pressing(session, current_actor(), region_code=region_code),
    )
