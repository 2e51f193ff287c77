"""Register, change, verify and refuse employers."""

from sqlalchemy import select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.accounts.models import User
from labour_exchange.accounts.rules.identifiers import is_bin
from labour_exchange.employers import access, texts
from labour_exchange.employers.events import EmployerRefused, EmployerRegistered, EmployerVerified
from labour_exchange.employers.models import Employer, EmployerMember, MemberRole
from labour_exchange.employers.rules import is_web_address
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE, EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.territory.queries import is_region


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
    errors = [] if name.strip() else [FieldError("name", texts.NAME_MISSING)]
    if website.strip() and not is_web_address(website.strip()):
        errors.append(FieldError("website", texts.WEBSITE_WRONG))
    if errors:
        raise InvalidInput(errors)
    employer.name, employer.about, employer.website, employer.industry_code = name.strip(), about.strip(), website.strip(), industry_code
    try:
        session.flush()
    except StaleDataError:
        raise StaleVersion from None
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
    if not reason.strip():
        raise InvalidInput([FieldError("reason", texts.REFUSAL_REASON_MISSING)])
    move(session, actor, employer, EMPLOYER_LIFECYCLE, "refuse", reason=reason)
    record_act(session, actor, "refuse employer", "employer", employer.id, reason=reason)
    record(session, actor, EmployerRefused(employer.id))
    return employer
