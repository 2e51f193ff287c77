"""Candidates for the vacancies of an agency, and invitations, referrals and offers to them."""

from typing import Any

from labour_exchange.agencies.clients.access import ANSWER_APPLICATIONS, FIND_CANDIDATES
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Between, Question, Whole, Words
from labour_exchange.api.pages import next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.v1.agencies import person_told as told
from labour_exchange.api.v1.agencies.person_bodies import ID, ApproachQuestion, NewInvitation, Terms, WordsToPerson, offer_terms
from labour_exchange.api.v1.agencies.person_shapes import CandidateItem, InvitationItem, OfferItem, ReferralItem
from labour_exchange.api.v1.shapes import described
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.queries import profile_for
from labour_exchange.matching.queries import candidates_for
from labour_exchange.placements import access
from labour_exchange.placements.models import Invitation, Offer, Referral
from labour_exchange.placements.operations.invitations import invite, withdraw_invitation
from labour_exchange.placements.operations.offers import make_offer, withdraw_offer
from labour_exchange.placements.operations.referrals import refuse_referral
from labour_exchange.placements.queries.approaches import approaches_of_employer, found_for
from labour_exchange.vacancies.queries import own_vacancy

blueprint = Blueprint("api_invitations", __name__, url_prefix="/api/v1", description="Candidates, invitations, referrals and offers.")
CANDIDATES, APPLICATIONS = FIND_CANDIDATES.scope.value, ANSWER_APPLICATIONS.scope.value


class CandidatesQuestion(Question):
    """For which vacancy."""

    vacancy = Words(required=True, validate=ID, metadata={"description": "Id of one of your vacancies."})
    limit = Whole(load_default=20, validate=Between(1, 50), metadata={"description": "How many candidates to give."})


@blueprint.get("/candidates")
@permits(FIND_CANDIDATES)
@blueprint.arguments(CandidatesQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Candidates", CandidateItem))
@described(blueprint, "listCandidates", "Find candidates for a vacancy", scope=CANDIDATES)
def list_candidates(question: dict[str, Any]) -> Any:
    """Profiles whose owners let employers read them, best first, without names; while the employer's mandate lets you answer."""
    session, actor = db.session(), proven().actor
    vacancy = own_vacancy(session, actor, question["vacancy"])
    if not access.is_mandated(session, actor, vacancy, "answer"):
        raise NotFound
    items = [told.candidate(one) for one in candidates_for(session, actor, vacancy, question["limit"])]
    return {"items": items, "next_cursor": None, "total": len(items)}


@blueprint.get("/invitations")
@permits(FIND_CANDIDATES)
@blueprint.arguments(ApproachQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Invitations", InvitationItem))
@described(blueprint, "listInvitations", "List invitations", scope=CANDIDATES)
def list_invitations(question: dict[str, Any]) -> Any:
    """To your vacancies, oldest first; the person is named when the invitation is accepted."""
    return _page(Invitation, question, told.invitation)


@blueprint.post("/invitations")
@permits(FIND_CANDIDATES)
@commits
@blueprint.arguments(NewInvitation)
@blueprint.response(201, InvitationItem)
@described(blueprint, "inviteCandidate", "Invite a candidate", scope=CANDIDATES)
def invite_candidate(sent: dict[str, Any]) -> Any:
    """They have 14 days to answer; name and phone come with their yes."""
    session, actor = db.session(), proven().actor
    vacancy = own_vacancy(session, actor, sent["vacancy"])
    profile = profile_for(session, actor, sent["candidate"])
    return told.invitation(invite(session, actor, vacancy, profile, note=sent["note"]))


@blueprint.post("/invitations/<string:public_id>/withdrawal")
@permits(FIND_CANDIDATES)
@commits
@blueprint.response(201, InvitationItem)
@described(blueprint, "withdrawInvitation", "Take an invitation back", scope=CANDIDATES)
def take_back_invitation(public_id: str) -> Any:
    """While it is not answered."""
    session, actor = db.session(), proven().actor
    return told.invitation(withdraw_invitation(session, actor, found_for(session, actor, Invitation, public_id)))


@blueprint.post("/invitations/<string:public_id>/offers")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(Terms)
@blueprint.response(201, OfferItem)
@described(blueprint, "offerOnInvitation", "Offer the post to somebody who accepted", scope=APPLICATIONS)
def offer_on_invitation(sent: dict[str, Any], public_id: str) -> Any:
    """On an accepted invitation."""
    session, actor = db.session(), proven().actor
    return told.offer(make_offer(session, actor, found_for(session, actor, Invitation, public_id), offer_terms(sent)))


@blueprint.get("/referrals")
@permits(ANSWER_APPLICATIONS)
@blueprint.arguments(ApproachQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Referrals", ReferralItem))
@described(blueprint, "listReferrals", "List referrals", scope=APPLICATIONS)
def list_referrals(question: dict[str, Any]) -> Any:
    """People whom an office or your agency sent to your vacancies, oldest first."""
    return _page(Referral, question, told.referral)


@blueprint.post("/referrals/<string:public_id>/refusal")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(WordsToPerson)
@blueprint.response(201, ReferralItem)
@described(blueprint, "refuseReferral", "Refuse a referral", scope=APPLICATIONS)
def refuse_one_referral(sent: dict[str, Any], public_id: str) -> Any:
    """With a reason that the person and the office read."""
    session, actor = db.session(), proven().actor
    return told.referral(refuse_referral(session, actor, found_for(session, actor, Referral, public_id), note=sent["note"]))


@blueprint.post("/referrals/<string:public_id>/offers")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(Terms)
@blueprint.response(201, OfferItem)
@described(blueprint, "offerOnReferral", "Offer the post to somebody who was referred", scope=APPLICATIONS)
def offer_on_referral(sent: dict[str, Any], public_id: str) -> Any:
    """On a referral that is open."""
    session, actor = db.session(), proven().actor
    return told.offer(make_offer(session, actor, found_for(session, actor, Referral, public_id), offer_terms(sent)))


@blueprint.get("/offers")
@permits(ANSWER_APPLICATIONS)
@blueprint.arguments(ApproachQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Offers", OfferItem))
@described(blueprint, "listOffers", "List offers", scope=APPLICATIONS)
def list_offers(question: dict[str, Any]) -> Any:
    """Offers on your vacancies, oldest first."""
    return _page(Offer, question, told.offer)


@blueprint.post("/offers/<string:public_id>/withdrawal")
@permits(ANSWER_APPLICATIONS)
@commits
@blueprint.arguments(WordsToPerson)
@blueprint.response(201, OfferItem)
@described(blueprint, "withdrawOffer", "Take an offer back", scope=APPLICATIONS)
def take_back_offer(sent: dict[str, Any], public_id: str) -> Any:
    """While it is not answered, with a reason that the person reads."""
    session, actor = db.session(), proven().actor
    return told.offer(withdraw_offer(session, actor, found_for(session, actor, Offer, public_id), note=sent["note"]))


def _page(model: Any, question: dict[str, Any], say: Any) -> Any:
    session, actor = db.session(), proven().actor
    wanted = approaches_of_employer(actor, model)
    if "vacancy" in question:
        wanted = wanted.where(model.vacancy_id == own_vacancy(session, actor, question["vacancy"]).id)
    page = listed(session, wanted, model.id, question, say)
    return page, 200, next_link(page)
