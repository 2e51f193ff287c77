"""Open offices, and appoint and release their staff."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.audit import record_act
from labour_exchange.offices.models import Office, OfficeLevel, StaffMember
from labour_exchange.offices.texts import NATIONAL_OFFICE, REGIONAL_OFFICE
from labour_exchange.territory.queries import regions


def ensure_offices(session: Session) -> int:
    """Open the national office and one in each region where they are missing; gives how many were opened."""
    known = set(session.scalars(select(Office.region_code).where(Office.level != OfficeLevel.LOCAL)))
    missing = [region for region in regions() if region.iso_code not in known]
    if None not in known:
        name = NATIONAL_OFFICE
        session.add(Office(level=OfficeLevel.NATIONAL, region_code=None, name_kk=name.kk, name_ru=name.ru, name_en=name.en))
    for region in missing:
        kk, ru, en = (REGIONAL_OFFICE.in_language(language, region=region.name.in_language(language)) for language in ("kk", "ru", "en"))
        session.add(
            Office(level=OfficeLevel.REGIONAL, region_code=region.iso_code, district_code=region.centre_kato, name_kk=kk, name_ru=ru, name_en=en)
        )
    session.flush()
    return len(missing) + (None not in known)


def appoint_staff(session: Session, actor: Actor, user: User, office: Office) -> StaffMember:
    """Let a user work for an office from today."""
    member = StaffMember(user_id=user.id, office_id=office.id, appointed_on=clock.today())
    session.add(member)
    session.flush()
    record_act(session, actor, "appoint staff", "office", office.id, user_id=user.id)
    return member


def release_staff(session: Session, actor: Actor, member: StaffMember) -> None:
    """End an appointment; from now on the user sees nothing of the office."""
    member.ended_on = clock.today()
    record_act(session, actor, "release staff", "office", member.office_id, user_id=member.user_id)
