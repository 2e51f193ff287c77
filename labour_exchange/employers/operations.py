"""Register, claim, change, verify and refuse employers; open and close their places of work."""

from dataclasses import dataclass

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.rules.identifiers import is_bin
from labour_exchange.employers import access, texts
from labour_exchange.employers.events import EmployerRefused, EmployerRegistered, EmployerVerified
from labour_exchange.employers.models import Employer, EmployerMember, Establishment, MemberRole
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE, EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.audit import record_act
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle import move
from labour_exchange.territory.queries import is_region


@dataclass(frozen=True, slots=True)
class EstablishmentFacts:
    """A place of work as its employer describes it."""

    name: str
    region_code: str
    district_code: str | None
    address: str
    latitude: float | None = None
    longitude: float | None = None


def register_employer(session: Session, actor: Actor, user: User, *, bin: str, name: str, region_code: str) -> Employer:
    """Open an employer for its first user, who becomes its owner. Raises InvalidInput or Conflict(bin_taken)."""
    errors = []
    if not is_bin(bin):
        errors.append(FieldError("bin", texts.BIN_WRONG))
    if not name.strip():
        errors.append(FieldError("name", texts.NAME_MISSING))
    if not is_region(region_code):
        errors.append(FieldError("region_code", texts.REGION_UNKNOWN))
    if errors:
        raise InvalidInput(errors)
    if session.scalar(select(Employer.id).where(Employer.bin == bin)):
        raise Conflict(texts.BIN_TAKEN, field="bin")
    employer = Employer(bin=bin, name=name.strip(), region_code=region_code, state=EmployerState.CLAIMED, created_at=clock.now())
    session.add(employer)
    session.flush()
    session.add(EmployerMember(user_id=user.id, employer_id=employer.id, role=MemberRole.OWNER))
    record(session, actor, EmployerRegistered(employer.id))
    return employer


def change_employer(
    session: Session, actor: Actor, employer: Employer, *, name: str, about: str, website: str, industry_code: str | None, version: int
) -> Employer:
    """Change what readers see of the employer; raises StaleVersion when somebody else saved first."""
    if not access.may_keep(actor, employer):
        raise NotFound
    if employer.version != version:
        raise StaleVersion
    if not name.strip():
        raise InvalidInput([FieldError("name", texts.NAME_MISSING)])
    employer.name, employer.about, employer.website, employer.industry_code = name.strip(), about, website, industry_code
    session.flush()
    return employer


def verify_employer(session: Session, actor: Actor, employer: Employer, *, reason: str) -> Employer:
    """Say that the BIN was found in the business register and belongs to these people."""
    if not access.may_verify(actor, employer):
        raise NotFound
    move(session, actor, employer, EMPLOYER_LIFECYCLE, "verify", reason=reason)
    record_act(session, actor, "verify employer", "employer", employer.id, reason=reason)
    record(session, actor, EmployerVerified(employer.id))
    return employer


def refuse_employer(session: Session, actor: Actor, employer: Employer, *, reason: str) -> Employer:
    """Say that the BIN does not belong to these people; their vacancies are no longer published."""
    if not access.may_verify(actor, employer):
        raise NotFound
    move(session, actor, employer, EMPLOYER_LIFECYCLE, "refuse", reason=reason)
    record_act(session, actor, "refuse employer", "employer", employer.id, reason=reason)
    record(session, actor, EmployerRefused(employer.id))
    return employer


def open_establishment(session: Session, actor: Actor, employer: Employer, facts: EstablishmentFacts) -> Establishment:
    """Add a place of work; raises InvalidInput."""
    if not access.may_keep(actor, employer):
        raise NotFound
    errors = [] if is_region(facts.region_code) else [FieldError("region_code", texts.REGION_UNKNOWN)]
    if not facts.address.strip():
        errors.append(FieldError("address", texts.PLACE_MISSING))
    if errors:
        raise InvalidInput(errors)
    place = Establishment(
        employer_id=employer.id,
        name=facts.name.strip() or employer.name,
        region_code=facts.region_code,
        district_code=facts.district_code,
        address=facts.address.strip(),
        latitude=facts.latitude,
        longitude=facts.longitude,
    )
    session.add(place)
    session.flush()
    return place


def close_establishment(session: Session, actor: Actor, place: Establishment) -> None:
    """Close a place of work; its vacancies stay as they are until they end."""
    if actor.organisation_id != place.employer_id or not access.may_keep(actor, place.employer):
        raise NotFound
    place.is_closed = True
