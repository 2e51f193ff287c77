"""An inspection of a placement that the agency brought, and its right of reply."""

from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.inspections.access import REPLY_AS_AGENCY
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.inspecting.replying import reply_page


@blueprint.route("/inspections/<public_id>", methods=["GET", "POST"])
@permits(REPLY_AS_AGENCY)
def inspection(public_id: str) -> ResponseReturnValue:
    return reply_page("agency", public_id)
