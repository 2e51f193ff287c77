"""The vacancies that the agency brought, newest first, each with its state and, when it was rejected, the reason and the remedy."""

from flask import Response, flash, redirect, render_template, request, url_for
from flask.typing import ResponseReturnValue
from flask_babel import gettext as _
from sqlalchemy import func, select
from sqlalchemy.orm import joinedload

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import own_agency
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.paging import page_of
from labour_exchange.vacancies import operations
from labour_exchange.vacancies.access import visible
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import own_vacancy
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, VacancyState
from labour_exchange.vacancies.texts import REJECTIONS, REMEDIES, STATES
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.employer.wording import BADGES, shown_vacancy, vacancy_badge, vacancy_history
from labour_exchange.web.localisation import number, words
from labour_exchange.web.spreadsheets import csv_response

MOVES = {
    "submit": (operations.submit_vacancy, "submit"),
    "pause": (operations.pause_vacancy, "suspend"),
    "resume": (operations.resume_vacancy, "resume"),
    "renew": (operations.renew_vacancy, "renew"),
}
MOST_IN_A_FILE = 50_000


@blueprint.get("/vacancies")
@permits(KEEP_AGENCY)
def vacancies() -> str:
    """All of them under standing mandates, or those of one state."""
    session = db.session()
    agency = own_agency(session, current_actor())
    asked = request.args.get("state", "")
    wanted = visible(current_actor(), select(Vacancy)).where(Vacancy.agency_id == agency.id).options(joinedload(Vacancy.employer))
    if asked in set(VacancyState):
        wanted = wanted.where(Vacancy.state == asked)
    page = page_of(session, wanted, [Vacancy.id], cursor=request.args.get("cursor"), descending=True)
    next_href = url_for("agency.vacancies", state=asked or None, cursor=page.next_cursor) if page.next_cursor else ""
    return render_template("agency/vacancies.html", rows=[_row(one) for one in page.rows], chips=_chips(agency, asked), next_href=next_href)


@blueprint.get("/vacancies.csv")
@permits(KEEP_AGENCY)
def vacancies_file() -> Response:
    """The same list as a file."""
    session = db.session()
    agency = own_agency(session, current_actor())
    wanted = visible(current_actor(), select(Vacancy)).where(Vacancy.agency_id == agency.id).options(joinedload(Vacancy.employer))
    header = [_("Your id"), _("Vacancy"), _("Employer"), _("State"), _("Reason"), _("Applications"), _("Posts"), _("Posts filled"), _("Last day")]
    rows = (
        [
            one.external_id,
            one.title,
            one.employer.name if one.employer else "",
            words(STATES[one.state]),
            words(REJECTIONS[one.rejection_code]) if one.rejection_code else "",
            one.applications,
            one.posts,
            one.posts_filled,
            one.apply_by_on,
        ]
        for one in session.scalars(wanted.order_by(Vacancy.id).limit(MOST_IN_A_FILE))
    )
    return csv_response("vacancies.csv", header, list(rows))


@blueprint.get("/vacancies/<public_id>")
@permits(KEEP_AGENCY)
def vacancy(public_id: str) -> str:
    session, actor = db.session(), current_actor()
    found = own_vacancy(session, actor, public_id)
    badge, kind = vacancy_badge(found)
    return render_template(
        "agency/vacancy.html",
        vacancy=found,
        shown=shown_vacancy(found),
        badge=badge,
        badge_kind=kind,
        history=vacancy_history(history(session, VACANCY_LIFECYCLE.name, found.id)),
        rejection=(REJECTIONS[found.rejection_code], REMEDIES[found.rejection_code]) if found.rejection_code else None,
        moves=[name for name, (_act, action) in MOVES.items() if VACANCY_LIFECYCLE.allows(found.state, action)],
        may_change=found.state in operations.CHANGEABLE,
        may_withdraw=VACANCY_LIFECYCLE.allows(found.state, "withdraw"),
    )


@blueprint.post("/vacancies/<public_id>/<any(submit, pause, resume, renew, withdraw):move>")
@permits(KEEP_AGENCY)
def move_vacancy(public_id: str, move: str) -> ResponseReturnValue:
    session, actor = db.session(), current_actor()
    found = own_vacancy(session, actor, public_id)
    if move == "withdraw":
        operations.withdraw_vacancy(session, actor, found, reason="not_needed")
    else:
        MOVES[move][0](session, actor, found)
    session.commit()
    flash(_("Done: %(state)s.", state=words(STATES[found.state])), "ok")
    return redirect(url_for("agency.vacancy", public_id=public_id), 303)


def _chips(agency: Agency, asked: str) -> list[dict[str, object]]:
    wanted = visible(current_actor(), select(Vacancy)).where(Vacancy.agency_id == agency.id)
    found = db.session().execute(wanted.with_only_columns(Vacancy.state, func.count()).group_by(Vacancy.state))
    counts = {row[0]: row[1] for row in found}
    chips = [{"label": f"{_('All')}: {number(sum(counts.values()))}", "href": url_for("agency.vacancies"), "current": not asked}]
    for state in VacancyState:
        if state in counts:
            label = f"{words(STATES[state])}: {number(counts[state])}"
            chips.append({"label": label, "href": url_for("agency.vacancies", state=state), "current": asked == state})
    return chips


def _row(vacancy: Vacancy) -> dict[str, object]:
    code = vacancy.rejection_code
    return {
        "title": vacancy.title,
        "href": url_for("agency.vacancy", public_id=vacancy.public_id),
        "employer": vacancy.employer.name if vacancy.employer else "",
        "state": STATES[vacancy.state],
        "badge": BADGES.get(vacancy.state, ""),
        "why": REJECTIONS[code] if code else "",
        "remedy": REMEDIES[code] if code else "",
        "applications": number(vacancy.applications),
        "filled": f"{number(vacancy.posts_filled)} / {number(vacancy.posts)}",
        "until": vacancy.apply_by_on,
        "external_id": vacancy.external_id or "",
    }
