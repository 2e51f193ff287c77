"""Reasons that people called wrong about vacancies of the region: the office looks, and everybody who said so reads its answer."""

from flask import flash, redirect, render_template, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import func, select

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.matching.access import ANSWER_CONTEST, visible_contests
from labour_exchange.matching.explanations import subject_of
from labour_exchange.matching.models import Answer, ContestedReason
from labour_exchange.matching.operations import answer_contest
from labour_exchange.matching.queries import contest_for, contests_to_answer
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancies_by_id
from labour_exchange.web.actor import current_actor
from labour_exchange.web.localisation import relative_day
from labour_exchange.web.office.blueprint import blueprint
from labour_exchange.web.office.vacancies import own_region

SHOWN = 50


@blueprint.get("/contested")
@permits(ANSWER_CONTEST)
def contested() -> str:
    """One line for each vacancy and reason, the oldest first; who said so is not shown."""
    session, actor = db.session(), current_actor()
    own_region(actor)
    rows = list(session.scalars(contests_to_answer(actor).order_by(ContestedReason.id).limit(SHOWN)))
    vacancies = vacancies_by_id(session, actor, [row.vacancy_id for row in rows])
    counted = visible_contests(actor, select(ContestedReason)).where(ContestedReason.answer.is_(None))
    groups = counted.with_only_columns(ContestedReason.vacancy_id, ContestedReason.reason, func.count())
    counts = {(row[0], row[1]): row[2] for row in session.execute(groups.group_by(ContestedReason.vacancy_id, ContestedReason.reason))}
    shown = [_line(row, vacancies[row.vacancy_id], counts.get((row.vacancy_id, row.reason), 1)) for row in rows if row.vacancy_id in vacancies]
    return render_template("office/contested.html", rows=shown)


@blueprint.post("/contested/<public_id>/<answer>")
@permits(ANSWER_CONTEST)
def answer_contested(public_id: str, answer: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = contest_for(session, actor, public_id)
    if answer not in list(Answer):
        raise NotFound
    answer_contest(session, actor, found, Answer(answer))
    session.commit()
    flash(_("Answered. Whoever called the reason wrong reads it."), "ok")
    return redirect(url_for("office.contested"), 303)


def _line(row: ContestedReason, vacancy: Vacancy, people: int) -> dict[str, object]:
    return {
        "public_id": row.public_id,
        "title": vacancy.title,
        "href": url_for("office.vacancy", public_id=vacancy.public_id),
        "reason": subject_of(row.reason),
        "people": ngettext("%(num)d person", "%(num)d people", people),
        "since": relative_day(row.contested_at),
    }
