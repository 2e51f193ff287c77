"""What the office and the person work on together, as the person sees it."""

from flask import render_template
from flask.typing import ResponseReturnValue

from labour_exchange.cases.access import READ_OWN_CASE
from labour_exchange.cases.queries import latest_assessment, latest_case_of
from labour_exchange.cases.texts import CLOSE_REASONS, STATES
from labour_exchange.cases.wording import worded
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.web.actor import current_actor
from labour_exchange.web.jobseeker.blueprint import blueprint
from labour_exchange.web.localisation import words


@blueprint.get("/case")
@permits(READ_OWN_CASE)
def case() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = latest_case_of(session, actor, own_jobseeker(session, actor).id)
    decided = latest_assessment(session, found) if found and not found.closed_on else None
    return render_template(
        "jobseeker/case.html",
        case=found,
        decision=worded(decided) if decided else None,
        state=words(STATES[found.state]) if found else "",
        reason=words(CLOSE_REASONS[found.close_reason]) if found and found.close_reason else "",
    )
