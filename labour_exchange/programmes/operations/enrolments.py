"""A person's way into a measure: applied, decided by the rules, prepared by one officer, approved by another."""

from dataclasses import asdict
from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.operations.locking import hold_person
from labour_exchange.programmes import access
from labour_exchange.programmes.events import EnrolmentDecided
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold, move_enrolment
from labour_exchange.programmes.queries.definitions import measures_open_on, terms_on
from labour_exchange.programmes.queries.facts import agreed_plan_of, person_facts
from labour_exchange.programmes.rules.eligibility import unmet
from labour_exchange.programmes.rules.facts import Declared
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE, OPEN_ENROLMENTS, Approval, EntryKind
from labour_exchange.programmes.texts import refusals


def apply_for_measure(session: Session, actor: Actor, person: Jobseeker, measure: Measure, *, declared: Declared) -> Enrolment:
    """Apply, and decide at once by the terms in force today: eligible, or refused with every rule that was not met.

    Raises Conflict(measure_closed, already_enrolled).
    """
    if not access.may_enrol(actor, person):
        raise NotFound
    today = clock.today()
    terms = terms_on(session, measure.id, today)
    if terms is None or measure.id not in {one.id for one in measures_open_on(session, today)}:
        raise Conflict(refusals.MEASURE_CLOSED)
    hold_person(session, person.id)
    known = select(Enrolment.id).where(Enrolment.jobseeker_id == person.id, Enrolment.measure_id == measure.id, Enrolment.state.in_(OPEN_ENROLMENTS))
    if session.scalar(known) is not None:
        raise Conflict(refusals.ALREADY_ENROLLED)
    facts = person_facts(session, person, measure.id, declared, today)
    findings = unmet(terms.eligibility, facts)
    enrolment = Enrolment(
        jobseeker_id=person.id,
        measure_id=measure.id,
        terms_id=terms.id,
        office_id=actor.office_id,
        region_code=person.region_code,
        plan_id=agreed_plan_of(session, person),
        facts=asdict(facts),
        findings=[one.as_json() for one in findings],
        applied_on=today,
        decided_at=clock.now(),
        created_at=clock.now(),
    )
    session.add(enrolment)
    session.flush()
    log_transition(session, actor, ENROLMENT_LIFECYCLE.name, enrolment.id, "apply", "", enrolment.state)
    return _moved(session, actor, enrolment, "refuse" if findings else "accept", reason=findings[0].rule if findings else "")


def prepare_enrolment(session: Session, actor: Actor, enrolment: Enrolment, *, starts_on: date, ends_on: date, amount: int) -> Enrolment:
    """Put it before the approver: from when to when, and how much at most; the region's allocation for the first day is taken.

    Raises InvalidInput, Conflict(not_allowed_now).
    """
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    enrolment = hold(session, enrolment)
    errors = []
    if not starts_on <= ends_on < months_later(starts_on, enrolment.terms.most_months):
        errors.append(FieldError("ends_on", refusals.DATES_WRONG, {"most": enrolment.terms.most_months}))
    if not 0 <= amount <= enrolment.terms.most_amount:
        errors.append(FieldError("amount", refusals.AMOUNT_TOO_HIGH, {"most": enrolment.terms.most_amount}))
    allocation = allocation_for(session, enrolment, starts_on)
    if allocation is None:
        errors.append(FieldError("starts_on", refusals.NO_ALLOCATION))
    if errors or allocation is None:
        raise InvalidInput(errors)
    enrolment.starts_on, enrolment.ends_on, enrolment.amount, enrolment.allocation_id = starts_on, ends_on, amount, allocation.id
    enrolment.prepared_by_id, enrolment.prepared_at, enrolment.office_id = actor.user_id, clock.now(), actor.office_id
    enrolment.approved_by_id = None
    return _moved(session, actor, enrolment, "prepare")


def return_enrolment(session: Session, actor: Actor, enrolment: Enrolment, *, reason: str) -> Enrolment:
    """The approver sends it back to be prepared better. Raises InvalidInput, Conflict."""
    enrolment = _held_for_decision(session, actor, enrolment, reason=reason)
    enrolment.approved_by_id = None
    return _moved(session, actor, enrolment, "return", reason=reason.strip())


def approve_enrolment(session: Session, actor: Actor, enrolment: Enrolment) -> Enrolment:
    """Approve, which promises its money and its place; where a committee decides, the second of two members' approvals does.

    Raises Conflict(same_person, allocation_spent, not_allowed_now).
    """
    enrolment = _held_for_decision(session, actor, enrolment)
    ENROLMENT_LIFECYCLE.after(enrolment.state, "approve")
    if enrolment.terms.approval is Approval.COMMITTEE and enrolment.approved_by_id is None:
        enrolment.approved_by_id = actor.user_id
        session.flush()
        record_act(session, actor, "approve as first of two", "enrolment", enrolment.id)
        return enrolment
    if enrolment.approved_by_id is None:
        enrolment.approved_by_id = actor.user_id
    elif enrolment.approved_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    else:
        enrolment.second_approved_by_id = actor.user_id
    enrolment.approved_at, enrolment.committed = clock.now(), enrolment.amount
    _moved(session, actor, enrolment, "approve")
    assert enrolment.allocation_id is not None
    change = Change(places_taken=1, committed=enrolment.amount)
    enter(session, actor, enrolment.allocation_id, EntryKind.COMMIT, change, enrolment_id=enrolment.id)
    return enrolment


def decline_enrolment(session: Session, actor: Actor, enrolment: Enrolment, *, reason: str) -> Enrolment:
    """Do not approve, and say why: the person reads it. Raises InvalidInput, Conflict."""
    enrolment = _held_for_decision(session, actor, enrolment, reason=reason)
    enrolment.decline_reason = reason.strip()
    return _moved(session, actor, enrolment, "decline", reason=reason.strip())


def allocation_for(session: Session, enrolment: Enrolment, day: date) -> Allocation | None:
    """What the region that pays has for this measure on a day."""
    return allocation_of(session, enrolment.measure_id, enrolment.paying_region_code, day)


def allocation_of(session: Session, measure_id: int, region_code: str, day: date) -> Allocation | None:
    wanted = select(Allocation).where(Allocation.measure_id == measure_id, Allocation.region_code == region_code)
    # The office that a household leaves finds the plan of the region that receives it, which it may not read.
    with acting_as(session, system_actor("allocation_of")):
        return session.scalars(wanted.where(Allocation.starts_on <= day, Allocation.ends_on >= day)).one_or_none()


def _held_for_decision(session: Session, actor: Actor, enrolment: Enrolment, *, reason: str | None = None) -> Enrolment:
    """Held for an approver who did not prepare it. Raises NotFound, InvalidInput without a reason where one is due, Conflict(same_person)."""
    if not access.may_approve(actor, enrolment):
        raise NotFound
    if reason is not None and not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    enrolment = hold(session, enrolment)
    if enrolment.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    return enrolment


def _moved(session: Session, actor: Actor, enrolment: Enrolment, action: str, *, reason: str = "") -> Enrolment:
    move_enrolment(session, actor, enrolment, action, reason=reason)
    record(session, actor, EnrolmentDecided(enrolment.id, enrolment.state.value))
    return enrolment
