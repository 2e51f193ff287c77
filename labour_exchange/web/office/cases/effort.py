"""How much help a person needs, decided by an officer otherwise than the rules, or given back to them."""

from flask import abort, flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases import operations
from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.queries import case_for, latest_assessment
from labour_exchange.cases.states import CaseState, EffortGroup
from labour_exchange.cases.wording import worded
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import EffortForm


@blueprint.route("/cases/<public_id>/effort", methods=["GET", "POST"])
@permits(KEEP_CASES)
def override_effort(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), EffortForm()
    found = case_for(session, actor, public_id)
    if found.state is CaseState.CLOSED:
        abort(409)
    if form.validate_on_submit():
        group, reason = EffortGroup(form.group.data), form.reason.data or ""
        if is_done(form, lambda: operations.override_effort(session, actor, found, group=group, reason=reason)):
            flash(_("Saved."), "ok")
            return redirect(url_for("office.case", public_id=public_id), 303)
    latest = latest_assessment(session, found)
    return page_with_form("office/cases/effort.html", form, case=found, decision=worded(latest) if latest else None)


@blueprint.post("/cases/<public_id>/effort/rules")
@permits(KEEP_CASES)
def return_effort_to_rules(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = case_for(session, actor, public_id)
    act_once(None, lambda: operations.return_to_rules(session, actor, found))
    flash(_("The rules have decided."), "ok")
    return redirect(url_for("office.case", public_id=public_id), 303)
