"""Find an agency, its licence and its mandates."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency, Licence, Mandate
from labour_exchange.agencies.rules import is_in_force, mandate_allows
from labour_exchange.agencies.states import LicenceState
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NotFound


@dataclass(frozen=True, slots=True)
class MandateRow:
    """A mandate with both sides, and whether it allows anything today."""

    mandate: Mandate
    agency: Agency
    employer: Employer
    is_open: bool


def agency_by_public_id(session: Session, public_id: str) -> Agency:
    """Raises NotFound."""
    found = session.scalars(select(Agency).where(Agency.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def agency_by_bin(session: Session, bin: str) -> Agency | None:
    return session.scalars(select(Agency).where(Agency.bin == bin)).one_or_none()


def own_agency(session: Session, actor: Actor) -> Agency:
    """The agency that the actor works for; raises NotFound for everybody else."""
    found = session.get(Agency, actor.organisation_id) if actor.kind is ActorKind.AGENCY and actor.organisation_id else None
    if found is None:
        raise NotFound
    return found


def agencies_with_licences(session: Session) -> list[tuple[Agency, Licence | None]]:
    """Every agency by name, each with its latest licence."""
    latest = select(Licence).ext(distinct_on(Licence.agency_id)).order_by(Licence.agency_id, Licence.id.desc()).subquery()
    wanted = select(Agency, Licence).outerjoin(latest, latest.c.agency_id == Agency.id).outerjoin(Licence, Licence.id == latest.c.id)
    return [(agency, licence) for agency, licence in session.execute(wanted.order_by(Agency.name, Agency.id))]


def agencies_in_force(session: Session) -> list[Agency]:
    """Agencies an employer may give a mandate to today, by name."""
    today = clock.today()
    granted = select(Licence).where(Licence.state == LicenceState.GRANTED, Licence.granted_on <= today)
    ids = {one.agency_id for one in session.scalars(granted) if is_in_force(one.state, one.granted_on, one.expires_on, today)}
    return list(session.scalars(select(Agency).where(Agency.id.in_(ids)).order_by(Agency.name, Agency.id)))


def licence_of(session: Session, agency_id: int) -> Licence | None:
    return session.scalars(select(Licence).where(Licence.agency_id == agency_id).order_by(Licence.id.desc()).limit(1)).one_or_none()


def may_act_for(session: Session, agency_id: int, employer_id: int, scope: str, today: date) -> bool:
    """Whether the agency holds a licence in force and a mandate of this employer for this scope today."""
    licence = licence_of(session, agency_id)
    if licence is None or not is_in_force(licence.state, licence.granted_on, licence.expires_on, today):
        return False
    mandates = session.scalars(select(Mandate).where(Mandate.agency_id == agency_id, Mandate.employer_id == employer_id))
    return any(mandate_allows(one.scopes, scope, one.given_on, one.until_on, one.withdrawn_on, today) for one in mandates)


def mandated_employers(session: Session, agency_id: int, scope: str, today: date) -> frozenset[int]:
    """Ids of the employers whose mandate allows the agency this today; whether its licence is in force is another question."""
    mandates = session.scalars(select(Mandate).where(Mandate.agency_id == agency_id, Mandate.withdrawn_on.is_(None)))
    allowing = (one for one in mandates if mandate_allows(one.scopes, scope, one.given_on, one.until_on, one.withdrawn_on, today))
    return frozenset(one.employer_id for one in allowing)


def mandates_of_employer(session: Session, employer_id: int) -> list[MandateRow]:
    """Every mandate the employer ever gave, the newest first."""
    return _rows(session, _mandates().where(Mandate.employer_id == employer_id))


def mandates_of_agency(session: Session, agency_id: int) -> list[MandateRow]:
    """Every mandate the agency ever had, the newest first."""
    return _rows(session, _mandates().where(Mandate.agency_id == agency_id))


def mandate_of_employer(session: Session, employer_id: int, public_id: str) -> Mandate:
    """One mandate this employer gave; raises NotFound."""
    found = session.scalars(select(Mandate).where(Mandate.employer_id == employer_id, Mandate.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def _mandates() -> Select[tuple[Mandate, Agency, Employer]]:
    wanted = select(Mandate, Agency, Employer).join(Agency, Agency.id == Mandate.agency_id).join(Employer, Employer.id == Mandate.employer_id)
    return wanted.order_by(Mandate.id.desc())


def _rows(session: Session, wanted: Select[tuple[Mandate, Agency, Employer]]) -> list[MandateRow]:
    today = clock.today()
    found = session.execute(wanted)
    return [MandateRow(one, agency, employer, _is_open(one, today)) for one, agency, employer in found]


def _is_open(one: Mandate, today: date) -> bool:
    return any(mandate_allows(one.scopes, scope, one.given_on, one.until_on, one.withdrawn_on, today) for scope in one.scopes)
