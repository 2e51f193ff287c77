"""One application and the employer's answers to it: interview, decline, offer, declaration."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.placements.access import ANSWER_AS_EMPLOYER
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations import applications as operations
from labour_exchange.placements.operations.offers import make_offer
from labour_exchange.placements.operations.placements import PlacementFacts, declare_placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.rules.approaches import OfferTerms
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, ApplicationState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.hiring.forms import DeclareForm, InterviewForm, OfferForm, ReasonForm
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words


@blueprint.get("/applications/<public_id>")
@permits(ANSWER_AS_EMPLOYER)
def application(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = _found(public_id)
    if found.state is ApplicationState.SENT:
        act_once(None, lambda: operations.see(session, actor, found))
    return _page(found)


@blueprint.post("/applications/<public_id>/interview")
@permits(ANSWER_AS_EMPLOYER)
def interview(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), InterviewForm(prefix="interview")
    found = _found(public_id)
    return _answered(found, form, lambda: operations.invite_to_interview(session, actor, found, note=form.note.data), _("The invitation is sent."))


@blueprint.post("/applications/<public_id>/decline")
@permits(ANSWER_AS_EMPLOYER)
def decline_application(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), ReasonForm(prefix="decline")
    found = _found(public_id)
    return _answered(found, form, lambda: operations.decline(session, actor, found, note=form.note.data), _("Your answer is sent."))


@blueprint.post("/applications/<public_id>/offer")
@permits(ANSWER_AS_EMPLOYER)
def offer_on_application(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), OfferForm(prefix="offer")
    found = _found(public_id)
    return _answered(found, form, lambda: make_offer(session, actor, found, terms_of(form)), _("The offer is sent."))


@blueprint.post("/applications/<public_id>/declare")
@permits(ANSWER_AS_EMPLOYER)
def declare_from_application(public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), DeclareForm(prefix="declare")
    found = _found(public_id)

    def declare() -> object:
        assert found.employer_id is not None
        return declare_placement(session, actor, PlacementFacts(found.jobseeker_id, found.employer_id, form.started_on.data, found.vacancy_id))

    return _answered(found, form, declare, _("Thank you. The person is asked to confirm."))


def terms_of(form: OfferForm) -> OfferTerms:
    return OfferTerms(form.starts_on.data, form.answer_by_on.data, form.pay.data, form.note.data or "")


def _found(public_id: str) -> JobApplication:
    return approaches.found_for(db.session(), current_actor(), JobApplication, public_id)


def _answered(found: JobApplication, form: Form, act: Callable[[], Any], done: str | LazyString) -> ResponseReturnValue:
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, act)
            flash(done, "ok")
            return redirect(url_for("employer.application", public_id=found.public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(found, form)


def _page(found: JobApplication, wrong: Form | None = None) -> tuple[str, int]:
    session = db.session()
    given = {"interview": InterviewForm, "decline": ReasonForm, "offer": OfferForm, "declare": DeclareForm}
    shown = {name: wrong if type(wrong) is kind else kind(formdata=None, prefix=name) for name, kind in given.items()}
    moves = history(session, APPLICATION_LIFECYCLE.name, found.id)
    return page_with_form(
        "employer/hiring/application.html",
        wrong or shown["decline"],
        application=found,
        shown=shown,
        timeline=hiring_words.application_timeline(moves, found),
        may={name: APPLICATION_LIFECYCLE.allows(found.state, name) for name in ("interview", "offer", "decline", "hire")},
        offer=approaches.offer_on(session, found),
        wrong=request.endpoint,
        say=hiring_words,
    )
