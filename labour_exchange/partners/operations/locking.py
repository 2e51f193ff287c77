"""Whoever acts on a partnership holds its row first: of a withdrawal and an act of the partner at once, the later one sees the earlier."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.partners.access import visible_partners
from labour_exchange.partners.models import FollowUpPartner


def hold(session: Session, actor: Actor, partner: FollowUpPartner) -> FollowUpPartner:
    """Read the row again and keep it until the transaction ends; raises NotFound when it is out of the actor's sight by now."""
    wanted = visible_partners(actor, select(FollowUpPartner)).where(FollowUpPartner.id == partner.id)
    found = session.scalars(wanted.with_for_update(of=FollowUpPartner).execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound
    return found
