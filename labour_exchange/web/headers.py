"""What every answer of the exchange carries: content policy, request id, caching."""

import hashlib
import re
import secrets
from functools import cache
from pathlib import Path

from flask import Flask, Response, g, request, url_for

from labour_exchange.web.actor import current_actor
from labour_exchange.web.figures import Column

PUBLIC_BLUEPRINTS = frozenset({"public", "web", "bootstrap"})
ACCEPTABLE_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{8,64}")
STATIC = Path(__file__).parent / "static"
A_YEAR = 31_536_000


def csp_nonce() -> str:
    """The nonce of this answer; a script element without it does not run."""
    if "csp_nonce" not in g:
        g.csp_nonce = secrets.token_urlsafe(18)
    nonce: str = g.csp_nonce
    return nonce


def asset(filename: str) -> str:
    """Address of a file in static/, which changes with its content and may therefore be kept for a year."""
    return url_for("web.static", filename=filename, v=_fingerprint(filename))


def is_personal_page() -> bool:
    """Whether this answer may hold something about a person, and so must not be kept anywhere."""
    if request.blueprint in PUBLIC_BLUEPRINTS and request.endpoint and request.endpoint.endswith(".static"):
        return False
    return request.blueprint not in PUBLIC_BLUEPRINTS or g.get("is_personal", False) or current_actor().is_signed_in


def keep_nowhere() -> None:
    """Say that this page is about a person though nobody is signed in: a link led to it."""
    g.is_personal = True


def register(app: Flask) -> None:
    app.before_request(_name_request)
    app.after_request(_add_headers)
    app.jinja_env.globals.update(asset=asset, csp_nonce=csp_nonce, column=Column)
    app.context_processor(lambda: {"is_personal_page": is_personal_page()})


def _name_request() -> None:
    if "request_id" not in g:
        given = request.headers.get("X-Request-Id", "")
        g.request_id = given if ACCEPTABLE_REQUEST_ID.fullmatch(given) else secrets.token_hex(16)


def _add_headers(response: Response) -> Response:
    headers = response.headers
    headers.setdefault("Content-Security-Policy", _content_policy())
    headers.setdefault("X-Content-Type-Options", "nosniff")
    headers.setdefault("Referrer-Policy", "strict-origin-when-cross-origin")
    headers.setdefault("Permissions-Policy", "camera=(), microphone=(), geolocation=(), payment=()")
    headers.setdefault("X-Request-Id", g.get("request_id", ""))
    if request.is_secure:
        headers.setdefault("Strict-Transport-Security", f"max-age={A_YEAR}; includeSubDomains")
    if request.endpoint == "web.static" and "v" in request.args:
        headers["Cache-Control"] = f"public, max-age={A_YEAR}, immutable"
    elif not request.path.startswith("/api/"):
        _limit_caching(response)
    return response


def _limit_caching(response: Response) -> None:
    """A page that no view has dated is asked for again each time; a personal one is not kept at all."""
    if is_personal_page():
        response.headers["Cache-Control"] = "no-store"
    elif response.mimetype == "text/html":
        response.headers.setdefault("Cache-Control", "private, no-cache")


def _content_policy() -> str:
    return "; ".join(
        (
            "default-src 'none'",
            f"script-src 'self' 'nonce-{csp_nonce()}'",
            "style-src 'self'",
            "img-src 'self' data:",
            "font-src 'self'",
            "connect-src 'self'",
            "manifest-src 'self'",
            "base-uri 'none'",
            "form-action 'self'",
            "frame-ancestors 'none'",
        )
    )


@cache
def _fingerprint(filename: str) -> str:
    return hashlib.sha256((STATIC / filename).read_bytes()).hexdigest()[:12]
