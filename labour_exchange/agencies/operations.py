"""Connect an agency; grant, suspend, restore and withdraw its licence; give and take back mandates."""

from datetime import date

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import clean_address
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.rules.identifiers import is_bin
from labour_exchange.accounts.texts import ADDRESS_TAKEN
from labour_exchange.agencies import access, texts
from labour_exchange.agencies.events import LicenceChanged, MandateGiven, MandateWithdrawn
from labour_exchange.agencies.models import Agency, AgencyMember, Licence, Mandate
from labour_exchange.agencies.queries import mandates_of_employer
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, LicenceState
from labour_exchange.employers.access import may_keep
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE
from labour_exchange.territory.queries import is_region


def connect_agency(session: Session, actor: Actor, *, bin: str, name: str, region_code: str, licence_number: str, user: User | None = None) -> Agency:
    """Open an agency that has applied for a licence. Raises InvalidInput, Conflict(bin_taken, licence_taken)."""
    if not access.may_license(actor):
        raise NotFound
    errors = [
        FieldError(field, message)
        for field, message, is_right in (
            ("bin", texts.BIN_WRONG, is_bin(bin)),
            ("name", texts.NAME_MISSING, name.strip()),
            ("region_code", texts.REGION_UNKNOWN, is_region(region_code)),
            ("licence_number", texts.LICENCE_MISSING, licence_number.strip()),
        )
        if not is_right
    ]
    if errors:
        raise InvalidInput(errors)
    if session.scalar(select(Agency.id).where(Agency.bin == bin)):
        raise Conflict(texts.BIN_TAKEN, field="bin")
    if session.scalar(select(Licence.id).where(Licence.number == licence_number.strip())):
        raise Conflict(texts.LICENCE_TAKEN, field="licence_number")
    agency = Agency(bin=bin, name=name.strip(), region_code=region_code, created_at=clock.now())
    session.add(agency)
    session.flush()
    session.add(Licence(agency_id=agency.id, number=licence_number.strip(), state=LicenceState.APPLIED))
    if user:
        session.add(AgencyMember(user_id=user.id, agency_id=agency.id))
    session.flush()
    return agency


def invite_first_user(session: Session, actor: Actor, agency: Agency, *, email: str, language: str = DEFAULT_LANGUAGE) -> User:
    """Open an account without a password for the agency's first user, who sets one by a link. Raises InvalidInput, Conflict(address_taken)."""
    if not access.may_license(actor):
        raise NotFound
    address = clean_address(email)
    if user_with_email(session, address) is not None:
        raise Conflict(ADDRESS_TAKEN, field="email")
    user = User(kind=ActorKind.AGENCY, email=address, password_hash=NO_PASSWORD, display_name=agency.name, language=language, created_at=clock.now())
    session.add(user)
    session.flush()
    session.add(AgencyMember(user_id=user.id, agency_id=agency.id))
    session.flush()
    return user


def grant_licence(session: Session, actor: Actor, licence: Licence, *, expires_on: date) -> Licence:
    """Let the agency work from today until a day; raises InvalidInput when that day is past."""
    _require_licenser(actor)
    if expires_on <= clock.today():
        raise InvalidInput([FieldError("expires_on", texts.PERIOD_WRONG)])
    licence.granted_on, licence.expires_on = clock.today(), expires_on
    _move(session, actor, licence, "grant", "")
    agency = session.get_one(Agency, licence.agency_id)
    agency.connected_on = agency.connected_on or clock.today()
    return licence


def suspend_licence(session: Session, actor: Actor, licence: Licence, *, reason: str) -> Licence:
    """Stop the agency at once; it reads the reason. Raises InvalidInput without one."""
    _require_licenser(actor)
    if not reason.strip():
        raise InvalidInput([FieldError("reason", texts.REASON_MISSING)])
    licence.reason = reason.strip()
    _move(session, actor, licence, "suspend", reason)
    return licence


def restore_licence(session: Session, actor: Actor, licence: Licence, *, reason: str) -> Licence:
    _require_licenser(actor)
    licence.reason = ""
    _move(session, actor, licence, "restore", reason)
    return licence


def expire_licences(session: Session, actor: Actor) -> int:
    """Expire what is past its last day; gives how many. Run daily."""
    wanted = select(Licence).where(Licence.state.in_([LicenceState.GRANTED, LicenceState.SUSPENDED]), Licence.expires_on < clock.today())
    due = list(session.scalars(wanted.with_for_update(skip_locked=True)))
    for licence in due:
        _move(session, actor, licence, "expire", "")
    return len(due)


def give_mandate(session: Session, actor: Actor, employer: Employer, agency: Agency, *, scopes: list[str], until_on: date | None) -> Mandate:
    """Let the agency act for the employer in the named scopes. Raises InvalidInput, Conflict when there is an open one already."""
    if not may_keep(actor, employer):
        raise NotFound
    errors = [] if scopes and set(scopes) <= set(texts.SCOPES) else [FieldError("scopes", texts.SCOPE_UNKNOWN)]
    if until_on is not None and until_on < clock.today():
        errors.append(FieldError("until_on", texts.MANDATE_PERIOD_WRONG))
    if errors:
        raise InvalidInput(errors)
    # One at a time for a pair: the second of two clicks waits here and then finds the first.
    session.scalars(select(Employer.id).where(Employer.id == employer.id).with_for_update())
    if any(one.is_open and one.agency.id == agency.id for one in mandates_of_employer(session, employer.id)):
        raise Conflict(texts.MANDATE_OPEN, field="agency")
    mandate = Mandate(agency_id=agency.id, employer_id=employer.id, scopes=scopes, given_on=clock.today(), until_on=until_on)
    session.add(mandate)
    session.flush()
    record(session, actor, MandateGiven(agency.id, employer.id))
    return mandate


def withdraw_mandate(session: Session, actor: Actor, employer: Employer, mandate: Mandate) -> None:
    """Take a mandate back; from today the agency may do nothing under it. Doing it twice is doing it once."""
    if not may_keep(actor, employer) or mandate.employer_id != employer.id:
        raise NotFound
    if mandate.withdrawn_on is not None:
        return
    mandate.withdrawn_on = clock.today()
    record(session, actor, MandateWithdrawn(mandate.agency_id, employer.id))


def _move(session: Session, actor: Actor, licence: Licence, action: str, reason: str) -> None:
    move(session, actor, licence, LICENCE_LIFECYCLE, action, reason=reason)
    record_act(session, actor, f"{action} licence", "licence", licence.id, reason=reason)
    record(session, actor, LicenceChanged(licence.agency_id, licence.id, licence.state.value))


def _require_licenser(actor: Actor) -> None:
    if not access.may_license(actor):
        raise NotFound
