"""An act of a program: committed once, undone whole when it is refused, and done once however often it is sent under one key."""

import hashlib
import re
from collections.abc import Callable
from functools import wraps
from typing import Any

from flask import Response, make_response, request

from labour_exchange.api.programs.clients import proven
from labour_exchange.api.texts import KEY_IN_FLIGHT, KEY_REUSED, KEY_WRONG
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.errors import Conflict, Refusal
from labour_exchange.foundation.records.answers import is_key_free, keep_answer, kept_answer

HEADER = "Idempotency-Key"
REPLAYED = "Idempotency-Replayed"
KEY = re.compile(r"[\x21-\x7e]{1,200}")
KEPT_HEADERS = ("Content-Type", "Content-Language", "Location", "ETag")

View = Callable[..., Any]


def commits(view: View) -> View:
    """Commit what the view has done; what it refuses leaves nothing behind. Stands above the decorators that write the answer."""

    @wraps(view)
    def act(**arguments: Any) -> Response:
        session = db.session()
        try:
            response = _once(session, view, arguments)
            session.commit()
        except BaseException:
            session.rollback()
            raise
        return response

    return act


def key_of_request() -> str | None:
    """The key under which the request may be sent again; raises Refusal(key_wrong)."""
    key = request.headers.get(HEADER)
    if key is not None and not KEY.fullmatch(key):
        raise Refusal(KEY_WRONG, field=f"header/{HEADER}")
    return key


def owner_of_keys() -> str:
    return f"client {proven().client.public_id}"


def _once(session: ExchangeSession, view: View, arguments: dict[str, Any]) -> Response:
    key = key_of_request() if request.method == "POST" else None
    if key is None:
        return make_response(view(**arguments))
    owner = owner_of_keys()
    if not is_key_free(session, owner, key):
        raise Conflict(KEY_IN_FLIGHT)
    fingerprint = _fingerprint()
    earlier = kept_answer(session, owner, key)
    if earlier is not None:
        if earlier.fingerprint != fingerprint:
            raise Refusal(KEY_REUSED, field=f"header/{HEADER}")
        return Response(earlier.body, earlier.status, headers={**earlier.headers, REPLAYED: "true"})
    response = make_response(view(**arguments))
    if response.status_code < 300:
        headers = {name: response.headers[name] for name in KEPT_HEADERS if name in response.headers}
        body = response.get_data(as_text=True)
        keep_answer(session, owner, key, fingerprint=fingerprint, status=response.status_code, headers=headers, body=body)
    return response


def _fingerprint() -> str:
    """Of the address with its query and of the body, byte by byte."""
    asked = f"{request.method} {request.full_path}\n".encode() + request.get_data(cache=True)
    return hashlib.sha256(asked).hexdigest()
