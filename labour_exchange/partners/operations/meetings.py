"""Times at which a partner meets the person: proposed by the partner, agreed to by the person, cancelled."""

from sqlalchemy.orm import Session

from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.partners import access
from labour_exchange.partners.events import PartnerMeetingAnswered, PartnerMeetingCancelled, PartnerMeetingProposed
from labour_exchange.partners.models import FollowUpPartner, PartnerMeeting
from labour_exchange.partners.operations.following import hold_to_follow
from labour_exchange.partners.operations.locking import hold
from labour_exchange.partners.rules import meeting_end, meeting_problems
from labour_exchange.partners.states import MEETING_LIFECYCLE, MeetingState


def propose_meeting(session: Session, actor: Actor, partner: FollowUpPartner, slot: Slot) -> PartnerMeeting:
    """Ask the person to come at a time within the partner's term. Raises InvalidInput, Conflict(not_allowed_now)."""
    hold_to_follow(session, actor, partner)
    day = slot.starts_at.astimezone(clock.COUNTRY_ZONE).date() if slot.starts_at else None
    wrong = meeting_problems(slot, clock.now(), partner.until_on, day)
    if wrong or slot.starts_at is None:
        raise InvalidInput(wrong)
    made = PartnerMeeting(partner_id=partner.id, partner=partner, jobseeker_id=partner.jobseeker_id, state=MeetingState.PROPOSED)
    made.starts_at, made.ends_at, made.place, made.purpose = slot.starts_at, meeting_end(slot), slot.place.strip(), slot.purpose.strip()
    made.is_by_office = actor.is_office_staff
    session.add(made)
    session.flush()
    log_transition(session, actor, MEETING_LIFECYCLE.name, made.id, "propose", "", made.state)
    record_act(session, actor, "propose meeting with partner", "follow_up_partner", partner.id, meeting_id=made.id)
    record(session, actor, PartnerMeetingProposed(made.id, made.jobseeker_id))
    return made


def answer_meeting(session: Session, actor: Actor, meeting: PartnerMeeting, act: str) -> PartnerMeeting:
    """`accept` or `decline`, the latter also after having accepted. Raises Conflict when it has begun or was cancelled."""
    if not access.may_answer(actor, meeting.partner):
        raise NotFound
    hold(session, actor, meeting.partner)
    session.refresh(meeting)
    if meeting.starts_at <= clock.now():
        raise Conflict(NOT_ALLOWED_NOW)
    move(session, actor, meeting, MEETING_LIFECYCLE, act)
    record(session, actor, PartnerMeetingAnswered(meeting.id, act))
    return meeting


def cancel_meeting(session: Session, actor: Actor, meeting: PartnerMeeting) -> PartnerMeeting:
    """The partner cannot come after all. Raises Conflict when it has begun or was declined."""
    hold_to_follow(session, actor, meeting.partner)
    session.refresh(meeting)
    if meeting.starts_at <= clock.now():
        raise Conflict(NOT_ALLOWED_NOW)
    move(session, actor, meeting, MEETING_LIFECYCLE, "cancel")
    record_act(session, actor, "cancel meeting with partner", "follow_up_partner", meeting.partner_id, meeting_id=meeting.id)
    record(session, actor, PartnerMeetingCancelled(meeting.id, meeting.jobseeker_id))
    return meeting
