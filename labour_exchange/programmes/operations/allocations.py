"""Places and money planned for a region, and moved from one region to another by two people."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, require
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.events import MoneyReallocated
from labour_exchange.programmes.models.money import Allocation, Reallocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.states import REALLOCATION_LIFECYCLE, EntryKind
from labour_exchange.programmes.texts import refusals
from labour_exchange.territory.queries import is_region


def plan_allocation(
    session: Session, actor: Actor, measure: Measure, *, region_code: str, starts_on: date, ends_on: date, places: int, amount: int
) -> Allocation:
    """Plan places and tenge for a region and a period. Raises InvalidInput, Conflict(allocation_known) when the period overlaps another."""
    if not access.may_keep_programmes(actor):
        raise NotFound
    errors = [] if is_region(region_code) else [FieldError("region_code", refusals.REGION_WRONG)]
    if starts_on > ends_on:
        errors.append(FieldError("ends_on", refusals.PERIOD_WRONG))
    if places < 1 or amount < 0:
        errors.append(FieldError("places", refusals.PLAN_EMPTY))
    if errors:
        raise InvalidInput(errors)
    hold(session, measure)
    overlap = select(Allocation.id).where(
        Allocation.measure_id == measure.id, Allocation.region_code == region_code, Allocation.starts_on <= ends_on, Allocation.ends_on >= starts_on
    )
    if session.scalar(overlap) is not None:
        raise Conflict(refusals.ALLOCATION_KNOWN, field="starts_on")
    made = Allocation(measure_id=measure.id, region_code=region_code, starts_on=starts_on, ends_on=ends_on, created_at=clock.now())
    session.add(made)
    session.flush()
    enter(session, actor, made.id, EntryKind.PLAN, Change(places=places, planned=amount))
    record_act(session, actor, "plan allocation", "allocation", made.id, places=places, amount=amount)
    return made


def propose_reallocation(
    session: Session, actor: Actor, source: Allocation, target: Allocation, *, places: int, amount: int, reason: str
) -> Reallocation:
    """Propose to move places and tenge of one measure to another region. Raises InvalidInput."""
    require(actor, access.REALLOCATE)
    errors = []
    if source.id == target.id or source.measure_id != target.measure_id or min(places, amount) < 0 or places + amount == 0:
        errors.append(FieldError("target", refusals.REALLOCATION_WRONG))
    if not reason.strip():
        errors.append(FieldError("reason", refusals.REASON_MISSING))
    if errors:
        raise InvalidInput(errors)
    who = {"proposed_by_id": actor.user_id, "proposed_at": clock.now()}
    made = Reallocation(from_id=source.id, to_id=target.id, places=places, amount=amount, reason=reason.strip(), **who)
    session.add(made)
    session.flush()
    record_act(session, actor, "propose reallocation", "reallocation", made.id, reason=reason.strip())
    return made


def decide_reallocation(session: Session, actor: Actor, proposal: Reallocation, *, is_accepted: bool) -> Reallocation:
    """A second person moves it or refuses it. Raises Conflict(same_person, allocation_spent, not_allowed_now)."""
    require(actor, access.REALLOCATE)
    proposal = hold(session, proposal)
    if actor.kind is ActorKind.ANALYST and proposal.proposed_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    proposal.decided_by_id, proposal.decided_at = actor.user_id, clock.now()
    move(session, actor, proposal, REALLOCATION_LIFECYCLE, "accept" if is_accepted else "refuse")
    record_act(session, actor, "accept reallocation" if is_accepted else "refuse reallocation", "reallocation", proposal.id)
    if is_accepted:
        # Always the lower id first: two moves in opposite directions would otherwise wait for each other.
        for allocation_id, sign in sorted(((proposal.from_id, -1), (proposal.to_id, 1))):
            change = Change(places=sign * proposal.places, planned=sign * proposal.amount)
            enter(session, actor, allocation_id, EntryKind.REALLOCATE, change, reallocation_id=proposal.id)
        record(session, actor, MoneyReallocated(proposal.id))
    return proposal
