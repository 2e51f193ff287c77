"""Who is told about complaints about services: the person by the channel they chose, and whoever has to answer."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Actor, ActorKind
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.standards.models import ServiceComplaint
from labour_exchange.standards.operations.complaints import issue_status_link
from labour_exchange.standards.operations.ratings import served_user
from labour_exchange.standards.queries.complaints import complaints_due
from labour_exchange.standards.states import ComplaintChannel, ComplaintState
from labour_exchange.standards.texts.complaints import STATES

Facts = Mapping[str, Any]
OFFICE_PATH, MINISTRY_PATH = "/office/service-complaints", "/headquarters/service-complaints"


def tell_of_filing(session: Session, facts: Facts) -> None:
    """Reaction to service_complaint_filed: to the staff of the region, but nobody whom it names; and that it came, to who sent it."""
    complaint = session.get_one(ServiceComplaint, facts["complaint_id"])
    staff = session.scalars(_staff_of(complaint.region_code).where(User.id.not_in(complaint.named_ids)))
    _ask(session, list(staff), complaint, f"{OFFICE_PATH}/{complaint.public_id}")
    _tell_person(session, complaint, complaint.state)


def tell_of_answer(session: Session, facts: Facts) -> None:
    """Reaction to service_complaint_answered."""
    complaint = session.get_one(ServiceComplaint, facts["complaint_id"])
    _tell_person(session, complaint, complaint.state)


def tell_ministry(session: Session, facts: Facts) -> None:
    """Reaction to service_complaint_escalated."""
    complaint = session.get_one(ServiceComplaint, facts["complaint_id"])
    staff = session.scalars(_of_ministry().where(User.id.not_in(complaint.named_ids)))
    _ask(session, list(staff), complaint, f"{MINISTRY_PATH}/{complaint.public_id}")


def warn_of_complaints(session: Session) -> None:
    """One message a day to each who has to answer something by the next working day, or is late with it; the daily job."""
    for region_code in session.scalars(select(Office.region_code).where(Office.region_code.is_not(None)).distinct().order_by(Office.region_code)):
        for user_id in session.scalars(_staff_of(region_code)).all():
            _warn(session, Actor(ActorKind.OFFICE, user_id=user_id, region_code=region_code), OFFICE_PATH)
    for user_id in session.scalars(_of_ministry()).all():
        _warn(session, Actor(ActorKind.ANALYST, user_id=user_id), MINISTRY_PATH)


def _warn(session: Session, actor: Actor, path: str) -> None:
    due = session.scalar(select(func.count()).select_from(complaints_due(actor).subquery())) or 0
    if due and actor.user_id is not None:
        occasion = f"{MessageKind.SERVICE_COMPLAINTS_DUE}:{actor.user_id}:{clock.today()}"
        compose_message(session, MessageKind.SERVICE_COMPLAINTS_DUE, actor.user_id, occasion=occasion, path=path, number=due)


def _ask(session: Session, users: list[int], complaint: ServiceComplaint, path: str) -> None:
    kind = MessageKind.SERVICE_COMPLAINT_TO_ANSWER
    for user_id in users:
        occasion = f"{kind}:{complaint.id}:{complaint.state}:{user_id}"
        compose_message(session, kind, user_id, occasion=occasion, path=path, due=f"{complaint.due_on:%d.%m.%Y}")


def _tell_person(session: Session, complaint: ServiceComplaint, state: ComplaintState) -> None:
    """The letter carries a link of its own, so that the one shown on the page need not be kept."""
    user_id = served_user(session, complaint.commitment_id)
    if complaint.channel is not ComplaintChannel.LETTER or user_id is None:
        return
    path = f"/complaint/{issue_status_link(session, complaint.id)}"
    occasion = f"{MessageKind.SERVICE_COMPLAINT_NEWS}:{complaint.id}:{state}"
    compose_message(session, MessageKind.SERVICE_COMPLAINT_NEWS, user_id, occasion=occasion, path=path, news=STATES[state])


def _staff_of(region_code: str) -> Select[tuple[int]]:
    today = clock.today()
    return (
        select(User.id)
        .join(StaffMember, StaffMember.user_id == User.id)
        .join(Office, Office.id == StaffMember.office_id)
        .where(Office.region_code == region_code, User.state == UserState.ACTIVE, User.kind.in_(OFFICE_STAFF), StaffMember.appointed_on <= today)
        .where(StaffMember.ended_on.is_(None) | (StaffMember.ended_on > today))
        .order_by(User.id)
    )


def _of_ministry() -> Select[tuple[int]]:
    return select(User.id).where(User.state == UserState.ACTIVE, User.kind.in_(MINISTRY)).order_by(User.id)
