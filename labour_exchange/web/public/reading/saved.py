"""Vacancies saved to think about: kept in the reader's own browser for three months; the exchange counts how often, and keeps no list."""

from flask import redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.vacancies.queries import vacancies_by_public_id, vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.cards import card
from labour_exchange.web.public.reading.counting import count_save
from labour_exchange.web.public.reading.kept import KeptList

SAVED = KeptList("saved", "saved vacancies", most=30, seconds=91 * 24 * 3600)


@blueprint.get("/vacancies/saved")
@permits(READ_VACANCY)
def saved_vacancies() -> str:
    """What this browser has saved, the last one first; what is over is counted, not shown."""
    public_ids = saved_ids()
    rows = vacancies_by_public_id(db.session(), current_actor(), public_ids) if public_ids else {}
    kept = [(public_id, card(rows[public_id])) for public_id in public_ids if public_id in rows and rows[public_id].is_open]
    return render_template("public/saved.html", kept=kept, over=len(public_ids) - len(kept), most=SAVED.most)


@blueprint.post("/vacancies/<public_id>/saved")
@permits(READ_VACANCY)
def save_vacancy(public_id: str) -> ResponseReturnValue:
    """Save a vacancy that the reader may see, or with keep=no take it off the list, whatever became of it."""
    others = [one for one in saved_ids() if one != public_id]
    if request.form.get("keep") == "no":
        return SAVED.keep(redirect(url_for("public.saved_vacancies"), 303), others)
    found = vacancy_for(db.session(), current_actor(), public_id)
    if public_id not in saved_ids():
        count_save(current_actor(), found)
    return SAVED.keep(redirect(url_for("public.vacancy", public_id=public_id), 303), [public_id, *others])


@blueprint.post("/vacancies/saved/clear")
@permits(READ_VACANCY)
def clear_saved() -> ResponseReturnValue:
    """Forget everything that was saved."""
    return SAVED.forget(redirect(url_for("public.saved_vacancies"), 303))


def saved_ids() -> list[str]:
    """The public ids that the reader's browser keeps, the last one first."""
    return SAVED.ids()
