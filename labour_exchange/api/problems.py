"""Every error under /api as one problem document (RFC 9457), in the reader's language and with codes that never change."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from flask import Blueprint, Flask, Response, current_app, g, request
from werkzeug.exceptions import Forbidden, HTTPException

from labour_exchange.agencies.clients.texts import CREDENTIALS_WRONG
from labour_exchange.api.language import language
from labour_exchange.api.texts import INVALID_VALUE, PROBLEMS
from labour_exchange.foundation.errors import NOT_FOUND, FieldError, InvalidInput, NotProven, Refusal, TooMany
from labour_exchange.foundation.paging import BAD_CURSOR
from labour_exchange.foundation.texts import Message
from search.results import BadCursor, EngineUnavailable

MEDIA_TYPE = "application/problem+json"
DOCUMENTATION = "/api/v1/docs"
KEPT_BY_PROBLEM = {"content-type", "content-length"}
CHALLENGE = 'Bearer realm="labour exchange"'
CHALLENGES = {CREDENTIALS_WRONG: f'{CHALLENGE}, error="invalid_token"'}
# What marshmallow calls the errors of a whole document.
WHOLE = "_schema"


def problem(status: int, code: str, detail: str, errors: Sequence[dict[str, str]] = ()) -> Response:
    """The document of one error; `type` leads to the page that explains its code."""
    body: dict[str, Any] = {
        "type": f"{current_app.config.get('BASE_URL', '')}{DOCUMENTATION}#{code}",
        "title": _message(status).text.in_language(language()),
        "status": status,
        "code": code,
        "detail": detail,
        "request_id": g.get("request_id", ""),
        "errors": list(errors),
    }
    response = Response(json.dumps(body, ensure_ascii=False), status, mimetype=MEDIA_TYPE)
    response.headers["Content-Language"] = language()
    response.headers["Cache-Control"] = "no-store"
    response.vary.add("Accept-Language")
    return response


def answer_http_error(error: HTTPException) -> Response:
    """A refusal of the framework; what is forbidden does not exist for this caller."""
    if error.response is not None:
        return Response.force_type(error.response)  # type: ignore[arg-type]
    status = 404 if isinstance(error, Forbidden) else error.code or 500
    message = _message(status)
    status = status if status in PROBLEMS else 500 if status >= 500 else 400
    found = getattr(error, "data", None) or {}
    response = problem(status, message.code, message.text.in_language(language()), list(_named(found.get("messages", {}))) if status == 422 else ())
    for name, value in error.get_headers():
        if name.lower() not in KEPT_BY_PROBLEM:
            response.headers[name] = value
    return response


def answer_refusal(refusal: Refusal) -> Response:
    """A refusal of the domain, under the code of its message."""
    said = language()
    errors: list[dict[str, str]] = []
    if isinstance(refusal, InvalidInput):
        errors = [_error(_pointer(error.field), error.message, error.values) for error in refusal.errors]
    elif refusal.field:
        errors = [_error(_pointer(refusal.field), refusal.message, refusal.values)]
    # The domain's own sentence speaks of a page.
    detail = PROBLEMS[404].text.in_language(said) if refusal.message is NOT_FOUND else refusal.in_language(said)
    response = problem(refusal.status, refusal.code, detail, errors)
    if isinstance(refusal, TooMany):
        response.headers["Retry-After"] = str(refusal.retry_after)
    if isinstance(refusal, NotProven):
        response.headers["WWW-Authenticate"] = CHALLENGES.get(refusal.message, CHALLENGE)
    return response


def answer_bad_cursor(error: BadCursor) -> Response:
    return answer_refusal(Refusal(BAD_CURSOR, field="query/cursor"))


def answer_unavailable(error: EngineUnavailable) -> Response:
    message = PROBLEMS[503]
    response = problem(503, message.code, message.text.in_language(language()))
    response.headers["Retry-After"] = "5"
    return response


def register(app: Flask) -> None:
    """Answer errors; the web, registered later, takes those that are not under /api/."""
    app.register_error_handler(HTTPException, answer_http_error)
    app.register_error_handler(Refusal, answer_refusal)


def answer_search_errors(resource: Flask | Blueprint) -> None:
    """Answer what a search may raise, for one resource: pages have their own words for it."""
    resource.register_error_handler(BadCursor, answer_bad_cursor)
    resource.register_error_handler(EngineUnavailable, answer_unavailable)


def _message(status: int) -> Message:
    return PROBLEMS.get(status) or PROBLEMS[500 if status >= 500 else 400]


def _pointer(field: str) -> str:
    """Into the request: a field that says no place itself is one of the body, where there is a body."""
    return f"/{field}" if "/" in field or request.method in {"GET", "HEAD"} else f"/json/{field}"


def _error(pointer: str, message: Message, values: Mapping[str, object]) -> dict[str, str]:
    return {"pointer": pointer, "code": message.code, "detail": message.text.in_language(language(), **values)}


def _named(messages: object, pointer: str = "") -> Iterator[dict[str, str]]:
    """The leaves of a tree of validation errors, each with its JSON pointer into {query, json, path}."""
    if isinstance(messages, Mapping):
        for name, inner in messages.items():
            yield from _named(inner, pointer if name == WHOLE else f"{pointer}/{_escaped(str(name))}")
    elif isinstance(messages, list | tuple):
        for inner in messages:
            yield from _named(inner, pointer)
    elif isinstance(messages, FieldError):
        yield _error(pointer, messages.message, messages.values)
    else:
        yield _error(pointer, messages if isinstance(messages, Message) else INVALID_VALUE, {})


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
