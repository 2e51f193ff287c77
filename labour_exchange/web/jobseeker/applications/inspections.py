"""An inspection of the person's work, and the right of reply."""

from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.inspections.access import REPLY_AS_PERSON
from labour_exchange.web.inspecting.replying import reply_page
from labour_exchange.web.jobseeker.blueprint import blueprint


@blueprint.route("/inspections/<public_id>", methods=["GET", "POST"])
@permits(REPLY_AS_PERSON)
def inspection(public_id: str) -> ResponseReturnValue:
    return reply_page("jobseeker", public_id)
