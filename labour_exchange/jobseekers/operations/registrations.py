"""A period on the register of an office: opened, renewed, lapsed, ended."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.foundation.errors import Conflict, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import log_transition, move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.jobseekers import access, texts
from labour_exchange.jobseekers.events import RegistrationEnded, RegistrationLapsed, RegistrationOpened, RegistrationRenewed
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.rules.registers import END_AFTER, LAPSE_AFTER
from labour_exchange.jobseekers.states import REGISTRATION_LIFECYCLE, Category, EndReason, RegistrationState
from labour_exchange.offices.models import Office

MOST_A_NIGHT = 10_000


def open_registration(
    session: Session, actor: Actor, person: Jobseeker, *, category: Category, is_rural: bool, office_id: int, on: date | None = None
) -> Registration:
    """Put a person on the register of an office of their region, today or on an earlier day.

    Raises Conflict(already_registered) while a period is open, Conflict(other_office) for an office elsewhere.
    """
    if person.anonymised_at is not None or not access.may_register(actor, person):
        raise NotFound
    office = session.get(Office, office_id)
    if office is None or office.region_code != person.region_code:
        raise Conflict(texts.OTHER_OFFICE, field="office_id")
    day = min(on or clock.today(), clock.today())
    registration = Registration(
        jobseeker_id=person.id,
        office_id=office.id,
        region_code=person.region_code,
        category=category,
        is_rural=is_rural,
        state=RegistrationState.ACTIVE,
        registered_on=day,
        renewed_on=day,
    )
    try:
        with session.begin_nested():
            session.add(registration)
    except IntegrityError:
        raise Conflict(texts.ALREADY_REGISTERED) from None
    person.is_rural = is_rural
    log_transition(session, actor, REGISTRATION_LIFECYCLE.name, registration.id, "open", "", registration.state)
    record_act(session, actor, "open registration", "registration", registration.id, category=category.value)
    record(session, actor, RegistrationOpened(registration.id, person.id, category.value, registration.region_code, day.isoformat()))
    return registration


def renew_registration(session: Session, actor: Actor, registration: Registration) -> Registration:
    """Confirm that the person still looks for work; also brings a lapsed period back."""
    if not access.may_renew(actor, registration):
        raise NotFound
    was_lapsed = registration.state is RegistrationState.LAPSED
    move(session, actor, registration, REGISTRATION_LIFECYCLE, "renew")
    registration.renewed_on = clock.today()
    session.flush()
    record(session, actor, RegistrationRenewed(*_facts(registration), clock.today().isoformat(), was_lapsed))
    return registration


def lapse_registration(session: Session, actor: Actor, registration: Registration) -> Registration:
    """Nobody renewed it in time: the person no longer counts as registered, and may still come back."""
    move(session, actor, registration, REGISTRATION_LIFECYCLE, "lapse")
    record(session, actor, RegistrationLapsed(*_facts(registration), clock.today().isoformat()))
    return registration


def end_registration(session: Session, actor: Actor, registration: Registration, *, reason: EndReason, on: date | None = None) -> Registration:
    """Take a person off the register for a reason, today or on an earlier day since the period began."""
    if not access.may_end(actor, registration, reason):
        raise NotFound
    day = max(min(on or clock.today(), clock.today()), registration.registered_on)
    registration.ended_on, registration.end_reason = day, reason
    move(session, actor, registration, REGISTRATION_LIFECYCLE, "end", reason=reason.value)
    record_act(session, actor, "end registration", "registration", registration.id, reason=reason.value)
    record(session, actor, RegistrationEnded(*_facts(registration), day.isoformat(), reason.value))
    return registration


def lapse_registrations(session: Session) -> None:
    """What runs each night: lapse what nobody renewed for 60 days, end what nobody renewed for 90."""
    actor, today = system_actor("lapse_registrations"), clock.today()
    for registration in _silent_since(session, RegistrationState.ACTIVE, today - LAPSE_AFTER):
        lapse_registration(session, actor, registration)
    for registration in _silent_since(session, RegistrationState.LAPSED, today - END_AFTER):
        end_registration(session, actor, registration, reason=EndReason.NOT_RENEWED)


def end_when_placed(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to a confirmed placement (facts: jobseeker_id): who has found work through the exchange leaves the register."""
    wanted = select(Registration).where(Registration.jobseeker_id == facts["jobseeker_id"], Registration.ended_on.is_(None))
    registration = session.scalars(wanted).one_or_none()
    if registration is not None:
        end_registration(session, system_actor("end_when_placed"), registration, reason=EndReason.PLACED)


def _silent_since(session: Session, state: RegistrationState, day: date) -> list[Registration]:
    """Rows that somebody is changing right now are left for the next night."""
    wanted = select(Registration).where(Registration.state == state, Registration.renewed_on <= day).order_by(Registration.id)
    return list(session.scalars(wanted.limit(MOST_A_NIGHT).with_for_update(skip_locked=True)))


def _facts(registration: Registration) -> tuple[int, int, str, str]:
    return registration.id, registration.jobseeker_id, registration.category.value, registration.region_code
