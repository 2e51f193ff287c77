"""Complaints about the agency, and its right of reply; open to it whatever state its licence is in."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.agencies import texts
from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.operations import reply_to_complaint
from labour_exchange.agencies.queries import complaint_for, complaints_for
from labour_exchange.agencies.states import COMPLAINT_LIFECYCLE
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import Form, page_with_form, show_refusal


class AgencyReplyForm(Form):
    reply = TextAreaField(_l("Your reply"), [DataRequired(), Length(max=4000)], description=_l("Whoever decides reads it before deciding."))


@blueprint.get("/complaints")
@permits(KEEP_AGENCY)
def complaints() -> str:
    return render_template("agency/complaints.html", rows=complaints_for(db.session(), current_actor()), texts=texts)


@blueprint.route("/complaints/<public_id>", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def complaint(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = complaint_for(session, actor, public_id)
    form = AgencyReplyForm()
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: reply_to_complaint(session, actor, found, reply=form.reply.data))
            flash(_("Your reply is sent."), "ok")
            return redirect(url_for("agency.complaint", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    may_reply = COMPLAINT_LIFECYCLE.allows(found.state, "reply")
    return page_with_form("agency/complaint.html", form, complaint=found, may_reply=may_reply, texts=texts)
