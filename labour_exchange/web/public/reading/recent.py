"""Vacancies read lately: kept in the reader's own browser for two weeks or until the reader clears it."""

from flask import Response, redirect, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_public_id
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.reading.kept import KeptList

READ_LATELY = KeptList("recent", "recently read", most=6, seconds=14 * 24 * 3600)


@blueprint.post("/vacancies/recent/clear")
@permits(READ_VACANCY)
def clear_recent() -> ResponseReturnValue:
    """Forget what was read lately."""
    return READ_LATELY.forget(redirect(url_for("public.vacancies"), 303))


def recently_read(*, besides: str = "") -> list[Vacancy]:
    """What the reader's browser remembers, the last one first, as far as the reader may still see it."""
    public_ids = [public_id for public_id in READ_LATELY.ids() if public_id != besides]
    rows = vacancies_by_public_id(db.session(), current_actor(), public_ids) if public_ids else {}
    return [rows[public_id] for public_id in public_ids if public_id in rows]


def remember(answer: Response, public_id: str) -> Response:
    """Let the reader's browser remember this vacancy as the last one read."""
    return READ_LATELY.keep(answer, [public_id, *(one for one in READ_LATELY.ids() if one != public_id)])
