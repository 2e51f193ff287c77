"""Find the plan of a case, its steps and its earlier texts; and whether a person has one that is agreed."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.cases.access import visible_plans
from labour_exchange.cases.models import Case, Plan, PlanRevision, PlanStep
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound


def plan_of(session: Session, actor: Actor, case: Case) -> Plan | None:
    """The plan of a case, as far as the actor may see it."""
    return session.scalars(visible_plans(actor, select(Plan)).where(Plan.case_id == case.id)).one_or_none()


def plan_for(session: Session, actor: Actor, case: Case) -> Plan:
    """Raises NotFound when the case has no plan or is not this actor's."""
    found = plan_of(session, actor, case)
    if found is None:
        raise NotFound
    return found


def step_for(session: Session, plan: Plan, public_id: str) -> PlanStep:
    """Raises NotFound for a step of another plan."""
    found = session.scalars(select(PlanStep).where(PlanStep.plan_id == plan.id, PlanStep.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def revisions_of(session: Session, plan: Plan) -> list[PlanRevision]:
    """Each text the plan has had, the present one first."""
    wanted = select(PlanRevision).options(joinedload(PlanRevision.written_by)).where(PlanRevision.plan_id == plan.id)
    return list(session.scalars(wanted.order_by(PlanRevision.revision.desc())))


def agreed_plan_id(session: Session, jobseeker_id: int) -> int | None:
    """The plan of the person's open case, when they have agreed to what it says now."""
    wanted = select(Plan.id).join(Case, Case.id == Plan.case_id).where(Case.jobseeker_id == jobseeker_id, Case.closed_on.is_(None))
    return session.scalar(wanted.where(Plan.agreed_revision == Plan.revision))
