"""What measures are worth in the region of the office."""

from functools import partial

from flask import render_template, url_for

from labour_exchange.foundation.access import permits
from labour_exchange.programmes.access import READ_ENROLMENTS
from labour_exchange.territory.queries import region as region_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.hiring.assessments import page_facts
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region


@blueprint.get("/efficiency")
@permits(READ_ENROLMENTS)
def efficiency() -> str:
    """The region's assessment that was counted last; figures only, never a person."""
    region = own_region(current_actor())
    facts = page_facts(region, partial(url_for, "office.efficiency"))
    return render_template("office/programmes/efficiency.html", region=region_of(region), facts=facts)
