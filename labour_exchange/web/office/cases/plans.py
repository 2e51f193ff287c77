"""The individual plan of a case: written by an officer, its steps followed, no colleague's words lost."""

from collections.abc import Mapping
from datetime import date

from flask import abort, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.cases.access import KEEP_CASES
from labour_exchange.cases.models import Case, Plan, PlanStep
from labour_exchange.cases.operations import plans as operations
from labour_exchange.cases.queries import case_for
from labour_exchange.cases.queries.plans import plan_for, plan_of, revisions_of, step_for
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import CaseState, Doer, StepState
from labour_exchange.cases.texts import plans as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal, StaleVersion
from labour_exchange.foundation.texts import Text
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once, is_done
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.jobseeker.conflicts import conflict_page
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.cases.forms import GoalsForm, ReasonForm, StepForm


@blueprint.get("/cases/<public_id>/plan")
@permits(KEEP_CASES)
def plan(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    case = case_for(session, actor, public_id)
    found = plan_for(session, actor, case)
    written = [(one, [_past_step(step) for step in one.steps]) for one in revisions_of(session, found)]
    return render_template("office/cases/plan.html", case=case, plan=found, revisions=written, texts=texts, today=clock.today())


@blueprint.route("/cases/<public_id>/plan/edit", methods=["GET", "POST"])
@permits(KEEP_CASES)
def edit_plan(public_id: str) -> ResponseReturnValue:
    """Begin the plan, or write its goals anew."""
    session, actor = db.session(), current_actor()
    case, found = _case_and_plan(public_id)
    form = GoalsForm(obj=found, version=found.revision if found else 0)
    if form.validate_on_submit():
        goals, revision = form.goals.data or "", int(form.version.data or 0)
        try:
            act_once(form.submission_id.data, lambda: operations.write_goals(session, actor, case, found, goals=goals, revision=revision))
            flash(_("Saved. The person is asked to read the plan and agree."), "ok")
            return redirect(url_for("office.plan", public_id=public_id), 303)
        except NotFound:
            raise
        except StaleVersion:
            now = plan_for(session, actor, case)
            return _conflict(form, GoalsForm(formdata=None, obj=now), now, case, url_for("office.edit_plan", public_id=public_id))
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/cases/plan_goals.html", form, case=case, plan=found)


@blueprint.route("/cases/<public_id>/plan/steps/new", methods=["GET", "POST"])
@permits(KEEP_CASES)
def new_step(public_id: str) -> ResponseReturnValue:
    case, found = _case_and_plan(public_id)
    if found is None:
        raise NotFound
    return _step_page(case, found, None)


@blueprint.route("/cases/<public_id>/plan/steps/<step_id>/edit", methods=["GET", "POST"])
@permits(KEEP_CASES)
def edit_step(public_id: str, step_id: str) -> ResponseReturnValue:
    case, found, step = _step(public_id, step_id)
    if step.state is not StepState.OPEN:
        abort(409)
    return _step_page(case, found, step)


@blueprint.post("/cases/<public_id>/plan/steps/<step_id>/<any(finish, reopen):act>")
@permits(KEEP_CASES)
def move_step(public_id: str, step_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    _case, found, step = _step(public_id, step_id)
    act_once(None, lambda: operations.move_step(session, actor, found, step, act))
    flash(_("Saved."), "ok")
    return redirect(url_for("office.plan", public_id=public_id), 303)


@blueprint.route("/cases/<public_id>/plan/steps/<step_id>/drop", methods=["GET", "POST"])
@permits(KEEP_CASES)
def drop_step(public_id: str, step_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm()
    case, found, step = _step(public_id, step_id)
    back = url_for("office.plan", public_id=public_id)
    if form.validate_on_submit():
        reason = form.reason.data or ""
        if is_done(form, lambda: operations.move_step(session, actor, found, step, "drop", reason=reason)):
            flash(_("Saved."), "ok")
            return redirect(back, 303)
    return page_with_form("office/cases/reason.html", form, case=case, back=back, title=_("Drop the step"), lead=step.what)


def _step_page(case: Case, found: Plan, step: PlanStep | None) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    form = StepForm(obj=step, version=found.revision)
    if form.validate_on_submit():
        facts, revision = StepFacts(form.what.data or "", Doer(form.doer.data), form.due_on.data), int(form.version.data or 0)
        try:
            if step is None:
                act_once(form.submission_id.data, lambda: operations.add_step(session, actor, found, facts, revision=revision))
            else:
                act_once(form.submission_id.data, lambda: operations.change_step(session, actor, found, step, facts, revision=revision))
            flash(_("Saved. The person is asked to read the plan and agree."), "ok")
            return redirect(url_for("office.plan", public_id=case.public_id), 303)
        except NotFound:
            raise
        except StaleVersion:
            session.refresh(found)
            stored = StepForm(formdata=None, obj=step) if step else StepForm(formdata=None)
            return _conflict(form, stored, found, case, request.path)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/cases/plan_step.html", form, case=case, step=step)


def _past_step(step: Mapping[str, str]) -> tuple[str, Text, date]:
    """A step of an earlier text, as it was kept."""
    return step["what"], texts.DOERS[Doer(step["doer"])], date.fromisoformat(step["due_on"])


def _conflict(form: GoalsForm | StepForm, stored: GoalsForm | StepForm, now: Plan, case: Case, action: str) -> ResponseReturnValue:
    db.session().expire(now)
    return conflict_page("office/cases/plan_conflict.html", form, stored, version=now.revision, case=case, plan=now, action=action, texts=texts)


def _case_and_plan(public_id: str) -> tuple[Case, Plan | None]:
    session, actor = db.session(), current_actor()
    case = case_for(session, actor, public_id)
    if case.state is CaseState.CLOSED:
        abort(409)
    return case, plan_of(session, actor, case)


def _step(public_id: str, step_id: str) -> tuple[Case, Plan, PlanStep]:
    case, found = _case_and_plan(public_id)
    if found is None:
        raise NotFound
    return case, found, step_for(db.session(), found, step_id)
