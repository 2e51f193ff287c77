"""Who stands in for an absent colleague: recorded from the queue, and cancelled there."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases import operations
from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.queries import absence_for, possible_leads
from labour_exchange.cases.rules.absences import AbsenceDays
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import AbsenceForm
from labour_exchange.web.office.vacancies import own_region


@blueprint.route("/cases/absences/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_absence() -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), AbsenceForm()
    own_region(actor)
    colleagues = {one.public_id: one for one in possible_leads(session, actor)}
    form.absent.choices = form.substitute.choices = [(key, one.display_name) for key, one in colleagues.items()]
    if form.validate_on_submit():
        who = {"absent": colleagues[form.absent.data or ""], "substitute": colleagues[form.substitute.data or ""]}
        days = AbsenceDays(form.from_on.data, form.until_on.data)
        if is_done(form, lambda: operations.record_absence(session, actor, days, **who)):
            flash(_("Saved."), "ok")
            return redirect(url_for("office.cases"), 303)
    return page_with_form("office/cases/absence.html", form)


@blueprint.post("/cases/absences/<public_id>/cancel")
@permits(KEEP_CASES)
def cancel_absence(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = absence_for(session, actor, public_id)
    act_once(None, lambda: operations.cancel_absence(session, actor, found))
    flash(_("The absence is cancelled."), "ok")
    return redirect(url_for("office.cases"), 303)
