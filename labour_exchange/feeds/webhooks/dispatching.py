"""Deliver what is due: each endpoint in one thread of its own, so that a dead one costs the others nothing."""

import json
import random
import time
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor, as_completed
from dataclasses import dataclass
from datetime import timedelta

from sqlalchemy import delete, exists, or_, select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.feeds.webhooks import rules
from labour_exchange.feeds.webhooks.models import WebhookAttempt, WebhookDelivery, WebhookEndpoint, WebhookMessage
from labour_exchange.feeds.webhooks.operations import disable_endpoint
from labour_exchange.feeds.webhooks.sending import Answer, Call, send
from labour_exchange.feeds.webhooks.states import DeliveryState, DisabledBecause, EndpointState, Outcome
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as

ENDPOINTS_AT_ONCE = 16
CALLS_AT_ONCE = 50
# A thread begins no further call after this long; with the limit of one call a pass is over within half a minute.
PASS_SECONDS = 20.0
# Whoever takes deliveries and dies with them gives them back after so long.
CLAIM = timedelta(minutes=3)
KEPT = timedelta(days=30)
DELIVERING = system_actor("deliver webhooks")
# Whatever the other side is, it is not there: the rest would fare the same.
DEAD = {Outcome.UNREACHABLE, Outcome.TIMEOUT, Outcome.ADDRESS}


@dataclass(frozen=True, slots=True)
class Errand:
    """One endpoint's calls, in order: (delivery, call)."""

    endpoint_id: int
    calls: tuple[tuple[int, Call], ...]


def deliver_due(session: Session) -> int:
    """Deliver everything that is due and say how many calls were made. Commits as it goes: a call is remembered as soon as it was made."""
    errands, made = _claim(session), 0
    session.commit()
    if not errands:
        return 0
    end = time.monotonic() + PASS_SECONDS
    with ThreadPoolExecutor(ENDPOINTS_AT_ONCE, thread_name_prefix="webhooks") as pool:
        running: dict[Future[list[Answer]], Errand] = {pool.submit(_run, errand.calls, end): errand for errand in errands}
        for finished in as_completed(running):
            errand, answers = running[finished], finished.result()
            _note(session, errand, answers)
            session.commit()
            made += len(answers)
    return made


def deliver_and_go_on(session: Session) -> None:
    """The job: passes while there is something to do and time is left; the clock looks after the rest."""
    end = time.monotonic() + PASS_SECONDS
    while deliver_due(session) and time.monotonic() < end:
        pass


def forget_old_messages(session: Session) -> None:
    """Messages, their deliveries and the log are kept for 30 days."""
    session.execute(delete(WebhookMessage).where(WebhookMessage.occurred_at < clock.now() - KEPT))


def _claim(session: Session) -> list[Errand]:
    """The due deliveries of endpoints that nobody else is calling, those that work first. An endpoint is called by one at a time."""
    act_as(session, DELIVERING)
    now = clock.now()
    due = (WebhookDelivery.state == DeliveryState.WAITING) & (WebhookDelivery.next_at <= now)
    ready = select(WebhookEndpoint).where(
        WebhookEndpoint.state == EndpointState.ACTIVE,
        or_(WebhookEndpoint.resting_until.is_(None), WebhookEndpoint.resting_until <= now),
        exists().where(WebhookDelivery.endpoint_id == WebhookEndpoint.id, due),
    )
    ready = ready.order_by(WebhookEndpoint.failures, WebhookEndpoint.id).limit(4 * ENDPOINTS_AT_ONCE).with_for_update(skip_locked=True)
    errands = []
    for endpoint in session.scalars(ready):
        mine = select(WebhookDelivery).where(WebhookDelivery.endpoint_id == endpoint.id, due).options(joinedload(WebhookDelivery.message))
        # After a failure one call tells whether the endpoint is back.
        limit = 1 if endpoint.failures else CALLS_AT_ONCE
        chosen = list(session.scalars(mine.order_by(WebhookDelivery.next_at, WebhookDelivery.id).limit(limit)))
        endpoint.resting_until = now + CLAIM
        errands.append(Errand(endpoint.id, tuple((one.id, _call(endpoint, one)) for one in chosen)))
    session.flush()
    return errands


def _call(endpoint: WebhookEndpoint, delivery: WebhookDelivery) -> Call:
    now, message = clock.now(), delivery.message
    body = json.dumps(message.payload, ensure_ascii=False, separators=(",", ":")).encode()
    stamp = int(now.timestamp())
    return Call(endpoint.url, message.public_id, stamp, body, rules.signature(endpoint.secrets_alive(now), message.public_id, stamp, body))


def _run(calls: Sequence[tuple[int, Call]], end: float) -> list[Answer]:
    """Call in order until the endpoint turns out to be dead or gone, or time is up; touches no database."""
    answers: list[Answer] = []
    for _, call in calls:
        if answers and time.monotonic() > end:
            break
        answers.append(send(call))
        if answers[-1].outcome in DEAD or answers[-1].outcome is Outcome.GONE:
            break
    return answers


def _note(session: Session, errand: Errand, answers: Sequence[Answer]) -> None:
    """Write down what came of the calls; those that were not made stay due."""
    act_as(session, DELIVERING)
    endpoint = session.get(WebhookEndpoint, errand.endpoint_id, with_for_update=True, populate_existing=True)
    if endpoint is None:
        return
    endpoint.resting_until = None
    for (delivery_id, _), answer in zip(errand.calls, answers, strict=False):
        delivery = session.get(WebhookDelivery, delivery_id, populate_existing=True)
        if delivery is not None:
            _settle(session, endpoint, delivery, answer)
    session.flush()


def _settle(session: Session, endpoint: WebhookEndpoint, delivery: WebhookDelivery, answer: Answer) -> None:
    now = clock.now()
    session.add(
        WebhookAttempt(delivery_id=delivery.id, attempted_at=now, outcome=answer.outcome, status=answer.status, milliseconds=answer.milliseconds)
    )
    delivery.attempts += 1
    if answer.outcome is Outcome.DELIVERED:
        delivery.state, delivery.next_at, delivery.delivered_at = DeliveryState.DELIVERED, None, now
        endpoint.failures = 0
        return
    if answer.outcome is Outcome.GONE:
        delivery.state, delivery.next_at = DeliveryState.FAILED, None
        session.flush()
        disable_endpoint(session, DELIVERING, endpoint, DisabledBecause.GONE)
        return
    if answer.outcome in DEAD:
        endpoint.failures += 1
        endpoint.resting_until = now + rules.rest_after(endpoint.failures)
    delay = rules.next_delay(delivery.attempts, random.random())  # noqa: S311 - spreads calls, keeps no secret
    if delivery.state is DeliveryState.WAITING:
        delivery.state, delivery.next_at = (DeliveryState.FAILED, None) if delay is None else (DeliveryState.WAITING, now + delay)
