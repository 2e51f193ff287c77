"""Applying for a vacancy, the person's applications and the page of each."""

from flask import Flask, flash, redirect, render_template, request, url_for
from flask.blueprints import BlueprintSetupState
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.placements.access import APPLY
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations import applications as operations
from labour_exchange.placements.operations.placements import PlacementFacts, declare_placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import APPLICATION_LIFECYCLE
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.addresses import LANGUAGE_PREFIX
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.jobseeker.applications.forms import ApplyForm, StartedForm
from labour_exchange.web.jobseeker.blueprint import blueprint

PAGE = 20


@permits(APPLY)
def apply(public_id: str) -> ResponseReturnValue:
    """Stands beside the vacancy, `/<lang>/vacancies/<id>/apply`, and not among the person's own pages."""
    session, actor, form = db.session(), current_actor(), ApplyForm()
    vacancy = vacancy_for(session, actor, public_id)
    earlier = approaches.application_for_vacancy(session, actor, vacancy.id)
    if earlier is not None and request.method == "GET":
        return redirect(url_for("jobseeker.application", public_id=earlier.public_id), 303)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: operations.apply(session, actor, vacancy, note=form.note.data or ""))
            made = approaches.application_for_vacancy(session, actor, vacancy.id)
            flash(_("Your application is sent. The employer sees your name and your phone."), "ok")
            return redirect(url_for("jobseeker.application", public_id=made.public_id if made else ""), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("jobseeker/applications/apply.html", form, vacancy=vacancy, say=hiring_words)


@blueprint.record
def _stand_beside_the_vacancy(state: BlueprintSetupState) -> None:
    app: Flask = state.app
    app.add_url_rule(f"{LANGUAGE_PREFIX}/vacancies/<public_id>/apply", "jobseeker.apply", apply, methods=["GET", "POST"])


@blueprint.get("/applications")
@permits(APPLY)
def applications() -> str:
    session, actor = db.session(), current_actor()
    is_ended = request.args.get("show") == "ended"
    wanted = approaches.applications_of(actor, is_open=not is_ended)
    page = page_of(session, wanted, (JobApplication.id,), cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    waiting = approaches.things_to_answer(session, actor)
    return render_template("jobseeker/applications/list.html", page=page, is_ended=is_ended, waiting=waiting, say=hiring_words)


@blueprint.get("/applications/<public_id>")
@permits(APPLY)
def application(public_id: str) -> str:
    return _page(public_id, StartedForm())


@blueprint.post("/applications/<public_id>/withdraw")
@permits(APPLY)
def withdraw_application(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = approaches.found_for(session, actor, JobApplication, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.withdraw(session, actor, found))
    flash(_("Your application is withdrawn."), "ok")
    return redirect(url_for("jobseeker.application", public_id=public_id), 303)


@blueprint.post("/applications/<public_id>/started")
@permits(APPLY)
def started(public_id: str) -> ResponseReturnValue:
    """The person says that the work has begun, where the employer has not."""
    session, actor, form = db.session(), current_actor(), StartedForm()
    found = approaches.found_for(session, actor, JobApplication, public_id)
    if form.validate_on_submit() and found.employer_id is not None:
        facts = PlacementFacts(found.jobseeker_id, found.employer_id, form.started_on.data, found.vacancy_id)
        try:
            act_once(form.submission_id.data, lambda: declare_placement(session, actor, facts))
            flash(_("Thank you. The employer is asked to confirm."), "ok")
            return redirect(url_for("jobseeker.placements"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(public_id, form), 422


def _page(public_id: str, form: StartedForm) -> str:
    session, actor = db.session(), current_actor()
    found = approaches.found_for(session, actor, JobApplication, public_id)
    timeline = hiring_words.application_timeline(history(session, APPLICATION_LIFECYCLE.name, found.id), found)
    is_open = found.state in APPLICATION_LIFECYCLE.open_states()
    offer = approaches.offer_on(session, found)
    return render_template(
        "jobseeker/applications/application.html", application=found, timeline=timeline, is_open=is_open, offer=offer, form=form, say=hiring_words
    )
