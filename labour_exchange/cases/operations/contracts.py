"""The social contract drafted from the plan, offered, approved by a second person, returned, begun, ended."""

from collections.abc import Iterable

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.cases import access
from labour_exchange.cases.events import ContractApproved, ContractEnded, ContractOffered
from labour_exchange.cases.models import Case, Obligation, Plan, SocialContract
from labour_exchange.cases.operations.locking import hold
from labour_exchange.cases.operations.plans import ERASED, checked_reason
from labour_exchange.cases.rules.contracts import Term, binds_both, due_problems, term_problems
from labour_exchange.cases.rules.plans import StepFacts, step_problems
from labour_exchange.cases.states import CONTRACT_LIFECYCLE, CaseState, ContractEnd, ContractState, StepState
from labour_exchange.cases.texts import contracts as texts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act


def draft_contract(session: Session, actor: Actor, plan: Plan, term: Term) -> SocialContract:
    """Take the open steps of a plan that the person has agreed to as obligations.

    Raises InvalidInput, Conflict(plan_not_agreed, contract_open).
    """
    case = plan.case
    _require_keeper(actor, case)
    hold(session, case)
    hold(session, plan)
    if case.state is CaseState.CLOSED:
        raise Conflict(NOT_ALLOWED_NOW)
    if not plan.is_agreed:
        raise Conflict(texts.PLAN_NOT_AGREED)
    steps = [step for step in plan.steps if step.state is StepState.OPEN]
    wrong = term_problems(term, [step.due_on for step in steps], clock.today())
    if wrong:
        raise InvalidInput(wrong)
    made = SocialContract(case_id=case.id, case=case, plan_id=plan.id, plan_revision=plan.revision, jobseeker_id=case.jobseeker_id)
    made.office_id, made.region_code, made.state = case.office_id, case.region_code, ContractState.DRAFT
    made.starts_on, made.ends_on = term.starts_on, term.ends_on  # type: ignore[assignment]
    made.prepared_by_id, made.created_at = actor.user_id, clock.now()  # type: ignore[assignment]
    made.obligations = [_obligation(made, actor, StepFacts(step.what, step.doer, step.due_on)) for step in steps]
    try:
        with session.begin_nested():
            session.add(made)
    except IntegrityError:
        raise Conflict(texts.CONTRACT_OPEN) from None
    log_transition(session, actor, CONTRACT_LIFECYCLE.name, made.id, "draft", "", made.state)
    record_act(session, actor, "draft contract", "social_contract", made.id)
    return made


def add_obligation(session: Session, actor: Actor, contract: SocialContract, facts: StepFacts) -> Obligation:
    """One more, while it is a draft. Raises InvalidInput, Conflict."""
    _hold_draft(session, actor, contract)
    wrong = step_problems(facts, clock.today())
    if not wrong and facts.due_on is not None:
        wrong = due_problems(Term(contract.starts_on, contract.ends_on), [facts.due_on], "due_on")
    if wrong:
        raise InvalidInput(wrong)
    made = _obligation(contract, actor, facts)
    session.add(made)
    session.flush()
    session.refresh(contract, ["obligations"])
    record_act(session, actor, "add obligation", "social_contract", contract.id)
    return made


def remove_obligation(session: Session, actor: Actor, contract: SocialContract, obligation: Obligation) -> None:
    """Take it out while it is a draft. Raises Conflict."""
    _hold_draft(session, actor, contract)
    session.delete(obligation)
    session.flush()
    session.refresh(contract, ["obligations"])
    record_act(session, actor, "remove obligation", "social_contract", contract.id)


def offer_contract(session: Session, actor: Actor, contract: SocialContract) -> SocialContract:
    """Put it before the approver and let the person read it. Raises Conflict(one_sided, not_allowed_now)."""
    _hold_draft(session, actor, contract)
    if not binds_both(one.doer for one in contract.obligations):
        raise Conflict(texts.ONE_SIDED)
    contract.offered_by_id, contract.return_reason = actor.user_id, ""
    move(session, actor, contract, CONTRACT_LIFECYCLE, "offer")
    record(session, actor, ContractOffered(contract.id, contract.jobseeker_id))
    return contract


