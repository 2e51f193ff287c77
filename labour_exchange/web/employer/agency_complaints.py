"""Complaints about agencies by an employer."""

from flask.typing import ResponseReturnValue

from labour_exchange.agencies.access import COMPLAIN_AS_EMPLOYER
from labour_exchange.foundation.access import permits
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.hiring.complaining import complain_page, complaint_page, complaints_page


@blueprint.get("/agencies/complaints")
@permits(COMPLAIN_AS_EMPLOYER)
def agency_complaints() -> str:
    return complaints_page("employer")


@blueprint.get("/agencies/complaints/<public_id>")
@permits(COMPLAIN_AS_EMPLOYER)
def agency_complaint(public_id: str) -> str:
    return complaint_page("employer", public_id)


@blueprint.route("/agencies/<public_id>/complain", methods=["GET", "POST"])
@permits(COMPLAIN_AS_EMPLOYER)
def complain(public_id: str) -> ResponseReturnValue:
    return complain_page("employer", public_id)
