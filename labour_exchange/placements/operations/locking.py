"""Locks that make two simultaneous acts follow each other, so that the second sees what the first did."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Approach, Offer, Placement

Thing = TypeVar("Thing", bound=Approach | Offer | Placement)


def hold(session: Session, thing: Thing) -> Thing:
    """Read the row again and keep it until the transaction ends; raises NotFound when it is gone or out of the actor's sight."""
    kind = type(thing)
    found = session.scalars(select(kind).where(kind.id == thing.id).with_for_update().execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound
    return found


def hold_person(session: Session, jobseeker_id: int) -> None:
    """Take a person's acts one after another.

    Always taken before any other lock: two offers accepted at once would otherwise wait for each other's rows for ever.
    """
    wanted = select(Jobseeker.id).where(Jobseeker.id == jobseeker_id).with_for_update(key_share=True)
    if session.scalar(wanted) is None:
        raise NotFound
