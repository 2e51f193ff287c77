"""People of the region who suit a vacancy of the region: profiles without names, with the reasons in words, to refer."""

from flask import render_template

from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import NotFound
from labour_exchange.jobseekers.queries import shared_profile
from labour_exchange.matching.access import may_read_candidates
from labour_exchange.matching.queries import Candidate, candidates_for
from labour_exchange.vacancies.access import CHECK_VACANCY
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.queries import vacancy_for
from labour_exchange.web.actor import current_actor
from labour_exchange.web.jobseeker.addresses import page_or_nothing
from labour_exchange.web.jobseeker.wording import shown_profile
from labour_exchange.web.office.blueprint import blueprint


@blueprint.get("/vacancies/<public_id>/candidates")
@permits(CHECK_VACANCY)
def candidates(public_id: str) -> str:
    """A vacancy of another region does not exist here, even when it is public."""
    session, actor = db.session(), current_actor()
    vacancy = vacancy_for(session, actor, public_id)
    if not may_read_candidates(actor, vacancy):
        raise NotFound
    found = candidates_for(session, actor, vacancy) if vacancy.is_open else []
    return render_template("office/candidates.html", vacancy=vacancy, candidates=[_shown(one, vacancy) for one in found])


def _shown(candidate: Candidate, vacancy: Vacancy) -> dict[str, object]:
    profile = candidate.profile
    return {
        "profile": shown_profile(shared_profile(profile)),
        "score": candidate.score,
        "reasons": [(reason.text, reason.weight) for reason in candidate.reasons],
        "refer": page_or_nothing("office.refer", public_id=profile.jobseeker.public_id, vacancy=vacancy.public_id),
    }
