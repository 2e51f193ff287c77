"""One vacancy, its employer, a person of the region and the region's office: the cast of most of these tests."""

from dataclasses import dataclass

import pytest
from sqlalchemy.orm import Session

from labour_exchange.employers.models import Employer
from labour_exchange.foundation.access import Actor
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.vacancies.models import Vacancy
from tests.factories.jobseekers import actor_of, open_to_employers
from tests.factories.offices import office, officer, staff
from tests.factories.placements import hiring_employer, open_vacancy


@dataclass
class Cast:
    """Who acts. The office is that of the person's region; `approver` works there too."""

    employer: Employer
    hirer: Actor
    vacancy: Vacancy
    jobseeker: Jobseeker
    person: Actor
    officer: Actor
    approver: Actor


@pytest.fixture
def cast(session: Session) -> Cast:
    return make_cast(session)


def make_cast(session: Session, region_code: str = "KZ-71") -> Cast:
    employer, hirer = hiring_employer(session, region_code)
    who = open_to_employers(session, region_code)
    place = office(session, region_code)
    return Cast(
        employer,
        hirer,
        open_vacancy(session, employer, posts=2),
        who,
        actor_of(who),
        officer(staff(session, place)),
        officer(staff(session, place, approver=True)),
    )
