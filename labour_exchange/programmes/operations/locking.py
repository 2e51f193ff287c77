"""Rows kept until the transaction ends, so that the second of two simultaneous acts sees what the first did; an enrolment that is kept is moved."""

from datetime import timedelta
from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import Base
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.states import ENROLMENT_LIFECYCLE

Thing = TypeVar("Thing", bound=Base)


def hold(session: Session, thing: Thing) -> Thing:
    """Read the row again and keep it. An enrolment is always held before its payments and its allocation. Raises NotFound."""
    kind = type(thing)
    found = session.scalars(select(kind).where(kind.id == thing.id).with_for_update().execution_options(populate_existing=True)).one_or_none()
    if found is None:
        raise NotFound
    return found


def move_enrolment(session: Session, actor: Actor, enrolment: Enrolment, action: str, *, reason: str = "") -> None:
    """Move it and log that; figures are known since this moment. Raises Conflict(not_allowed_now)."""
    # Each move has an instant of its own: one that names none is taken for a change made outside, and known since now.
    earlier = enrolment.moved_at
    enrolment.moved_at = max(clock.now(), earlier + timedelta(microseconds=1)) if earlier else clock.now()
    move(session, actor, enrolment, ENROLMENT_LIFECYCLE, action, reason=reason)
    record_act(session, actor, f"{action} enrolment", "enrolment", enrolment.id, reason=reason)
