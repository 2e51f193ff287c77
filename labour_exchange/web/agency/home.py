"""What the agency has to do now, and how well it does beside the others."""

from dataclasses import dataclass

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from labour_exchange.agencies.access import KEEP_AGENCY
from labour_exchange.agencies.models import Agency
from labour_exchange.agencies.queries import agencies_in_force, complaints_for, licence_of, mandates_of_agency, own_agency
from labour_exchange.agencies.rules import WARNING_DAYS
from labour_exchange.agencies.states import ComplaintState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.placements.queries.approaches import application_counts
from labour_exchange.placements.queries.quality import Quality, median_measures, qualities
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import count_vacancies
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.vacancies.texts import REJECTIONS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.agency.blueprint import blueprint
from labour_exchange.web.agency.standing import shown_licence
from labour_exchange.web.localisation import date_long, number, percent


@dataclass(frozen=True, slots=True)
class Task:
    """One thing that waits: what, a word about it, where."""

    title: str
    note: str
    href: str


@blueprint.get("/home")
@permits(KEEP_AGENCY)
def home() -> str:
    """What concerns the licence first: without it nothing else may be done."""
    session, actor = db.session(), current_actor()
    agency = own_agency(session, actor)
    licence = shown_licence(licence_of(session, agency.id))
    others = qualities(session, {one.id for one in agencies_in_force(session)} | {agency.id})
    own = others[agency.id]
    in_force = [found for id, found in others.items() if id != agency.id or (licence and licence["is_in_force"])]
    mandates = [row for row in mandates_of_agency(session, agency.id) if row.is_open]
    tasks = _tasks(agency) if licence and licence["is_in_force"] else _replies()
    return render_template(
        "agency/home.html",
        agency=agency,
        licence=licence,
        tasks=tasks,
        quality=own,
        compared=compared(own, median_measures(in_force)),
        others=len(in_force),
        rejected=[(REJECTIONS[code], count) for code, count in own.rejected.items()],
        mandates=mandates,
    )


def compared(own: Quality, middle: dict[str, float | None]) -> list[tuple[str, str, str]]:
    """Each measure in words: its name, the agency's own value, the median of agencies in force."""
    names = {
        "pushed": _("Vacancies pushed"),
        "live": _("of these live now"),
        "rejected_share": _("Share rejected"),
        "answer_rate": _("Applications answered"),
        "days_to_answer": _("Days to an answer, median"),
        "declared": _("Placements declared"),
        "confirmed": _("of these confirmed"),
        "sustained": _("of these sustained for three months"),
        "complaints_upheld": _("Complaints upheld"),
    }
    mine = own.measures
    return [(name, _said(code, mine[code]), _said(code, middle[code])) for code, name in names.items()]


def _said(code: str, value: float | None) -> str:
    if value is None:
        return "–"
    if code.endswith("_share") or code == "answer_rate":
        return percent(value)
    return number(value, 0 if value == int(value) else 1)


def _tasks(agency: Agency) -> list[Task]:
    session, actor = db.session(), current_actor()
    tasks = _replies()
    waiting = application_counts(session, actor).waiting
    if waiting:
        title = ngettext("%(num)d application waits for your answer", "%(num)d applications wait for your answer", waiting)
        tasks.append(Task(title, _("Answer within seven days: a person is waiting."), url_for("agency.applications")))
    rejected = count_vacancies(session, select(Vacancy).where(Vacancy.agency_id == agency.id, Vacancy.state == VacancyState.REJECTED))
    if rejected:
        title = ngettext("%(num)d vacancy was rejected", "%(num)d vacancies were rejected", rejected)
        tasks.append(Task(title, _("Each says why and what to correct."), url_for("agency.vacancies", state=VacancyState.REJECTED)))
    today = clock.today()
    for row in mandates_of_agency(session, agency.id):
        until = row.mandate.until_on
        if row.is_open and until is not None and (until - today).days <= max(WARNING_DAYS):
            title = _("A mandate ends: %(employer)s", employer=row.employer.name)
            tasks.append(Task(title, _("Last day: %(day)s", day=date_long(until)), url_for("agency.ask_mandate", q=row.employer.name)))
    return tasks


def _replies() -> list[Task]:
    session, actor = db.session(), current_actor()
    waiting = [one for one, _agency in complaints_for(session, actor) if one.state is ComplaintState.FILED]
    said = _("Reply to a complaint")
    return [
        Task(said, _("Last day: %(day)s", day=date_long(one.reply_due_on)), url_for("agency.complaint", public_id=one.public_id)) for one in waiting
    ]
