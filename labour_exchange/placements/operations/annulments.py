"""Annulling a placement: one person proposes, the employer may reply, another person decides."""

from datetime import datetime

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.placements import access
from labour_exchange.placements.events import AnnulmentDecided, AnnulmentProposed, PlacementAnnulled
from labour_exchange.placements.models import AnnulmentProposal, Placement
from labour_exchange.placements.operations.applications import refuse_errors
from labour_exchange.placements.operations.evidence import add_evidence
from labour_exchange.placements.operations.locking import hold
from labour_exchange.placements.rules.approaches import note_errors
from labour_exchange.placements.rules.signals import REPLY_DAYS, may_decide_annulment
from labour_exchange.placements.states import PLACEMENT_LIFECYCLE, EvidenceKind, EvidenceSource
from labour_exchange.placements.texts import refusals
from labour_exchange.vacancies.operations import free_post


def propose_annulment(session: Session, actor: Actor, placement: Placement, *, reason: str) -> AnnulmentProposal:
    """Say why a placement should not count; the employer is told and may reply. Raises InvalidInput, Conflict(proposal_open)."""
    if not access.may_keep(actor, placement) or actor.user_id is None:
        raise NotFound
    refuse_errors(note_errors(reason, is_required=True))
    if not PLACEMENT_LIFECYCLE.allows(placement.state, "annul"):
        raise Conflict(NOT_ALLOWED_NOW)
    made = session.scalar(
        insert(AnnulmentProposal)
        .values(placement_id=placement.id, reason=reason.strip(), proposed_by_id=actor.user_id, proposed_at=clock.now())
        .on_conflict_do_nothing()
        .returning(AnnulmentProposal.id)
    )
    if made is None:
        raise Conflict(refusals.PROPOSAL_OPEN)
    record_act(session, actor, "propose annulment", "placement", placement.id)
    record(session, actor, AnnulmentProposed(made))
    return session.get_one(AnnulmentProposal, made)


def reply_to_annulment(session: Session, actor: Actor, proposal: AnnulmentProposal, *, reply: str) -> AnnulmentProposal:
    """The employer answers what is held against the placement; a later reply replaces an earlier one until it is decided."""
    if not access.is_employer(actor, session.get_one(Placement, proposal.placement_id)):
        raise NotFound
    refuse_errors(note_errors(reply, is_required=True))
    session.refresh(proposal, with_for_update=True)
    if proposal.decided_at is not None:
        raise Conflict(NOT_ALLOWED_NOW)
    proposal.reply = reply.strip()
    session.flush()
    return proposal


def decide_annulment(session: Session, actor: Actor, proposal: AnnulmentProposal, *, is_accepted: bool) -> AnnulmentProposal:
    """An approver who did not propose it annuls or keeps the placement, once the right of reply was used or has run out.

    An annulled placement gives its post back. Raises Conflict(same_person, reply_first, not_allowed_now).
    """
    placement = hold(session, session.get_one(Placement, proposal.placement_id))
    if not access.may_decide(actor, placement):
        raise NotFound
    session.refresh(proposal, with_for_update=True)
    if proposal.decided_at is not None:
        raise Conflict(NOT_ALLOWED_NOW)
    if proposal.proposed_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    proposed_on = proposal.proposed_at.astimezone(clock.COUNTRY_ZONE).date()
    if not may_decide_annulment(proposed_on, clock.today(), has_reply=bool(proposal.reply)):
        raise Conflict(refusals.REPLY_FIRST, days=REPLY_DAYS)
    proposal.decided_by_id, proposal.decided_at, proposal.is_accepted = actor.user_id, clock.now(), is_accepted
    record_act(session, actor, "decide annulment", "placement", placement.id, is_accepted=is_accepted)
    if is_accepted:
        _annul(session, actor, placement, proposal.reason)
    record(session, actor, AnnulmentDecided(proposal.id, is_accepted))
    return proposal


def annul_after_hearing(
    session: Session, actor: Actor, placement: Placement, *, reason: str, reply: str, proposed_by_id: int, proposed_at: datetime
) -> AnnulmentProposal:
    """Annul what an inspection proved fictitious: one person proposed it there, the sides were heard there, this approver decides.

    Raises Conflict(same_person, proposal_open, not_allowed_now).
    """
    placement = hold(session, placement)
    if not access.may_decide(actor, placement):
        raise NotFound
    if proposed_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    PLACEMENT_LIFECYCLE.after(placement.state, "annul")
    facts = {"reason": reason, "reply": reply, "proposed_by_id": proposed_by_id, "proposed_at": proposed_at}
    made = session.scalar(
        insert(AnnulmentProposal).values(placement_id=placement.id, **facts).on_conflict_do_nothing().returning(AnnulmentProposal.id)
    )
    if made is None:
        raise Conflict(refusals.PROPOSAL_OPEN)
    proposal = session.get_one(AnnulmentProposal, made)
    proposal.decided_by_id, proposal.decided_at, proposal.is_accepted = actor.user_id, clock.now(), True
    record_act(session, actor, "decide annulment", "placement", placement.id, is_accepted=True)
    _annul(session, actor, placement, reason)
    return proposal


def _annul(session: Session, actor: Actor, placement: Placement, reason: str) -> None:
    move(session, actor, placement, PLACEMENT_LIFECYCLE, "annul", reason=reason)
    add_evidence(session, actor, placement, EvidenceKind.ANNULLED, EvidenceSource.OFFICE, effective_on=clock.today())
    if placement.vacancy_id is not None:
        free_post(session, actor, placement.vacancy_id)
    record(session, actor, PlacementAnnulled(placement.id))
