"""Invitations: sent by an employer to a profile it may read, answered by the person."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.jobseekers.models import Profile
from labour_exchange.jobseekers.states import Audience
from labour_exchange.placements import access
from labour_exchange.placements.events import InvitationAnswered, InvitationSent
from labour_exchange.placements.models import Invitation, JobApplication
from labour_exchange.placements.operations.applications import refuse_closed, refuse_errors
from labour_exchange.placements.operations.locking import hold
from labour_exchange.placements.rules.approaches import INVITATION_DAYS, note_errors
from labour_exchange.placements.states import INVITATION_LIFECYCLE
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.models import Vacancy


def invite(session: Session, actor: Actor, vacancy: Vacancy, profile: Profile, *, note: str) -> Invitation:
    """Invite the person behind an open profile to one of the employer's vacancies; name and contact stay hidden until they accept.

    Raises Conflict(vacancy_not_open_now, profile_closed, already_applied, already_invited) or InvalidInput.
    """
    if not (access.may_invite(actor, vacancy) or access.is_mandated(session, actor, vacancy, "answer")):
        raise NotFound
    refuse_closed(vacancy)
    refuse_errors(note_errors(note))
    if profile.audience is not Audience.EMPLOYERS or not profile.is_active:
        raise Conflict(refusals.PROFILE_CLOSED)
    applied = select(JobApplication.id).where(JobApplication.jobseeker_id == profile.jobseeker_id, JobApplication.vacancy_id == vacancy.id)
    if session.scalar(applied):
        raise Conflict(refusals.ALREADY_APPLIED)
    made = session.scalar(
        insert(Invitation)
        .values(
            jobseeker_id=profile.jobseeker_id,
            vacancy_id=vacancy.id,
            employer_id=vacancy.employer_id,
            region_code=profile.region_code,
            note=note.strip(),
            created_at=clock.now(),
            expires_on=clock.today() + timedelta(days=INVITATION_DAYS),
        )
        .on_conflict_do_nothing(constraint="uq_invitations_jobseeker_vacancy")
        .returning(Invitation.id)
    )
    if made is None:
        raise Conflict(refusals.ALREADY_INVITED)
    invitation = session.get_one(Invitation, made)
    log_transition(session, actor, INVITATION_LIFECYCLE.name, invitation.id, "send", "", invitation.state)
    record(session, actor, InvitationSent(invitation.id))
    return invitation


def accept_invitation(session: Session, actor: Actor, invitation: Invitation) -> Invitation:
    """The person agrees to talk, and with that shows name and contact to this employer."""
    if not access.is_person(actor, invitation):
        raise NotFound
    invitation = hold(session, invitation)
    refuse_closed(invitation.vacancy)
    invitation.answered_at = clock.now()
    move(session, actor, invitation, INVITATION_LIFECYCLE, "accept")
    record(session, actor, InvitationAnswered(invitation.id, invitation.state))
    return invitation


def decline_invitation(session: Session, actor: Actor, invitation: Invitation, *, note: str = "") -> Invitation:
    """The person does not wish to; a reason helps the employer but is not asked for."""
    if not access.is_person(actor, invitation):
        raise NotFound
    refuse_errors(note_errors(note))
    invitation = hold(session, invitation)
    invitation.answered_at, invitation.answer_note = clock.now(), note.strip()
    return end_invitation(session, actor, invitation, "decline")


def withdraw_invitation(session: Session, actor: Actor, invitation: Invitation) -> Invitation:
    """The employer takes back an invitation that was not answered."""
    if not access.speaks_for_employer(session, actor, invitation):
        raise NotFound
    return end_invitation(session, actor, hold(session, invitation), "withdraw")


def end_invitation(session: Session, actor: Actor, invitation: Invitation, action: str, *, reason: str = "") -> Invitation:
    """Close an invitation; the caller holds the row."""
    invitation.closed_at = clock.now()
    move(session, actor, invitation, INVITATION_LIFECYCLE, action, reason=reason)
    record(session, actor, InvitationAnswered(invitation.id, invitation.state))
    return invitation
