"""What one end brings with it: a filled or withdrawn vacancy, and a person who found work, close what was still open."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.placements.models import Invitation, JobApplication, Offer, Referral
from labour_exchange.placements.operations.applications import close_application
from labour_exchange.placements.operations.invitations import end_invitation
from labour_exchange.placements.operations.offers import end_offer
from labour_exchange.placements.operations.referrals import end_referral
from labour_exchange.placements.states import APPLICATION_LIFECYCLE, InvitationState, OfferState, ReferralState
from labour_exchange.vacancies.models import Vacancy

Whose = Callable[[Any], ColumnElement[bool]]
OPEN_REFERRALS = (ReferralState.ISSUED, ReferralState.ACCEPTED, ReferralState.OFFERED)


def close_applications_of_vacancy(session: Session, facts: Mapping[str, Any]) -> None:
    """The reaction to a closed vacancy: what waits for it ends, and the people are told by the events of that."""
    _close_of_vacancies(session, [facts["vacancy_id"]])


def close_applications_of_vacancies(session: Session, facts: Mapping[str, Any]) -> None:
    """The same for all that a source took off at once."""
    _close_of_vacancies(session, facts["vacancy_ids"])


def _close_of_vacancies(session: Session, ids: Sequence[int]) -> None:
    closed = [one.id for one in session.scalars(select(Vacancy).where(Vacancy.id.in_(ids))) if not one.is_open]
    if closed:
        actor = system_actor("close_applications_of_vacancy")
        _close_moves(session, actor, lambda model: model.vacancy_id.in_(closed), "vacancy_closed", "withdraw", "vacancy_closed")


def close_other_moves(session: Session, actor: Actor, jobseeker_id: int) -> None:
    """Somebody who found work is no longer waited for: open applications, offers, invitations and referrals of the person end.

    The actor is the person, who sees all these rows; the caller holds the person's row.
    """
    _close_moves(session, actor, lambda model: model.jobseeker_id == jobseeker_id, "hired_elsewhere", "decline", "hired_elsewhere")


def _close_moves(session: Session, actor: Actor, whose: Whose, application_action: str, answer: str, reason: str) -> None:
    """Close every open move that `whose` selects. Offers go last: one that is being made holds its application until it is there."""
    for application in _held(session, JobApplication, whose(JobApplication), JobApplication.state.in_(APPLICATION_LIFECYCLE.open_states())):
        close_application(session, actor, application, application_action, reason=reason)
    for invitation in _held(session, Invitation, whose(Invitation), Invitation.state == InvitationState.SENT):
        end_invitation(session, actor, invitation, answer, reason=reason)
    for referral in _held(session, Referral, whose(Referral), Referral.state.in_(OPEN_REFERRALS)):
        end_referral(session, actor, referral, "withdraw", reason=reason)
    for offer in _held(session, Offer, whose(Offer), Offer.state == OfferState.MADE):
        end_offer(session, actor, offer, None, answer, reason=reason)


def _held(session: Session, model: Any, *conditions: ColumnElement[bool]) -> list[Any]:
    wanted = select(model).where(*conditions).order_by(model.id).with_for_update().execution_options(populate_existing=True)
    return list(session.scalars(wanted))
