"""Appointments at the office: the person says that they come, or asks for another time."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.cases.access import READ_OWN_CASE
from labour_exchange.cases.operations import meetings as operations
from labour_exchange.cases.queries.meetings import appointment_for
from labour_exchange.cases.rules.meetings import LONGEST_WORDS
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import Form, page_with_form
from labour_exchange.web.jobseeker.blueprint import blueprint


class WishForm(Form):
    wish = TextAreaField(
        _l("Which time would suit you"), [DataRequired(), Length(max=LONGEST_WORDS)], description=_l("For example: any day after 16:00")
    )


@blueprint.post("/case/appointments/<public_id>/accept")
@permits(READ_OWN_CASE)
def accept_appointment(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = appointment_for(session, actor, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.accept_appointment(session, actor, found))
    flash(_("The office knows that you will come."), "ok")
    return redirect(url_for("jobseeker.case"), 303)


@blueprint.route("/case/appointments/<public_id>/move", methods=["GET", "POST"])
@permits(READ_OWN_CASE)
def ask_to_move(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), WishForm()
    found = appointment_for(session, actor, public_id)
    if form.validate_on_submit():
        wish = form.wish.data or ""
        if is_done(form, lambda: operations.ask_to_move(session, actor, found, wish=wish)):
            flash(_("Your officer will propose another time."), "ok")
            return redirect(url_for("jobseeker.case"), 303)
    return page_with_form("jobseeker/appointment_move.html", form, one=found)
