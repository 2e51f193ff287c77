"""The pages of hiring in a real browser: nothing that axe finds, nothing wider than the screen, in three languages at two widths."""

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.placements.operations import annulments, applications, invitations, referrals
from tests.factories.jobseekers import open_to_employers
from tests.factories.placements import application, confirmed, offer, open_vacancy
from tests.placements.conftest import Cast, make_cast
from tests.web.browser import wrong_in

pytestmark = pytest.mark.campaign


def arranged(session: Session) -> tuple[Cast, dict[Actor, list[str]]]:
    """A busy employer, a busy person and an office with a doubt; and the pages of each."""
    cast = make_cast(session)
    waiting = application(session, cast.vacancy, open_to_employers(session))
    applications.invite_to_interview(session, cast.hirer, application(session, cast.vacancy), note="Tuesday at ten, ask for the foreman")
    referred = referrals.refer(session, cast.officer, cast.jobseeker, open_vacancy(session, cast.employer), note="Knows switchboards")
    invited = invitations.invite(session, cast.hirer, open_vacancy(session, cast.employer), cast.jobseeker.profile, note="Come and talk")
    mine = application(session, open_vacancy(session, cast.employer, title="Fitter"), cast.jobseeker)
    offered = offer(session, open_vacancy(session, cast.employer), cast.hirer, cast.jobseeker)
    fresh = open_vacancy(session, cast.employer, title="Welder")
    placed = confirmed(session, open_vacancy(session, cast.employer), cast.hirer, open_to_employers(session))
    annulments.propose_annulment(session, cast.officer, placed, reason="Never seen at work by an inspector")
    person = [
        f"vacancies/{fresh.public_id}/apply",
        "jobseeker/applications",
        f"jobseeker/applications/{mine.public_id}",
        "jobseeker/offers",
        f"jobseeker/offers/{offered.public_id}",
        f"jobseeker/invitations/{invited.public_id}",
        f"jobseeker/referrals/{referred.public_id}",
        "jobseeker/placements",
    ]
    hirer = [
        f"employer/vacancies/{cast.vacancy.public_id}/applications",
        f"employer/applications/{waiting.public_id}",
        "employer/referrals",
        f"employer/offers/{offered.public_id}",
        f"employer/candidates/{cast.jobseeker.profile.public_id}/invite",
        "employer/placements",
        f"employer/placements/{placed.public_id}",
    ]
    office = [
        f"office/jobseekers/{cast.jobseeker.public_id}/refer?q=electrician",
        "office/referrals",
        "office/placements",
        f"office/placements/{placed.public_id}",
    ]
    return cast, {cast.person: person, cast.hirer: hirer, cast.approver: office}


def test_pages_are_clean(live_server: str, committed: Session) -> None:
    _cast, pages = arranged(committed)
    assert wrong_in(live_server, committed, pages) == []
