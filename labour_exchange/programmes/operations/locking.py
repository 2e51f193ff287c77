"""Rows kept until the transaction ends, so that the second of two simultaneous acts sees what the first did."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation.database import Base
from labour_exchange.foundation.errors import NotFound

Thing = TypeVar("Thing", bound=Base)


def hold(session: Session, thing: Thing) -> Thing:
    """Read the row again and keep it. An enrolment is always held before its payments and its allocation. Raises NotFound."""
    kind = type(thing)
    found = session.scalars(select(kind).where(kind.id == thing.id).with_for_update().execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound
    return found
