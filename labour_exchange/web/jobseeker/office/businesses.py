"""A person's own business plan, written before a microcredit or a grant is asked for."""

from flask import flash, redirect, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.jobseekers.queries import own_jobseeker
from labour_exchange.programmes.access import FOLLOW_OWN_MEASURES
from labour_exchange.programmes.businesses.operations.plans import write_plan
from labour_exchange.programmes.businesses.queries import free_plan_of
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring.businesses import BusinessPlanForm, plan_facts
from labour_exchange.web.jobseeker.blueprint import blueprint


@blueprint.route("/business-plan", methods=["GET", "POST"])
@permits(FOLLOW_OWN_MEASURES)
def business_plan() -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    person = own_jobseeker(session, actor)
    form = BusinessPlanForm(obj=free_plan_of(session, person.id))
    if form.validate_on_submit():
        facts, version = plan_facts(form), form.version.data
        try:
            act_once(form.submission_id.data, lambda: write_plan(session, actor, person, facts, version=version))
            flash(_("Your business plan is kept. Tell your office that you want a microcredit or a grant for it."), "ok")
            return redirect(url_for("jobseeker.measures"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("jobseeker/measures/business_plan.html", form)
