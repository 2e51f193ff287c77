"""Freezing on request: an analyst asks, the worker freezes in the analyst's name, and the page says how far it is."""

from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.exc import IntegrityError
from sqlalchemy.orm import Session, joinedload

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock, jobs
from labour_exchange.foundation.access import Actor, ActorKind, require
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, Refusal
from labour_exchange.statistics.access import PREPARE_RELEASE
from labour_exchange.statistics.releases import operations
from labour_exchange.statistics.releases import texts as words
from labour_exchange.statistics.releases.models import FreezeRequest
from labour_exchange.statistics.releases.states import FreezeState

FREEZE_JOB = "freeze_release"


def ask_to_freeze(session: Session, actor: Actor, period: str, *, announced_at: datetime, reason: str = "") -> FreezeRequest:
    """Have a period frozen by the worker. Raises what prepare_release raises, and Conflict(freezing) while the same period is being frozen."""
    require(actor, PREPARE_RELEASE)
    checked, _before = operations.checked(session, period, announced_at, reason)
    asked = FreezeRequest(period_code=checked.code, announced_at=announced_at, reason=reason.strip(), asked_by_id=actor.user_id, asked_at=clock.now())
    try:
        with session.begin_nested():
            session.add(asked)
    except IntegrityError:
        raise Conflict(words.FREEZING) from None
    jobs.defer(session, FREEZE_JOB, request_id=asked.id)
    return asked


def freeze_asked(session: Session, request_id: int) -> None:
    """The worker's part: done once, however often the job runs; what is refused by now is written down and not tried again."""
    asked = session.scalars(select(FreezeRequest).where(FreezeRequest.id == request_id).with_for_update()).one()
    if asked.state is not FreezeState.WAITING:
        return
    analyst = session.get_one(User, asked.asked_by_id)
    kind = analyst.kind if analyst.state is UserState.ACTIVE else ActorKind.VISITOR
    try:
        with session.begin_nested():
            facts: dict[str, Any] = {"announced_at": asked.announced_at, "reason": asked.reason}
            made = operations.prepare_release(session, Actor(kind, user_id=analyst.id), asked.period_code, **facts)
    except Refusal as refusal:
        code = refusal.errors[0].message.code if isinstance(refusal, InvalidInput) else refusal.code
        asked.state, asked.refusal, asked.ended_at = FreezeState.REFUSED, code, clock.now()
    else:
        asked.state, asked.release_id, asked.ended_at = FreezeState.DONE, made.id, clock.now()
    session.flush()


def freeze_request(session: Session, public_id: str) -> FreezeRequest:
    """Raises NotFound."""
    found = session.scalars(
        select(FreezeRequest).options(joinedload(FreezeRequest.release)).where(FreezeRequest.public_id == public_id)
    ).one_or_none()
    if found is None:
        raise NotFound
    return found


def requests_waiting(session: Session) -> list[FreezeRequest]:
    """What the worker has not frozen yet, what was asked first first."""
    return list(session.scalars(select(FreezeRequest).where(FreezeRequest.state == FreezeState.WAITING).order_by(FreezeRequest.id)))


def latest_of(session: Session, period_code: str) -> FreezeRequest:
    """The last request for a period; there is one."""
    return session.scalars(select(FreezeRequest).where(FreezeRequest.period_code == period_code).order_by(FreezeRequest.id.desc()).limit(1)).one()
