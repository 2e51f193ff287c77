"""The OpenAPI document: made by flask-smorest from the views, with every answer that can come named on every operation."""

from copy import deepcopy
from functools import cached_property
from typing import Any

import flask_smorest
import marshmallow as ma

from labour_exchange.agencies.clients.states import ClientScope
from labour_exchange.agencies.clients.texts import SCOPES
from labour_exchange.api import problems

TITLE = "Labour exchange"
VERSION = "1.0.0"
DESCRIPTION = (
    "Vacancies, classifications, regions and statistics of the labour exchange. These need no key. "
    "Programs of agencies send vacancies and answer applications with a token or a key. "
    "Errors are problem documents (RFC 9457) in Kazakh, Russian or English. Money is whole tenge (KZT) a month before tax; instants are UTC."
)
PROBLEM = {"$ref": "#/components/responses/PROBLEM"}
# Documented on every operation: these do not depend on the resource.
EVERYWHERE = ("400", "404", "405", "415", "422", "429", "500", "503")
RATE_HEADERS = {
    "Retry-After": {"description": "Seconds to wait; with 429 and 503.", "schema": {"type": "integer"}},
    "X-Request-Id": {"description": "Name of this request in our logs.", "schema": {"type": "string"}},
}
READ_HEADERS = {
    "ETag": {"description": "Send it as If-None-Match to be told 304 while nothing has changed.", "schema": {"type": "string"}},
    "Content-Language": {"description": "Language of the texts.", "schema": {"type": "string", "enum": ["kk", "ru", "en"]}},
    "X-RateLimit-Limit": {"description": "Requests an address may make in the present window.", "schema": {"type": "integer"}},
    "X-RateLimit-Remaining": {"description": "How many of them are left.", "schema": {"type": "integer"}},
    "X-RateLimit-Reset": {"description": "When the window ends, in seconds since 1970.", "schema": {"type": "integer"}},
    "X-Request-Id": RATE_HEADERS["X-Request-Id"],
}
LINK = {"Link": {"description": 'The next page, rel="next"; absent on the last.', "schema": {"type": "string"}}}
IF_NONE_MATCH = {"name": "If-None-Match", "in": "header", "description": "The ETag you hold.", "schema": {"type": "string"}}

IF_MATCH = {"name": "If-Match", "in": "header", "description": "The ETag of the version you decided on.", "schema": {"type": "string"}}
IDEMPOTENCY_KEY = {
    "name": "Idempotency-Key",
    "in": "header",
    "description": "Your own name for this act: sent again within 24 hours, it is answered as before and done once.",
    "schema": {"type": "string", "pattern": "^[!-~]{1,200}$"},
}
SECURITY = {
    "oauth2": {
        "type": "oauth2",
        "description": "A token by client credentials.",
        "flows": {"clientCredentials": {"tokenUrl": "/api/v1/oauth/token", "scopes": {one.value: SCOPES[one].en for one in ClientScope}}},
    },
    "key": {"type": "http", "scheme": "bearer", "description": "A long-lived key that begins with elx_."},
}


class WrongValue(ma.Schema):
    """One value that cannot be accepted."""

    pointer = ma.fields.String(required=True, metadata={"description": "JSON pointer into the request: /query/limit, /json/title."})
    code = ma.fields.String(required=True)
    detail = ma.fields.String(required=True)


class Problem(ma.Schema):
    """An error, as RFC 9457 writes it. `code` never changes; `title` and `detail` are in the asked language."""

    type = ma.fields.String(required=True, metadata={"format": "uri-reference"})
    title = ma.fields.String(required=True)
    status = ma.fields.Integer(required=True)
    code = ma.fields.String(required=True)
    detail = ma.fields.String(required=True)
    request_id = ma.fields.String(required=True)
    errors = ma.fields.List(ma.fields.Nested(WrongValue), required=True)


class Api(flask_smorest.Api):  # type: ignore[misc]
    """flask-smorest, except that errors are ours and the document is complete."""

    ERROR_SCHEMA = Problem

    def _register_error_handlers(self) -> None:
        """problems.py answers errors."""

    @cached_property
    def document(self) -> dict[str, Any]:
        """The whole document; asked for once every view is registered."""
        made = deepcopy(self.spec.to_dict())
        made["info"]["description"] = DESCRIPTION
        components = made.setdefault("components", {})
        shape = {"$ref": "#/components/schemas/Problem"}
        answers = {"PROBLEM": {"description": "An error.", "content": {problems.MEDIA_TYPE: {"schema": shape}}, "headers": RATE_HEADERS}}
        components["responses"] = answers
        components["securitySchemes"] = SECURITY
        # Pages are our own, by cursor.
        components["schemas"].pop("PaginationMetadata", None)
        for operations in made["paths"].values():
            for method, operation in operations.items():
                if method != "parameters":
                    _complete(method, operation)
        return made


def _complete(method: str, operation: dict[str, Any]) -> None:
    """Name every answer of one operation."""
    answers = {status: answer for status, answer in operation["responses"].items() if status.startswith("2")}
    is_list = any(isinstance(one, dict) and one.get("name") == "cursor" for one in operation.get("parameters", []))
    for answer in answers.values():
        answer["headers"] = READ_HEADERS | (LINK if is_list else {})
    refusals = [*EVERYWHERE, *operation.pop("x-refusals", ()), *(["410"] if operation.pop("x-gone", False) else [])]
    parameters = operation.setdefault("parameters", [])
    if method == "get":
        answers["304"] = {"description": "What you hold is still what we would send."}
        parameters.append(IF_NONE_MATCH)
    if operation.get("security"):
        refusals += ["401", "403"]
    if operation.pop("x-versions", False):
        parameters.append(IF_MATCH)
    is_only_read = operation.pop("x-reads", False)
    if (operation.get("security") and method == "post" and not is_only_read) or operation.pop("x-idempotent", False):
        parameters.append(IDEMPOTENCY_KEY)
        refusals.append("409")
        operation.pop("x-idempotent", None)
    own = {status: answer for status, answer in operation["responses"].items() if status in operation.get("x-own-refusals", ())}
    operation.pop("x-own-refusals", None)
    operation["responses"] = answers | dict.fromkeys(refusals, PROBLEM) | own
