"""Offices and staff for tests."""

from typing import Any

from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.offices.states import OfficeLevel
from labour_exchange.territory.queries import region
from tests.factories.accounts import user


def office(session: Session, region_code: str | None = "KZ-75", **facts: Any) -> Office:
    """A regional office; without a region the national one; with `district_code` a local one."""
    level = OfficeLevel.NATIONAL if region_code is None else OfficeLevel.LOCAL if facts.get("district_code") else OfficeLevel.REGIONAL
    name = region(region_code).short_name.en if region_code else "National"
    given = {"level": level, "name_kk": f"{name} kk", "name_ru": f"{name} ru", "name_en": f"{name} office"}
    made = Office(region_code=region_code, **given | facts)
    session.add(made)
    session.flush()
    return made


def staff(session: Session, at: Office, approver: bool = False, **facts: Any) -> StaffMember:
    """A user appointed at the office; `facts` are of the user."""
    account = user(session, ActorKind.APPROVER if approver else ActorKind.OFFICE, **facts)
    made = StaffMember(user=account, office=at, appointed_on=clock.today())
    session.add(made)
    session.flush()
    return made


def officer(member: StaffMember) -> Actor:
    """The actor this staff member is."""
    return Actor(member.user.kind, user_id=member.user_id, office_id=member.office_id, region_code=member.office.region_code)
