"""The lock that makes two simultaneous acts on an inspection follow each other, so that the second sees what the first did."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.errors import NotFound
from labour_exchange.inspections.models import Inspection


def hold(session: Session, inspection: Inspection) -> Inspection:
    """Read the row again and keep it until the transaction ends; raises NotFound when it is out of the actor's sight."""
    wanted = select(Inspection).where(Inspection.id == inspection.id).with_for_update(of=Inspection)
    found = session.scalars(wanted.execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound
    return found
