"""Who a request to the interface is from: a program that proves itself by a token or a key, or anybody."""

from datetime import timedelta

from flask import Flask, Response, current_app, g, request

from labour_exchange.agencies.clients import texts
from labour_exchange.agencies.clients.access import ClientAction
from labour_exchange.agencies.clients.operations import note_use
from labour_exchange.agencies.clients.queries import ProvenClient, proven_client
from labour_exchange.agencies.queries import licence_of
from labour_exchange.agencies.rules import is_in_force
from labour_exchange.api.texts import PROBLEMS
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, action_of, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as, db
from labour_exchange.foundation.errors import NotEntitled, NotProven, TooMany
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.foundation.records.counts import count_request

PROVING = system_actor("prove client")
WINDOW = timedelta(minutes=1)
LIMIT_SETTING = "API_CLIENT_LIMIT"
WRONG_TRIES = 30


def register(app: Flask) -> None:
    """Tell programs how much they may still ask."""
    app.after_request(_tell_limit)


def actor_of_request() -> Actor:
    """The agency whose program asks; a visitor where no program is needed. Raises NotProven, NotEntitled and TooMany."""
    g.pop("api_client", None)
    g.pop("api_limit", None)
    view = current_app.view_functions.get(request.endpoint or "")
    action = action_of(view) if view else None
    if not isinstance(action, ClientAction):
        return VISITOR
    session = db.session()
    act_as(session, PROVING)
    found = _prove(session)
    _count(session, found)
    if action.scope not in found.scopes:
        raise NotEntitled(texts.SCOPE_LACKING, scope=action.scope.value)
    licence = licence_of(session, found.client.agency_id)
    if licence is None or not is_in_force(licence.state, licence.granted_on, licence.expires_on, clock.today()):
        raise NotEntitled(texts.LICENCE_NOT_IN_FORCE)
    g.api_client = found
    return found.actor


def proven() -> ProvenClient:
    """The program of this request; only in views that declare a ClientAction."""
    found: ProvenClient = g.api_client
    return found


def count_address(purpose: str, most: int, window: timedelta = WINDOW) -> None:
    """Count one try of this network address, which is kept only as a keyed hash for a day. Raises TooMany."""
    session = db.session()
    act_as(session, PROVING)
    count, seconds = count_request(session, f"{purpose} {lookup_hash(request.remote_addr or '')}", window)
    session.commit()
    if count > most:
        raise TooMany(PROBLEMS[429], retry_after=seconds)


def _prove(session: ExchangeSession) -> ProvenClient:
    """Raises NotProven, or TooMany for an address that keeps guessing."""
    scheme, _, bearer = request.headers.get("Authorization", "").partition(" ")
    if scheme.lower() != "bearer" or not bearer.strip():
        raise NotProven(texts.CREDENTIALS_MISSING)
    found = proven_client(session, bearer.strip())
    if found is None:
        count_address("wrong credentials", WRONG_TRIES)
        raise NotProven(texts.CREDENTIALS_WRONG)
    return found


def _count(session: ExchangeSession, found: ProvenClient) -> None:
    """Count the request and its day, and commit at once, so that every process sees it. Raises TooMany."""
    most = int(current_app.config[LIMIT_SETTING])
    count, seconds = count_request(session, f"client {found.client.public_id}", WINDOW)
    note_use(session, found.credential)
    session.commit()
    g.api_limit = (most, max(0, most - count), seconds)
    if count > most:
        raise TooMany(PROBLEMS[429], retry_after=seconds)


def _tell_limit(response: Response) -> Response:
    told = g.get("api_limit")
    if told and request.path.startswith("/api/"):
        for name, value in zip(("Limit", "Remaining", "Reset"), told, strict=True):
            response.headers[f"RateLimit-{name}"] = str(value)
    return response
