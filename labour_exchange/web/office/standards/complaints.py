"""Complaints about services of the region's offices: what has to be answered first, and one with its answer."""

from flask import render_template
from flask.typing import ResponseReturnValue

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.standards.access import ANSWER_COMPLAINTS
from labour_exchange.standards.queries.complaints import complaints_at
from labour_exchange.web.actor import current_actor
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region
from labour_exchange.web.standards.answering import answer_page
from labour_exchange.web.standards.complaining import said


@blueprint.get("/service-complaints")
@permits(ANSWER_COMPLAINTS)
def service_complaints() -> str:
    own_region(current_actor())
    rows = complaints_at(db.session(), current_actor())
    return render_template("complaints/list.html", area="office", rows=rows, today=clock.today(), **said())


@blueprint.route("/service-complaints/<public_id>", methods=["GET", "POST"])
@permits(ANSWER_COMPLAINTS)
def service_complaint(public_id: str) -> ResponseReturnValue:
    return answer_page("office", public_id)
