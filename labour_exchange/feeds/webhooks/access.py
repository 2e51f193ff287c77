"""An endpoint belongs to its agency, and to nobody else."""

from sqlalchemy import Select, false

from labour_exchange.agencies.clients.access import client_action
from labour_exchange.agencies.clients.states import ClientScope
from labour_exchange.feeds.webhooks.models import WebhookEndpoint
from labour_exchange.foundation.access import Actor, ActorKind, action_for
from labour_exchange.foundation.errors import NotFound

KEEP_WEBHOOKS = action_for("keep webhooks", ActorKind.AGENCY)
KEEP_WEBHOOKS_BY_PROGRAM = client_action("keep webhooks by a program", ClientScope.FEED)


def visible(actor: Actor, wanted: Select[tuple[WebhookEndpoint]]) -> Select[tuple[WebhookEndpoint]]:
    """The agency's own."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id is None:
        return wanted.where(false())
    return wanted.where(WebhookEndpoint.agency_id == actor.organisation_id)


def agency_of(actor: Actor) -> int:
    """Raises NotFound for everybody who is no agency."""
    if actor.kind is not ActorKind.AGENCY or actor.organisation_id is None:
        raise NotFound
    return actor.organisation_id
