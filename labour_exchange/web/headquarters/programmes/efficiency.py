"""What measures are worth, for the ministry: the country or one region, by measure, region, provider and employer."""

from functools import partial

from flask import render_template, request, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.programmes.access import READ_PROGRAMMES
from labour_exchange.territory.queries import is_region, regions
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.hiring.assessments import page_facts


@blueprint.get("/efficiency")
@permits(READ_PROGRAMMES)
def efficiency() -> str:
    """The assessment that was counted last; figures only, never a person."""
    asked = request.args.get("region", "")
    region = asked if asked and is_region(asked) else None
    address = partial(url_for, "headquarters.efficiency", region=region)
    return render_template("headquarters/programmes/efficiency.html", region=region, regions=regions(), facts=page_facts(region, address))
