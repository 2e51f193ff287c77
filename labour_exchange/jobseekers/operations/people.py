"""A person becomes known, changes phone or place, is heard of again; a member of staff is shown an identifier."""

from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import select, update
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.rules.identifiers import is_iin, person_facts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers import access, texts
from labour_exchange.jobseekers.events import JobseekerRegistered
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.jobseekers.rules.contacts import normal_phone, place_problems
from labour_exchange.jobseekers.states import Sex

HEARD_AGAIN_AFTER = timedelta(days=1)
MAY_REGISTER_OTHERS = frozenset({ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.SYSTEM})


@dataclass(frozen=True, slots=True)
class Identifiers:
    """What is kept sealed; never written into a log or an address."""

    iin: str
    phone: str


def register_jobseeker(
    session: Session,
    actor: Actor,
    user: User | None,
    *,
    iin: str,
    family_name: str,
    given_name: str,
    patronymic: str,
    phone: str,
    region_code: str,
    district_code: str | None,
) -> Jobseeker:
    """Make a person known to the exchange, with an empty profile; `user` is None for somebody whom an office enters.

    Raises InvalidInput, or Conflict(iin_registered): an edge that strangers use must answer that as it answers a success.
    """
    if user is None and actor.kind not in MAY_REGISTER_OTHERS:
        raise NotFound
    if actor.is_office_staff and not access.is_of_own_region(actor, region_code):
        raise NotFound
    number, clean_phone = "".join(iin.split()), normal_phone(phone)
    errors = [] if is_iin(number, clock.today()) else [FieldError("iin", texts.IIN_WRONG)]
    errors += [] if clean_phone else [FieldError("phone", texts.PHONE_WRONG)]
    errors += [FieldError(name, texts.NAME_MISSING) for name, said in (("family_name", family_name), ("given_name", given_name)) if not said.strip()]
    errors += place_problems(region_code, district_code or None)
    facts = person_facts(number)
    if errors or facts is None:
        raise InvalidInput(errors)
    person = Jobseeker(
        user_id=user.id if user else None,
        iin=number,
        iin_hash=lookup_hash(number),
        family_name=family_name.strip(),
        given_name=given_name.strip(),
        patronymic=patronymic.strip(),
        born_on=facts.born_on,
        sex=Sex(facts.sex),
        phone=clean_phone,
        phone_hash=lookup_hash(clean_phone or ""),
        region_code=region_code,
        district_code=district_code or None,
        created_at=clock.now(),
        is_rural=False,
    )
    # A visitor who registers is nobody's jobseeker yet, so the row policy lets only the exchange itself write the new rows.
    with acting_as(session, system_actor("register_jobseeker")):
        _insert(session, person, language=user.language if user else "kk")
        record(session, actor, JobseekerRegistered(person.id, region_code))
    return person


def _insert(session: Session, person: Jobseeker, *, language: str) -> None:
    person.profile = Profile(
        region_code=person.region_code, district_code=person.district_code, language=language, active_at=person.created_at, document_version=1
    )
    try:
        with session.begin_nested():
            session.add(person)
    except IntegrityError:
        raise Conflict(texts.IIN_REGISTERED) from None


def change_contacts(session: Session, actor: Actor, person: Jobseeker, *, phone: str, region_code: str, district_code: str | None) -> Jobseeker:
    """Change phone and place of living. Raises InvalidInput, or Conflict while an office of another region keeps the person on its register."""
    if not access.may_change(actor, person):
        raise NotFound
    clean_phone = normal_phone(phone)
    errors = [] if clean_phone else [FieldError("phone", texts.PHONE_WRONG)]
    errors += place_problems(region_code, district_code or None)
    if errors:
        raise InvalidInput(errors)
    if region_code != person.region_code and session.scalar(
        select(Registration.id).where(Registration.jobseeker_id == person.id, Registration.ended_on.is_(None))
    ):
        raise Conflict(texts.REGISTERED_IN_REGION, field="region_code")
    person.phone, person.phone_hash = clean_phone, lookup_hash(clean_phone or "")
    person.region_code, person.district_code = region_code, district_code or None
    if person.profile is not None:
        person.profile.region_code, person.profile.district_code = person.region_code, person.district_code
    record_act(session, actor, "change contacts", "jobseeker", person.id)
    session.flush()
    return person


def note_activity(session: Session, actor: Actor, person: Jobseeker) -> None:
    """Remember, at most once a day, that the person is still there; no version changes, so that no open form grows stale."""
    if not access.is_own(actor, person.id):
        return
    now = clock.now()
    session.execute(
        update(Profile)
        .where(Profile.jobseeker_id == person.id, Profile.active_at < now - HEARD_AGAIN_AFTER)
        .values(active_at=now, is_active=True)
        .execution_options(synchronize_session=False)
    )
    if person.inactive_notice_at is not None:
        person.inactive_notice_at = None


def show_identifiers(session: Session, actor: Actor, person: Jobseeker, *, reason: str) -> Identifiers:
    """The IIN and phone in clear, for staff of the person's region; a logged act. Raises InvalidInput without a reason."""
    if not access.may_show_identifiers(actor, person) or person.anonymised_at is not None:
        raise NotFound
    if not reason.strip():
        raise InvalidInput([FieldError("reason", texts.REASON_MISSING)])
    record_act(session, actor, "show identifiers", "jobseeker", person.id, reason=reason.strip())
    return Identifiers(person.iin or "", person.phone or "")
