"""Keep endpoints, write messages for them, and send off again what an agency asks for."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.orm import Session

from labour_exchange.feeds.webhooks import access, rules, sending, texts
from labour_exchange.feeds.webhooks.models import WebhookDelivery, WebhookEndpoint, WebhookMessage
from labour_exchange.feeds.webhooks.states import ENDPOINT_LIFECYCLE, DeliveryState, DisabledBecause, EndpointState, EventKind
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, FieldError, InvalidInput, NotFound
from labour_exchange.foundation.jobs import defer
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.foundation.records.audit import record_act

MOST_ENDPOINTS = 10
DELIVER = "deliver_webhooks"


def add_endpoint(session: Session, actor: Actor, *, url: str, kinds: Sequence[str] = ()) -> WebhookEndpoint:
    """Keep an address of the agency, with a new secret that is shown once. Raises InvalidInput, Conflict(too_many_endpoints)."""
    agency_id = access.agency_of(actor)
    url = url.strip()
    _refuse(_errors(url, kinds))
    session.execute(select(func.pg_advisory_xact_lock(func.hashtextextended(f"webhooks {agency_id}", 1))))
    if (session.scalar(select(func.count()).where(WebhookEndpoint.agency_id == agency_id)) or 0) >= MOST_ENDPOINTS:
        raise Conflict(texts.TOO_MANY_ENDPOINTS, most=MOST_ENDPOINTS)
    made = WebhookEndpoint(agency_id=agency_id, url=url, kinds=sorted(set(kinds)), secret=rules.new_secret(), created_at=clock.now())
    session.add(made)
    session.flush()
    record_act(session, actor, "add webhook endpoint", "webhook_endpoint", made.id)
    return made


def rotate_secret(session: Session, actor: Actor, endpoint: WebhookEndpoint) -> WebhookEndpoint:
    """A new secret; the one it replaces signs too for another day."""
    _require_keeper(actor, endpoint)
    endpoint.former_secret, endpoint.former_until = endpoint.secret, clock.now() + rules.BOTH_SECRETS
    endpoint.secret = rules.new_secret()
    session.flush()
    record_act(session, actor, "rotate webhook secret", "webhook_endpoint", endpoint.id)
    return endpoint


def disable_endpoint(session: Session, actor: Actor, endpoint: WebhookEndpoint, because: DisabledBecause = DisabledBecause.AGENCY) -> None:
    """Tell it nothing more; what waits for it is cancelled and can be replayed. Doing it twice is doing it once."""
    if because is DisabledBecause.AGENCY:
        _require_keeper(actor, endpoint)
    if endpoint.state is EndpointState.DISABLED:
        return
    endpoint.disabled_because = because
    move(session, actor, endpoint, ENDPOINT_LIFECYCLE, "disable", reason=because)
    waiting = update(WebhookDelivery).where(WebhookDelivery.endpoint_id == endpoint.id, WebhookDelivery.state == DeliveryState.WAITING)
    session.execute(waiting.values(state=DeliveryState.CANCELLED, next_at=None).execution_options(synchronize_session="fetch"))


def enable_endpoint(session: Session, actor: Actor, endpoint: WebhookEndpoint) -> None:
    """From now on it is told again."""
    _require_keeper(actor, endpoint)
    if endpoint.state is EndpointState.ACTIVE:
        return
    endpoint.disabled_because, endpoint.failures, endpoint.resting_until = None, 0, None
    move(session, actor, endpoint, ENDPOINT_LIFECYCLE, "enable")


def delete_endpoint(session: Session, actor: Actor, endpoint: WebhookEndpoint) -> None:
    """With its deliveries and their log."""
    _require_keeper(actor, endpoint)
    record_act(session, actor, "delete webhook endpoint", "webhook_endpoint", endpoint.id)
    session.delete(endpoint)
    session.flush()


def tell_agency(session: Session, agency_id: int, kind: EventKind, data: dict[str, Any]) -> WebhookMessage | None:
    """Write a message for every endpoint that wants this kind; None when there is none. `data` holds ids and codes only."""
    wanted = select(WebhookEndpoint).where(WebhookEndpoint.agency_id == agency_id, WebhookEndpoint.state == EndpointState.ACTIVE)
    endpoints = [one for one in session.scalars(wanted) if not one.kinds or kind in one.kinds]
    return _write(session, agency_id, kind, data, endpoints) if endpoints else None


def send_test(session: Session, actor: Actor, endpoint: WebhookEndpoint) -> WebhookMessage:
    """A message without meaning, to see whether the endpoint takes it. Raises Conflict when it is off."""
    _require_keeper(actor, endpoint)
    ENDPOINT_LIFECYCLE.after(endpoint.state, "disable")
    endpoint.failures, endpoint.resting_until = 0, None
    return _write(session, endpoint.agency_id, EventKind.TEST, {"endpoint": endpoint.public_id}, [endpoint])


def replay(session: Session, actor: Actor, endpoint: WebhookEndpoint, *, delivery_id: str | None = None, since: datetime | None = None) -> int:
    """Send off again one delivery, or all of messages since an instant, under the same webhook-id; gives how many. Raises NotFound, Conflict."""
    _require_keeper(actor, endpoint)
    ENDPOINT_LIFECYCLE.after(endpoint.state, "disable")
    chosen = select(WebhookDelivery.id).where(WebhookDelivery.endpoint_id == endpoint.id)
    if delivery_id is not None:
        chosen = chosen.where(WebhookDelivery.public_id == delivery_id)
    if since is not None:
        chosen = chosen.join(WebhookMessage, WebhookMessage.id == WebhookDelivery.message_id).where(WebhookMessage.occurred_at >= since)
    ids = list(session.scalars(chosen))
    if delivery_id is not None and not ids:
        raise NotFound
    again = update(WebhookDelivery).where(WebhookDelivery.id.in_(ids))
    again = again.values(state=DeliveryState.WAITING, attempts=0, next_at=clock.now(), delivered_at=None)
    session.execute(again.execution_options(synchronize_session="fetch"))
    endpoint.failures, endpoint.resting_until = 0, None
    session.flush()
    defer(session, DELIVER)
    return len(ids)


def _write(session: Session, agency_id: int, kind: EventKind, data: dict[str, Any], endpoints: Sequence[WebhookEndpoint]) -> WebhookMessage:
    now = clock.now()
    payload = {"type": kind.value, "timestamp": f"{now:%Y-%m-%dT%H:%M:%SZ}", "data": data}
    message = WebhookMessage(agency_id=agency_id, kind=kind, payload=payload, occurred_at=now)
    session.add(message)
    session.flush()
    session.add_all(WebhookDelivery(endpoint_id=one.id, message_id=message.id, next_at=now) for one in endpoints)
    session.flush()
    defer(session, DELIVER)
    return message


def _errors(url: str, kinds: Sequence[str]) -> list[FieldError]:
    errors = [] if set(kinds) <= {kind.value for kind in EventKind} else [FieldError("kinds", texts.KIND_UNKNOWN)]
    try:
        sending.read_target(url)
    except rules.BadAddress:
        errors.append(FieldError("url", texts.ADDRESS_REFUSED))
    return errors


def _refuse(errors: list[FieldError]) -> None:
    if errors:
        raise InvalidInput(errors)


def _require_keeper(actor: Actor, endpoint: WebhookEndpoint) -> None:
    if access.agency_of(actor) != endpoint.agency_id:
        raise NotFound
