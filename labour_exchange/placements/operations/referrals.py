"""Referrals: issued by an office to a person of its region or by an agency to a linked person, answered by both sides."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.agencies.states import Scope
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.access import visible_profiles
from labour_exchange.jobseekers.models import AgencyLink, Jobseeker, Profile
from labour_exchange.jobseekers.rules.links import seen_by_agency
from labour_exchange.jobseekers.states import LinkLevel
from labour_exchange.placements import access
from labour_exchange.placements.events import ReferralAnswered, ReferralIssued
from labour_exchange.placements.models import Referral
from labour_exchange.placements.operations.applications import refuse_closed, refuse_errors
from labour_exchange.placements.operations.locking import hold
from labour_exchange.placements.rules.approaches import REFERRAL_DAYS, note_errors
from labour_exchange.placements.states import REFERRAL_LIFECYCLE
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.models import Vacancy


def refer(session: Session, actor: Actor, jobseeker: Jobseeker, vacancy: Vacancy, *, note: str) -> Referral:
    """Send a person of the office's region to an employer anywhere in the country.

    Raises Conflict(vacancy_not_open_now, nobody_answers, already_referred) or InvalidInput.
    """
    if not access.may_refer(actor, jobseeker):
        raise NotFound
    return _issue(session, actor, vacancy, note, jobseeker_id=jobseeker.id, region_code=jobseeker.region_code, office_id=actor.office_id)


def refer_candidate(session: Session, actor: Actor, link: AgencyLink, vacancy: Vacancy, *, note: str) -> Referral:
    """An agency sends a person who has linked it to an employer that lets it refer.

    The employer learns the name, so only a person who shows it to the agency is referred.
    Raises Conflict(contacts_not_shown, vacancy_not_open_now, nobody_answers, already_referred) or InvalidInput.
    """
    is_own = actor.kind is ActorKind.AGENCY and link.agency_id == actor.organisation_id and link.ended_at is None
    if not is_own or not access.may_act_under_mandate(session, actor, vacancy.employer_id, Scope.REFER):
        raise NotFound
    profile = session.scalars(visible_profiles(actor, select(Profile)).where(Profile.jobseeker_id == link.jobseeker_id)).one_or_none()
    if profile is None or seen_by_agency(link.shows, profile.audience) is not LinkLevel.CONTACTS:
        raise Conflict(refusals.CONTACTS_NOT_SHOWN)
    return _issue(session, actor, vacancy, note, jobseeker_id=link.jobseeker_id, region_code=profile.region_code, agency_id=link.agency_id)


def _issue(session: Session, actor: Actor, vacancy: Vacancy, note: str, **whose: object) -> Referral:
    refuse_closed(vacancy)
    refuse_errors(note_errors(note))
    made = session.scalar(
        insert(Referral)
        .values(
            **whose,
            vacancy_id=vacancy.id,
            employer_id=vacancy.employer_id,
            note=note.strip(),
            created_at=clock.now(),
            expires_on=clock.today() + timedelta(days=REFERRAL_DAYS),
        )
        .on_conflict_do_nothing(constraint="uq_referrals_jobseeker_vacancy")
        .returning(Referral.id)
    )
    if made is None:
        raise Conflict(refusals.ALREADY_REFERRED)
    referral = session.get_one(Referral, made)
    log_transition(session, actor, REFERRAL_LIFECYCLE.name, referral.id, "issue", "", referral.state)
    record_act(session, actor, "refer", "referral", referral.id)
    record(session, actor, ReferralIssued(referral.id))
    return referral


def accept_referral(session: Session, actor: Actor, referral: Referral) -> Referral:
    """The person will go."""
    if not access.is_person(actor, referral):
        raise NotFound
    referral = hold(session, referral)
    referral.answered_at = clock.now()
    move(session, actor, referral, REFERRAL_LIFECYCLE, "accept")
    record(session, actor, ReferralAnswered(referral.id, referral.state))
    return referral


def refuse_referral(session: Session, actor: Actor, referral: Referral, *, note: str) -> Referral:
    """Either side refuses, with a reason that the office and the other side read. Raises InvalidInput, Conflict."""
    if access.is_person(actor, referral):
        action = "refuse_by_person"
    elif access.speaks_for_employer(session, actor, referral):
        action = "refuse_by_employer"
    else:
        raise NotFound
    refuse_errors(note_errors(note, is_required=True))
    referral = hold(session, referral)
    referral.answered_at, referral.answer_note = clock.now(), note.strip()
    return end_referral(session, actor, referral, action)


def withdraw_referral(session: Session, actor: Actor, referral: Referral) -> Referral:
    """An office of the person's region, or the agency that sent the person, takes it back."""
    if not access.may_withdraw_referral(actor, referral):
        raise NotFound
    if actor.kind is ActorKind.AGENCY and not access.may_act_under_mandate(session, actor, referral.employer_id, Scope.REFER):
        raise NotFound
    return end_referral(session, actor, hold(session, referral), "withdraw")


def end_referral(session: Session, actor: Actor, referral: Referral, action: str, *, reason: str = "") -> Referral:
    """Close a referral; the caller holds the row."""
    referral.closed_at = clock.now()
    move(session, actor, referral, REFERRAL_LIFECYCLE, action, reason=reason)
    record(session, actor, ReferralAnswered(referral.id, referral.state))
    return referral
