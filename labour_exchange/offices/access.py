"""Who may open offices and appoint their staff."""

from sqlalchemy import Select, false

from labour_exchange.foundation.access import MINISTRY, Action, Actor, ActorKind, action_for, public
from labour_exchange.offices.models import Office, StaffMember

READ_OFFICES = public("read offices", "Where the offices are, and what they serve, is for everybody.")
READ_STAFF = Action("read staff of an office", frozenset({ActorKind.OFFICE, ActorKind.APPROVER, ActorKind.ADMINISTRATOR, ActorKind.SYSTEM}))
KEEP_OFFICES = action_for("keep offices", ActorKind.ADMINISTRATOR, ActorKind.SYSTEM)


def may_keep_offices(actor: Actor) -> bool:
    return actor.kind in KEEP_OFFICES.kinds


def visible_staff(actor: Actor, select: Select[tuple[StaffMember]]) -> Select[tuple[StaffMember]]:
    """Staff see colleagues of their own office; the administrator all; nobody else anybody."""
    if actor.kind in KEEP_OFFICES.kinds:
        return select
    if actor.is_office_staff and actor.office_id is not None:
        return select.where(StaffMember.office_id == actor.office_id)
    return select.where(false())


def serves(actor: Actor, office: Office) -> bool:
    """Whether the office is of the actor's own region, or the actor looks at the whole country."""
    return actor.kind in MINISTRY or (actor.region_code is not None and actor.region_code == office.region_code)
