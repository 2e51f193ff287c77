"""What happens by the clock: reminders, silence that ends, approaches that run out."""

from datetime import timedelta

from sqlalchemy import and_, or_, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.events import record
from labour_exchange.placements.events import ApplicationReminded
from labour_exchange.placements.models import Invitation, JobApplication, Offer, Referral
from labour_exchange.placements.operations.applications import close_application, count_due
from labour_exchange.placements.operations.invitations import end_invitation
from labour_exchange.placements.operations.offers import end_offer, hold_offer
from labour_exchange.placements.operations.referrals import end_referral
from labour_exchange.placements.rules.approaches import REMINDER_DAYS, UNANSWERED_DAYS, is_unanswered, reminders_due
from labour_exchange.placements.states import ApplicationState, InvitationState, OfferState, ReferralState

WAITING = (ApplicationState.SENT, ApplicationState.SEEN)
OPEN_REFERRALS = (ReferralState.ISSUED, ReferralState.ACCEPTED)


def follow_up_applications(session: Session) -> int:
    """Remind employers after 7 and 14 days of silence and close after 30; gives how many it moved. The daily job."""
    actor, tomorrow = system_actor("follow_up_applications"), clock.now() + timedelta(days=1)
    first, second = (tomorrow - timedelta(days=days) for days in REMINDER_DAYS)
    # The instants are generous by a day; the rule decides by the country's calendar.
    due = or_(
        and_(JobApplication.reminders < 1, JobApplication.created_at <= first),
        and_(JobApplication.reminders < 2, JobApplication.created_at <= second),
        JobApplication.created_at <= tomorrow - timedelta(days=UNANSWERED_DAYS),
    )
    wanted = select(JobApplication).where(JobApplication.state.in_(WAITING), due).order_by(JobApplication.id).with_for_update(skip_locked=True)
    return sum(_follow_up(session, actor, application) for application in session.scalars(wanted))


def _follow_up(session: Session, actor: Actor, application: JobApplication) -> bool:
    sent_on, today = application.created_at.astimezone(clock.COUNTRY_ZONE).date(), clock.today()
    if is_unanswered(sent_on, today):
        count_due(session, application.employer_id, answered=0)
        close_application(session, actor, application, "close_unanswered")
        return True
    due = reminders_due(sent_on, today)
    if due <= application.reminders:
        return False
    application.reminders = due
    record(session, actor, ApplicationReminded(application.id, due))
    return True


def expire_approaches(session: Session) -> int:
    """End invitations, referrals and offers whose day has passed; gives how many. The daily job."""
    actor, today = system_actor("expire_approaches"), clock.today()
    offers = select(Offer).where(Offer.state == OfferState.MADE, Offer.answer_by_on < today)
    invitations = select(Invitation).where(Invitation.state == InvitationState.SENT, Invitation.expires_on < today)
    referrals = select(Referral).where(Referral.state.in_(OPEN_REFERRALS), Referral.expires_on < today)
    ended = 0
    for found in session.scalars(offers.order_by(Offer.id)):
        offer, origin = hold_offer(session, found)
        if offer.state is OfferState.MADE:
            end_offer(session, actor, offer, origin, "expire")
            ended += 1
    for invitation in session.scalars(invitations.order_by(Invitation.id).with_for_update(skip_locked=True)):
        end_invitation(session, actor, invitation, "expire")
        ended += 1
    for referral in session.scalars(referrals.order_by(Referral.id).with_for_update(skip_locked=True)):
        end_referral(session, actor, referral, "expire")
        ended += 1
    return ended
