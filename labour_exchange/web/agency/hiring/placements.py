"""Placements that came through the agency, with the state of their evidence."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.access import REPORT_AS_AGENCY
from labour_exchange.placements.models import Placement, Referral
from labour_exchange.placements.operations.placements import PlacementFacts, declare_placement, end_placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.queries.register import RegisterFilters, placement_history, register_page, register_rows
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, EndReason
from labour_exchange.placements.texts.labels import EVIDENCE_LEVELS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.employer.hiring.forms import DeclareForm, EndForm
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.localisation import words
from labour_exchange.web.spreadsheets import csv_response


@blueprint.get("/placements")
@permits(REPORT_AS_AGENCY)
def placements() -> str:
    page = register_page(db.session(), current_actor(), RegisterFilters(), cursor=request.args.get("cursor"))
    return render_template("agency/placements.html", page=page, say=hiring_words)


@blueprint.get("/placements.csv")
@permits(REPORT_AS_AGENCY)
def placements_file() -> Response:
    """Without names: whose placement it is stands on its page."""
    rows = [
        [
            row.placement.public_id,
            row.employer.name,
            row.placement.started_on,
            words(hiring_words.badge_of(row.placement.state).words),
            words(EVIDENCE_LEVELS[row.level]),
        ]
        for row in register_rows(db.session(), current_actor(), RegisterFilters())
    ]
    header = [_("Number"), _("Employer"), _("First working day"), _("State"), _("Evidence")]
    return csv_response("placements.csv", header, rows)


@blueprint.route("/placements/<public_id>", methods=["GET", "POST"])
@permits(REPORT_AS_AGENCY)
def placement(public_id: str) -> ResponseReturnValue:
    """One placement with its evidence; the agency may report that the work ended."""
    session, actor = db.session(), current_actor()
    found, form = approaches.found_for(session, actor, Placement, public_id), EndForm()
    if form.validate_on_submit():
        facts = {"ended_on": form.ended_on.data, "reason": EndReason(form.reason.data)}
        try:
            act_once(form.submission_id.data, lambda: end_placement(session, actor, found, **facts))
            flash(_("The end of the work is noted."), "ok")
            return redirect(url_for("agency.placement", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    told = placement_history(session, found)
    timeline = hiring_words.evidence_timeline(found, told.evidence)
    may_end = PLACEMENT_LIFECYCLE.allows(found.state, "end")
    return page_with_form("agency/placement.html", form, found=told, timeline=timeline, may_end=may_end, say=hiring_words)


@blueprint.route("/referrals/<public_id>/declare", methods=["GET", "POST"])
@permits(REPORT_AS_AGENCY)
def declare_from_referral(public_id: str) -> ResponseReturnValue:
    """A person whom the agency referred has started."""
    session, actor = db.session(), current_actor()
    referral, form = approaches.found_for(session, actor, Referral, public_id), DeclareForm()
    if form.validate_on_submit() and referral.employer_id is not None:
        facts = PlacementFacts(referral.jobseeker_id, referral.employer_id, form.started_on.data, referral.vacancy_id)
        try:
            act_once(form.submission_id.data, lambda: declare_placement(session, actor, facts))
            flash(_("Thank you. The person is asked to confirm."), "ok")
            return redirect(url_for("agency.placements"), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return page_with_form("agency/declare.html", form, referral=referral)
