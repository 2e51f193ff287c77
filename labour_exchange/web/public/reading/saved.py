"""Vacancies saved to think about: kept in the reader's own browser, signed, for three months; the exchange counts how often, and keeps no list."""

from flask import Response, current_app, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from itsdangerous import BadSignature, URLSafeTimedSerializer

from config import Settings
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.vacancies.queries import vacancies_by_public_id, vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.cards import card
from labour_exchange.web.public.reading.counting import count_save

COOKIE = "saved"
MOST = 30
THREE_MONTHS = 91 * 24 * 3600


@blueprint.get("/vacancies/saved")
@permits(READ_VACANCY)
def saved_vacancies() -> str:
    """What this browser has saved, the last one first; what is over is counted, not shown."""
    public_ids = saved_ids()
    rows = vacancies_by_public_id(db.session(), current_actor(), public_ids) if public_ids else {}
    kept = [(public_id, card(rows[public_id])) for public_id in public_ids if public_id in rows and rows[public_id].is_open]
    return render_template("public/saved.html", kept=kept, over=len(public_ids) - len(kept), most=MOST)


@blueprint.post("/vacancies/<public_id>/saved")
@permits(READ_VACANCY)
def save_vacancy(public_id: str) -> ResponseReturnValue:
    """Save a vacancy that the reader may see, or with keep=no take it off the list, whatever became of it."""
    others = [one for one in saved_ids() if one != public_id]
    if request.form.get("keep") == "no":
        return _with_saved(redirect(url_for("public.saved_vacancies"), 303), others)
    found = vacancy_for(db.session(), current_actor(), public_id)
    if public_id not in saved_ids():
        count_save(current_actor(), found)
    return _with_saved(redirect(url_for("public.vacancy", public_id=public_id), 303), [public_id, *others])


@blueprint.post("/vacancies/saved/clear")
@permits(READ_VACANCY)
def clear_saved() -> ResponseReturnValue:
    """Forget everything that was saved."""
    answer = redirect(url_for("public.saved_vacancies"), 303)
    answer.delete_cookie(COOKIE, path="/")
    return answer


def saved_ids() -> list[str]:
    """The public ids that the reader's browser keeps, the last one first; none from a list that is forged or too old."""
    try:
        found = _signer().loads(request.cookies.get(COOKIE, ""), max_age=THREE_MONTHS)
    except BadSignature:
        return []
    return [one for one in found if isinstance(one, str)][:MOST]


def _with_saved(answer: Response, public_ids: list[str]) -> Response:
    settings: Settings = current_app.config["SETTINGS"]
    kept = _signer().dumps(public_ids[:MOST])
    answer.set_cookie(COOKIE, kept, max_age=THREE_MONTHS, secure=settings.is_production, httponly=True, samesite="Lax", path="/")
    return answer


def _signer() -> URLSafeTimedSerializer:
    return URLSafeTimedSerializer(str(current_app.secret_key), salt="saved vacancies")
