"""Complaints about agencies by a jobseeker."""

from flask.typing import ResponseReturnValue

from labour_exchange.agencies.access import COMPLAIN_AS_PERSON
from labour_exchange.foundation.access import permits
from labour_exchange.web.hiring.complaining import complain_page, complaint_page, complaints_page
from labour_exchange.web.jobseeker.blueprint import blueprint


@blueprint.get("/agencies/complaints")
@permits(COMPLAIN_AS_PERSON)
def agency_complaints() -> str:
    return complaints_page("jobseeker")


@blueprint.get("/agencies/complaints/<public_id>")
@permits(COMPLAIN_AS_PERSON)
def agency_complaint(public_id: str) -> str:
    return complaint_page("jobseeker", public_id)


@blueprint.route("/agencies/<public_id>/complain", methods=["GET", "POST"])
@permits(COMPLAIN_AS_PERSON)
def complain(public_id: str) -> ResponseReturnValue:
    return complain_page("jobseeker", public_id)
