"""Complaints about agencies by an office."""

from flask.typing import ResponseReturnValue

from labour_exchange.agencies.access import COMPLAIN_AS_OFFICE
from labour_exchange.foundation.access import permits
from labour_exchange.web.hiring.complaining import complain_page, complaint_page, complaints_page
from labour_exchange.web.office.blueprint import blueprint


@blueprint.get("/agencies/complaints")
@permits(COMPLAIN_AS_OFFICE)
def agency_complaints() -> str:
    return complaints_page("office")


@blueprint.get("/agencies/complaints/<public_id>")
@permits(COMPLAIN_AS_OFFICE)
def agency_complaint(public_id: str) -> str:
    return complaint_page("office", public_id)


@blueprint.route("/agencies/<public_id>/complain", methods=["GET", "POST"])
@permits(COMPLAIN_AS_OFFICE)
def complain(public_id: str) -> ResponseReturnValue:
    return complain_page("office", public_id)
