"""Endpoints that are told when something happens, kept by the agency's own program."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.bodies import Body, one_of
from labour_exchange.api.fields import Sized, Words
from labour_exchange.api.pages import PageQuestion, next_link, page_schema
from labour_exchange.api.programs.acts import commits
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.programs.listing import listed
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.vacancy_shapes import Instant, instant
from labour_exchange.feeds.webhooks import operations, queries
from labour_exchange.feeds.webhooks.access import KEEP_WEBHOOKS_BY_PROGRAM
from labour_exchange.feeds.webhooks.models import WebhookDelivery, WebhookEndpoint
from labour_exchange.feeds.webhooks.rules import LONGEST_URL
from labour_exchange.feeds.webhooks.states import DeliveryState, DisabledBecause, EndpointState, EventKind, Outcome
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db

blueprint = Blueprint("api_webhooks", __name__, url_prefix="/api/v1/webhooks", description="Webhooks: be told when something happens.")
SCOPE = KEEP_WEBHOOKS_BY_PROGRAM.scope.value
ONE = "/<string:public_id>"


class NewEndpoint(Body):
    """Where to call and what to tell."""

    url = Words(required=True, validate=Sized(1, LONGEST_URL), metadata={"description": "It begins with https:// and is open on the internet."})
    events = ma.fields.List(
        one_of(EventKind), validate=Sized(0, len(EventKind)), load_default=[], metadata={"description": "Kinds of events; all when empty."}
    )


class ReplayWanted(Body):
    """Which messages to send again."""

    delivery = Words(validate=Sized(1, 40), metadata={"description": "Id of one delivery."})
    since = ma.fields.AwareDateTime(metadata={"description": "All messages since this instant."})


class EndpointItem(ma.Schema):
    """An endpoint, without its secret."""

    id = ma.fields.String(required=True)
    url = ma.fields.String(required=True)
    events = ma.fields.List(ma.fields.String(), required=True)
    state = ma.fields.String(required=True, metadata={"enum": [one.value for one in EndpointState]})
    disabled_because = ma.fields.String(required=True, allow_none=True, metadata={"enum": [*(one.value for one in DisabledBecause), None]})
    created_at = Instant(required=True)


class EndpointWithSecret(EndpointItem):
    """An endpoint with its new secret, which is shown once."""

    secret = ma.fields.String(required=True, metadata={"description": "whsec_ and base64, as Standard Webhooks has it."})
    former_until = Instant(required=True, allow_none=True, metadata={"description": "Until then the secret before it signs too."})


class AttemptItem(ma.Schema):
    """One call."""

    attempted_at = ma.fields.String(required=True)
    outcome = ma.fields.String(required=True, metadata={"enum": [one.value for one in Outcome]})
    status = ma.fields.Integer(required=True, allow_none=True)
    milliseconds = ma.fields.Integer(required=True)


class DeliveryItem(ma.Schema):
    """One message for this endpoint and every attempt to deliver it."""

    id = ma.fields.String(required=True)
    message = ma.fields.String(required=True, metadata={"description": "The webhook-id; the same when it is sent again."})
    event = ma.fields.String(required=True, metadata={"enum": [one.value for one in EventKind]})
    occurred_at = Instant(required=True)
    state = ma.fields.String(required=True, metadata={"enum": [one.value for one in DeliveryState]})
    next_at = Instant(required=True, allow_none=True)
    attempts = ma.fields.List(ma.fields.Nested(AttemptItem), required=True)


class Replayed(ma.Schema):
    """How many are on their way again."""

    deliveries = ma.fields.Integer(required=True)


@blueprint.get("")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Endpoints", EndpointItem))
@described(blueprint, "listWebhooks", "List endpoints", scope=SCOPE)
def list_webhooks(question: dict[str, Any]) -> Any:
    """Your endpoints, oldest first."""
    session = db.session()
    page = listed(session, queries.endpoints_of(proven().actor), WebhookEndpoint.id, question, _endpoint)
    return page, 200, next_link(page)


@blueprint.post("")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@commits
@blueprint.arguments(NewEndpoint)
@blueprint.response(201, EndpointWithSecret)
@described(blueprint, "addWebhook", "Add an endpoint", scope=SCOPE)
def add_webhook(sent: dict[str, Any]) -> Any:
    """Messages follow Standard Webhooks 1.0. The secret is in this answer only."""
    return _with_secret(operations.add_endpoint(db.session(), proven().actor, url=sent["url"], kinds=sent["events"]))


@blueprint.delete(ONE)
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@commits
@blueprint.response(200, EndpointItem)
@described(blueprint, "deleteWebhook", "Delete an endpoint", scope=SCOPE)
def delete_webhook(public_id: str) -> Any:
    """With its deliveries and their log."""
    found = _own(public_id)
    told = _endpoint(found)
    operations.delete_endpoint(db.session(), proven().actor, found)
    return told


@blueprint.post(f"{ONE}/rotation")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@commits
@blueprint.response(201, EndpointWithSecret)
@described(blueprint, "rotateWebhook", "Replace the secret", scope=SCOPE)
def rotate_webhook(public_id: str) -> Any:
    """For a day both secrets sign. The new one is in this answer only."""
    return _with_secret(operations.rotate_secret(db.session(), proven().actor, _own(public_id)))


@blueprint.post(f"{ONE}/test")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@commits
@blueprint.response(201, EndpointItem)
@described(blueprint, "testWebhook", "Send a test message", scope=SCOPE)
def send_test_message(public_id: str) -> Any:
    """A message of the kind webhook.test."""
    found = _own(public_id)
    operations.send_test(db.session(), proven().actor, found)
    return _endpoint(found)


@blueprint.get(f"{ONE}/deliveries")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@blueprint.arguments(PageQuestion, location="query", unknown="raise")
@blueprint.response(200, page_schema("Deliveries", DeliveryItem))
@described(blueprint, "listDeliveries", "List deliveries", scope=SCOPE)
def list_deliveries(question: dict[str, Any], public_id: str) -> Any:
    """Messages of the last 30 days, oldest first, with every attempt."""
    page = listed(db.session(), queries.deliveries_of(_own(public_id)), WebhookDelivery.id, question, _delivery)
    return page, 200, next_link(page)


@blueprint.post(f"{ONE}/replays")
@permits(KEEP_WEBHOOKS_BY_PROGRAM)
@commits
@blueprint.arguments(ReplayWanted)
@blueprint.response(201, Replayed)
@described(blueprint, "replayDeliveries", "Send again", scope=SCOPE)
def replay_deliveries(sent: dict[str, Any], public_id: str) -> Any:
    """One delivery, or all of messages since an instant, under the same webhook-id; all of the last 30 days when neither is named."""
    options = {"delivery_id": sent.get("delivery"), "since": sent.get("since")}
    return {"deliveries": operations.replay(db.session(), proven().actor, _own(public_id), **options)}


def _own(public_id: str) -> WebhookEndpoint:
    return queries.own_endpoint(db.session(), proven().actor, public_id)


def _endpoint(one: WebhookEndpoint) -> dict[str, Any]:
    because = one.disabled_because.value if one.disabled_because else None
    same = {"id": one.public_id, "url": one.url, "events": one.kinds, "state": one.state.value}
    return same | {"disabled_because": because, "created_at": one.created_at}


def _with_secret(one: WebhookEndpoint) -> dict[str, Any]:
    return _endpoint(one) | {"secret": one.secret, "former_until": one.former_until}


def _delivery(one: WebhookDelivery) -> dict[str, Any]:
    return {
        "id": one.public_id,
        "message": one.message.public_id,
        "event": one.message.kind.value,
        "occurred_at": one.message.occurred_at,
        "state": one.state.value,
        "next_at": one.next_at,
        "attempts": [
            {"attempted_at": instant(call.attempted_at), "outcome": call.outcome.value, "status": call.status, "milliseconds": call.milliseconds}
            for call in one.log
        ],
    }
