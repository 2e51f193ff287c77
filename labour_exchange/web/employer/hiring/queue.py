"""The queue of applications: all of an employer's, or those of one vacancy; whoever has waited longest comes first."""

from dataclasses import dataclass
from datetime import timedelta

from flask import render_template, request
from sqlalchemy import select

from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.paging import page_of
from labour_exchange.foundation.texts import Text
from labour_exchange.matching.queries import explain_pair
from labour_exchange.placements.access import ANSWER_AS_EMPLOYER
from labour_exchange.placements.models import JobApplication, Placement
from labour_exchange.placements.queries import approaches
from labour_exchange.placements.queries.register import placement_history
from labour_exchange.placements.rules.approaches import REMINDER_DAYS, closes_on
from labour_exchange.placements.states import ApplicationState
from labour_exchange.vacancies.access import may_keep
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.hiring import words as hiring_words

PAGE = 20
SHOWN_REASONS = 3
SHOWN = {
    "waiting": (ApplicationState.SENT, ApplicationState.SEEN),
    "interview": (ApplicationState.INTERVIEW,),
    "offered": (ApplicationState.OFFERED,),
    "hired": (ApplicationState.HIRED,),
    "all": tuple(ApplicationState),
}


@dataclass(frozen=True, slots=True)
class Silence:
    """Applications that have waited longer than a week, and when the first of them closes without an answer."""

    count: int
    closes_on: object


@blueprint.get("/applications")
@permits(ANSWER_AS_EMPLOYER)
def applications() -> str:
    return _page(None)


@blueprint.get("/vacancies/<public_id>/applications")
@permits(ANSWER_AS_EMPLOYER)
def vacancy_applications(public_id: str) -> str:
    vacancy = vacancy_for(db.session(), current_actor(), public_id)
    if not may_keep(current_actor(), vacancy):
        raise NotFound
    return _page(vacancy)


def _page(vacancy: Vacancy | None) -> str:
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    shown = request.args.get("show", "waiting")
    shown = shown if shown in SHOWN else "waiting"
    vacancy_id = vacancy.id if vacancy else None
    wanted = approaches.applications_to_employer(actor, vacancy_id=vacancy_id, states=SHOWN[shown])
    page = page_of(session, wanted, (JobApplication.created_at, JobApplication.id), cursor=request.args.get("cursor"), limit=PAGE)
    return render_template(
        "employer/hiring/queue.html",
        employer=employer,
        vacancy=vacancy,
        shown=shown,
        page=page,
        counts=approaches.application_counts(session, actor, vacancy_id=vacancy_id),
        silence=_silence(vacancy_id),
        placed=_latest_placement(vacancy_id),
        reasons={one.id: _reasons(one) for one in page.rows},
        say=hiring_words,
        today=clock.today(),
    )


def _reasons(application: JobApplication) -> list[tuple[Text, int]]:
    """The three weightiest reasons for and against; none when the person has no profile or could not work there."""
    profile = application.jobseeker.profile if application.jobseeker else None
    pair = explain_pair(profile, application.vacancy) if profile else None
    weighed = sorted(pair.reasons, key=lambda reason: -abs(reason.weight)) if pair else []
    return [(reason.text, reason.weight) for reason in weighed[:SHOWN_REASONS] if reason.weight]


def _silence(vacancy_id: int | None) -> Silence | None:
    week_ago = clock.now() - timedelta(days=REMINDER_DAYS[0])
    wanted = approaches.applications_to_answer(current_actor(), vacancy_id=vacancy_id).where(JobApplication.created_at <= week_ago)
    late = list(db.session().scalars(wanted.order_by(JobApplication.created_at)))
    return Silence(len(late), closes_on(late[0].created_at.astimezone(clock.COUNTRY_ZONE).date())) if late else None


def _latest_placement(vacancy_id: int | None) -> object:
    """The latest placement of this vacancy, whose proof is shown beside the queue."""
    if vacancy_id is None:
        return None
    wanted = select(Placement).where(Placement.vacancy_id == vacancy_id).order_by(Placement.id.desc()).limit(1)
    found = db.session().scalars(wanted).one_or_none()
    return placement_history(db.session(), found) if found else None
