"""Find an employer, its places of work and those who wait to be checked."""

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer, EmployerMember, Establishment
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound


def employer_by_public_id(session: Session, public_id: str) -> Employer:
    """Raises NotFound."""
    found = session.scalars(select(Employer).where(Employer.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def own_employer(session: Session, actor: Actor) -> Employer:
    """The employer that the actor works for; raises NotFound for everybody else."""
    found = session.get(Employer, actor.organisation_id) if actor.organisation_id and actor.kind == "employer" else None
    if found is None:
        raise NotFound
    return found


def establishments_of(session: Session, employer_id: int) -> list[Establishment]:
    wanted = select(Establishment).where(Establishment.employer_id == employer_id, Establishment.is_closed.is_(False)).order_by(Establishment.id)
    return list(session.scalars(wanted))


def employers_to_verify(region_code: str) -> Select[tuple[Employer]]:
    """Employers of a region that nobody has checked, oldest first when paged by id."""
    return select(Employer).where(Employer.region_code == region_code, Employer.state == EmployerState.CLAIMED)


def members_of(session: Session, employer_id: int) -> list[EmployerMember]:
    return list(session.scalars(select(EmployerMember).where(EmployerMember.employer_id == employer_id).order_by(EmployerMember.id)))
