"""Which employers let the agency act for them, in what, and until when."""

from flask import render_template

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.queries import mandates_of_agency, own_agency
from labour_exchange.agencies.texts import SCOPES
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint


@blueprint.get("/mandates")
@permits(KEEP_AGENCY)
def mandates() -> str:
    session = db.session()
    agency = own_agency(session, current_actor())
    rows = mandates_of_agency(session, agency.id)
    return render_template(
        "agency/mandates.html", open_rows=[row for row in rows if row.is_open], ended_rows=[row for row in rows if not row.is_open], scopes=SCOPES
    )
