"""Offices opened, staff appointed and released."""

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import OFFICE_STAFF, Actor, system_actor
from labour_exchange.foundation.errors import FieldError, InvalidInput, NotFound, Refusal
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.foundation.texts import Text
from labour_exchange.offices import texts
from labour_exchange.offices.access import may_keep_offices
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.offices.states import OfficeLevel
from labour_exchange.territory.queries import district, is_district, is_region, regions


def open_office(
    session: Session,
    actor: Actor,
    *,
    name: Text,
    region_code: str | None,
    district_code: str | None = None,
    address: str = "",
    phone: str = "",
    is_demo: bool = False,
) -> Office:
    """Open an office: national without a region, local with a district, else regional. Raises InvalidInput."""
    if not may_keep_offices(actor):
        raise NotFound
    if region_code is not None and not is_region(region_code):
        raise InvalidInput([FieldError("region_code", texts.UNKNOWN_REGION)])
    if district_code is not None and not (is_district(district_code) and district(district_code).region_code == region_code):
        raise InvalidInput([FieldError("district_code", texts.UNKNOWN_DISTRICT)])
    if not all(words.strip() for words in (name.kk, name.ru, name.en)):
        raise InvalidInput([FieldError("name", texts.NO_NAME)])
    level = OfficeLevel.NATIONAL if region_code is None else OfficeLevel.LOCAL if district_code else OfficeLevel.REGIONAL
    office = Office(
        level=level,
        region_code=region_code,
        district_code=district_code,
        name_kk=name.kk,
        name_ru=name.ru,
        name_en=name.en,
        address=address,
        phone=phone,
        is_demo=is_demo,
    )
    session.add(office)
    session.flush()
    record_act(session, actor, "office_opened", "office", office.id)
    return office


def appoint_staff(session: Session, actor: Actor, office: Office, *, user: User) -> StaffMember:
    """Appoint a user at an office from today; one who worked at another office moves. Raises Refusal(not_office_staff)."""
    if not may_keep_offices(actor):
        raise NotFound
    if user.kind not in OFFICE_STAFF:
        raise Refusal(texts.NOT_OFFICE_STAFF, field="user")
    member = session.scalar(select(StaffMember).where(StaffMember.user_id == user.id))
    if member is None:
        member = StaffMember(user=user, office=office, appointed_on=clock.today())
        session.add(member)
    else:
        member.office, member.appointed_on, member.ended_on = office, clock.today(), None
    session.flush()
    record_act(session, actor, "staff_appointed", "user", user.id, office_id=office.id)
    return member


def release_staff(session: Session, actor: Actor, member: StaffMember, *, reason: str) -> StaffMember:
    """End an appointment today; from the next request on the person acts for no office."""
    if not may_keep_offices(actor):
        raise NotFound
    member.ended_on = clock.today()
    record_act(session, actor, "staff_released", "user", member.user_id, reason=reason, office_id=member.office_id)
    return member


def ensure_offices(session: Session, *, is_demo: bool = False) -> dict[str | None, Office]:
    """One regional office for each region and the national one, by region code (None: national); missing ones are opened.

    The session must act as the system. Two callers at once wait for each other.
    """
    session.execute(select(func.pg_advisory_xact_lock(func.hashtext("offices"))))
    known = session.scalars(select(Office).where(Office.level != OfficeLevel.LOCAL).order_by(Office.id.desc()))
    offices: dict[str | None, Office] = {office.region_code: office for office in known}
    actor = system_actor("ensure_offices")
    if None not in offices:
        offices[None] = open_office(session, actor, name=texts.NATIONAL_OFFICE, region_code=None, is_demo=is_demo)
    for region in regions():
        if region.iso_code not in offices:
            named = {
                language: texts.REGIONAL_OFFICE.in_language(language, region=region.name.in_language(language)) for language in ("kk", "ru", "en")
            }
            offices[region.iso_code] = open_office(session, actor, name=Text(**named), region_code=region.iso_code, is_demo=is_demo)
    return offices
