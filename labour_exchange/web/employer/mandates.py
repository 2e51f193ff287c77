"""Agencies that act for the employer: give a mandate, answer who asks for one, take it back."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms.validators import DataRequired, Optional

from labour_exchange.agencies.access import GIVE_MANDATE
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.operations import decline_request, give_mandate, give_what_is_asked, withdraw_mandate
from labour_exchange.agencies.queries import (
    agencies_in_force,
    agency_by_public_id,
    mandate_of_employer,
    mandates_of_employer,
    request_of,
    requests_to_employer,
)
from labour_exchange.agencies.states import RequestState
from labour_exchange.agencies.texts import SCOPES
from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.texts import Text
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.forms import ChoiceField, ChoicesField, DateField3, Form, page_with_form, show_refusal


def _agencies() -> list[tuple[str, Text]]:
    """Those that may work today; a name is the same in every language."""
    return [(one.public_id, Text(one.name, one.name, one.name)) for one in agencies_in_force(db.session())]


class AnswerForm(Form):
    scopes = ChoicesField(_l("What may it do for you?"), [DataRequired()], choices=SCOPES.items())
    until_on = DateField3(_l("Until when?"), [Optional()], description=_l("Without a day the mandate stands until you take it back."))


class MandateForm(AnswerForm):
    agency = ChoiceField(_l("Agency"), [DataRequired()], choices=_agencies, blank=_l("Choose"))


@blueprint.route("/mandates", methods=["GET", "POST"])
@permits(GIVE_MANDATE)
def mandates() -> ResponseReturnValue:
    """The mandates that stand, those that have ended, and a form for a new one."""
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    form = MandateForm()
    if form.validate_on_submit():
        try:
            agency = agency_by_public_id(session, form.agency.data)
            facts = {"scopes": form.scopes.data, "until_on": form.until_on.data}
            act_once(form.submission_id.data, lambda: give_mandate(session, actor, employer, agency, **facts))
            flash(_("The mandate is given. The agency sees it at once."), "ok")
            return redirect(url_for("employer.mandates"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    rows = mandates_of_employer(session, employer.id)
    asked = requests_to_employer(session, employer.id)
    return page_with_form("employer/mandates.html", form, rows=rows, asked=asked, scopes=SCOPES, has_agencies=len(form.agency.choices) > 1)


@blueprint.route("/mandates/requests/<public_id>", methods=["GET", "POST"])
@permits(GIVE_MANDATE)
def mandate_request(public_id: str) -> ResponseReturnValue:
    """An agency's question: the employer gives what it chooses, or says no."""
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    asked = request_of(session, public_id, employer_id=employer.id)
    form = AnswerForm(scopes=asked.scopes, until_on=asked.until_on)
    if form.validate_on_submit():
        try:
            facts = {"scopes": form.scopes.data, "until_on": form.until_on.data}
            act_once(form.submission_id.data, lambda: give_what_is_asked(session, actor, employer, asked, **facts))
            flash(_("The mandate is given. The agency sees it at once."), "ok")
            return redirect(url_for("employer.mandates"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    agency = session.get_one(Agency, asked.agency_id)
    return page_with_form("employer/mandate_request.html", form, asked=asked, agency=agency, is_open=asked.state is RequestState.ASKED)


@blueprint.post("/mandates/requests/<public_id>/decline")
@permits(GIVE_MANDATE)
def decline_mandate(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    asked = request_of(session, public_id, employer_id=employer.id)
    act_once(request.form.get("submission_id"), lambda: decline_request(session, actor, employer, asked))
    flash(_("You said no. The agency is told."), "ok")
    return redirect(url_for("employer.mandates"), 303)


@blueprint.route("/mandates/<public_id>/withdraw", methods=["GET", "POST"])
@permits(GIVE_MANDATE)
def take_back_mandate(public_id: str) -> ResponseReturnValue:
    """Asks once, because from then on the agency may do nothing more."""
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    mandate = mandate_of_employer(session, employer.id, public_id)
    form = Form()
    if form.validate_on_submit():
        act_once(form.submission_id.data, lambda: withdraw_mandate(session, actor, employer, mandate))
        flash(_("The mandate is taken back. The agency may do nothing more for you."), "ok")
        return redirect(url_for("employer.mandates"), 303)
    row = next(one for one in mandates_of_employer(session, employer.id) if one.mandate.id == mandate.id)
    return render_template("employer/mandate_withdrawal.html", form=form, row=row)
