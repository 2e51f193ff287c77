"""Occupation groups that lack people, with the courses that lead there: of the country, of each region, of the office's own."""

from flask import render_template, request

from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.statistics.access import READ_REGION_FIGURES, may_read_country
from labour_exchange.statistics.planning import shortages as queries
from labour_exchange.statistics.planning.flows import region_to_read
from labour_exchange.territory.queries import region as region_of
from labour_exchange.territory.queries import regions_in_order
from labour_exchange.web import localisation
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint

SHOWN = 25


@blueprint.get("/planning/shortages")
@permits(READ_REGION_FIGURES)
def shortages() -> str:
    """Ranked by how many people are lacking; over all regions also what each lacks most."""
    session, actor, today = db.session(), current_actor(), clock.today()
    region_code = region_to_read(actor, request.args.get("region", ""))
    is_ministry = may_read_country(actor)
    groups = queries.shortage_groups(session, actor, today, region_code)
    return render_template(
        "headquarters/planning/shortages.html",
        region_code=region_code,
        groups=groups[:SHOWN],
        count=len(groups),
        worst=queries.worst_by_region(session, actor, today) if is_ministry and not region_code else {},
        regions=regions_in_order(localisation.language()),
        region_of=region_of,
        occupation=occupation,
        is_ministry=is_ministry,
    )
