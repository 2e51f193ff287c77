"""What people and offices are told about standards; links with secrets are made here, so that no event holds one."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.notifications.operations import compose_letter, compose_message
from labour_exchange.notifications.queries import is_wanted
from labour_exchange.notifications.states import MessageKind, Topic
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.standards.models import Commitment, Remark, StandardVersion
from labour_exchange.standards.operations.ratings import issue_link, served_user
from labour_exchange.standards.operations.remarks import addresses_to_tell, issue_confirmation
from labour_exchange.standards.queries.monitoring import commitments_about_to_break
from labour_exchange.standards.texts import OUTCOMES, PROMISES

Facts = Mapping[str, Any]


def ask_to_confirm_remark(session: Session, facts: Facts) -> None:
    """Reaction to remark_sent."""
    found = issue_confirmation(session, facts["remark_id"])
    if found is not None:
        address, language, secret = found
        compose_letter(session, MessageKind.REMARK_TO_CONFIRM, address, language=language, path=f"/standards/remarks/confirm/{secret}")


def tell_of_remark_answer(session: Session, facts: Facts) -> None:
    """Reaction to remark_answered: to who wrote it, and to who wrote the same."""
    remark = session.get_one(Remark, facts["remark_id"])
    version = session.get_one(StandardVersion, remark.version_id)
    if remark.outcome is None:
        return
    for number, address, language in addresses_to_tell(session, remark.id):
        compose_letter(
            session,
            MessageKind.REMARK_ANSWERED,
            address,
            language=language,
            path=f"/standards/{version.public_id}",
            occasion=f"{MessageKind.REMARK_ANSWERED}:{number}",
            outcome=OUTCOMES[remark.outcome],
        )


def ask_to_rate(session: Session, facts: Facts) -> None:
    """Reaction to service_received. The letter holds a secret, so it is of the account; who wants no reminders gets no such letter either."""
    user_id = served_user(session, facts["commitment_id"])
    if user_id is None or not is_wanted(session, user_id, Topic.REMINDERS):
        return
    found = issue_link(session, facts["commitment_id"])
    if found is not None:
        secret = found[1]
        service = PROMISES[session.get_one(Commitment, facts["commitment_id"]).promise]
        compose_message(session, MessageKind.SERVICE_TO_RATE, user_id, path=f"/rate/{secret}", service=service)


def warn_of_promises(session: Session) -> None:
    """One message a day to each officer of a region where promises are about to be broken; the daily job."""
    for region_code in session.scalars(select(Office.region_code).where(Office.region_code.is_not(None)).distinct().order_by(Office.region_code)):
        actor = Actor(ActorKind.OFFICE, region_code=region_code)
        due = session.scalar(select(func.count()).select_from(commitments_about_to_break(actor).subquery())) or 0
        for user_id in session.scalars(_officers(region_code)) if due else ():
            occasion = f"{MessageKind.PROMISES_DUE}:{user_id}:{clock.today()}"
            compose_message(session, MessageKind.PROMISES_DUE, user_id, occasion=occasion, path="/office/promises", number=due)


def _officers(region_code: str | None) -> Any:
    today = clock.today()
    return (
        select(User.id)
        .join(StaffMember, StaffMember.user_id == User.id)
        .join(Office, Office.id == StaffMember.office_id)
        .where(Office.region_code == region_code, User.state == UserState.ACTIVE, User.kind == ActorKind.OFFICE, StaffMember.appointed_on <= today)
        .where(StaffMember.ended_on.is_(None) | (StaffMember.ended_on > today))
        .order_by(User.id)
    )
