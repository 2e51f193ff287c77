"""Complaining about an agency: the same pages for jobseekers, employers and offices."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from wtforms import TextAreaField
from wtforms.validators import DataRequired, Length

from labour_exchange.agencies import texts
from labour_exchange.agencies.operations import file_complaint
from labour_exchange.agencies.queries import agencies_named, agency_by_public_id, complaint_for, complaints_for
from labour_exchange.agencies.states import ComplaintCategory
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import ChoiceField, Form, page_with_form, show_refusal


class ComplaintForm(Form):
    category = ChoiceField(_l("What is it about?"), [DataRequired()], choices=texts.CATEGORIES.items(), radios=True)
    text = TextAreaField(
        _l("What happened, when and where"),
        [DataRequired(), Length(max=4000)],
        description=_l("The agency and the ministry read your words, not your name. Do not write it here."),
    )


def complaints_page(area: str) -> str:
    """The actor's own complaints, and a search for the agency to complain about."""
    session, actor = db.session(), current_actor()
    asked = request.args.get("q", "").strip()
    found = agencies_named(session, asked) if asked else []
    return render_template("agency/own_complaints.html", area=area, rows=complaints_for(session, actor), q=asked, found=found, texts=texts)


def complain_page(area: str, public_id: str) -> ResponseReturnValue:
    """A new complaint about one agency."""
    session, actor = db.session(), current_actor()
    agency, form = agency_by_public_id(session, public_id), ComplaintForm()
    if form.validate_on_submit():
        facts = {"category": ComplaintCategory(form.category.data), "text": form.text.data}
        try:
            act_once(form.submission_id.data, lambda: file_complaint(session, actor, agency, **facts))
            flash(_("Your complaint is with the ministry. The agency may reply for ten days."), "ok")
            return redirect(url_for(f"{area}.agency_complaints"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("agency/complain.html", form, area=area, agency=agency)


def complaint_page(area: str, public_id: str) -> str:
    """One of the actor's own complaints with the reply and the decision."""
    found = complaint_for(db.session(), current_actor(), public_id)
    return render_template("agency/own_complaint.html", area=area, complaint=found, texts=texts)
