"""The agency asks for a later end of its licence, or applies anew after a refusal, an expiry or a withdrawal."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import StringField
from wtforms.validators import DataRequired, Length

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.operations import apply_for_licence
from labour_exchange.agencies.queries import licence_of, own_agency
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, LicenceState
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.agency.standing import shown_licence
from labour_exchange.web.forms import DateField3, Form, page_with_form, show_refusal


class LicenceForm(Form):
    number = StringField(_l("Licence number"), [DataRequired(), Length(max=100)])
    asked_until_on = DateField3(_l("Until when do you ask to work?"), [DataRequired()])


@blueprint.route("/licence", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def licence() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    held = licence_of(session, agency.id)
    if held is None:
        raise NotFound
    form = LicenceForm(number=held.number, asked_until_on=held.asked_until_on)
    if form.validate_on_submit():
        facts = {"number": form.number.data, "asked_until_on": form.asked_until_on.data}
        try:
            act_once(form.submission_id.data, lambda: apply_for_licence(session, actor, agency, held, **facts))
            flash(_("Your application is with the ministry. You will be told."), "ok")
            return redirect(url_for("agency.home"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    may_apply = held.state is LicenceState.GRANTED or LICENCE_LIFECYCLE.allows(held.state, "apply_again")
    return page_with_form("agency/licence_form.html", form, licence=shown_licence(held), may_apply=may_apply)
