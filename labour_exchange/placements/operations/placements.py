"""Placements: opened by an accepted offer or a declaration, confirmed, disputed and ended.

A jobseeker who accepts an offer opens a placement that counts as declared by the employer, because the offer was the employer's word.
The person confirms it on the first working day or later. What a person declares, the employer confirms.
"""

from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import select, union_all
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.agencies.states import Scope
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.lifecycle.transitions import Lifecycle
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements import access
from labour_exchange.placements.events import OfferAnswered, PlacementConfirmed, PlacementDeclared, PlacementDisputed, PlacementEnded
from labour_exchange.placements.models import Invitation, JobApplication, Offer, Placement, Referral
from labour_exchange.placements.operations.applications import application_of, refuse_errors
from labour_exchange.placements.operations.closing import close_other_moves
from labour_exchange.placements.operations.evidence import add_evidence
from labour_exchange.placements.operations.locking import hold, hold_person
from labour_exchange.placements.operations.offers import Origin, hold_offer
from labour_exchange.placements.rules.approaches import declaration_errors, is_other_side, note_errors
from labour_exchange.placements.states import (
    APPLICATION_LIFECYCLE,
    OFFER_LIFECYCLE,
    PLACEMENT_LIFECYCLE,
    REFERRAL_LIFECYCLE,
    Channel,
    DisputeReason,
    EndReason,
    EvidenceKind,
    EvidenceSource,
    InvitationState,
    PlacementState,
)
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.operations import take_post
from labour_exchange.vacancies.states import EmploymentKind

HIRED_THROUGH: dict[type, Lifecycle[Any]] = {JobApplication: APPLICATION_LIFECYCLE, Referral: REFERRAL_LIFECYCLE}
OVER = (PlacementState.ENDED, PlacementState.ANNULLED)


@dataclass(frozen=True, slots=True)
class PlacementFacts:
    """Who started where and when. With a vacancy its post is taken, and occupation, region and kind come from it."""

    jobseeker_id: int
    employer_id: int
    started_on: date
    vacancy_id: int | None = None
    employment_kind: EmploymentKind = EmploymentKind.PERMANENT
    occupation_code: str | None = None
    region_of_work: str | None = None


def accept_offer(session: Session, actor: Actor, offer: Offer) -> Placement:
    """The person takes the job: the post is taken, the placement opened, and everything else that was open for the person ends.

    Raises Conflict(not_allowed_now, offer_late, posts_filled, placement_known).
    """
    if not access.is_person(actor, offer):
        raise NotFound
    hold_person(session, offer.jobseeker_id)
    offer, origin = hold_offer(session, offer)
    if offer.answer_by_on < clock.today():
        raise Conflict(refusals.OFFER_LATE)
    offer.answered_at = clock.now()
    move(session, actor, offer, OFFER_LIFECYCLE, "accept")
    record(session, actor, OfferAnswered(offer.id, offer.state))
    facts = PlacementFacts(offer.jobseeker_id, offer.employer_id, offer.starts_on, offer.vacancy_id)
    placement = _open_placement(session, actor, facts, EvidenceSource.EMPLOYER, origin, offer_id=offer.id)
    close_other_moves(session, actor, offer.jobseeker_id)
    return placement


def declare_placement(session: Session, actor: Actor, facts: PlacementFacts) -> Placement:
    """Say without an offer that somebody started: the employer of its applicants, the office of its people, the person of himself or herself.

    Raises InvalidInput, Conflict(placement_known, posts_filled).
    """
    source = _declaring_side(session, actor, facts)
    refuse_errors(declaration_errors(facts.started_on, clock.today()))
    hold_person(session, facts.jobseeker_id)
    origin: Origin | None = None
    if facts.vacancy_id is not None:
        origin = application_of(session, facts.jobseeker_id, facts.vacancy_id) or _referral_of(session, facts.jobseeker_id, facts.vacancy_id)
    placement = _open_placement(session, actor, facts, source, origin)
    if source is EvidenceSource.JOBSEEKER:
        close_other_moves(session, actor, facts.jobseeker_id)
    if source is EvidenceSource.OFFICE:
        record_act(session, actor, "declare placement", "placement", placement.id)
    return placement


