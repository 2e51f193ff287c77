"""Checks of businesses and of households that moved: what is due, and what was found."""

from datetime import timedelta

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.programmes.access import ENROL, READ_ENROLMENTS
from labour_exchange.programmes.checks import queries
from labour_exchange.programmes.checks.operations import record_check
from labour_exchange.programmes.checks.states import COUNTS_JOBS
from labour_exchange.programmes.checks.texts import CHECK_KINDS, IS_MET, IS_NOT_MET
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import CheckForm
from labour_exchange.web.office.vacancies import own_region

SHOWN, SOON = 100, timedelta(days=30)


@blueprint.get("/checks")
@permits(READ_ENROLMENTS)
def checks() -> str:
    """What is due, and what falls due within a month."""
    session, actor, today = db.session(), current_actor(), clock.today()
    own_region(actor)
    found = list(session.scalars(queries.checks_due(actor, today + SOON).limit(SHOWN)))
    due, coming = [one for one in found if one.due_on <= today], [one for one in found if one.due_on > today]
    return render_template("office/measures/checks.html", due=due, coming=coming, kinds=CHECK_KINDS)


@blueprint.route("/checks/<public_id>", methods=["GET", "POST"])
@permits(ENROL)
def check(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), CheckForm()
    found = queries.check_for(session, actor, public_id)
    form.found.choices = [("yes", IS_MET[found.kind]), ("no", IS_NOT_MET[found.kind])]
    if form.validate_on_submit():
        facts = {"is_met": form.found.data == "yes", "jobs_created": form.jobs_created.data, "evidence": form.evidence.data or ""}
        try:
            act_once(form.submission_id.data, lambda: record_check(session, actor, found, **facts))
            flash(_("The check is recorded."), "ok")
            return redirect(url_for("office.checks"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form(
        "office/measures/check.html", form, check=found, kinds=CHECK_KINDS, met=IS_MET, not_met=IS_NOT_MET, asks_jobs=found.kind in COUNTS_JOBS
    )
