"""Invitations, referrals and offers of an employer: lists, pages, and what can be done with each."""

from typing import Any

from flask import flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import lazy_gettext as _l

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound, Refusal
from labour_exchange.foundation.paging import page_of
from labour_exchange.placements.access import ANSWER_AS_EMPLOYER
from labour_exchange.placements.models import Invitation, Offer, Referral
from labour_exchange.placements.operations.invitations import withdraw_invitation
from labour_exchange.placements.operations.offers import make_offer, withdraw_offer
from labour_exchange.placements.operations.referrals import refuse_referral
from labour_exchange.placements.queries import approaches as queries
from labour_exchange.placements.states import InvitationState, OfferState, ReferralState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.acts import act_once
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.hiring.answers import terms_of
from labour_exchange.web.employer.hiring.forms import OfferForm, ReasonForm
from labour_exchange.web.forms import Form, page_with_form, show_refusal
from labour_exchange.web.hiring import words as hiring_words

KINDS: dict[str, type[Any]] = {"invitations": Invitation, "referrals": Referral, "offers": Offer}
TITLES = {"invitations": _l("Invitations"), "referrals": _l("Referrals"), "offers": _l("Job offers")}
NOTHING = {
    "invitations": _l("You have invited nobody yet. Open one of your vacancies, see who suits it, and invite."),
    "referrals": _l("The office has sent nobody yet. It sends people to vacancies that are open and say plainly what is wanted."),
    "offers": _l("You have made no offer yet. An offer is made on an application, an accepted invitation or a referral."),
}
PAGE = 20
# From which states an offer can be made, and from which the employer can end it with a reason.
MAY_OFFER = {Invitation: {InvitationState.ACCEPTED}, Referral: {ReferralState.ISSUED, ReferralState.ACCEPTED}, Offer: set[OfferState]()}
MAY_END = {Invitation: set[InvitationState](), Referral: {ReferralState.ISSUED, ReferralState.ACCEPTED}, Offer: {OfferState.MADE}}
NAME = "<any(invitations, referrals, offers):name>"


@blueprint.get(f"/{NAME}")
@permits(ANSWER_AS_EMPLOYER)
def approaches(name: str) -> str:
    kind = KINDS[name]
    wanted = queries.approaches_of_employer(current_actor(), kind)
    page = page_of(db.session(), wanted, (kind.id,), cursor=request.args.get("cursor"), limit=PAGE, descending=True)
    return render_template("employer/hiring/approaches.html", name=name, title=TITLES[name], nothing=NOTHING[name], page=page, say=hiring_words)


@blueprint.get(f"/{NAME}/<public_id>")
@permits(ANSWER_AS_EMPLOYER)
def approach(name: str, public_id: str) -> ResponseReturnValue:
    return _page(name, _found(name, public_id))


@blueprint.post("/<any(invitations, referrals):name>/<public_id>/offer")
@permits(ANSWER_AS_EMPLOYER)
def offer_on_approach(name: str, public_id: str) -> ResponseReturnValue:
    session, actor, form = db.session(), current_actor(), OfferForm(prefix="offer")
    found = _found(name, public_id)
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: make_offer(session, actor, found, terms_of(form)))
            flash(_("The offer is sent."), "ok")
            return redirect(url_for("employer.approach", name=name, public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(name, found, form)


@blueprint.post("/<any(referrals, offers):name>/<public_id>/end")
@permits(ANSWER_AS_EMPLOYER)
def end_approach(name: str, public_id: str) -> ResponseReturnValue:
    """Refuse a referral or withdraw an offer, with a reason."""
    session, actor, form = db.session(), current_actor(), ReasonForm(prefix="end")
    found, act = _found(name, public_id), refuse_referral if name == "referrals" else withdraw_offer
    if form.validate_on_submit():
        try:
            act_once(form.submission_id.data, lambda: act(session, actor, found, note=form.note.data))
            flash(_("Your answer is sent."), "ok")
            return redirect(url_for("employer.approach", name=name, public_id=public_id), 303)
        except Refusal as refusal:
            show_refusal(form, refusal)
    return _page(name, found, form)


@blueprint.post("/invitations/<public_id>/withdraw")
@permits(ANSWER_AS_EMPLOYER)
def take_back_invitation(public_id: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = _found("invitations", public_id)
    act_once(request.form.get("submission_id"), lambda: withdraw_invitation(session, actor, found))
    flash(_("The invitation is withdrawn."), "ok")
    return redirect(url_for("employer.approaches", name="invitations"), 303)


def _found(name: str, public_id: str) -> Any:
    if name not in KINDS:
        raise NotFound
    return queries.found_for(db.session(), current_actor(), KINDS[name], public_id)


def _page(name: str, found: Any, wrong: Form | None = None) -> tuple[str, int]:
    kind = KINDS[name]
    given = {"offer": OfferForm, "end": ReasonForm}
    shown = {key: wrong if type(wrong) is form else form(formdata=None, prefix=key) for key, form in given.items()}
    context = {
        "name": name,
        "title": TITLES[name],
        "thing": found,
        "shown": shown,
        "offer": queries.offer_on(db.session(), found) if name != "offers" else None,
        "placement": queries.placement_of_offer(db.session(), found) if name == "offers" else None,
        "may_offer": found.state in MAY_OFFER[kind],
        "may_end": found.state in MAY_END[kind],
        "say": hiring_words,
    }
    return page_with_form("employer/hiring/approach.html", wrong or shown["end"], **context)
