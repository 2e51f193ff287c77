"""Find social contracts: of a case, one by its address, those that wait for an approver, and the obligations that are due."""

from sqlalchemy import Select, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.cases.access import visible_contracts
from labour_exchange.cases.models import Case, Obligation, SocialContract
from labour_exchange.cases.queries.cases import stood_in_for
from labour_exchange.cases.states import ContractState, StepState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound

LOADED = (
    joinedload(SocialContract.case).joinedload(Case.jobseeker),
    joinedload(SocialContract.office),
    joinedload(SocialContract.prepared_by),
    joinedload(SocialContract.approved_by),
)


def contract_for(session: Session, actor: Actor, public_id: str) -> SocialContract:
    """Raises NotFound for a contract that is not this actor's; a person does not see a draft."""
    wanted = visible_contracts(actor, select(SocialContract)).options(*LOADED).where(SocialContract.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def contracts_of(session: Session, actor: Actor, case: Case) -> list[SocialContract]:
    """The contracts of a case, the latest first, as far as the actor may see them."""
    wanted = visible_contracts(actor, select(SocialContract)).options(*LOADED).where(SocialContract.case_id == case.id)
    return list(session.scalars(wanted.order_by(SocialContract.id.desc())))


def obligation_for(session: Session, contract: SocialContract, public_id: str) -> Obligation:
    """Raises NotFound for an obligation of another contract."""
    wanted = select(Obligation).where(Obligation.contract_id == contract.id, Obligation.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def contracts_to_approve(actor: Actor) -> Select[tuple[SocialContract]]:
    """Offered and not approved, in the approver's region, the oldest first."""
    wanted = visible_contracts(actor, select(SocialContract)).options(*LOADED)
    wanted = wanted.where(SocialContract.state == ContractState.OFFERED, SocialContract.approved_by_id.is_(None))
    return wanted.order_by(SocialContract.id)


def obligations_due(actor: Actor, *, is_own: bool) -> Select[tuple[Obligation]]:
    """Open obligations of contracts in force that are due today or overdue; of cases that the actor leads or stands in for, or of the region."""
    wanted = visible_contracts(actor, select(SocialContract)).where(SocialContract.state == ContractState.IN_FORCE)
    due = select(Obligation).where(Obligation.contract_id.in_(wanted.with_only_columns(SocialContract.id)))
    due = due.where(Obligation.state == StepState.OPEN, Obligation.due_on <= clock.today())
    if is_own:
        led = select(Case.id).where(or_(Case.lead_id == actor.user_id, Case.lead_id.in_(stood_in_for(actor))))
        due = due.join(SocialContract, SocialContract.id == Obligation.contract_id).where(SocialContract.case_id.in_(led))
    loaded = joinedload(Obligation.contract).joinedload(SocialContract.case).joinedload(Case.jobseeker)
    return due.options(loaded).order_by(Obligation.due_on, Obligation.id)
