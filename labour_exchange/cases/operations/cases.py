"""A case opened, changed, set to wait, resumed, closed; and what is left of it when the person is erased."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.accounts.models import User
from labour_exchange.cases import access, rules
from labour_exchange.cases.events import CaseClosed, CaseOpened
from labour_exchange.cases.models import Case, CaseTransfer, SocialContract
from labour_exchange.cases.operations.assessments import assess, forget_grounds
from labour_exchange.cases.operations.contracts import forget_contract_words
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.operations.meetings import cancel_appointments, forget_meeting_words
from labour_exchange.cases.operations.plans import ERASED, forget_plan_words
from labour_exchange.cases.queries import possible_leads
from labour_exchange.cases.states import CASE_LIFECYCLE, CaseState, CloseReason
from labour_exchange.cases.texts import cases as texts
from labour_exchange.cases.texts.contracts import CONTRACT_NOT_ENDED
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.queries import open_registration_of


def open_case(session: Session, actor: Actor, person: Jobseeker, facts: rules.CaseFacts) -> Case:
    """Open a case that the actor leads. Raises InvalidInput, Conflict(not_registered, case_open)."""
    if person.anonymised_at is not None or not access.may_open(actor, person):
        raise NotFound
    if open_registration_of(session, actor, person) is None:
        raise Conflict(texts.NOT_REGISTERED)
    wrong = rules.problems(facts, clock.today())
    if wrong:
        raise InvalidInput(wrong)
    case = Case(
        jobseeker_id=person.id,
        office_id=actor.office_id,
        region_code=person.region_code,
        lead_id=actor.user_id,
        state=CaseState.OPEN,
        next_step=facts.next_step.strip(),
        due_on=facts.due_on,
        opened_on=clock.today(),
    )
    try:
        with session.begin_nested():
            session.add(case)
    except IntegrityError:
        raise Conflict(texts.CASE_OPEN) from None
    log_transition(session, actor, CASE_LIFECYCLE.name, case.id, "open", "", case.state)
    record_act(session, actor, "open case", "case", case.id)
    record(session, actor, CaseOpened(case.id, person.id))
    assess(session, actor, case)
    return case


def change_case(session: Session, actor: Actor, case: Case, facts: rules.CaseFacts, *, lead: User, version: int) -> Case:
    """Write the next step anew, or give the case to a colleague. Raises InvalidInput, StaleVersion, Conflict when it is closed."""
    _require_keeper(actor, case)
    if case.version != version:
        raise StaleVersion
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
    wrong = rules.problems(facts, clock.today())
    if lead.id not in {one.id for one in possible_leads(session, actor, case)}:
        wrong.append(FieldError("lead", texts.LEAD_UNKNOWN))
    if wrong or facts.due_on is None:
        raise InvalidInput(wrong)
    case.next_step, case.due_on, case.lead_id = facts.next_step.strip(), facts.due_on, lead.id
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
    record_act(session, actor, "change case", "case", case.id, lead_id=lead.id)
    return case


def wait_for_person(session: Session, actor: Actor, case: Case) -> Case:
    """The next move is the person's; past the due day the case comes back to the officer as overdue."""
    _require_keeper(actor, case)
    move(session, actor, case, CASE_LIFECYCLE, "wait")
    return case


def resume_case(session: Session, actor: Actor, case: Case) -> Case:
    _require_keeper(actor, case)
    move(session, actor, case, CASE_LIFECYCLE, "resume")
    return case


def close_case(session: Session, actor: Actor, case: Case, *, reason: CloseReason) -> Case:
    """End the work with a reason; the person may have a new case later. Raises Conflict(contract_not_ended)."""
    _require_keeper(actor, case)
    hold(session, case)
    if session.scalar(select(SocialContract.id).where(SocialContract.case_id == case.id, SocialContract.ended_on.is_(None))) is not None:
        raise Conflict(CONTRACT_NOT_ENDED)
    cancel_appointments(session, actor, case)
    _close(session, actor, case, reason)
    record_act(session, actor, "close case", "case", case.id, reason=reason.value)
    return case


def forget_case_words(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: what was written is emptied, and an open case ends."""
    found = session.scalars(select(Case).where(Case.jobseeker_id == facts["jobseeker_id"])).all()
    for transfer in session.scalars(select(CaseTransfer).where(CaseTransfer.jobseeker_id == facts["jobseeker_id"])):
        transfer.decline_reason = ERASED if transfer.decline_reason else ""
    forget_plan_words(session, [case.id for case in found])
    forget_contract_words(session, [case.id for case in found])
    forget_meeting_words(session, [case.id for case in found])
    for case in found:
        case.next_step = ""
        forget_grounds(session, case)
        if case.state is not CaseState.CLOSED:
            _close(session, system_actor("forget_case_words"), case, CloseReason.ERASED)


def _close(session: Session, actor: Actor, case: Case, reason: CloseReason) -> None:
    case.closed_on, case.close_reason = clock.today(), reason
    move(session, actor, case, CASE_LIFECYCLE, "close", reason=reason.value)
    record(session, actor, CaseClosed(case.id, case.jobseeker_id, reason.value))


def _require_keeper(actor: Actor, case: Case) -> None:
    if not access.may_keep(actor, case):
        raise NotFound
