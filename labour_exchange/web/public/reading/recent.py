"""Vacancies read lately: kept in the reader's own browser, signed, for two weeks or until the reader clears it; the exchange keeps no list."""

from flask import Response, current_app, redirect, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeTimedSerializer

from config import Settings
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_public_id
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.blueprint import blueprint

COOKIE = "recent"
MOST = 6
TWO_WEEKS = 14 * 24 * 3600


@blueprint.post("/vacancies/recent/clear")
@permits(READ_VACANCY)
def clear_recent() -> ResponseReturnValue:
    """Forget what was read lately."""
    answer = redirect(url_for("public.vacancies"), 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def recently_read(*, besides: str = "") -> list[Vacancy]:
    """What the reader's browser remembers, the last one first, as far as the reader may still see it."""
    public_ids = [public_id for public_id in _remembered() if public_id != besides]
    rows = vacancies_by_public_id(db.session(), current_actor(), public_ids) if public_ids else {}
    return [rows[public_id] for public_id in public_ids if public_id in rows]


def remember(answer: Response, public_id: str) -> Response:
    """Let the reader's browser remember this vacancy as the last one read."""
    kept = [public_id, *(one for one in _remembered() if one != public_id)][:MOST]
    settings: Settings = current_app.config["SETTINGS"]
    answer.set_cookie(COOKIE, _signer().dumps(kept), max_age=TWO_WEEKS, secure=settings.is_production, httponly=True, samesite="Lax", path="/")
    return answer


def _remembered() -> list[str]:
    try:
        found = _signer().loads(request.cookies.get(COOKIE, ""), max_age=TWO_WEEKS)
    except BadSignature:
        return []
    return [one for one in found if isinstance(one, str)][:MOST]


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="recently read")