def confirm_placement(session: Session, actor: Actor, placement: Placement) -> Placement:
    """The other side says that the work has begun, on the first day or later; whoever disputed it may confirm it afterwards.

    Raises NotFound when the actor's side declared it, Conflict(not_started, not_allowed_now).
    """
    side = _side_with_mandate(session, actor, placement)
    if side is None or not is_other_side(placement.declared_by, side):
        raise NotFound
    if side is EvidenceSource.JOBSEEKER:
        hold_person(session, placement.jobseeker_id)
    placement = hold(session, placement)
    if clock.today() < placement.started_on:
        raise Conflict(refusals.NOT_STARTED)
    again = placement.state is PlacementState.DISPUTED
    move(session, actor, placement, PLACEMENT_LIFECYCLE, "confirm")
    reference = str(placement.version) if again else ""
    add_evidence(session, actor, placement, EvidenceKind.CONFIRMED, side, effective_on=placement.started_on, reference=reference)
    record(session, actor, PlacementConfirmed(placement.id, placement.jobseeker_id))
    if side is EvidenceSource.JOBSEEKER:
        close_other_moves(session, actor, placement.jobseeker_id)
    return placement


def dispute_placement(session: Session, actor: Actor, placement: Placement, *, reason: DisputeReason, note: str = "") -> Placement:
    """The person or the employer says that it is not so; an office of the region looks into it. Raises Conflict, InvalidInput."""
    side = access.side_of(actor, placement)
    if side not in (EvidenceSource.JOBSEEKER, EvidenceSource.EMPLOYER):
        raise NotFound
    refuse_errors(note_errors(note, is_required=reason is DisputeReason.OTHER))
    placement = hold(session, placement)
    move(session, actor, placement, PLACEMENT_LIFECYCLE, "dispute", reason=note.strip())
    reference = str(placement.version)
    add_evidence(session, actor, placement, EvidenceKind.DISPUTED, side, effective_on=clock.today(), reason=reason.value, reference=reference)
    record(session, actor, PlacementDisputed(placement.id, reason.value))
    return placement


def end_placement(session: Session, actor: Actor, placement: Placement, *, ended_on: date, reason: EndReason) -> Placement:
    """Either side or an office says that the work ended, and why. Raises InvalidInput, Conflict."""
    side = _side_with_mandate(session, actor, placement)
    if side is None:
        raise NotFound
    if not placement.started_on <= ended_on <= clock.today():
        raise InvalidInput([FieldError("ended_on", refusals.END_WRONG)])
    placement = hold(session, placement)
    move(session, actor, placement, PLACEMENT_LIFECYCLE, "end", reason=reason.value)
    add_evidence(session, actor, placement, EvidenceKind.ENDED, side, effective_on=ended_on, reason=reason.value)
    record(session, actor, PlacementEnded(placement.id, reason.value))
    return placement


def _declaring_side(session: Session, actor: Actor, facts: PlacementFacts) -> EvidenceSource:
    """Which side speaks; raises NotFound for a person, employer or vacancy that is not the actor's."""
    jobseeker = session.get(Jobseeker, facts.jobseeker_id)
    if jobseeker is None or session.get(Employer, facts.employer_id) is None:
        raise NotFound
    vacancy = session.get(Vacancy, facts.vacancy_id) if facts.vacancy_id is not None else None
    if facts.vacancy_id is not None and (vacancy is None or vacancy.employer_id != facts.employer_id):
        raise NotFound
    if actor.jobseeker_id is not None and actor.jobseeker_id == facts.jobseeker_id:
        return EvidenceSource.JOBSEEKER
    if actor.kind is ActorKind.EMPLOYER and actor.organisation_id == facts.employer_id:
        return EvidenceSource.EMPLOYER
    if vacancy is not None and access.is_mandated(session, actor, vacancy, "report") and _has_approached(session, jobseeker.id, vacancy.id):
        return EvidenceSource.AGENCY
    if access.may_act_under_mandate(session, actor, facts.employer_id, Scope.REPORT) and _is_referred_by(session, actor, facts):
        return EvidenceSource.AGENCY
    if access.may_refer(actor, jobseeker):
        return EvidenceSource.OFFICE
    raise NotFound


