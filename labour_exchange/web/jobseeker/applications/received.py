"""Invitations, referrals and offers that came to a person, and the answers to them."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l
from flask_babel.speaklater import LazyString

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.access import ANSWER_AS_PERSON
from labour_exchange.placements.models import Invitation, Offer, Referral
from labour_exchange.placements.operations import invitations, offers, placements, referrals
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.states import InvitationState, OfferState, ReferralState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words
from labour_exchange.web.jobseeker.applications.forms import DeclineForm, RefuseForm
from labour_exchange.web.jobseeker.blueprint import blueprint


@dataclass(frozen=True, slots=True)
class Received:
    """One kind of thing that comes to a person: its pages and what accepting and declining are."""

    model: type[Any]
    title: LazyString
    lead: LazyString
    empty: LazyString
    list_page: str
    page: str
    accept_words: LazyString
    accept_meaning: LazyString
    accept: Callable[..., Any]
    decline: Callable[..., Any]
    form: type[Form]
    open_states: frozenset[Any]
    may_decline: frozenset[Any]


KINDS = {
    "invitations": Received(
        Invitation,
        _l("Invitations"),
        _l("Employers who read your profile and would like to talk to you."),
        _l("No employer has invited you yet. Employers invite people whose profile is full and open to them."),
        "jobseeker.invitations_list",
        "jobseeker.invitation",
        _l("Accept the invitation"),
        _l("If you accept, this employer sees your name and your phone and can offer you the job."),
        invitations.accept_invitation,
        invitations.decline_invitation,
        DeclineForm,
        frozenset({InvitationState.SENT}),
        frozenset({InvitationState.SENT}),
    ),
    "referrals": Received(
        Referral,
        _l("Referrals"),
        _l("Jobs that your employment office suggests. The employer knows that you may come."),
        _l("The office has not referred you to an employer yet."),
        "jobseeker.referrals_list",
        "jobseeker.referral",
        _l("I will go"),
        _l("The employer and the office see your answer."),
        referrals.accept_referral,
        referrals.refuse_referral,
        RefuseForm,
        frozenset({ReferralState.ISSUED}),
        frozenset({ReferralState.ISSUED, ReferralState.ACCEPTED}),
    ),
    "offers": Received(
        Offer,
        _l("Job offers"),
        _l("Employers who want to hire you. Read the terms and answer in time."),
        _l("You have no job offers yet."),
        "jobseeker.offers_list",
        "jobseeker.offer",
        _l("Accept the job"),
        _l("If you accept, the post is yours, and your other applications and offers are closed."),
        placements.accept_offer,
        offers.decline_offer,
        DeclineForm,
        frozenset({OfferState.MADE}),
        frozenset({OfferState.MADE}),
    ),
}


def _list(name: str) -> str:
    kind = KINDS[name]
    found = approaches.own_things(db.session(), current_actor(), kind.model)
    return render_template("jobseeker/applications/received.html", kind=kind, things=found, say=hiring_words)


def _page(name: str, public_id: str, form: Form | None = None) -> tuple[str, int]:
    kind = KINDS[name]
    found = approaches.found_for(db.session(), current_actor(), kind.model, public_id)
    placement = approaches.placement_of_offer(db.session(), found) if isinstance(found, Offer) else None
    shown = form or kind.form()
    context = {"kind": kind, "name": name, "thing": found, "placement": placement, "say": hiring_words}
    return page_with_form("jobseeker/applications/answer.html", shown, **context)


def _accepted(name: str, public_id: str) -> ResponseReturnValue:
    session, actor, kind = db.session(), current_actor(), KINDS[name]
    found = approaches.found_for(session, actor, kind.model, public_id)
    act_once(request.form.get("submission_id"), lambda: kind.accept(session, actor, found))
    flash(_("Your answer is sent."), "ok")
    placement = approaches.placement_of_offer(session, found) if isinstance(found, Offer) else None
    if placement is not None:
        return redirect(url_for("jobseeker.placement", public_id=placement.public_id), 303)
    return redirect(url_for(kind.page, public_id=public_id), 303)


def _declined(name: str, public_id: str) -> ResponseReturnValue:
    session, actor, kind = db.session(), current_actor(), KINDS[name]
    found, form = approaches.found_for(session, actor, kind.model, public_id), kind.form()
    if form.validate_on_submit():
        note = form["note"].data or ""
        try:
            act_once(form.submission_id.data, lambda: kind.decline(session, actor, found, note=note))
            flash(_("Your answer is sent."), "ok")
            return redirect(url_for(kind.page, public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(name, public_id, form)


@blueprint.get("/invitations")
@permits(ANSWER_AS_PERSON)
def invitations_list() -> str:
    return _list("invitations")


@blueprint.get("/invitations/<public_id>")
@permits(ANSWER_AS_PERSON)
def invitation(public_id: str) -> ResponseReturnValue:
    return _page("invitations", public_id)


@blueprint.get("/referrals")
@permits(ANSWER_AS_PERSON)
def referrals_list() -> str:
    return _list("referrals")


@blueprint.get("/referrals/<public_id>")
@permits(ANSWER_AS_PERSON)
def referral(public_id: str) -> ResponseReturnValue:
    return _page("referrals", public_id)


@blueprint.get("/offers")
@permits(ANSWER_AS_PERSON)
def offers_list() -> str:
    return _list("offers")


@blueprint.get("/offers/<public_id>")
@permits(ANSWER_AS_PERSON)
def offer(public_id: str) -> ResponseReturnValue:
    return _page("offers", public_id)


@blueprint.post("/<any(invitations, referrals, offers):name>/<public_id>/accept")
@permits(ANSWER_AS_PERSON)
def accept(name: str, public_id: str) -> ResponseReturnValue:
    return _accepted(name, public_id)


@blueprint.post("/<any(invitations, referrals, offers):name>/<public_id>/decline")
@permits(ANSWER_AS_PERSON)
def decline(name: str, public_id: str) -> ResponseReturnValue:
    return _declined(name, public_id)
