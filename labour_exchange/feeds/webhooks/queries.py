"""Read an agency's endpoints and what became of its messages."""

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, joinedload, selectinload

from labour_exchange.feeds.webhooks import access
from labour_exchange.feeds.webhooks.models import WebhookDelivery, WebhookEndpoint
from labour_exchange.feeds.webhooks.states import DeliveryState
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound


def endpoints_of(actor: Actor) -> Select[tuple[WebhookEndpoint]]:
    """The agency's own, to be paged by id."""
    return access.visible(actor, select(WebhookEndpoint))


def own_endpoints(session: Session, actor: Actor) -> list[WebhookEndpoint]:
    """Oldest first."""
    return list(session.scalars(endpoints_of(actor).order_by(WebhookEndpoint.id)))


def own_endpoint(session: Session, actor: Actor, public_id: str) -> WebhookEndpoint:
    """Raises NotFound for everybody else's."""
    found = session.scalars(access.visible(actor, select(WebhookEndpoint)).where(WebhookEndpoint.public_id == public_id)).one_or_none()
    if found is None:
        raise NotFound
    return found


def deliveries_of(endpoint: WebhookEndpoint) -> Select[tuple[WebhookDelivery]]:
    """With message and attempts, to be paged by id."""
    wanted = select(WebhookDelivery).where(WebhookDelivery.endpoint_id == endpoint.id)
    return wanted.options(joinedload(WebhookDelivery.message), selectinload(WebhookDelivery.log))


def counts_of(session: Session, endpoints: list[WebhookEndpoint]) -> dict[int, dict[DeliveryState, int]]:
    """How many deliveries of each endpoint are in each state."""
    wanted = select(WebhookDelivery.endpoint_id, WebhookDelivery.state, func.count()).group_by(WebhookDelivery.endpoint_id, WebhookDelivery.state)
    found: dict[int, dict[DeliveryState, int]] = {one.id: {} for one in endpoints}
    for endpoint_id, state, count in session.execute(wanted.where(WebhookDelivery.endpoint_id.in_(list(found)))):
        found[endpoint_id][state] = count
    return found
