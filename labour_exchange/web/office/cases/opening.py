"""A case opened for a person who is on the register."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.operations import open_case
from labour_exchange.cases.queries import latest_case_of
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.jobseekers.queries import jobseeker_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import OpenForm


@blueprint.route("/jobseekers/<public_id>/case/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_case(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), OpenForm()
    person = jobseeker_for(session, actor, public_id)
    if form.validate_on_submit():
        facts = CaseFacts(form.next_step.data or "", form.due_on.data)
        if is_done(form, lambda: open_case(session, actor, person, facts)):
            flash(_("The case is open, and you lead it."), "ok")
            opened = latest_case_of(session, actor, person.id)
            return redirect(url_for("office.case", public_id=opened.public_id) if opened else url_for("office.jobseeker", public_id=public_id), 303)
    return page_with_form("office/cases/new.html", form, person=person)
