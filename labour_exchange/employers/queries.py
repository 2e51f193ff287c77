"""Find an employer, its places of work and those who wait to be checked."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.models import User
from labour_exchange.employers import access
from labour_exchange.employers.models import Employer, EmployerClaim, EmployerMember, Establishment
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


def colleagues_of(session: Session, employer_id: int) -> list[tuple[EmployerMember, User]]:
    """Who acts for an employer, with the sign-in of each."""
    wanted = select(EmployerMember, User).join(User, User.id == EmployerMember.user_id).where(EmployerMember.employer_id == employer_id)
    return [(row[0], row[1]) for row in session.execute(wanted.order_by(EmployerMember.id))]


def member_of(session: Session, employer_id: int, user_public_id: str) -> EmployerMember:
    """Raises NotFound."""
    wanted = select(EmployerMember).join(User, User.id == EmployerMember.user_id)
    found = session.scalars(wanted.where(EmployerMember.employer_id == employer_id, User.public_id == user_public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def role_of(session: Session, actor: Actor, employer_id: int) -> str | None:
    """Owner, staff or, for everybody else, None."""
    return session.scalar(select(EmployerMember.role).where(EmployerMember.user_id == actor.user_id, EmployerMember.employer_id == employer_id))


def establishment_of(session: Session, employer_id: int, public_id: str) -> Establishment:
    """Raises NotFound."""
    found = session.scalars(select(Establishment).where(Establishment.employer_id == employer_id, Establishment.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def employer_to_verify(session: Session, actor: Actor, public_id: str) -> Employer:
    """An employer that the actor's office checks, whatever its state; raises NotFound."""
    found = session.scalars(select(Employer).where(Employer.public_id == public_id, Employer.bin.is_not(None))).one_or_none()
    if found is None or not access.may_verify(actor, found):
        raise NotFound
    return found


def unclaimed_employers(session: Session, name: str, limit: int = 20) -> list[Employer]:
    """Employers known from advertisements only, in whose name every typed word stands."""
    words = name.split()
    if not words:
        return []
    wanted = select(Employer).where(Employer.state == EmployerState.UNCLAIMED)
    for word in words[:6]:
        wanted = wanted.where(func.lower(Employer.name).contains(word.lower(), autoescape=True))
    return list(session.scalars(wanted.order_by(Employer.name, Employer.id).limit(limit)))


def unclaimed_employer(session: Session, public_id: str) -> Employer:
    """Raises NotFound."""
    found = employer_by_public_id(session, public_id)
    if found.state is not EmployerState.UNCLAIMED:
        raise NotFound
    return found


def claims_of(session: Session, claimant_id: int) -> list[EmployerClaim]:
    """What an employer has claimed, the latest first."""
    wanted = select(EmployerClaim).where(EmployerClaim.claimant_id == claimant_id).options(joinedload(EmployerClaim.employer))
    return list(session.scalars(wanted.order_by(EmployerClaim.id.desc())))


def claims_to_decide(region_code: str) -> Select[tuple[EmployerClaim]]:
    """Claims of a region's employers that wait for its office, oldest first when paged by id."""
    wanted = select(EmployerClaim).join(Employer, Employer.id == EmployerClaim.claimant_id)
    return wanted.where(Employer.region_code == region_code, EmployerClaim.decided_at.is_(None))


def claim_to_decide(session: Session, actor: Actor, public_id: str) -> EmployerClaim:
    """Raises NotFound."""
    wanted = select(EmployerClaim).where(EmployerClaim.public_id == public_id)
    found = session.scalars(wanted.options(joinedload(EmployerClaim.employer), joinedload(EmployerClaim.claimant))).one_or_none()
    if found is None or not access.may_verify(actor, found.claimant):
        raise NotFound
    return found


def count_rows(session: Session, wanted: Select[tuple[Employer]] | Select[tuple[EmployerClaim]]) -> int:
    """How many there are of a list that is shown in pages."""
    return session.scalar(select(func.count()).select_from(wanted.order_by(None).subquery())) or 0


def registered_employers(session: Session, words: str, limit: int = 20) -> list[Employer]:
    """Employers on the exchange with this BIN, or in whose name every typed word stands."""
    wanted = select(Employer).where(Employer.state.in_([EmployerState.CLAIMED, EmployerState.VERIFIED]))
    bare = "".join(words.split())
    if bare.isdigit():
        return list(session.scalars(wanted.where(Employer.bin == bare)))
    for word in words.split()[:6]:
        wanted = wanted.where(func.lower(Employer.name).contains(word.lower(), autoescape=True))
    return list(session.scalars(wanted.order_by(Employer.name, Employer.id).limit(limit))) if bare else []
