"""Find an agency, its licence and its mandates."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency, Licence, Mandate
from labour_exchange.agencies.rules import is_in_force, mandate_allows
from labour_exchange.foundation.errors import NotFound


def agency_by_public_id(session: Session, public_id: str) -> Agency:
    """Raises NotFound."""
    found = session.scalars(select(Agency).where(Agency.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def agencies_with_licences(session: Session) -> list[tuple[Agency, Licence | None]]:
    """Every agency by name, each with its latest licence."""
    latest = select(Licence).distinct(Licence.agency_id).order_by(Licence.agency_id, Licence.id.desc()).subquery()
    wanted = select(Agency, Licence).outerjoin(latest, latest.c.agency_id == Agency.id).outerjoin(Licence, Licence.id == latest.c.id)
    return [(agency, licence) for agency, licence in session.execute(wanted.order_by(Agency.name, Agency.id))]


def licence_of(session: Session, agency_id: int) -> Licence | None:
    return session.scalars(select(Licence).where(Licence.agency_id == agency_id).order_by(Licence.id.desc()).limit(1)).one_or_none()


def may_act_for(session: Session, agency_id: int, employer_id: int, scope: str, today: date) -> bool:
    """Whether the agency holds a licence in force and a mandate of this employer for this scope today."""
    licence = licence_of(session, agency_id)
    if licence is None or not is_in_force(licence.state, licence.granted_on, licence.expires_on, today):
        return False
    mandates = session.scalars(select(Mandate).where(Mandate.agency_id == agency_id, Mandate.employer_id == employer_id))
    return any(mandate_allows(one.scopes, scope, one.given_on, one.until_on, one.withdrawn_on, today) for one in mandates)


def mandates_of_employer(session: Session, employer_id: int) -> list[tuple[Mandate, Agency]]:
    wanted = select(Mandate, Agency).join(Agency, Agency.id == Mandate.agency_id).where(Mandate.employer_id == employer_id).order_by(Mandate.id)
    return [(mandate, agency) for mandate, agency in session.execute(wanted)]
