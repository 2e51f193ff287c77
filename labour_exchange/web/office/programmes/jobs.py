"""Subsidised jobs that employers of the region offer, and their monthly claims."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.programmes.access import ENROL, READ_ENROLMENTS
from labour_exchange.programmes.models.jobs import SubsidisedPost
from labour_exchange.programmes.operations import claims
from labour_exchange.programmes.operations.subsidised_jobs import decide_posts
from labour_exchange.programmes.queries import jobs
from labour_exchange.programmes.queries.enrolments import enrolment_for
from labour_exchange.programmes.texts import labels
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import measures as say
from labour_exchange.web.localisation import month
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.programmes.enrolments import enrolment_page
from labour_exchange.web.office.programmes.forms import ContributionForm, ReturnForm
from labour_exchange.web.office.vacancies import own_region


@blueprint.get("/subsidised-jobs")
@permits(READ_ENROLMENTS)
def subsidised_jobs() -> str:
    actor = current_actor()
    own_region(actor)
    page = page_of(db.session(), jobs.posts(actor).order_by(None), (SubsidisedPost.id,), cursor=request.args.get("cursor"), descending=True)
    return render_template("office/programmes/jobs.html", page=page, labels=labels, say=say)


@blueprint.route("/subsidised-jobs/<public_id>", methods=["GET", "POST"])
@permits(ENROL)
def subsidised_job(public_id: str) -> ResponseReturnValue:
    """One offer; the office accepts it, or refuses it with words that the employer reads."""
    session, actor, form = db.session(), current_actor(), ReturnForm()
    found = jobs.post_for(session, actor, public_id)
    is_accepted = request.form.get("decision") == "accept"
    if form.is_submitted() and (is_accepted or form.validate()):
        try:
            reason = form.reason.data or ""
            act_once(request.form.get("submission_id"), lambda: decide_posts(session, actor, found, is_accepted=is_accepted, reason=reason))
            flash(_("Your decision is noted."), "ok")
            return redirect(url_for("office.subsidised_jobs"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("office/programmes/job.html", form, one=found, labels=labels, say=say)


@blueprint.post("/claims-of-subsidies/<public_id>/<any(accept, refuse):decision>")
@permits(ENROL)
def decide_subsidy_claim(public_id: str, decision: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    claim = jobs.claim_for(session, actor, public_id)
    address, reason = claim.enrolment.public_id, request.form.get("reason", "")
    try:
        if decision == "accept":
            act_once(request.form.get("submission_id"), lambda: claims.accept_claim(session, actor, claim))
        else:
            act_once(request.form.get("submission_id"), lambda: claims.refuse_claim(session, actor, claim, reason=reason))
    except Refusal as refusal:
        shown = ReturnForm(formdata=None)
        show_refusal(shown, refusal)
        return enrolment_page(enrolment_for(session, actor, address), shown)
    flash(_("The payment waits for another person's approval.") if decision == "accept" else _("The claim is refused. The employer reads why."), "ok")
    return redirect(url_for("office.enrolment", public_id=address), 303)


@blueprint.route("/enrolments/<public_id>/contributions", methods=["GET", "POST"])
@permits(ENROL)
def contributions(public_id: str) -> ResponseReturnValue:
    """Which months the pension register has shown a contribution for."""
    session, actor, form = db.session(), current_actor(), ContributionForm()
    found = enrolment_for(session, actor, public_id)
    rows = jobs.months_of(session, found)
    months = {row.month.isoformat(): row.month for row in rows if not row.is_contribution_seen}
    form.month.choices = [*form.month.choices, *((code, month(day)) for code, day in months.items())]
    if form.validate_on_submit() and form.month.data in months:
        chosen, reference = months[form.month.data], form.reference.data or ""
        try:
            act_once(form.submission_id.data, lambda: claims.record_contribution(session, actor, found, month=chosen, reference=reference))
            flash(_("The contribution is noted."), "ok")
            return redirect(url_for("office.enrolment", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    lines = [[month(row.month), _("seen") if row.is_contribution_seen else "–"] for row in rows]
    return page_with_form("office/programmes/contributions.html", form, one=found, contribution_rows=lines)
