"""One enrolment: where it stands and why, what it costs, and the acts of the officer who keeps it."""

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes.access import ENROL, READ_ENROLMENTS, may_approve, may_prepare
from labour_exchange.programmes.businesses.operations.plans import prepare_from_plan
from labour_exchange.programmes.businesses.queries import credit_of, free_plan_of, plan_of
from labour_exchange.programmes.checks.queries import checks_of
from labour_exchange.programmes.checks.texts import CHECK_KINDS, IS_MET, IS_NOT_MET
from labour_exchange.programmes.explanations import requirements
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.operations import participation, subsidised_jobs, training
from labour_exchange.programmes.projects.operations import prepare_for_project
from labour_exchange.programmes.projects.queries import project_for, projects_open_for
from labour_exchange.programmes.queries import enrolments as queries
from labour_exchange.programmes.queries import jobs
from labour_exchange.programmes.queries import training as lessons
from labour_exchange.programmes.queries.outcomes import ENDED
from labour_exchange.programmes.relocations.queries import relocation_of
from labour_exchange.programmes.states import BUSINESS, ENROLMENT_LIFECYCLE, SUBSIDISED, DropReason, MeasureKind
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import date_long, language, money
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.measures.forms import BusinessForm, InProjectForm, MoveForm
from labour_exchange.web.office.measures.relocations import move_form, prepare_move
from labour_exchange.web.office.programmes.forms import EndForm, JobForm, ReturnForm, SeatForm


@blueprint.get("/enrolments/<public_id>")
@permits(READ_ENROLMENTS)
def enrolment(public_id: str) -> ResponseReturnValue:
    """Opening it is a logged act, as opening a person is."""
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    record_act(session, actor, "open enrolment", "enrolment", found.id)
    session.commit()
    return enrolment_page(found, ReturnForm(formdata=None))


def enrolment_page(found: Enrolment, form: Form) -> ResponseReturnValue:
    """The enrolment with one form: the approver's reason."""
    session, actor = db.session(), current_actor()
    acts = ENROLMENT_LIFECYCLE.actions_from(found.state)
    is_mine = actor.user_id in (found.prepared_by_id, found.approved_by_id)
    return page_with_form(
        "office/programmes/enrolment.html",
        form,
        one=found,
        acts=acts,
        may_decide=may_approve(actor, found) and not is_mine and "approve" in acts,
        is_mine=is_mine and "approve" in acts,
        reasons=queries.refusal_sentences(found, language()),
        asked=requirements(found.terms.eligibility, language()),
        timeline=say.timeline_of(found),
        agreement=jobs.agreement_of(session, found),
        months=jobs.months_of(session, found),
        payments=queries.payments_of(session, actor, found),
        place=lessons.place_of(session, found),
        relocation=relocation_of(session, found),
        is_received=not may_prepare(actor, found),
        is_ended=found.state in ENDED,
        plan=plan_of(session, found),
        credit=credit_of(session, found),
        checks=checks_of(session, actor, found),
        check_kinds=CHECK_KINDS,
        check_met=IS_MET,
        check_not_met=IS_NOT_MET,
        labels=labels,
        say=say,
        user_id=actor.user_id,
    )


@blueprint.route("/enrolments/<public_id>/prepare", methods=["GET", "POST"])
@permits(ENROL)
def prepare(public_id: str) -> ResponseReturnValue:
    """What the approver will read: a job and its dates, a seat on a course, or dates and a sum."""
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    form = _form_for(found)
    for name in ("post", "course", "project"):
        if name in form and not form.is_submitted() and len(form[name].choices) == 1:
            form[name].data = form[name].choices[0][0]
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: _prepare(found, form))
            flash(_("It is before the approver now."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    plan = (plan_of(session, found) or free_plan_of(session, found.jobseeker_id)) if found.measure.kind in BUSINESS else None
    return page_with_form("office/programmes/prepare.html", form, one=found, labels=labels, plan=plan, is_business=found.measure.kind in BUSINESS)


@blueprint.post("/enrolments/<public_id>/<any(start, withdraw, sign):act>")
@permits(ENROL)
def move_enrolment(public_id: str, act: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    agreement = jobs.agreement_of(session, found)
    if act == "sign" and agreement is None:
        return redirect(url_for("office.enrolment", public_id=public_id), 303)
    acts = {
        "start": lambda: participation.start_enrolment(session, actor, found),
        "withdraw": lambda: participation.withdraw_enrolment(session, actor, found),
        "sign": lambda: agreement and subsidised_jobs.sign_agreement(session, actor, agreement),
    }
    act_once(request.form.get("submission_id"), acts[act])
    flash(_("Done. The history below says when and by whom."), "ok")
    return redirect(url_for("office.enrolment", public_id=public_id), 303)


@blueprint.route("/enrolments/<public_id>/end", methods=["GET", "POST"])
@permits(ENROL)
def end_enrolment(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = queries.enrolment_for(session, actor, public_id)
    form = EndForm(ended_on=clock.today())
    if form.validate_on_submit():
        ended_on, reason = form.ended_on.data, form.reason.data
        try:
            if reason:
                act_once(form.submission_id.data, lambda: participation.drop_out(session, actor, found, ended_on=ended_on, reason=DropReason(reason)))
            else:
                act_once(form.submission_id.data, lambda: participation.complete_enrolment(session, actor, found, ended_on=ended_on))
            flash(_("The measure has ended. What was not spent is free again."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/programmes/end.html", form, one=found)


def _form_for(found: Enrolment) -> Form:
    session, actor = db.session(), current_actor()
    if found.measure.kind in SUBSIDISED:
        form = JobForm()
        offers = jobs.posts_open_for(session, actor, found)
        form.post.choices = [(one.public_id, f"{one.employer.name}: {one.title}, {money(one.pay)}") for one in offers]
        return form
    if found.measure.kind is MeasureKind.TRAINING:
        form = SeatForm()
        courses = lessons.courses_of_region(session, actor, since=clock.today(), measure_id=found.measure_id)
        form.course.choices = [(one.public_id, f"{one.title}, {one.provider.name}, {date_long(one.starts_on)}") for one in courses]
        return form
    if found.measure.kind is MeasureKind.RELOCATION:
        return move_form(found)
    if found.measure.kind is MeasureKind.RURAL_JOBS:
        work = InProjectForm()
        work.project.choices = [(one.public_id, one.name) for one in projects_open_for(session, actor, found)]
        return work
    return BusinessForm()


def _prepare(found: Enrolment, form: Form) -> None:
    session, actor = db.session(), current_actor()
    if isinstance(form, JobForm):
        post = jobs.post_for(session, actor, form.post.data or "")
        subsidised_jobs.draw_agreement(session, actor, found, post, starts_on=form.starts_on.data, ends_on=form.ends_on.data)
    elif isinstance(form, SeatForm):
        course = lessons.course_for(session, actor, form.course.data or "")
        training.give_seat(session, actor, found, course)
        training.prepare_training(session, actor, found)
    elif isinstance(form, BusinessForm):
        prepare_from_plan(session, actor, found, starts_on=form.starts_on.data, amount=form.amount.data)
    elif isinstance(form, MoveForm):
        prepare_move(found, form)
    elif isinstance(form, InProjectForm):
        project, dates = project_for(session, actor, form.project.data or ""), {"starts_on": form.starts_on.data, "ends_on": form.ends_on.data}
        prepare_for_project(session, actor, found, project, **dates)
    else:
        raise NotFound
