"""Applications that the agency answers for employers who let it."""

from collections.abc import Callable
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.placements.access import ANSWER_AS_AGENCY
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.operations import applications as operations
from labour_exchange.placements.operations.offers import make_offer
from labour_exchange.placements.operations.placements import PlacementFacts, declare_placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, ApplicationState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.employer.hiring.answers import terms_of
from labour_exchange.web.employer.hiring.forms import DeclareForm, InterviewForm, OfferForm, ReasonForm
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words

PAGE = 20
SHOWN = {
    "waiting": (ApplicationState.SENT, ApplicationState.SEEN),
    "interview": (ApplicationState.INTERVIEW,),
    "offered": (ApplicationState.OFFERED,),
    "hired": (ApplicationState.HIRED,),
    "all": tuple(ApplicationState),
}
FORMS: dict[str, type[Form]] = {"interview": InterviewForm, "decline": ReasonForm, "offer": OfferForm, "declare": DeclareForm}


@blueprint.get("/applications")
@permits(ANSWER_AS_AGENCY)
def applications() -> str:
    """Whoever has waited longest comes first."""
    session, actor = db.session(), current_actor()
    shown = request.args.get("show", "waiting")
    shown = shown if shown in SHOWN else "waiting"
    wanted = approaches.applications_to_employer(actor, states=SHOWN[shown])
    page = page_of(session, wanted, (JobApplication.created_at, JobApplication.id), cursor=request.args.get("cursor"), limit=PAGE)
    counts = approaches.application_counts(session, actor)
    return render_template("agency/applications.html", page=page, shown=shown, counts=counts, say=hiring_words, today=clock.today())


@blueprint.get("/applications/<public_id>")
@permits(ANSWER_AS_AGENCY)
def application(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = _found(public_id)
    if found.state is ApplicationState.SENT:
        act_once(None, lambda: operations.see(session, actor, found))
    return _page(found)


@blueprint.post("/applications/<public_id>/<any(interview, decline, offer, declare):answer>")
@permits(ANSWER_AS_AGENCY)
def answer_application(public_id: str, answer: str) -> ResponseReturnValue:
    found, form = _found(public_id), FORMS[answer](prefix=answer)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, _act(answer, found, form))
            flash(_("Your answer is sent."), "ok")
            return redirect(url_for("agency.application", public_id=found.public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(found, form)


def _act(answer: str, found: JobApplication, form: Form) -> Callable[[], Any]:
    session, actor = db.session(), current_actor()
    if isinstance(form, OfferForm):
        return lambda: make_offer(session, actor, found, terms_of(form))
    if isinstance(form, DeclareForm):
        assert found.employer_id is not None
        facts = PlacementFacts(found.jobseeker_id, found.employer_id, form.started_on.data, found.vacancy_id)
        return lambda: declare_placement(session, actor, facts)
    act = operations.invite_to_interview if answer == "interview" else operations.decline
    return lambda: act(session, actor, found, note=form["note"].data)


def _found(public_id: str) -> JobApplication:
    return approaches.found_for(db.session(), current_actor(), JobApplication, public_id)


def _page(found: JobApplication, wrong: Form | None = None) -> tuple[str, int]:
    session = db.session()
    shown = {name: wrong if type(wrong) is kind else kind(formdata=None, prefix=name) for name, kind in FORMS.items()}
    moves = history(session, APPLICATION_LIFECYCLE.name, found.id)
    return page_with_form(
        "agency/application.html",
        wrong or shown["decline"],
        application=found,
        shown=shown,
        timeline=hiring_words.application_timeline(moves, found),
        may={name: APPLICATION_LIFECYCLE.allows(found.state, name) for name in ("interview", "offer", "decline", "hire")},
        say=hiring_words,
    )
