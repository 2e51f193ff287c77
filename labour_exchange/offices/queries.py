"""Which office serves a place, and who works there."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.models import Office, OfficeLevel, StaffMember


def office_serving(session: Session, region_code: str, district_code: str | None = None) -> Office:
    """The local office of the district where there is one, else the regional office; raises NotFound before any was opened."""
    offices = list(session.scalars(select(Office).where(Office.region_code == region_code).order_by(Office.id)))
    local = next((office for office in offices if office.level is OfficeLevel.LOCAL and office.district_code == district_code), None)
    found = local or next((office for office in offices if office.level is OfficeLevel.REGIONAL), None)
    if found is None:
        raise NotFound
    return found


def appointment_of(session: Session, user_id: int) -> tuple[StaffMember, Office] | None:
    """The running appointment of a user and its office."""
    wanted = select(StaffMember, Office).join(Office, Office.id == StaffMember.office_id)
    row = session.execute(wanted.where(StaffMember.user_id == user_id, StaffMember.ended_on.is_(None))).one_or_none()
    return (row[0], row[1]) if row else None


def staff_of(session: Session, office_id: int) -> list[StaffMember]:
    return list(session.scalars(select(StaffMember).where(StaffMember.office_id == office_id, StaffMember.ended_on.is_(None)).order_by(StaffMember.id)))
