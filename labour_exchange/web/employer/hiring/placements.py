"""An employer's placements: list, proof, confirmation, end, and the right of reply."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.access import KEEP_PLACEMENTS
from labour_exchange.placements.models import Placement
from labour_exchange.placements.operations import placements as operations
from labour_exchange.placements.operations.annulments import reply_to_annulment
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.queries.register import RegisterFilters, placement_history, proposal_for, register_page
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, EndReason, EvidenceSource
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.hiring.forms import EndForm, ReplyForm
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words


@blueprint.get("/placements")
@permits(KEEP_PLACEMENTS)
def placements() -> str:
    page = register_page(db.session(), current_actor(), RegisterFilters(), cursor=request.args.get("cursor"))
    return render_template("employer/hiring/placements.html", page=page, say=hiring_words)


@blueprint.get("/placements/<public_id>")
@permits(KEEP_PLACEMENTS)
def placement(public_id: str) -> ResponseReturnValue:
    return _page(_found(public_id))


@blueprint.post("/placements/<public_id>/confirm")
@permits(KEEP_PLACEMENTS)
def confirm_placement(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = _found(public_id)
    act_once(request.form.get("submission_id"), lambda: operations.confirm_placement(session, actor, found))
    flash(_("Thank you. The placement is confirmed."), "ok")
    return redirect(url_for("employer.placement", public_id=public_id), 303)


@blueprint.post("/placements/<public_id>/end")
@permits(KEEP_PLACEMENTS)
def end_placement(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), EndForm(prefix="end")
    found = _found(public_id)

    def end() -> object:
        return operations.end_placement(session, actor, found, ended_on=form.ended_on.data, reason=EndReason(form.reason.data))

    return _done(found, form, end, _("The end of the work is noted."))


@blueprint.post("/placements/<public_id>/reply/<proposal_id>")
@permits(KEEP_PLACEMENTS)
def reply(public_id: str, proposal_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReplyForm(prefix="reply")
    found, proposal = _found(public_id), proposal_for(session, actor, proposal_id)
    return _done(found, form, lambda: reply_to_annulment(session, actor, proposal, reply=form.reply.data), _("Your reply is sent."))


def _found(public_id: str) -> Placement:
    return approaches.found_for(db.session(), current_actor(), Placement, public_id)


def _done(found: Placement, form: Form, act: Callable[[], Any], words: str | LazyString) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, act)
            flash(words, "ok")
            return redirect(url_for("employer.placement", public_id=found.public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(found, form)


def _page(found: Placement, wrong: Form | None = None) -> tuple[str, int]:
    told = placement_history(db.session(), found)
    given = {"end": EndForm, "reply": ReplyForm}
    shown = {name: wrong if type(wrong) is kind else kind(formdata=None, prefix=name) for name, kind in given.items()}
    return page_with_form(
        "employer/hiring/placement.html",
        wrong or shown["end"],
        found=told,
        shown=shown,
        timeline=hiring_words.evidence_timeline(found, told.evidence),
        may_confirm=approaches.may_be_confirmed_by(found, EvidenceSource.EMPLOYER),
        may_end=PLACEMENT_LIFECYCLE.allows(found.state, "end"),
        proposals=[one for one in told.proposals if one.decided_at is None],
        say=hiring_words,
    )
