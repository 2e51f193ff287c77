"""An inspection of a placement at the employer, and the employer's right of reply."""

from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.inspections.access import REPLY_AS_EMPLOYER
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.inspecting.replying import reply_page


@blueprint.route("/inspections/<public_id>", methods=["GET", "POST"])
@permits(REPLY_AS_EMPLOYER)
def inspection(public_id: str) -> ResponseReturnValue:
    return reply_page("employer", public_id)
