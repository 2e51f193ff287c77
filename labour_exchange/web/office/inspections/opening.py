"""A sample is drawn, or one inspection opened by an officer with a reason."""

from secrets import randbelow

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext

from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.access import INSPECT, may_open
from labour_exchange.inspections.models import InspectionSample
from labour_exchange.inspections.operations import opening
from labour_exchange.inspections.queries.cases import inspection_of
from labour_exchange.inspections.rules.sampling import LARGEST_SEED, Plan
from labour_exchange.inspections.rules.signals import HIGH_RISK_FROM, WEIGHTS
from labour_exchange.inspections.texts import labels
from labour_exchange.placements.models import Placement
from labour_exchange.placements.queries.approaches import found_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import is_done
from labour_exchange.web.forms import page_with_form
from labour_exchange.web.inspecting.forms import OpenForm, SampleForm
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region


@blueprint.route("/inspections/draw", methods=["GET", "POST"])
@permits(INSPECT)
def draw_sample() -> ResponseReturnValue:
    """The plan is typed, drawn and stored; the list shows it."""
    session, actor, today = db.session(), current_actor(), clock.today()
    own_region(actor)
    start = today.replace(year=today.year - 1, day=1)
    form = SampleForm(since=start, until=today, employer_share=10, file_share=20, seed=randbelow(LARGEST_SEED))
    if form.validate_on_submit():
        plan = Plan(form.seed.data, form.employer_share.data, form.file_share.data)
        since, until, drawn = form.since.data, form.until.data, list[InspectionSample]()
        if is_done(form, lambda: drawn.append(opening.draw_sample(session, actor, plan, since=since, until=until))):
            opened = drawn[0].opened if drawn else 0
            flash(ngettext("The sample is drawn: %(num)d inspection opened.", "The sample is drawn: %(num)d inspections opened.", opened), "ok")
            return redirect(url_for("office.inspections"), 303)
    return page_with_form("office/inspections/draw.html", form, weights=WEIGHTS, high_from=HIGH_RISK_FROM, labels=labels)


@blueprint.route("/placements/<public_id>/inspect", methods=["GET", "POST"])
@permits(INSPECT)
def open_inspection(public_id: str) -> ResponseReturnValue:
    """For a reason of the officer's own; where one is open already, that one is shown."""
    session, actor, form = db.session(), current_actor(), OpenForm()
    found = found_for(session, actor, Placement, public_id)
    if not may_open(actor, found):
        raise NotFound
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: opening.open_inspection(session, actor, found, reason=reason)):
            flash(_("The inspection is opened. Now ask the sides."), "ok")
            made = inspection_of(session, actor, found)
            return redirect(url_for("office.inspection", public_id=made.public_id) if made else url_for("office.inspections"), 303)
    return page_with_form("office/inspections/open.html", form, placement=found, employer=session.get_one(Employer, found.employer_id))