def _open_placement(
    session: Session, actor: Actor, facts: PlacementFacts, source: EvidenceSource, origin: Origin | None, *, offer_id: int | None = None
) -> Placement:
    """Take the post and write the placement with its first evidence; the caller holds the person."""
    known = select(Placement.id).where(
        Placement.jobseeker_id == facts.jobseeker_id, Placement.employer_id == facts.employer_id, Placement.state.not_in(OVER)
    )
    if session.scalar(known) is not None:
        raise Conflict(refusals.PLACEMENT_KNOWN)
    if facts.vacancy_id is not None:
        take_post(session, actor, facts.vacancy_id)
    _hire(session, actor, origin)
    made = session.scalar(
        insert(Placement)
        .values(**_columns(session, actor, facts, origin), offer_id=offer_id, declared_by=source, declared_on=clock.today(), created_at=clock.now())
        .on_conflict_do_nothing()
        .returning(Placement.id)
    )
    if made is None:
        raise Conflict(refusals.PLACEMENT_KNOWN)
    placement = session.get_one(Placement, made)
    log_transition(session, actor, PLACEMENT_LIFECYCLE.name, placement.id, "declare", "", placement.state)
    record(session, actor, PlacementDeclared(placement.id))
    add_evidence(session, actor, placement, EvidenceKind.DECLARED, source, effective_on=placement.started_on)
    return placement


def _hire(session: Session, actor: Actor, origin: Origin | None) -> None:
    lifecycle = HIRED_THROUGH.get(type(origin))
    if origin is not None and lifecycle is not None and lifecycle.allows(origin.state, "hire"):
        origin.closed_at = clock.now()
        move(session, actor, origin, lifecycle, "hire")


def _columns(session: Session, actor: Actor, facts: PlacementFacts, origin: Origin | None) -> dict[str, object]:
    """The dimensions of a placement, fixed at its declaration."""
    jobseeker = session.get_one(Jobseeker, facts.jobseeker_id)
    vacancy = session.get(Vacancy, facts.vacancy_id) if facts.vacancy_id is not None else None
    employer = session.get_one(Employer, facts.employer_id)
    office_id = origin.office_id if isinstance(origin, Referral) else None
    own = actor.organisation_id if actor.kind is ActorKind.AGENCY else None
    agency_id = own or (origin.agency_id if isinstance(origin, Referral) else None) or (vacancy.agency_id if vacancy else None)
    region = (vacancy.region_code if vacancy else facts.region_of_work) or employer.region_code or jobseeker.region_code
    return {
        "jobseeker_id": jobseeker.id,
        "employer_id": employer.id,
        "vacancy_id": facts.vacancy_id,
        "occupation_code": vacancy.occupation_code if vacancy else facts.occupation_code,
        "region_of_work": region,
        "region_of_residence": jobseeker.region_code,
        "started_on": facts.started_on,
        "employment_kind": vacancy.employment_kind if vacancy else facts.employment_kind,
        "channel": Channel.OFFICE_REFERRAL if office_id else Channel.AGENCY if agency_id else Channel.SELF_SERVICE,
        "agency_id": agency_id,
        "office_id": office_id,
    }


def _has_approached(session: Session, jobseeker_id: int, vacancy_id: int) -> bool:
    """Whether this person applied, was referred, or accepted an invitation: an agency reports nobody else."""
    applied = select(JobApplication.id).where(JobApplication.jobseeker_id == jobseeker_id, JobApplication.vacancy_id == vacancy_id)
    referred = select(Referral.id).where(Referral.jobseeker_id == jobseeker_id, Referral.vacancy_id == vacancy_id)
    met = select(Invitation.id).where(Invitation.jobseeker_id == jobseeker_id, Invitation.vacancy_id == vacancy_id)
    found = union_all(applied, referred, met.where(Invitation.state == InvitationState.ACCEPTED))
    return session.execute(found.limit(1)).first() is not None


def _is_referred_by(session: Session, actor: Actor, facts: PlacementFacts) -> bool:
    """Whether the agency sent this person to this vacancy, whoever brought the vacancy."""
    wanted = select(Referral.id).where(Referral.jobseeker_id == facts.jobseeker_id, Referral.vacancy_id == facts.vacancy_id)
    return session.scalar(wanted.where(Referral.agency_id == actor.organisation_id)) is not None


def _side_with_mandate(session: Session, actor: Actor, placement: Placement) -> EvidenceSource | None:
    """The side of whoever adds evidence; an agency speaks only while a mandate lets it report."""
    side = access.side_of(actor, placement)
    if side is EvidenceSource.AGENCY and not access.may_act_under_mandate(session, actor, placement.employer_id, Scope.REPORT):
        return None
    return side


def _referral_of(session: Session, jobseeker_id: int, vacancy_id: int) -> Referral | None:
    wanted = select(Referral).where(Referral.jobseeker_id == jobseeker_id, Referral.vacancy_id == vacancy_id)
    return session.scalars(wanted.with_for_update().execution_options(populate_existing=True)).one_or_none()