def approve_contract(session: Session, actor: Actor, contract: SocialContract) -> SocialContract:
    """A second person lets it be signed; nobody who drafted, wrote an obligation of it or offered it. Raises Conflict(own_work, not_allowed_now)."""
    _hold_to_approve(session, actor, contract)
    contract.approved_by_id, contract.approved_at = actor.user_id, clock.now()
    session.flush()
    log_transition(session, actor, CONTRACT_LIFECYCLE.name, contract.id, "approve", contract.state, contract.state)
    record_act(session, actor, "approve contract", "social_contract", contract.id)
    record(session, actor, ContractApproved(contract.id, contract.jobseeker_id))
    return contract


def return_contract(session: Session, actor: Actor, contract: SocialContract, *, reason: str) -> SocialContract:
    """The approver gives it back to be written otherwise. Raises InvalidInput without a reason, Conflict(own_work, not_allowed_now)."""
    _hold_to_approve(session, actor, contract)
    contract.return_reason, contract.offered_by_id = checked_reason(reason), None
    move(session, actor, contract, CONTRACT_LIFECYCLE, "return")
    return contract


def begin_contract(session: Session, actor: Actor, contract: SocialContract) -> None:
    """A signed contract is in force from its first day; before that day nothing happens."""
    if contract.state is ContractState.SIGNED and contract.starts_on <= clock.today():
        move(session, actor, contract, CONTRACT_LIFECYCLE, "begin")


def begin_contracts(session: Session) -> int:
    """What runs each night: those whose first day has come."""
    due = select(SocialContract).where(SocialContract.state == ContractState.SIGNED, SocialContract.starts_on <= clock.today())
    found = session.scalars(due.with_for_update()).all()
    for contract in found:
        begin_contract(session, system_actor("begin_contracts"), contract)
    return len(found)


def end_contract(session: Session, actor: Actor, contract: SocialContract, *, reason: ContractEnd) -> SocialContract:
    """End it with a reason, whatever its state; the case may get another one. Raises Conflict when it has ended."""
    _require_keeper(actor, contract.case)
    hold(session, contract)
    _end(session, actor, contract, reason)
    record_act(session, actor, "end contract", "social_contract", contract.id, reason=reason.value)
    return contract


def forget_contract_words(session: Session, case_ids: Iterable[int]) -> None:
    """The person is erased: words go, dates, states and who approved stay, and a contract that has not ended ends."""
    for contract in session.scalars(select(SocialContract).where(SocialContract.case_id.in_(list(case_ids)))):
        contract.return_reason = ""
        for one in contract.obligations:
            one.what, one.reason = "", ERASED if one.state is StepState.DROPPED else ""
        if contract.state is not ContractState.ENDED:
            _end(session, system_actor("forget_contract_words"), contract, ContractEnd.ERASED)


def _obligation(contract: SocialContract, actor: Actor, facts: StepFacts) -> Obligation:
    made = Obligation(contract_id=contract.id, jobseeker_id=contract.jobseeker_id, region_code=contract.region_code, state=StepState.OPEN)
    made.what, made.doer, made.due_on = facts.what.strip(), facts.doer, facts.due_on  # type: ignore[assignment]
    made.written_by_id = actor.user_id  # type: ignore[assignment]
    return made


def _end(session: Session, actor: Actor, contract: SocialContract, reason: ContractEnd) -> None:
    CONTRACT_LIFECYCLE.after(contract.state, "end")
    contract.ended_on, contract.end_reason = clock.today(), reason
    move(session, actor, contract, CONTRACT_LIFECYCLE, "end", reason=reason.value)
    record(session, actor, ContractEnded(contract.id, contract.jobseeker_id, reason.value))


def _hold_draft(session: Session, actor: Actor, contract: SocialContract) -> None:
    _require_keeper(actor, contract.case)
    hold(session, contract)
    if contract.state is not ContractState.DRAFT:
        raise Conflict(NOT_ALLOWED_NOW)


def _hold_to_approve(session: Session, actor: Actor, contract: SocialContract) -> None:
    if not access.may_approve(actor, contract):
        raise NotFound
    hold(session, contract)
    if contract.state is not ContractState.OFFERED or contract.approved_by_id is not None:
        raise Conflict(NOT_ALLOWED_NOW)
    if actor.user_id in {contract.prepared_by_id, contract.offered_by_id, *(one.written_by_id for one in contract.obligations)}:
        raise Conflict(texts.OWN_WORK)


def _require_keeper(actor: Actor, case: Case) -> None:
    if not access.may_keep(actor, case):
        raise NotFound
