"""Connect an agency: its own application, an administrator's command, and the licence it asks for anew."""

from dataclasses import dataclass
from datetime import date

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.credentials import NO_PASSWORD
from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import clean_address
from labour_exchange.accounts.queries import user_with_email
from labour_exchange.accounts.rules.identifiers import is_bin
from labour_exchange.accounts.texts import ADDRESS_TAKEN
from labour_exchange.agencies import access, texts
from labour_exchange.agencies.models import Agency, AgencyMember, Licence
from labour_exchange.agencies.operations.licences import move_licence
from labour_exchange.agencies.states import LICENCE_LIFECYCLE, LicenceState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.errors import NOT_ALLOWED_NOW, Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE
from labour_exchange.territory.queries import is_region


@dataclass(frozen=True, slots=True)
class ConnectionFacts:
    """What an agency says of itself when it applies: who it is, which licence it has and until when it asks to work, whom to call."""

    bin: str
    name: str
    region_code: str
    licence_number: str
    asked_until_on: date | None = None
    contact_name: str = ""
    contact_phone: str = ""


def apply_for_connection(session: Session, actor: Actor, user: User, facts: ConnectionFacts) -> Agency:
    """Open the agency of a user who has just signed up; its licence waits for the ministry.

    Raises InvalidInput, Conflict(bin_taken, licence_taken).
    """
    if actor.kind is not ActorKind.SYSTEM or user.kind is not ActorKind.AGENCY:
        raise NotFound
    errors = _errors(facts)
    if facts.asked_until_on is None or facts.asked_until_on <= clock.today():
        errors.append(FieldError("asked_until_on", texts.PERIOD_WRONG))
    if not facts.contact_name.strip():
        errors.append(FieldError("contact_name", texts.CONTACT_MISSING))
    if errors:
        raise InvalidInput(errors)
    return _open(session, facts, user)


def connect_agency(session: Session, actor: Actor, *, bin: str, name: str, region_code: str, licence_number: str, user: User | None = None) -> Agency:
    """Open an agency that has applied for a licence on paper. Raises InvalidInput, Conflict(bin_taken, licence_taken)."""
    if not access.may_license(actor):
        raise NotFound
    facts = ConnectionFacts(bin, name, region_code, licence_number)
    errors = _errors(facts)
    if errors:
        raise InvalidInput(errors)
    return _open(session, facts, user)


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


def apply_for_licence(session: Session, actor: Actor, agency: Agency, licence: Licence, *, number: str, asked_until_on: date) -> Licence:
    """Ask for a later end of a licence in force, or apply anew after a refusal, an expiry or a withdrawal.

    A suspended one is the ministry's to restore.

    Raises InvalidInput, Conflict(licence_taken, not_allowed_now).
    """
    if not access.may_keep(actor, agency) or licence.agency_id != agency.id:
        raise NotFound
    is_new = LICENCE_LIFECYCLE.allows(licence.state, "apply_again")
    if not is_new and licence.state is not LicenceState.GRANTED:
        raise Conflict(NOT_ALLOWED_NOW)
    errors = [] if number.strip() else [FieldError("number", texts.LICENCE_MISSING)]
    if asked_until_on <= (licence.expires_on if licence.state is LicenceState.GRANTED and licence.expires_on else clock.today()):
        errors.append(FieldError("asked_until_on", texts.PERIOD_WRONG if is_new else texts.PERIOD_NOT_LATER))
    if errors:
        raise InvalidInput(errors)
    try:
        with session.begin_nested():
            licence.number, licence.asked_until_on = number.strip(), asked_until_on
            session.flush()
    except IntegrityError:
        raise Conflict(texts.LICENCE_TAKEN, field="number") from None
    if is_new:
        licence.reason, licence.granted_on, licence.expires_on = "", None, None
        move_licence(session, actor, licence, "apply_again", "")
    record_act(session, actor, "apply for a licence", "licence", licence.id)
    return licence


def _errors(facts: ConnectionFacts) -> list[FieldError]:
    return [
        FieldError(field, message)
        for field, message, is_right in (
            ("bin", texts.BIN_WRONG, is_bin(facts.bin)),
            ("name", texts.NAME_MISSING, facts.name.strip()),
            ("region_code", texts.REGION_UNKNOWN, is_region(facts.region_code)),
            ("licence_number", texts.LICENCE_MISSING, facts.licence_number.strip()),
        )
        if not is_right
    ]


def _open(session: Session, facts: ConnectionFacts, user: User | None) -> Agency:
    number = facts.licence_number.strip()
    if session.scalar(select(Agency.id).where(Agency.bin == facts.bin)):
        raise Conflict(texts.BIN_TAKEN, field="bin")
    if session.scalar(select(Licence.id).where(Licence.number == number)):
        raise Conflict(texts.LICENCE_TAKEN, field="licence_number")
    agency = Agency(
        bin=facts.bin,
        name=facts.name.strip(),
        region_code=facts.region_code,
        contact_name=facts.contact_name.strip(),
        contact_phone=facts.contact_phone.strip(),
        created_at=clock.now(),
    )
    session.add(agency)
    session.flush()
    session.add(Licence(agency_id=agency.id, number=number, state=LicenceState.APPLIED, asked_until_on=facts.asked_until_on))
    if user:
        session.add(AgencyMember(user_id=user.id, agency_id=agency.id))
    session.flush()
    return agency
