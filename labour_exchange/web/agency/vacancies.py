"""The vacancies that the agency brought, newest first, with what came of each."""

from flask import render_template, request, url_for
from flask_babel import gettext as _
from sqlalchemy import select
from sqlalchemy.orm import joinedload

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.queries import own_agency
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.paging import page_of
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.vacancies.texts import REJECTIONS, STATES
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.agency.overview import StateCount, vacancies_by_state
from labour_exchange.web.localisation import number, words

BADGES = {VacancyState.PUBLISHED: "ok", VacancyState.FILLED: "ok", VacancyState.SUBMITTED: "info", VacancyState.REJECTED: "bad"}


@blueprint.get("/vacancies")
@permits(KEEP_AGENCY)
def vacancies() -> str:
    """All of them, or those of one state."""
    session = db.session()
    agency = own_agency(session, current_actor())
    asked = request.args.get("state", "")
    wanted = select(Vacancy).where(Vacancy.agency_id == agency.id).options(joinedload(Vacancy.employer))
    if asked in set(VacancyState):
        wanted = wanted.where(Vacancy.state == asked)
    page = page_of(session, wanted, [Vacancy.id], cursor=request.args.get("cursor"), descending=True)
    next_href = url_for("agency.vacancies", state=asked or None, cursor=page.next_cursor) if page.next_cursor else ""
    chips = _chips(vacancies_by_state(session, agency), asked)
    return render_template("agency/vacancies.html", rows=[_row(one) for one in page.rows], chips=chips, next_href=next_href)


def _chips(counts: list[StateCount], asked: str) -> list[dict[str, object]]:
    everything = sum(one.vacancies for one in counts)
    chips = [{"label": f"{_('All')}: {number(everything)}", "href": url_for("agency.vacancies"), "current": not asked}]
    for one in counts:
        label = f"{words(STATES[one.state])}: {number(one.vacancies)}"
        chips.append({"label": label, "href": url_for("agency.vacancies", state=one.state), "current": asked == one.state})
    return chips


def _row(vacancy: Vacancy) -> dict[str, object]:
    return {
        "title": vacancy.title,
        "employer": vacancy.employer.name if vacancy.employer else "",
        "state": STATES[vacancy.state],
        "badge": BADGES.get(vacancy.state, ""),
        "why": REJECTIONS[vacancy.rejection_code] if vacancy.rejection_code else "",
        "applications": number(vacancy.applications),
        "filled": f"{number(vacancy.posts_filled)} / {number(vacancy.posts)}",
        "until": vacancy.apply_by_on,
        "external_id": vacancy.external_id or "",
    }
