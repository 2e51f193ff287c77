"""A server with planted faults: it stands before the application and spoils what passes."""

import json
from collections.abc import Callable, Iterable
from typing import Any

from werkzeug.wrappers import Request, Response

Application = Callable[..., Iterable[bytes]]
Fault = Callable[[Request, Response], Response]


class Faulty:
    """Lets every request through and each answer be spoilt by one fault; `before` may answer instead of the application."""

    def __init__(self, application: Application, spoil: Fault | None = None, before: Callable[[Request], Response | None] | None = None) -> None:
        self.application, self.spoil, self.before = application, spoil, before

    def __call__(self, environ: dict[str, Any], start_response: Any) -> Iterable[bytes]:
        request = Request(environ)
        answer = self.before(request) if self.before else None
        if answer is None:
            answer = Response.from_app(self.application, environ, buffered=True)
            if self.spoil is not None:
                answer = self.spoil(request, answer)
        return answer(environ, start_response)


def spoiling_lines(path: str, change: Callable[[list[bytes]], list[bytes]]) -> Fault:
    """Change the lines of a stream."""

    def spoil(request: Request, answer: Response) -> Response:
        if request.path == path and answer.status_code == 200:
            answer.set_data(b"".join(line + b"\n" for line in change(answer.get_data().splitlines())))
        return answer

    return spoil


def spoiling_json(path: str, change: Callable[[Any], None], method: str = "GET") -> Fault:
    """Change the document of an answer in place; `path` is how the address begins."""

    def spoil(request: Request, answer: Response) -> Response:
        if request.method == method and request.path.startswith(path) and answer.status_code in (200, 201) and answer.mimetype == "application/json":
            document = json.loads(answer.get_data())
            change(document)
            answer.set_data(json.dumps(document, ensure_ascii=False))
        return answer

    return spoil


def without_tombstones(document: dict[str, Any]) -> None:
    if "items" in document:
        document["items"] = [one for one in document["items"] if one.get("kind") != "closed"]


def losing_items(document: dict[str, Any]) -> None:
    """Every seventh change is lost."""
    if "items" in document:
        document["items"] = [one for number, one in enumerate(document["items"]) if number % 7 != 3]


def doubling_items(document: dict[str, Any]) -> None:
    document["items"] = document["items"] + document["items"][:1]


def telling_contacts(document: dict[str, Any]) -> None:
    for one in document.get("items", []):
        if one.get("vacancy"):
            one["vacancy"]["contact_phone"] = "+77005550199"


def without_cursor(document: dict[str, Any]) -> None:
    if not document.get("has_more"):
        document["next_cursor"] = None


def old_texts(document: dict[str, Any]) -> None:
    for one in document.get("items", []):
        if one.get("vacancy"):
            one["vacancy"]["title"] = one["vacancy"]["title"].replace("Senior work", "Junior work")


def with_another_secret(document: dict[str, Any]) -> None:
    if "secret" in document:
        document["secret"] = "whsec_" + "A" * 43 + "="


def early_cursor(lines: list[bytes]) -> list[bytes]:
    """The heading of a snapshot taken long ago: the feed that follows repeats everything."""
    first = json.loads(lines[0])
    first["cursor"] = early_cursor.kept = getattr(early_cursor, "kept", first["cursor"])  # type: ignore[attr-defined]
    return [json.dumps(first).encode(), *lines[1:]]


def deaf_to_delete(request: Request) -> Response | None:
    """Says that it was taken off and does nothing."""
    if request.method == "DELETE" and "/vacancies/" in request.path:
        return Response(json.dumps({"state": "withdrawn"}), mimetype="application/json")
    return None


def forgetful(request: Request) -> Response | None:
    """Takes no notice of Idempotency-Key."""
    request.environ.pop("HTTP_IDEMPOTENCY_KEY", None)
    return None


def open_door(request: Request) -> Response | None:
    """Whoever asks gets a token of somebody else's."""
    if request.path == "/api/v1/oauth/token" and request.authorization and request.authorization.password == "wrong":
        return Response(json.dumps({"access_token": "x", "token_type": "Bearer", "expires_in": 1, "scope": ""}), mimetype="application/json")
    return None
