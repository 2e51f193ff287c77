"""How each region inspects doubtful placements: counts only, nobody's record."""

from flask import render_template

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.inspections.access import OVERSEE_INSPECTIONS
from labour_exchange.inspections.queries.overview import by_signal, overview
from labour_exchange.inspections.queries.recoveries import sums_by_region
from labour_exchange.inspections.rules.signals import WEIGHTS
from labour_exchange.inspections.texts import labels
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.headquarters.blueprint import blueprint


@blueprint.get("/inspections")
@permits(OVERSEE_INSPECTIONS)
def inspections() -> str:
    rows = overview(db.session())
    claims = sums_by_region(db.session())
    return render_template(
        "headquarters/inspections.html",
        claims=claims,
        rows=rows,
        by_signal=by_signal(rows),
        region_of=region_of,
        weights=WEIGHTS,
        signals=labels.SIGNALS,
    )
