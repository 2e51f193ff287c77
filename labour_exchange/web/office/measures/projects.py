"""Projects of the region: prepared, decided, paid for, completed, and who works in them."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.programmes.access import APPROVE, ENROL, may_approve_project
from labour_exchange.programmes.projects import operations, queries
from labour_exchange.programmes.projects.models import Project
from labour_exchange.programmes.projects.rules import ProjectFacts
from labour_exchange.programmes.projects.states import PROJECT_LIFECYCLE, ProjectKind
from labour_exchange.programmes.projects.texts import PROJECT_KINDS, PROJECT_STATES
from labour_exchange.programmes.queries.definitions import measure_by_code, measures_open_on
from labour_exchange.programmes.states import MeasureKind
from labour_exchange.programmes.texts import labels
from labour_exchange.territory.queries import district, districts_in_order
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import language
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import CompletionForm, ProjectForm, ProjectPaymentForm
from labour_exchange.web.office.programmes.forms import ReturnForm
from labour_exchange.web.office.vacancies import own_region

PAGE = 50
BADGES = {"prepared": "warn", "approved": "ok", "declined": "bad", "completed": "info"}


@blueprint.route("/projects", methods=["GET", "POST"])
@permits(ENROL)
def projects() -> ResponseReturnValue:
    """Projects of the region, and the form for another."""
    session, actor, form = db.session(), current_actor(), ProjectForm()
    region_code = own_region(actor)
    offered = [one for one in measures_open_on(session, clock.today()) if one.kind is MeasureKind.RURAL_JOBS]
    form.measure.choices = [*form.measure.choices, *((one.code, one.name) for one in offered)]
    form.district_code.choices = [*form.district_code.choices, *((one.kato, one.name) for one in districts_in_order(region_code, language()))]
    if form.validate_on_submit():
        try:
            measure, facts = measure_by_code(session, form.measure.data or ""), _facts(form)
            act_once(form.submission_id.data, lambda: operations.prepare_project(session, actor, measure, facts))
            flash(_("The project waits for another person's approval."), "ok")
            return redirect(url_for("office.projects"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    page = page_of(session, queries.projects(actor).order_by(None), (Project.id,), cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    return page_with_form(
        "office/measures/projects.html", form, page=page, kinds=PROJECT_KINDS, states=PROJECT_STATES, badges=BADGES, district=district
    )


@blueprint.get("/projects/<public_id>")
@permits(ENROL)
def project(public_id: str) -> ResponseReturnValue:
    return _project_page(queries.project_for(db.session(), current_actor(), public_id), ReturnForm(formdata=None))


@blueprint.post("/projects/<public_id>/<any(approve, decline):decision>")
@permits(APPROVE)
def decide_project(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = queries.project_for(session, actor, public_id)
    facts = {"is_approved": decision == "approve", "reason": form.reason.data or ""}
    try:
        act_once(form.submission_id.data, lambda: operations.decide_project(session, actor, found, **facts))
    except Refusal as refusal:
        shown = ReturnForm(formdata=None)
        show_refusal(shown, refusal)
        return _project_page(session.get_one(Project, found.id), shown)
    flash(_("Your decision is noted."), "ok")
    return redirect(url_for("office.project", public_id=public_id), 303)


@blueprint.route("/projects/<public_id>/payments/new", methods=["GET", "POST"])
@permits(ENROL)
def new_project_payment(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ProjectPaymentForm()
    found = queries.project_for(session, actor, public_id)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: operations.prepare_project_payment(session, actor, found, amount=form.amount.data or 0))
            flash(_("The payment waits for another person's approval."), "ok")
            return redirect(url_for("office.project", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    left = found.committed - found.paid - queries.waiting_for_payment(session, found)
    return page_with_form("office/measures/project_payment.html", form, project=found, left=left)


@blueprint.post("/project-payments/<public_id>/<any(pay, refuse):decision>")
@permits(APPROVE)
def decide_project_payment(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.project_payment_for(session, actor, public_id)
    act_once(None, lambda: operations.decide_project_payment(session, actor, found, is_paid=decision == "pay"))
    flash(_("The payment is made.") if decision == "pay" else _("The payment is refused."), "ok")
    return redirect(url_for("office.project", public_id=found.project.public_id), 303)


@blueprint.route("/projects/<public_id>/complete", methods=["GET", "POST"])
@permits(ENROL)
def complete_project(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), CompletionForm(completed_on=clock.today())
    found = queries.project_for(session, actor, public_id)
    if form.validate_on_submit():
        facts = {"completed_on": form.completed_on.data, "jobs_created": form.jobs_created.data or 0, "evidence": form.evidence.data or ""}
        try:
            act_once(form.submission_id.data, lambda: operations.complete_project(session, actor, found, **facts))
            flash(_("The project is completed. What was not spent is free again."), "ok")
            return redirect(url_for("office.project", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/measures/project_completion.html", form, project=found)


def _project_page(found: Project, form: Form) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    acts = PROJECT_LIFECYCLE.actions_from(found.state)
    return page_with_form(
        "office/measures/project.html",
        form,
        project=found,
        acts=acts,
        may_decide="approve" in acts and may_approve_project(actor, found) and found.prepared_by_id != actor.user_id,
        people=queries.people_of(session, found),
        employed=queries.employed_by(session, found),
        payments=queries.payments_of_project(session, found),
        kinds=PROJECT_KINDS,
        states=PROJECT_STATES,
        badges=BADGES,
        district=district,
        labels=labels,
        say=say,
        user_id=actor.user_id,
    )


def _facts(form: ProjectForm) -> ProjectFacts:
    return ProjectFacts(
        name=form.name.data or "",
        district_code=form.district_code.data or "",
        kind=ProjectKind(form.kind.data),
        jobs_planned=form.jobs_planned.data or 0,
        amount=form.amount.data or 0,
        starts_on=form.starts_on.data,
        ends_on=form.ends_on.data,
    )
