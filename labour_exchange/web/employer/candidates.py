"""People who suit an employer's vacancies: profiles without a name, with the reasons in words."""

from flask import render_template, request

from labour_exchange.employers.queries import own_employer
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.jobseekers.queries import shared_profile
from labour_exchange.matching.queries import Candidate, candidates_for
from labour_exchange.vacancies.access import KEEP_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import own_vacancy, vacancies_of_employer
from labour_exchange.vacancies.states import VacancyState
from labour_exchange.web.actor import current_actor
from labour_exchange.web.employer.blueprint import blueprint
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.jobseeker.wording import shown_profile

MOST_OFFERED = 50


@blueprint.get("/candidates")
@permits(KEEP_VACANCY)
def candidates() -> str:
    """Candidates of the vacancy named in the address, else of the newest open one."""
    session, actor = db.session(), current_actor()
    employer = own_employer(session, actor)
    wanted = vacancies_of_employer(employer.id, (VacancyState.PUBLISHED,)).order_by(Vacancy.id.desc()).limit(MOST_OFFERED)
    open_vacancies = list(session.scalars(wanted))
    asked = request.args.get("vacancy", "")
    chosen = own_vacancy(session, actor, asked) if asked else next(iter(open_vacancies), None)
    found = candidates_for(session, actor, chosen) if chosen else []
    return render_template(
        "employer/candidates.html", open_vacancies=open_vacancies, vacancy=chosen, candidates=[_shown(one, chosen) for one in found if chosen]
    )


def _shown(candidate: Candidate, vacancy: Vacancy | None) -> dict[str, object]:
    public_id = candidate.profile.public_id
    return {
        "profile": shown_profile(shared_profile(candidate.profile)),
        "reasons": [(reason.text, reason.weight) for reason in candidate.reasons],
        "invite": page_or_nothing("employer.invite", public_id=public_id, vacancy=vacancy.public_id if vacancy else None),
    }
