"""A person's placements: confirmed or disputed, with the evidence that each has gathered."""

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.access import CONFIRM_PLACEMENT
from labour_exchange.placements.models import Placement
from labour_exchange.placements.operations import placements as operations
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.queries.register import placement_history
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, DisputeReason, EvidenceSource
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.jobseeker.applications.forms import DisputeForm
from labour_exchange.web.jobseeker.blueprint import blueprint


@blueprint.get("/placements")
@permits(CONFIRM_PLACEMENT)
def placements() -> str:
    session, actor = db.session(), current_actor()
    found = [placement_history(session, one) for one in approaches.own_things(session, actor, Placement)]
    return render_template("jobseeker/applications/placements.html", found=found, say=hiring_words)


@blueprint.get("/placements/<public_id>")
@permits(CONFIRM_PLACEMENT)
def placement(public_id: str) -> ResponseReturnValue:
    return _page(public_id, DisputeForm())


@blueprint.post("/placements/<public_id>/confirm")
@permits(CONFIRM_PLACEMENT)
def confirm_placement(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = approaches.found_for(session, actor, Placement, public_id)
    act_once(request.form.get("submission_id"), lambda: operations.confirm_placement(session, actor, found))
    flash(_("Thank you. Your work is confirmed."), "ok")
    return redirect(url_for("jobseeker.placement", public_id=public_id), 303)


@blueprint.post("/placements/<public_id>/dispute")
@permits(CONFIRM_PLACEMENT)
def dispute_placement(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), DisputeForm()
    found = approaches.found_for(session, actor, Placement, public_id)
    if form.validate_on_submit():
        reason, note = DisputeReason(form.reason.data), form.note.data or ""
        try:
            act_once(form.submission_id.data, lambda: operations.dispute_placement(session, actor, found, reason=reason, note=note))
            flash(_("We have noted it. The employment office will look into it."), "ok")
            return redirect(url_for("jobseeker.placement", public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(public_id, form)


def _page(public_id: str, form: DisputeForm) -> tuple[str, int]:
    session, actor = db.session(), current_actor()
    found = placement_history(session, approaches.found_for(session, actor, Placement, public_id))
    return page_with_form(
        "jobseeker/applications/placement.html",
        form,
        found=found,
        timeline=hiring_words.evidence_timeline(found.placement, found.evidence),
        may_confirm=approaches.may_be_confirmed_by(found.placement, EvidenceSource.JOBSEEKER),
        may_dispute=PLACEMENT_LIFECYCLE.allows(found.placement.state, "dispute"),
        say=hiring_words,
    )
