"""Offers: made on an application, an accepted invitation or a referral; accepting one takes the post and opens the placement."""

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.placements import access
from labour_exchange.placements.events import OfferAnswered, OfferMade
from labour_exchange.placements.models import Invitation, JobApplication, Offer, Referral
from labour_exchange.placements.operations.applications import close_application, count_answer, refuse_errors
from labour_exchange.placements.operations.locking import hold
from labour_exchange.placements.operations.referrals import end_referral
from labour_exchange.placements.rules.approaches import OfferTerms, note_errors, offer_errors
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, OFFER_LIFECYCLE, REFERRAL_LIFECYCLE, InvitationState
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.states import VacancyState

Origin = JobApplication | Invitation | Referral
ORIGIN_COLUMN: dict[type[Origin], str] = {JobApplication: "application_id", Invitation: "invitation_id", Referral: "referral_id"}


def make_offer(session: Session, actor: Actor, origin: Origin, terms: OfferTerms) -> Offer:
    """Offer the post to the person who applied, accepted an invitation or was referred.

    Raises InvalidInput, Conflict(vacancy_not_open_now, offer_open, not_allowed_now).
    """
    if not access.speaks_for_employer(session, actor, origin):
        raise NotFound
    refuse_errors(offer_errors(terms, clock.today()))
    origin = hold(session, origin)
    if origin.vacancy.state not in (VacancyState.PUBLISHED, VacancyState.SUSPENDED) or origin.vacancy.posts_left < 1:
        raise Conflict(refusals.VACANCY_NOT_OPEN)
    _note_offer(session, actor, origin)
    made = session.scalar(
        insert(Offer)
        .values({ORIGIN_COLUMN[type(origin)]: origin.id})
        .values(
            jobseeker_id=origin.jobseeker_id,
            vacancy_id=origin.vacancy_id,
            employer_id=origin.employer_id,
            starts_on=terms.starts_on,
            pay=terms.pay,
            note=terms.note.strip(),
            answer_by_on=terms.answer_by_on,
            created_at=clock.now(),
        )
        .on_conflict_do_nothing()
        .returning(Offer.id)
    )
    if made is None:
        raise Conflict(refusals.OFFER_OPEN)
    offer = session.get_one(Offer, made)
    log_transition(session, actor, OFFER_LIFECYCLE.name, offer.id, "make", "", offer.state)
    record(session, actor, OfferMade(offer.id))
    return offer


def _note_offer(session: Session, actor: Actor, origin: Origin) -> None:
    if isinstance(origin, JobApplication):
        count_answer(session, origin)
        move(session, actor, origin, APPLICATION_LIFECYCLE, "offer")
    elif isinstance(origin, Referral):
        origin.answered_at = origin.answered_at or clock.now()
        move(session, actor, origin, REFERRAL_LIFECYCLE, "offer")
    elif origin.state is not InvitationState.ACCEPTED:
        raise Conflict(refusals.PROFILE_CLOSED)


def decline_offer(session: Session, actor: Actor, offer: Offer, *, note: str = "") -> Offer:
    """The person does not take the job; the application or referral behind it ends with that."""
    if not access.is_person(actor, offer):
        raise NotFound
    refuse_errors(note_errors(note))
    return end_offer(session, actor, *hold_offer(session, offer), "decline", reason=note.strip())


def withdraw_offer(session: Session, actor: Actor, offer: Offer, *, note: str) -> Offer:
    """The employer takes back an offer that was not answered, with a reason for the person. Raises InvalidInput, Conflict."""
    if not access.speaks_for_employer(session, actor, offer):
        raise NotFound
    refuse_errors(note_errors(note, is_required=True))
    return end_offer(session, actor, *hold_offer(session, offer), "withdraw", reason=note.strip())


def end_offer(session: Session, actor: Actor, offer: Offer, origin: Origin | None, action: str, *, reason: str = "") -> Offer:
    """Close an offer that was not accepted, and what it was made on if that is named; the caller holds both rows."""
    offer.answered_at = clock.now()
    move(session, actor, offer, OFFER_LIFECYCLE, action, reason=reason)
    record(session, actor, OfferAnswered(offer.id, offer.state))
    if isinstance(origin, JobApplication) and origin.state in APPLICATION_LIFECYCLE.open_states():
        if action == "withdraw":
            origin.answer_note = reason
        close_application(session, actor, origin, "decline" if action == "withdraw" else "withdraw", reason=f"offer_{offer.state}")
    elif isinstance(origin, Referral) and REFERRAL_LIFECYCLE.allows(origin.state, "withdraw"):
        end_referral(session, actor, origin, "withdraw", reason=f"offer_{offer.state}")
    return offer


def hold_offer(session: Session, offer: Offer) -> tuple[Offer, Origin | None]:
    """The offer and what it was made on, both held.

    The origin always first: whoever closes a person's moves does it in that order too, so that nobody waits in a circle.
    """
    origin: Origin | None = None
    for kind, column in ORIGIN_COLUMN.items():
        if getattr(offer, column) is not None:
            origin = session.get(kind, getattr(offer, column), with_for_update=True, populate_existing=True)
    return hold(session, offer), origin
