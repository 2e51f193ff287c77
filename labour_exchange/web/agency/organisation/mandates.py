"""Which employers let the agency act for them, in what and until when; and asking one for a mandate."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import HiddenField, TextAreaField
from wtforms.validators import DataRequired, Length, Optional

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.operations import ask_for_mandate, withdraw_request
from labour_exchange.agencies.queries import mandates_of_agency, own_agency, request_of, requests_of_agency
from labour_exchange.agencies.texts import REQUEST_STATES, SCOPES
from labour_exchange.employers.queries import employer_by_public_id, registered_employers
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.forms import ChoicesField, DateField3, Form, page_with_form, show_refusal


class AskForm(Form):
    employer = HiddenField(validators=[DataRequired()])
    scopes = ChoicesField(_l("What do you want to do for the employer?"), [DataRequired()], choices=SCOPES.items())
    until_on = DateField3(_l("Until when?"), [Optional()])
    note = TextAreaField(_l("Words to the employer"), [Optional(), Length(max=1000)])


@blueprint.get("/mandates")
@permits(KEEP_AGENCY)
def mandates() -> str:
    session = db.session()
    agency = own_agency(session, current_actor())
    rows = mandates_of_agency(session, agency.id)
    return render_template(
        "agency/mandates.html",
        open_rows=[row for row in rows if row.is_open],
        ended_rows=[row for row in rows if not row.is_open],
        requests=requests_of_agency(session, agency.id),
        request_states=REQUEST_STATES,
        scopes=SCOPES,
    )


@blueprint.route("/mandates/ask", methods=["GET", "POST"])
@permits(KEEP_AGENCY)
def ask_mandate() -> ResponseReturnValue:
    """First the employer is found by name or BIN, then it is asked."""
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    form = AskForm(employer=request.args.get("employer", ""))
    asked = request.args.get("q", "").strip()
    if form.validate_on_submit():
        try:
            employer = employer_by_public_id(session, form.employer.data)
            facts = {"scopes": form.scopes.data, "until_on": form.until_on.data, "note": form.note.data or ""}
            act_once(form.submission_id.data, lambda: ask_for_mandate(session, actor, agency, employer, **facts))
            flash(_("The employer is asked. You will be told of the answer."), "ok")
            return redirect(url_for("agency.mandates"), 303)
        except NotFound:
            raise
        except Refusal as refusal:
            show_refusal(form, refusal)
    chosen = employer_by_public_id(session, form.employer.data) if form.employer.data else None
    found = registered_employers(session, asked) if asked and chosen is None else []
    return page_with_form("agency/mandate_ask.html", form, q=asked, found=found, chosen=chosen)


@blueprint.post("/mandates/requests/<public_id>/withdraw")
@permits(KEEP_AGENCY)
def withdraw_question(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    asked = request_of(session, public_id, agency_id=agency.id)
    act_once(request.form.get("submission_id"), lambda: withdraw_request(session, actor, agency, asked))
    flash(_("You no longer ask for this mandate."), "ok")
    return redirect(url_for("agency.mandates"), 303)
