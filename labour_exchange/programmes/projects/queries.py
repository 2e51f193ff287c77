"""Projects the actor may see, who works in them, and their payments."""

from collections.abc import Iterable

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.programmes.access import visible_of_projects, visible_projects
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.projects.models import Project, ProjectPayment
from labour_exchange.programmes.projects.states import ProjectState
from labour_exchange.programmes.states import OPEN_ENROLMENTS, TOOK_PART, PaymentState


def project_for(session: Session, actor: Actor, public_id: str) -> Project:
    """Raises NotFound."""
    found = session.scalars(_projects(actor).where(Project.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def projects(actor: Actor) -> Select[tuple[Project]]:
    """Those the actor sees, the latest first."""
    return _projects(actor).order_by(Project.id.desc())


def projects_to_approve(actor: Actor) -> Select[tuple[Project]]:
    """What others prepared."""
    return _projects(actor).where(Project.state == ProjectState.PREPARED, Project.prepared_by_id != actor.user_id).order_by(Project.id)


def projects_open_for(session: Session, actor: Actor, enrolment: Enrolment) -> list[Project]:
    """Approved projects of the region and the measure that have a job free."""
    wanted = _projects(actor).where(Project.state == ProjectState.APPROVED, Project.measure_id == enrolment.measure_id)
    found = session.scalars(wanted.where(Project.region_code == enrolment.region_code).order_by(Project.id)).all()
    taken = jobs_taken(session, [one.id for one in found])
    return [one for one in found if taken.get(one.id, 0) < one.jobs_planned]


def jobs_taken(session: Session, project_ids: Iterable[int]) -> dict[int, int]:
    """How many people are or will be in each project, and how many have been."""
    states = {*OPEN_ENROLMENTS, *TOOK_PART}
    wanted = select(Enrolment.project_id, func.count()).where(Enrolment.project_id.in_(list(project_ids)), Enrolment.state.in_(states))
    return {row[0]: row[1] for row in session.execute(wanted.group_by(Enrolment.project_id))}


def people_of(session: Session, project: Project) -> list[Enrolment]:
    """People employed by a project, and those who will be."""
    wanted = select(Enrolment).options(joinedload(Enrolment.jobseeker)).where(Enrolment.project_id == project.id)
    return list(session.scalars(wanted.order_by(Enrolment.id)))


def employed_by(session: Session, project: Project) -> int:
    """How many have begun to work in it."""
    wanted = select(func.count()).select_from(Enrolment).where(Enrolment.project_id == project.id, Enrolment.state.in_(TOOK_PART))
    return session.scalar(wanted) or 0


def payments_of_project(session: Session, project: Project) -> list[ProjectPayment]:
    return list(session.scalars(select(ProjectPayment).where(ProjectPayment.project_id == project.id).order_by(ProjectPayment.id)))


def project_payment_for(session: Session, actor: Actor, public_id: str) -> ProjectPayment:
    """Raises NotFound."""
    wanted = visible_of_projects(actor, select(ProjectPayment).options(joinedload(ProjectPayment.project)), ProjectPayment)
    found = session.scalars(wanted.where(ProjectPayment.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def waiting_for_payment(session: Session, project: Project) -> int:
    """Tenge that wait for a second person."""
    wanted = select(func.coalesce(func.sum(ProjectPayment.amount), 0)).where(ProjectPayment.project_id == project.id)
    return int(session.scalar(wanted.where(ProjectPayment.state == PaymentState.PREPARED)) or 0)


def _projects(actor: Actor) -> Select[tuple[Project]]:
    return visible_projects(actor, select(Project).options(joinedload(Project.measure)))
