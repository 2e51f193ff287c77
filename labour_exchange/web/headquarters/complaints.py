"""Complaints about agencies: the ministry reads both sides and decides with a reason."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.agencies import rules, texts
from labour_exchange.agencies.access import DECIDE_COMPLAINT
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.operations import decide_complaint
from labour_exchange.agencies.queries import complaint_for, complaints_for
from labour_exchange.agencies.states import ComplaintEffect
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.headquarters.blueprint import blueprint
from labour_exchange.web.headquarters.forms import DecisionForm


@blueprint.get("/agencies/complaints")
@permits(DECIDE_COMPLAINT)
def complaints() -> str:
    """Those that wait for a decision first."""
    rows = complaints_for(db.session(), current_actor())
    rows.sort(key=lambda row: row[0].decided_at is not None)
    return render_template("headquarters/complaints.html", rows=rows, texts=texts)


@blueprint.route("/agencies/complaints/<public_id>", methods=["GET", "POST"])
@permits(DECIDE_COMPLAINT)
def complaint(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = complaint_for(session, actor, public_id)
    form = DecisionForm()
    if form.validate_on_submit():
        effect = None if form.effect.data == "none" else ComplaintEffect(form.effect.data)
        try:
            act_once(form.submission_id.data, lambda: decide_complaint(session, actor, found, effect=effect, reason=form.decision.data))
            flash(_("The complaint is decided. Both sides are told."), "ok")
            return redirect(url_for("headquarters.complaint", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form(
        "headquarters/complaint.html",
        form,
        complaint=found,
        agency=session.get_one(Agency, found.agency_id),
        may_decide=rules.may_be_decided(found.state, found.reply_due_on, clock.today()),
        texts=texts,
    )
