"""Doubt about a placement: one officer proposes to annul it, the employer may reply, an approver decides."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.access import DECIDE_ANNULMENT, PROPOSE_ANNULMENT
from labour_exchange.placements.models import Placement
from labour_exchange.placements.operations.annulments import decide_annulment, propose_annulment
from labour_exchange.placements.queries.approaches import found_for
from labour_exchange.placements.queries.register import proposal_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import show_refusal
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.placements.forms import ProposeForm
from labour_exchange.web.office.placements.register import placement_page


@blueprint.post("/placements/<public_id>/annulment")
@permits(PROPOSE_ANNULMENT)
def propose(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ProposeForm()
    found = found_for(session, actor, Placement, public_id)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: propose_annulment(session, actor, found, reason=form.reason.data))
            flash(_("The proposal is noted. The employer may reply; then another officer decides."), "ok")
            return redirect(url_for("office.placement", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return placement_page(public_id, form)


@blueprint.post("/placements/<public_id>/annulment/<proposal_id>")
@permits(DECIDE_ANNULMENT)
def decide(public_id: str, proposal_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    proposal = proposal_for(session, actor, proposal_id)
    is_accepted = request.form.get("decision") == "annul"
    act_once(request.form.get("submission_id"), lambda: decide_annulment(session, actor, proposal, is_accepted=is_accepted))
    flash(_("The placement is annulled.") if is_accepted else _("The placement stays as it is."), "ok")
    return redirect(url_for("office.placement", public_id=public_id), 303)
