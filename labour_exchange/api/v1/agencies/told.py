"""From a row to what a program is told of it."""

from typing import Any

from flask import current_app

from labour_exchange.api.language import language
from labour_exchange.vacancies.imports.receipts import Receipt
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.pushes.queries import remedy_of
from labour_exchange.vacancies.texts import REJECTIONS, REMEDIES


def receipt(one: Receipt) -> dict[str, Any]:
    said = one.rejection
    return {
        "line": one.row,
        "external_id": one.external_id,
        "outcome": one.outcome.value,
        "id": one.public_id,
        "state": one.state,
        "code": said.message.code if said else None,
        "field": (said.field or None) if said else None,
        "detail": said.in_language(language()) if said else None,
    }


def standing(one: Vacancy) -> dict[str, Any]:
    """State, why it is not public, and the remedy."""
    said, remedy, code = language(), remedy_of(one), one.rejection_code
    rejection = None
    if code is not None:
        texts = {"detail": REJECTIONS[code].in_language(said), "remedy": REMEDIES[code].in_language(said)}
        rejection = {"code": code.value, "note": one.rejection_note, **texts}
    return {"id": one.public_id, "state": one.state.value, "rejection": rejection, "remedy": remedy.in_language(said) if remedy else None}


def own_vacancy(one: Vacancy) -> dict[str, Any]:
    employer = one.employer
    return standing(one) | {
        "source": (one.source_name or "").rpartition("/")[2],
        "external_id": one.external_id,
        "url": f"{current_app.config.get('BASE_URL', '')}/{language()}/vacancies/{one.public_id}",
        "title": one.title,
        "employer": {"bin": (employer.bin or "") if employer else "", "name": employer.name if employer else ""},
        "occupation": one.occupation_code,
        "region": one.region_code,
        "posts": one.posts,
        "posts_filled": one.posts_filled,
        "apply_by": one.apply_by_on,
        "published_at": one.published_at,
        "checked_at": one.checked_at,
        "version": one.version,
    }
