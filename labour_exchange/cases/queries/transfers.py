"""Transfers of a person, those that come to an office's region or leave it, and what the receiving office may know before it decides."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.cases.access import may_receive, visible_transfers
from labour_exchange.cases.models import Case, CaseTransfer, Plan, PlanStep, SocialContract
from labour_exchange.cases.states import StepState, TransferState
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.models import Jobseeker, Registration

LOADED = (joinedload(CaseTransfer.from_office), joinedload(CaseTransfer.to_office))


@dataclass(frozen=True, slots=True)
class Arrival:
    """Who asks to come and what comes along; read before the person is of the region, so no more than the decision needs."""

    name: str
    registered_on: date | None
    has_case: bool
    open_steps: int
    has_contract: bool


def transfer_for(session: Session, actor: Actor, public_id: str) -> CaseTransfer:
    """Raises NotFound for a transfer between other regions, or of another person."""
    wanted = visible_transfers(actor, select(CaseTransfer)).options(*LOADED).where(CaseTransfer.public_id == public_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def arriving(actor: Actor) -> Select[tuple[CaseTransfer]]:
    """What waits for a decision of the actor's region, the oldest first."""
    wanted = visible_transfers(actor, select(CaseTransfer)).options(*LOADED)
    return wanted.where(CaseTransfer.state == TransferState.PROPOSED, CaseTransfer.to_region == actor.region_code).order_by(CaseTransfer.id)


def leaving(actor: Actor) -> Select[tuple[CaseTransfer]]:
    """What the actor's region has asked of others, and those that left."""
    wanted = visible_transfers(actor, select(CaseTransfer)).options(*LOADED, joinedload(CaseTransfer.jobseeker))
    return wanted.where(CaseTransfer.from_region == actor.region_code)


def count_arriving(session: Session, actor: Actor) -> int:
    wanted = arriving(actor).order_by(None).with_only_columns(CaseTransfer.id)
    return session.scalar(select(func.count()).select_from(wanted.subquery())) or 0


def transfers_of(session: Session, actor: Actor, jobseeker_id: int) -> list[CaseTransfer]:
    """Those of one person that the actor may see, the latest first."""
    wanted = visible_transfers(actor, select(CaseTransfer)).options(*LOADED).where(CaseTransfer.jobseeker_id == jobseeker_id)
    return list(session.scalars(wanted.order_by(CaseTransfer.id.desc())))


def has_open_transfer(session: Session, jobseeker_id: int) -> bool:
    wanted = select(CaseTransfer.id).where(CaseTransfer.jobseeker_id == jobseeker_id, CaseTransfer.state == TransferState.PROPOSED)
    return session.scalar(wanted.limit(1)) is not None


def arrival(session: Session, actor: Actor, transfer: CaseTransfer) -> Arrival:
    """Only for the region that is asked, while it is asked. The exchange reads it: the person is still the other region's."""
    if not may_receive(actor, transfer) or transfer.state is not TransferState.PROPOSED:
        raise NotFound
    who = transfer.jobseeker_id
    steps = select(func.count(PlanStep.id)).join(Plan, Plan.id == PlanStep.plan_id).join(Case, Case.id == Plan.case_id)
    contract = select(SocialContract.id).where(SocialContract.jobseeker_id == who, SocialContract.ended_on.is_(None))
    register = select(Registration.registered_on).where(Registration.jobseeker_id == who, Registration.ended_on.is_(None))
    with acting_as(session, system_actor("arrival")):
        name = session.execute(select(Jobseeker.family_name, Jobseeker.given_name, Jobseeker.patronymic).where(Jobseeker.id == who)).one()
        return Arrival(
            name=" ".join(part for part in (name.family_name, name.given_name, name.patronymic) if part),
            registered_on=session.scalar(register),
            has_case=session.scalar(select(Case.id).where(Case.jobseeker_id == who, Case.closed_on.is_(None))) is not None,
            open_steps=session.scalar(steps.where(Case.jobseeker_id == who, Case.closed_on.is_(None), PlanStep.state == StepState.OPEN)) or 0,
            has_contract=session.scalar(contract.limit(1)) is not None,
        )
