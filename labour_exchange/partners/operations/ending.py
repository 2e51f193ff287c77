"""A partnership ends: by hand, at its date, with the case, with a move to another region, with the person's account or data."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import ColumnElement, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import Consent
from labour_exchange.cases.models import Case
from labour_exchange.cases.states import TransferState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.partners.events import PartnerEnded
from labour_exchange.partners.models import FollowedStep, FollowUpPartner, PartnerContact, PartnerMeeting
from labour_exchange.partners.states import MEETING_LIFECYCLE, OPEN_MEETINGS, OPEN_PARTNERS, PARTNER_LIFECYCLE, PartnerEnd, PartnerState

MOST_A_NIGHT = 5000


def end(session: Session, actor: Actor, partner: FollowUpPartner, reason: PartnerEnd, *, act: str = "end") -> FollowUpPartner:
    """End it, the consent it rests on, and the meetings still to come. Whoever calls holds the row. Raises Conflict when it has ended."""
    was_active = partner.state is PartnerState.ACTIVE
    PARTNER_LIFECYCLE.after(partner.state, act)
    partner.ended_at, partner.end_reason = clock.now(), reason
    move(session, actor, partner, PARTNER_LIFECYCLE, act, reason=reason.value)
    consent = session.get(Consent, partner.consent_id) if partner.consent_id else None
    if consent is not None and consent.withdrawn_at is None:
        consent.withdrawn_at = clock.now()
        record_act(session, actor, "consent_withdrawn", "user", consent.user_id, subject=consent.subject)
    coming = select(PartnerMeeting).where(PartnerMeeting.partner_id == partner.id, PartnerMeeting.state.in_(OPEN_MEETINGS))
    for meeting in session.scalars(coming.where(PartnerMeeting.starts_at > clock.now()).order_by(PartnerMeeting.id)):
        move(session, actor, meeting, MEETING_LIFECYCLE, "cancel")
    record_act(session, actor, "end partner", "follow_up_partner", partner.id, reason=reason.value)
    record(session, actor, PartnerEnded(partner.id, partner.jobseeker_id, reason.value, was_active))
    return partner


def end_due_partners(session: Session) -> int:
    """What runs each night: what has passed its last day; how many. An agency has seen nothing since that day ended."""
    return _end_all(session, "end_due_partners", PartnerEnd.TERM_OVER, FollowUpPartner.until_on < clock.today())


def end_with_case(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to case_closed."""
    _end_all(session, "end_with_case", PartnerEnd.CASE_CLOSED, FollowUpPartner.case_id == facts["case_id"])


def end_with_transfer(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to transfer_decided: what another region's office proposed ends; the new lead officer may propose again."""
    if facts["decision"] == TransferState.ACCEPTED:
        left = select(Case.id).where(Case.jobseeker_id == facts["jobseeker_id"], Case.region_code != FollowUpPartner.region_code)
        _end_all(session, "end_with_transfer", PartnerEnd.TRANSFERRED, FollowUpPartner.case_id.in_(left))


def end_with_account(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to user_closed: nobody follows up who has left the exchange."""
    people = select(Jobseeker.id).where(Jobseeker.user_id == facts["user_id"])
    _end_all(session, "end_with_account", PartnerEnd.WITHDRAWN, FollowUpPartner.jobseeker_id.in_(people))


def forget_partner_words(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: the name and every word go; days, states and outcomes stay."""
    who = facts["jobseeker_id"]
    _end_all(session, "forget_partner_words", PartnerEnd.ERASED, FollowUpPartner.jobseeker_id == who)
    for partner in session.scalars(select(FollowUpPartner).where(FollowUpPartner.jobseeker_id == who)):
        partner.purpose = partner.shown_name = ""
    for step in session.scalars(select(FollowedStep).where(FollowedStep.jobseeker_id == who)):
        step.what = step.return_reason = ""
    for contact in session.scalars(select(PartnerContact).where(PartnerContact.jobseeker_id == who)):
        contact.remark = ""
    for meeting in session.scalars(select(PartnerMeeting).where(PartnerMeeting.jobseeker_id == who)):
        meeting.place = meeting.purpose = ""


def _end_all(session: Session, task: str, reason: PartnerEnd, condition: ColumnElement[bool]) -> int:
    wanted = select(FollowUpPartner).where(condition, FollowUpPartner.state.in_(OPEN_PARTNERS)).order_by(FollowUpPartner.id).limit(MOST_A_NIGHT)
    found = session.scalars(wanted.with_for_update(of=FollowUpPartner).execution_options(populate_existing=True)).all()
    for partner in found:
        end(session, system_actor(task), partner, reason)
    return len(found)
