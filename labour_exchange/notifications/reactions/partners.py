"""Letters about follow-up partners: to the person, to the lead officer, to the people of an agency; none of them names the person."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies.models import AgencyMember
from labour_exchange.cases.models import Case
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.partners.models import FollowedStep, FollowUpPartner, PartnerMeeting
from labour_exchange.partners.states import MeetingState, PartnerEnd
from labour_exchange.partners.texts import MEETING_STATES, PARTNER_ENDS

Facts = Mapping[str, Any]


def ask_for_consent(session: Session, facts: Facts) -> None:
    """Reaction to partner_proposed."""
    partner = session.get_one(FollowUpPartner, facts["partner_id"])
    _tell_person(session, partner, MessageKind.PARTNER_PROPOSED, f"{partner.id}", partner=partner.name, until=f"{partner.until_on:%d.%m.%Y}")


def tell_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to partner_answered: the lead officer is told, and the agency whom it may follow up now."""
    partner = session.get_one(FollowUpPartner, facts["partner_id"])
    kind = MessageKind.PARTNER_CONSENTED if facts["answer"] == "consent" else MessageKind.PARTNER_DECLINED
    _tell_officer(session, partner, kind, f"{partner.id}", partner=partner.name)
    if facts["answer"] == "consent":
        _tell_agency(session, partner, MessageKind.PARTNER_TO_FOLLOW, f"{partner.id}", until=f"{partner.until_on:%d.%m.%Y}")


def tell_of_end(session: Session, facts: Facts) -> None:
    """Reaction to partner_ended: nobody is told of what they did themselves. The agency is told that it is over, not why."""
    partner, reason = session.get_one(FollowUpPartner, facts["partner_id"]), PartnerEnd(facts["reason"])
    said = {"partner": partner.name, "reason": PARTNER_ENDS[reason]}
    if reason is not PartnerEnd.WITHDRAWN:
        _tell_person(session, partner, MessageKind.PARTNER_ENDED, f"{partner.id}:person", **said)
    if reason in (PartnerEnd.WITHDRAWN, PartnerEnd.TERM_OVER):
        _tell_officer(session, partner, MessageKind.PARTNER_ENDED, f"{partner.id}:officer", **said)
    if facts["was_active"]:
        _tell_agency(session, partner, MessageKind.FOLLOWING_ENDED, f"{partner.id}", path="/agency/followed")


def tell_officer_of_contacts(session: Session, facts: Facts) -> None:
    """Reaction to partner_contact_recorded: one letter a day and partner, however many contacts."""
    partner = session.get_one(FollowUpPartner, facts["partner_id"])
    if partner.agency_id is not None:
        _tell_officer(session, partner, MessageKind.PARTNER_CONTACT, f"{partner.id}:{clock.today()}", partner=partner.name)


def ask_officer_to_confirm(session: Session, facts: Facts) -> None:
    """Reaction to followed_step_reported; a step that was given back may be reported again, on another day."""
    partner, step = session.get_one(FollowUpPartner, facts["partner_id"]), session.get_one(FollowedStep, facts["followed_id"])
    if partner.agency_id is not None:
        _tell_officer(session, partner, MessageKind.STEP_REPORTED, f"{step.id}:{clock.today()}", partner=partner.name)


def tell_partner_of_step(session: Session, facts: Facts) -> None:
    """Reaction to followed_step_settled."""
    partner = session.get_one(FollowUpPartner, facts["partner_id"])
    kind = MessageKind.STEP_CONFIRMED if facts["answer"] == "confirm" else MessageKind.STEP_RETURNED
    _tell_agency(session, partner, kind, f"{facts['followed_id']}:{clock.today()}")


def invite_to_meeting(session: Session, facts: Facts) -> None:
    """Reaction to partner_meeting_proposed."""
    meeting = session.get_one(PartnerMeeting, facts["meeting_id"])
    said = {"partner": meeting.partner.name, "when": _when(meeting), "place": meeting.place}
    _tell_person(session, meeting.partner, MessageKind.PARTNER_MEETING_PROPOSED, f"{meeting.id}", **said)


def tell_partner_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to partner_meeting_answered: the agency, or the officer who asked for a provider."""
    meeting = session.get_one(PartnerMeeting, facts["meeting_id"])
    answer = MeetingState.ACCEPTED if facts["answer"] == "accept" else MeetingState.DECLINED
    tell = _tell_officer if meeting.is_by_office else _tell_agency
    said = {"when": _when(meeting), "answer": MEETING_STATES[answer]}
    tell(session, meeting.partner, MessageKind.PARTNER_MEETING_ANSWERED, f"{meeting.id}:{answer}", **said)


def tell_of_cancelled_meeting(session: Session, facts: Facts) -> None:
    """Reaction to partner_meeting_cancelled."""
    meeting = session.get_one(PartnerMeeting, facts["meeting_id"])
    said = {"partner": meeting.partner.name, "when": _when(meeting)}
    _tell_person(session, meeting.partner, MessageKind.PARTNER_MEETING_CANCELLED, f"{meeting.id}", **said)


def _when(meeting: PartnerMeeting) -> str:
    return f"{meeting.starts_at.astimezone(clock.COUNTRY_ZONE):%d.%m.%Y %H:%M}"


def _tell_person(session: Session, about: FollowUpPartner, kind: MessageKind, occasion: str, **values: object) -> None:
    user_id = session.scalar(select(Jobseeker.user_id).where(Jobseeker.id == about.jobseeker_id))
    if user_id is not None:
        path = f"/jobseeker/case/partners/{about.public_id}"
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}", path=path, **values)


def _tell_officer(session: Session, about: FollowUpPartner, kind: MessageKind, occasion: str, **values: object) -> None:
    """Whoever leads the case now."""
    lead_id = session.scalar(select(Case.lead_id).where(Case.id == about.case_id))
    if lead_id is not None:
        compose_message(session, kind, lead_id, occasion=f"{kind}:{occasion}", path=f"/office/partners/{about.public_id}", **values)


def _tell_agency(session: Session, about: FollowUpPartner, kind: MessageKind, occasion: str, *, path: str = "", **values: object) -> None:
    members = select(AgencyMember.user_id).where(AgencyMember.agency_id == about.agency_id).order_by(AgencyMember.id)
    for user_id in session.scalars(members) if about.agency_id is not None else ():
        where = path or f"/agency/followed/{about.public_id}"
        compose_message(session, kind, user_id, occasion=f"{kind}:{occasion}:{user_id}", path=where, **values)
