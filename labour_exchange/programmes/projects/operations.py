"""A project prepared by one person and approved by another against the region's plan, paid for, staffed and completed."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes import access
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.operations.enrolments import allocation_of, prepare_enrolment
from labour_exchange.programmes.operations.ledger import Change, enter
from labour_exchange.programmes.operations.locking import hold
from labour_exchange.programmes.projects.models import Project, ProjectPayment
from labour_exchange.programmes.projects.queries import jobs_taken, waiting_for_payment
from labour_exchange.programmes.projects.rules import ProjectFacts, completion_errors, project_errors
from labour_exchange.programmes.projects.states import PROJECT_LIFECYCLE, ProjectState
from labour_exchange.programmes.states import PAYMENT_LIFECYCLE, EntryKind, MeasureKind
from labour_exchange.programmes.texts import measure_refusals, refusals


def prepare_project(session: Session, actor: Actor, measure: Measure, project: ProjectFacts) -> Project:
    """Put a project of the actor's region before the approver; the plan for its first day is taken. Raises InvalidInput."""
    region_code = actor.region_code or ""
    if not access.may_keep_region(actor, region_code) or measure.kind is not MeasureKind.RURAL_JOBS:
        raise NotFound
    errors = project_errors(project, region_code=region_code)
    allocation = allocation_of(session, measure.id, region_code, project.starts_on)
    if allocation is None:
        errors.append(FieldError("starts_on", refusals.NO_ALLOCATION))
    if errors or allocation is None:
        raise InvalidInput(errors)
    made = Project(
        measure_id=measure.id,
        region_code=region_code,
        district_code=project.district_code,
        name=project.name.strip(),
        kind=project.kind,
        jobs_planned=project.jobs_planned,
        amount=project.amount,
        starts_on=project.starts_on,
        ends_on=project.ends_on,
        allocation_id=allocation.id,
        prepared_by_id=actor.user_id,
        prepared_at=clock.now(),
    )
    session.add(made)
    session.flush()
    log_transition(session, actor, PROJECT_LIFECYCLE.name, made.id, "prepare", "", made.state)
    record_act(session, actor, "prepare project", "project", made.id, amount=made.amount)
    return made


def decide_project(session: Session, actor: Actor, project: Project, *, is_approved: bool, reason: str = "") -> Project:
    """Approve, which promises the money, or decline with a reason. Raises InvalidInput, Conflict(same_person, allocation_spent)."""
    if not access.may_approve_project(actor, project):
        raise NotFound
    if not is_approved and not reason.strip():
        raise InvalidInput([FieldError("reason", refusals.REASON_MISSING)])
    project = hold(session, project)
    if project.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    action = "approve" if is_approved else "decline"
    PROJECT_LIFECYCLE.after(project.state, action)
    project.decided_by_id, project.decided_at, project.decline_reason = actor.user_id, clock.now(), reason.strip()
    if is_approved:
        project.committed = project.amount
    move(session, actor, project, PROJECT_LIFECYCLE, action, reason=reason.strip())
    if is_approved:
        enter(session, actor, project.allocation_id, EntryKind.COMMIT, Change(committed=project.amount), project_id=project.id)
    record_act(session, actor, f"{action} project", "project", project.id, reason=reason.strip())
    return project


def prepare_project_payment(session: Session, actor: Actor, project: Project, *, amount: int) -> ProjectPayment:
    """Put a payment before the approver. Raises InvalidInput, Conflict(payment_too_high, not_begun)."""
    project = _held(session, actor, project)
    if project.state is not ProjectState.APPROVED:
        raise Conflict(refusals.NOT_BEGUN)
    left = project.committed - project.paid - waiting_for_payment(session, project)
    if amount < 1:
        raise InvalidInput([FieldError("amount", refusals.AMOUNT_WRONG)])
    if amount > left:
        raise Conflict(refusals.PAYMENT_TOO_HIGH, field="amount", left=left)
    made = ProjectPayment(project_id=project.id, amount=amount, prepared_by_id=actor.user_id, prepared_at=clock.now())
    session.add(made)
    session.flush()
    record_act(session, actor, "prepare project payment", "project", project.id, amount=amount)
    return made


def decide_project_payment(session: Session, actor: Actor, payment: ProjectPayment, *, is_paid: bool) -> ProjectPayment:
    """A second person pays or refuses. Raises Conflict(same_person, not_allowed_now)."""
    if not access.may_approve_project(actor, payment.project):
        raise NotFound
    project = hold(session, payment.project)
    payment = hold(session, payment)
    if payment.prepared_by_id == actor.user_id:
        raise Conflict(refusals.SAME_PERSON)
    action = "pay" if is_paid else "refuse"
    PAYMENT_LIFECYCLE.after(payment.state, action)
    payment.decided_by_id, payment.decided_at, payment.paid_on = actor.user_id, clock.now(), clock.today() if is_paid else None
    move(session, actor, payment, PAYMENT_LIFECYCLE, action)
    if is_paid:
        project.paid += payment.amount
        session.flush()
        enter(session, actor, project.allocation_id, EntryKind.PAY, Change(paid=payment.amount), project_id=project.id)
    record_act(session, actor, f"{action} project payment", "project", project.id, amount=payment.amount)
    return payment


def complete_project(session: Session, actor: Actor, project: Project, *, completed_on: date, jobs_created: int, evidence: str) -> Project:
    """The facility is done: what was promised and not paid goes back to the plan. Raises InvalidInput, Conflict(payments_wait)."""
    project = _held(session, actor, project)
    PROJECT_LIFECYCLE.after(project.state, "complete")
    facts = {"completed_on": completed_on, "jobs_created": jobs_created, "evidence": evidence}
    errors = completion_errors(**facts, starts_on=project.starts_on, today=clock.today())  # type: ignore[arg-type]
    if errors:
        raise InvalidInput(errors)
    if waiting_for_payment(session, project):
        raise Conflict(measure_refusals.PAYMENTS_WAIT)
    left = project.committed - project.paid
    project.committed, project.completed_on = project.paid, completed_on
    project.jobs_created, project.evidence = jobs_created, evidence.strip()
    move(session, actor, project, PROJECT_LIFECYCLE, "complete")
    if left:
        enter(session, actor, project.allocation_id, EntryKind.RELEASE, Change(committed=-left), project_id=project.id)
    record_act(session, actor, "complete project", "project", project.id, jobs_created=jobs_created)
    return project


def prepare_for_project(session: Session, actor: Actor, enrolment: Enrolment, project: Project, *, starts_on: date, ends_on: date) -> Enrolment:
    """Put a person's work in a project before the approver, while it has jobs free. Raises InvalidInput, Conflict(project_full, project_not_open)."""
    if not access.may_prepare(actor, enrolment):
        raise NotFound
    session.execute(select(Project.id).where(Project.id == project.id).with_for_update())
    if (project.measure_id, project.region_code, project.state) != (enrolment.measure_id, enrolment.region_code, ProjectState.APPROVED):
        raise Conflict(measure_refusals.PROJECT_NOT_OPEN)
    taken = jobs_taken(session, [project.id]).get(project.id, 0) - (enrolment.project_id == project.id)
    if taken >= project.jobs_planned:
        raise Conflict(measure_refusals.PROJECT_FULL)
    enrolment = prepare_enrolment(session, actor, enrolment, starts_on=starts_on, ends_on=ends_on, amount=0)
    enrolment.project_id = project.id
    session.flush()
    return enrolment


def _held(session: Session, actor: Actor, project: Project) -> Project:
    if not access.may_keep_region(actor, project.region_code):
        raise NotFound
    return hold(session, project)
