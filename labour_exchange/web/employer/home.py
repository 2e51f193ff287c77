"""What an employer should do now, and how its open vacancies fare."""

from dataclasses import dataclass
from datetime import timedelta

from flask import render_template, url_for
from flask_babel import gettext as _
from flask_babel import ngettext
from sqlalchemy import select

from labour_exchange.employers.access import KEEP_EMPLOYER
from labour_exchange.employers.models import Employer
from labour_exchange.employers.queries import own_employer
from labour_exchange.employers.states import EMPLOYER_LIFECYCLE, EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, permits
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.queries.approaches import application_counts, applications_to_answer
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import counts_by_state, vacancies_of_employer
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.vacancies.texts import REJECTIONS
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.employer.wording import days_open
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.localisation import date_long, number, percent, relative_day, words

SHOWN_WAITING, SHOWN_VACANCIES, SHOWN_EACH = 5, 10, 3
ENDS_SOON, LATE = timedelta(days=5), timedelta(days=7)


@dataclass(frozen=True, slots=True)
class Task:
    """One thing to do; `late` is said in red."""

    title: str
    note: str
    button: str
    href: str
    late: str = ""


@blueprint.get("/home")
@permits(KEEP_EMPLOYER)
def home() -> str:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    answers, waiting = _answers(session, actor), application_counts(session, actor).waiting
    tasks = [*answers, *_of_vacancies(session, employer)]
    if not counts_by_state(session, employer.id):
        tasks.append(Task(_("Write your first vacancy"), _("It takes about ten minutes."), _("Write a vacancy"), url_for("employer.new_vacancy")))
    return render_template(
        "employer/home.html",
        employer=employer,
        tasks=tasks,
        things=len(tasks) + waiting - len(answers),
        stats=_stats(session, actor, employer),
        vacancies=[_performance(vacancy) for vacancy in _open(session, employer)],
        refusal=_refusal(session, employer),
        **{state.value: employer.state is state for state in EmployerState},
    )


def _stats(session: ExchangeSession, actor: Actor, employer: Employer) -> list[dict[str, object]]:
    counts, applications = counts_by_state(session, employer.id), application_counts(session, actor)
    rate = employer.answer_rate
    waiting = applications.waiting
    note = _("Jobseekers see this number") if rate is not None else _("Shown after five applications")
    return [
        {
            "value": number(waiting),
            "label": ngettext("application waits for your answer", "applications wait for your answer", waiting),
            "href": page_or_nothing("employer.applications"),
            "due": waiting > 0,
        },
        {
            "value": number(counts.get(VacancyState.PUBLISHED, 0)),
            "label": _("vacancies are open"),
            "href": url_for("employer.vacancies", state=VacancyState.PUBLISHED),
        },
        {
            "value": number(applications.interview + applications.offered),
            "label": _("people are invited or have an offer"),
            "href": page_or_nothing("employer.applications"),
        },
        {"value": percent(rate), "label": _("applications answered"), "note": note},
    ]


def _answers(session: ExchangeSession, actor: Actor) -> list[Task]:
    """Who has waited longest comes first. The name is not said here: it stands on the page of the application."""
    wanted = applications_to_answer(actor).order_by(JobApplication.created_at, JobApplication.id).limit(SHOWN_WAITING)
    tasks = []
    for one in session.scalars(wanted):
        href = page_or_nothing("employer.application", public_id=one.public_id) or page_or_nothing("employer.applications")
        since = relative_day(one.created_at)
        late = _("More than a week") if clock.now() - one.created_at > LATE else ""
        tasks.append(Task(_("An application waits: %(title)s", title=one.vacancy.title), _("Sent: %(day)s", day=since), _("Answer"), href, late))
    return tasks


def _of_vacancies(session: ExchangeSession, employer: Employer) -> list[Task]:
    tasks = []
    for vacancy in _some(session, employer, VacancyState.REJECTED):
        reason = words(REJECTIONS[vacancy.rejection_code]) if vacancy.rejection_code else ""
        tasks.append(Task(_("Correct and hand in again: %(title)s", title=vacancy.title), reason, _("Look"), _page(vacancy)))
    for vacancy in _some(session, employer, VacancyState.DRAFT):
        note = _("Begun: %(day)s", day=relative_day(vacancy.created_at))
        tasks.append(Task(_("Finish the draft: %(title)s", title=vacancy.title), note, _("Continue"), _page(vacancy)))
    ending = select(Vacancy).where(
        Vacancy.employer_id == employer.id, Vacancy.state == VacancyState.PUBLISHED, Vacancy.apply_by_on <= clock.today() + ENDS_SOON
    )
    for vacancy in session.scalars(ending.order_by(Vacancy.apply_by_on, Vacancy.id).limit(SHOWN_EACH)):
        note = _("Last day: %(day)s", day=date_long(vacancy.apply_by_on))
        tasks.append(Task(_("Ends soon: %(title)s", title=vacancy.title), note, _("Look"), _page(vacancy)))
    return tasks


def _some(session: ExchangeSession, employer: Employer, state: VacancyState) -> list[Vacancy]:
    """The latest of a state; a repeated advertisement of an import is nothing to correct."""
    wanted = vacancies_of_employer(employer.id, (state,)).where(Vacancy.duplicate_of_id.is_(None))
    return list(session.scalars(wanted.order_by(Vacancy.id.desc()).limit(SHOWN_EACH)))


def _open(session: ExchangeSession, employer: Employer) -> list[Vacancy]:
    wanted = vacancies_of_employer(employer.id, (VacancyState.PUBLISHED, VacancyState.SUSPENDED))
    return list(session.scalars(wanted.order_by(Vacancy.id.desc()).limit(SHOWN_VACANCIES)))


def _performance(vacancy: Vacancy) -> dict[str, object]:
    return {
        "title": vacancy.title,
        "href": _page(vacancy),
        "applications": number(vacancy.applications),
        "filled": f"{number(vacancy.posts_filled)} / {number(vacancy.posts)}",
        "days": number(days_open(vacancy, clock.today())),
        "until": date_long(vacancy.apply_by_on),
    }


def _refusal(session: ExchangeSession, employer: Employer) -> str:
    """Why the office did not verify the employer, in the office's words."""
    if employer.state is not EmployerState.REFUSED:
        return ""
    moves = [move for move in history(session, EMPLOYER_LIFECYCLE.name, employer.id) if move.action == "refuse"]
    return moves[-1].reason if moves else ""


def _page(vacancy: Vacancy) -> str:
    return url_for("employer.vacancy", public_id=vacancy.public_id)
