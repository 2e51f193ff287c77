"""Of one measure: what came of its kind in each region, and where places are left, so that the next one does most."""

from flask import render_template

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.programmes.access import READ_PROGRAMMES
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.queries.definitions import measure_by_code
from labour_exchange.programmes.queries.money import allocations
from labour_exchange.programmes.recommending.queries import rates_by_region, sorted_by_promise
from labour_exchange.programmes.recommending.rules import ObservedRate
from labour_exchange.web.actor import current_actor
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.hiring.promise import rate_words


@blueprint.get("/measures/<code>/next-place")
@permits(READ_PROGRAMMES)
def next_place(code: str) -> str:
    session, today = db.session(), clock.today()
    measure = measure_by_code(session, code)
    running = allocations(current_actor(), measure_id=measure.id).where(Allocation.starts_on <= today, Allocation.ends_on >= today)
    left = {one.region_code: one.places - one.places_taken for one in session.scalars(running)}
    rates = dict.fromkeys(left, ObservedRate()) | rates_by_region(session, measure.kind, today)
    rows = [(say.region_name(region_code), left.get(region_code), rate) for region_code, rate in sorted_by_promise(rates)]
    return render_template("headquarters/programmes/next_place.html", measure=measure, rows=rows, rate_words=rate_words)
