"""Find an agency, its licence, its people, its mandates and the complaints about it."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import ColumnElement, Select, any_, func, literal, or_, select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.agencies import access
from labour_exchange.agencies.models import Agency, AgencyMember, Complaint, Licence, Mandate, MandateRequest
from labour_exchange.agencies.rules import is_in_force, mandate_allows
from labour_exchange.agencies.states import LicenceState, RequestState
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


def is_agency_in_force(session: Session, agency_id: int) -> bool:
    """Whether the agency's licence allows it to work today."""
    licence = licence_of(session, agency_id)
    return licence is not None and is_in_force(licence.state, licence.granted_on, licence.expires_on, clock.today())


def may_act_for(session: Session, agency_id: int, employer_id: int, scope: str, today: date) -> bool:
    """Whether the agency holds a licence in force and a mandate of this employer for this scope today."""
    return session.scalar(employers_acted_for(agency_id, scope, today).where(Mandate.employer_id == employer_id).limit(1)) is not None


def employers_acted_for(agency_id: int | None, scope: str | None = None, today: date | None = None) -> Select[tuple[int]]:
    """Ids of the employers for whom the agency may act today, in the scope or in any: a licence in force and a mandate that stands.

    The one statement behind every list and every act of an agency, the same as the rules `is_in_force` and `mandate_allows`.
    """
    day = today or clock.today()
    wanted = select(Mandate.employer_id).where(
        holds_licence(agency_id, day),
        Mandate.agency_id == agency_id,
        Mandate.given_on <= day,
        or_(Mandate.until_on.is_(None), Mandate.until_on >= day),
        or_(Mandate.withdrawn_on.is_(None), Mandate.withdrawn_on > day),
    )
    return wanted.where(literal(str(scope)) == any_(Mandate.scopes)) if scope else wanted


def holds_licence(agency_id: int | None, today: date) -> ColumnElement[bool]:
    """Whether the agency's licence is in force today, as a condition of a select: the same as the rule `is_in_force`."""
    held = select(Licence.id).where(Licence.agency_id == agency_id, Licence.state == LicenceState.GRANTED, Licence.granted_on <= today)
    return held.where(or_(Licence.expires_on.is_(None), Licence.expires_on >= today)).exists()


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


def mandates_ending(session: Session, today: date, within: int) -> list[MandateRow]:
    """Mandates that stand and end within so many days."""
    ending = Mandate.until_on.is_not(None) & (Mandate.until_on >= today) & (Mandate.until_on - today <= within)
    return _rows(session, _mandates().where(ending, Mandate.withdrawn_on.is_(None)))


def licences_ending(session: Session, today: date, within: int) -> list[Licence]:
    """Licences in force that end within so many days."""
    ending = (Licence.expires_on >= today) & (Licence.expires_on - today <= within)
    return list(session.scalars(select(Licence).where(Licence.state == LicenceState.GRANTED, ending).order_by(Licence.id)))


def colleagues_of(session: Session, agency_id: int) -> list[tuple[AgencyMember, User]]:
    """Who acts for an agency, with the sign-in of each."""
    wanted = select(AgencyMember, User).join(User, User.id == AgencyMember.user_id).where(AgencyMember.agency_id == agency_id)
    return [(row[0], row[1]) for row in session.execute(wanted.order_by(AgencyMember.id))]


def member_of(session: Session, agency_id: int, user_public_id: str) -> AgencyMember:
    """Raises NotFound."""
    wanted = select(AgencyMember).join(User, User.id == AgencyMember.user_id)
    found = session.scalars(wanted.where(AgencyMember.agency_id == agency_id, User.public_id == user_public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def requests_of_agency(session: Session, agency_id: int, limit: int = 100) -> list[tuple[MandateRequest, Employer]]:
    """What the agency asked for, the latest first."""
    wanted = select(MandateRequest, Employer).join(Employer, Employer.id == MandateRequest.employer_id).where(MandateRequest.agency_id == agency_id)
    return [(row[0], row[1]) for row in session.execute(wanted.order_by(MandateRequest.id.desc()).limit(limit))]


def requests_to_employer(session: Session, employer_id: int) -> list[tuple[MandateRequest, Agency]]:
    """What waits for the employer's answer, the oldest first."""
    wanted = select(MandateRequest, Agency).join(Agency, Agency.id == MandateRequest.agency_id)
    waiting = wanted.where(MandateRequest.employer_id == employer_id, MandateRequest.state == RequestState.ASKED)
    return [(row[0], row[1]) for row in session.execute(waiting.order_by(MandateRequest.id))]


def request_of(session: Session, public_id: str, *, employer_id: int | None = None, agency_id: int | None = None) -> MandateRequest:
    """One question of this agency or to this employer; raises NotFound."""
    wanted = select(MandateRequest).where(MandateRequest.public_id == public_id)
    wanted = wanted.where(MandateRequest.employer_id == employer_id if employer_id is not None else MandateRequest.agency_id == agency_id)
    found = session.scalars(wanted).one_or_none()
    if found is None:
        raise NotFound
    return found


def complaints_for(session: Session, actor: Actor, *, agency_id: int | None = None, limit: int = 200) -> list[tuple[Complaint, Agency]]:
    """Complaints the actor may read, the latest first."""
    wanted = access.visible_complaints(actor, select(Complaint)).join(Agency, Agency.id == Complaint.agency_id).add_columns(Agency)
    if agency_id is not None:
        wanted = wanted.where(Complaint.agency_id == agency_id)
    return [(row[0], row[1]) for row in session.execute(wanted.order_by(Complaint.id.desc()).limit(limit))]


def complaint_for(session: Session, actor: Actor, public_id: str) -> Complaint:
    """One complaint the actor may read; raises NotFound."""
    found = session.scalars(access.visible_complaints(actor, select(Complaint)).where(Complaint.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def agencies_named(session: Session, words: str, limit: int = 20) -> list[Agency]:
    """Agencies that were ever connected, in whose name every typed word stands."""
    wanted = select(Agency).where(Agency.connected_on.is_not(None))
    for word in words.split()[:6]:
        wanted = wanted.where(func.lower(Agency.name).contains(word.lower(), autoescape=True))
    return list(session.scalars(wanted.order_by(Agency.name, Agency.id).limit(limit)))


def _mandates() -> Select[tuple[Mandate, Agency, Employer]]:
    wanted = select(Mandate, Agency, Employer).join(Agency, Agency.id == Mandate.agency_id).join(Employer, Employer.id == Mandate.employer_id)
    return wanted.order_by(Mandate.id.desc())


def _rows(session: Session, wanted: Select[tuple[Mandate, Agency, Employer]]) -> list[MandateRow]:
    today = clock.today()
    found = session.execute(wanted)
    return [MandateRow(one, agency, employer, _is_open(one, today)) for one, agency, employer in found]


def _is_open(one: Mandate, today: date) -> bool:
    return any(mandate_allows(one.scopes, scope, one.given_on, one.until_on, one.withdrawn_on, today) for scope in one.scopes)
