"""What an agency can be told of, and what becomes of telling it."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class EventKind(StrEnum):
    """The `type` of a message."""

    VACANCY_PUBLISHED = "vacancy.published"
    VACANCY_REJECTED = "vacancy.rejected"
    VACANCY_CLOSED = "vacancy.closed"
    APPLICATION_SENT = "application.sent"
    APPLICATION_ANSWERED = "application.answered"
    APPLICATION_CLOSED = "application.closed"
    OFFER_ANSWERED = "offer.answered"
    PLACEMENT_CONFIRMED = "placement.confirmed"
    PLACEMENT_DISPUTED = "placement.disputed"
    LICENCE_CHANGED = "licence.changed"
    MANDATE_GIVEN = "mandate.given"
    MANDATE_WITHDRAWN = "mandate.withdrawn"
    TEST = "webhook.test"


class EndpointState(StrEnum):
    ACTIVE = "active"
    DISABLED = "disabled"


class DisabledBecause(StrEnum):
    """Why an endpoint is told nothing: its agency said so, or it answered 410."""

    AGENCY = "agency"
    GONE = "gone"


class DeliveryState(StrEnum):
    WAITING = "waiting"
    DELIVERED = "delivered"
    FAILED = "failed"
    CANCELLED = "cancelled"


class Outcome(StrEnum):
    """How one attempt ended."""

    DELIVERED = "delivered"
    GONE = "gone"
    REFUSED = "refused"
    REDIRECT = "redirect"
    ADDRESS = "address"
    UNREACHABLE = "unreachable"
    TIMEOUT = "timeout"


_S = EndpointState
ENDPOINT_LIFECYCLE = Lifecycle("webhook_endpoint", _S.ACTIVE, {"disable": {_S.ACTIVE: _S.DISABLED}, "enable": {_S.DISABLED: _S.ACTIVE}})
