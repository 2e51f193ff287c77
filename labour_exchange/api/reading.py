"""What every answered read carries: its ETag, how long it may be kept, and what it depends on."""

from flask import Flask, Response, g, request, session

from labour_exchange.api.language import language

PREFIX = "/api/"
JSON = "application/json"
USUAL_SECONDS = 60


def keep_for(seconds: int) -> None:
    """Let caches keep the answer being made for so long."""
    g.api_seconds = seconds


def register(app: Flask) -> None:
    app.before_request(_start)
    app.after_request(_finish)


def _start() -> None:
    g.pop("api_seconds", None)


def _finish(response: Response) -> Response:
    if not request.path.startswith(PREFIX):
        return response
    # No answer here rests on a cookie, whatever an extension looked into: caches may share it.
    session.accessed = False
    if response.status_code not in {429, 503}:
        response.headers.pop("Retry-After", None)
    is_answer = request.method in {"GET", "HEAD"} and response.status_code == 200 and response.mimetype == JSON
    if is_answer:
        return _dated(response)
    if request.method not in {"GET", "HEAD"}:
        response.headers.setdefault("Cache-Control", "no-store")
    return response


def _dated(response: Response) -> Response:
    """A client that has this very answer gets 304 and no body."""
    response.vary.add("Accept-Language")
    response.headers.setdefault("Content-Language", language())
    if "api_client" in g:
        # Of one agency only: asked for again each time, and never kept for somebody else.
        response.headers["Cache-Control"] = "private, no-cache"
        response.vary.add("Authorization")
    response.headers.setdefault("Cache-Control", f"public, max-age={g.get('api_seconds', USUAL_SECONDS)}")
    response.add_etag()
    response.make_conditional(request)
    return response
