"""What the office and the person work on together, as the person sees it: the next step, the plan to read and agree to."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import READ_OWN_CASE
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations.plans import agree_to_plan as agree
from labour_exchange.cases.queries import latest_assessment, latest_case_of
from labour_exchange.cases.queries.contracts import contracts_of
from labour_exchange.cases.queries.meetings import appointments_of
from labour_exchange.cases.queries.plans import plan_for, plan_of
from labour_exchange.cases.signing import provider
from labour_exchange.cases.texts import contracts as contract_texts
from labour_exchange.cases.texts import meetings as meeting_texts
from labour_exchange.cases.texts import plans as plan_texts
from labour_exchange.cases.texts.cases import CLOSE_REASONS, STATES
from labour_exchange.cases.wording import worded
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.partners import texts as partner_texts
from labour_exchange.partners.queries import partners_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.addresses import NAMES
from labour_exchange.web.following.log import contact_log
from labour_exchange.web.hiring.printing import can_make_pdf
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
        plan=plan_of(session, actor, found) if found else None,
        plan_texts=plan_texts,
        appointments=appointments_of(session, actor, found) if found else [],
        contacts=contact_log(session, actor, found) if found else [],
        partners=partners_of(session, actor, found) if found else [],
        partner_texts=partner_texts,
        meeting_texts=meeting_texts,
        now=clock.now(),
        contracts=contracts_of(session, actor, found) if found else [],
        contract_texts=contract_texts,
        can_sign_here=provider() is not None,
        can_make_pdf=can_make_pdf(),
        language_names=NAMES,
        today=clock.today(),
        reason=words(CLOSE_REASONS[found.close_reason]) if found and found.close_reason else "",
    )


@blueprint.post("/case/plan/agree")
@permits(READ_OWN_CASE)
def agree_to_plan() -> ResponseReturnValue:
    """What was read is what is agreed to: a plan that has changed since is not."""
    session, actor = db.session(), current_actor()
    found = plan_for(session, actor, own_case())
    revision = request.form.get("revision", 0, type=int)
    act_once(request.form.get("submission_id"), lambda: agree(session, actor, found, revision=revision))
    flash(_("You have agreed to the plan."), "ok")
    return redirect(url_for("jobseeker.case"), 303)


def own_case() -> Case:
    """The person's case. Raises NotFound without one."""
    session, actor = db.session(), current_actor()
    found = latest_case_of(session, actor, own_jobseeker(session, actor).id)
    if found is None:
        raise NotFound
    return found
