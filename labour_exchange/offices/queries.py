"""Which office serves a place, who works there, and all offices in order."""

from sqlalchemy import Select, false, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.models import User
from labour_exchange.accounts.rules.sessions import STAFF
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.collation import sort_key
from labour_exchange.foundation.errors import NotFound
from labour_exchange.offices.access import may_keep_offices, visible_staff
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.offices.states import OfficeLevel


def office_serving(session: Session, region_code: str, district_code: str | None = None) -> Office | None:
    """The local office of the district, else the regional office; of two the older one. None where there is no office."""
    wanted = select(Office).where(Office.region_code == region_code).order_by(Office.id)
    offices = list(session.scalars(wanted))
    local = [office for office in offices if district_code and office.level is OfficeLevel.LOCAL and office.district_code == district_code]
    regional = [office for office in offices if office.level is OfficeLevel.REGIONAL]
    return next(iter([*local, *regional]), None)


def offices_in_order(session: Session, language: str, *, region_code: str | None = None) -> list[Office]:
    """The national office first, then regional and local ones by name; of one region or of all."""
    wanted = select(Office)
    if region_code is not None:
        wanted = wanted.where(Office.region_code == region_code)
    order = list(OfficeLevel)
    return sorted(session.scalars(wanted), key=lambda office: (order.index(office.level), sort_key(office.name.in_language(language), language)))


def office_with_id(session: Session, public_id: str) -> Office | None:
    return session.scalar(select(Office).where(Office.public_id == public_id))


def staff_of(session: Session, actor: Actor, office: Office) -> list[StaffMember]:
    """People appointed at the office today whose accounts are open, by name; as many of them as the actor may see."""
    today = clock.today()
    wanted = (
        select(StaffMember)
        .join(User, User.id == StaffMember.user_id)
        .options(joinedload(StaffMember.user))
        .where(StaffMember.office_id == office.id, StaffMember.appointed_on <= today, User.state == UserState.ACTIVE)
        .where(StaffMember.ended_on.is_(None) | (StaffMember.ended_on > today))
    )
    return sorted(session.scalars(visible_staff(actor, wanted)), key=lambda member: (sort_key(member.user.display_name, "kk"), member.id))


def staff_accounts(actor: Actor, *, written: str = "") -> Select[tuple[User]]:
    """Accounts of every member of staff, offices and ministry, whose name or address holds what is written; nobody's but for who keeps offices."""
    wanted = select(User).where(User.kind.in_(STAFF), User.state != UserState.CLOSED)
    if not may_keep_offices(actor):
        return wanted.where(false())
    if written.strip():
        wanted = wanted.where(
            or_(User.email.contains(written.strip().lower(), autoescape=True), User.display_name.icontains(written.strip(), autoescape=True))
        )
    return wanted


def staff_account(session: Session, actor: Actor, public_id: str) -> User:
    """One of them. Raises NotFound."""
    found = session.scalar(staff_accounts(actor).where(User.public_id == public_id))
    if found is None:
        raise NotFound
    return found


def appointment_of(session: Session, user: User) -> StaffMember | None:
    """Where the user is appointed, also when the appointment has ended."""
    return session.scalar(select(StaffMember).options(joinedload(StaffMember.office)).where(StaffMember.user_id == user.id))
