"""What came of measures for similar people and in a region, the order of recommendations, shortages and the courses that lead out of them."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import acting_as
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement
from labour_exchange.placements.states import Channel, EvidenceSource, PlacementState
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.programmes import Measure
from labour_exchange.programmes.queries.definitions import terms_on
from labour_exchange.programmes.recommending import queries, shortages
from labour_exchange.programmes.recommending.rules import ObservedRate
from labour_exchange.programmes.rules.subsidies import months_later
from labour_exchange.programmes.states import EnrolmentState, MeasureKind
from labour_exchange.vacancies.states import EmploymentKind
from tests.factories import programmes as made
from tests.factories.placements import hiring_employer, open_vacancy
from tests.programmes.conftest import Cast


def ended(session: Session, measure: Measure, person: Jobseeker, ended_on: date) -> Enrolment:
    """A completed enrolment of the past, written as the register would hold it."""
    terms = terms_on(session, measure.id, clock.today())
    assert terms is not None
    facts = {"jobseeker_id": person.id, "measure_id": measure.id, "terms_id": terms.id, "region_code": person.region_code, "facts": {}}
    first = ended_on - timedelta(days=60)
    dates = {"applied_on": first, "started_on": first, "ended_on": ended_on, "created_at": clock.now()}
    row = Enrolment(state=EnrolmentState.COMPLETED, **facts, **dates)
    session.add(row)
    session.flush()
    return row


def placed(session: Session, employer_id: int, person: Jobseeker, started_on: date, state: PlacementState = PlacementState.CONFIRMED) -> None:
    where = {"region_of_work": person.region_code, "region_of_residence": person.region_code, "started_on": started_on, "declared_on": started_on}
    kinds = {"employment_kind": EmploymentKind.PERMANENT, "channel": Channel.SELF_SERVICE, "declared_by": EvidenceSource.EMPLOYER, "state": state}
    session.add(Placement(jobseeker_id=person.id, employer_id=employer_id, created_at=clock.now(), **where, **kinds))
    session.flush()


def today_less(months: int) -> date:
    return months_later(clock.today(), -months)


@pytest.fixture
def hirer_id(session: Session) -> int:
    employer, _ = hiring_employer(session)
    return employer.id


@pytest.mark.parametrize(
    ("months_ago", "after", "state", "expected"),
    [
        (6, 0, PlacementState.CONFIRMED, (1, 1)),
        (5, 0, PlacementState.CONFIRMED, None),
        (12, 6, PlacementState.CONFIRMED, (1, 1)),
        (12, 6, PlacementState.ENDED, (1, 1)),
        (12, 6, PlacementState.DECLARED, (1, 0)),
        (12, 6, PlacementState.ANNULLED, (1, 0)),
        (12, 7, PlacementState.CONFIRMED, (1, 0)),
        (12, -3, PlacementState.CONFIRMED, (1, 0)),
    ],
)
def test_work_counts_when_it_is_confirmed_and_in_time(
    session: Session, cast: Cast, hirer_id: int, months_ago: int, after: int, state: PlacementState, expected: Any
) -> None:
    person, ended_on = made.unemployed(session), today_less(months_ago)
    ended(session, cast.measure, person, ended_on)
    placed(session, hirer_id, person, months_later(ended_on, after), state)
    rate = queries.rates_in_region(session, "KZ-71", clock.today()).get(MeasureKind.SOCIAL_JOB)
    assert (rate and (rate.count, rate.employed)) == expected


def test_similar_people_are_of_the_same_age_group_and_kind_of_place_in_any_region(session: Session, cast: Cast) -> None:
    person = made.unemployed(session)
    person.born_on, person.is_rural = today_less(12 * 30), False
    others = {"same": (30, False, "KZ-75"), "older": (50, False, "KZ-71"), "rural": (30, True, "KZ-71")}
    for age, is_rural, region_code in others.values():
        other = made.unemployed(session, region_code)
        other.born_on, other.is_rural = today_less(12 * age + 14), is_rural
        ended(session, cast.measure, other, today_less(12))
    with acting_as(session, cast.officer):
        found = queries.rates_of_similar(session, person, clock.today())
    assert found == {MeasureKind.SOCIAL_JOB: ObservedRate(1, 0)}
    by_region = queries.rates_by_region(session, MeasureKind.SOCIAL_JOB, clock.today())
    assert {code: rate.count for code, rate in by_region.items()} == {"KZ-71": 2, "KZ-75": 1}


def test_what_the_rules_allow_comes_first_with_its_places(session: Session, cast: Cast) -> None:
    person = made.unemployed(session, days=100)
    found = queries.recommendations(session, cast.officer, person, clock.today(), "en")
    by_code = {one.measure.code: one for one in found}
    assert by_code["now-training"].is_eligible
    assert not by_code["now-social-jobs"].is_on_paper, "the register says that there is no plan yet"
    assert by_code["now-social-jobs"].places_left == 10
    assert not by_code["now-relocation"].is_on_paper
    assert by_code["now-training"].places_left is None
    groups = [(one.is_eligible, one.is_on_paper) for one in found]
    assert groups == sorted(groups, reverse=True)


def test_an_occupation_lacks_people_when_posts_exceed_wishes(session: Session, cast: Cast) -> None:
    employer, _ = hiring_employer(session)
    vacancy = open_vacancy(session, employer, posts=3)
    assert vacancy.occupation_code is not None
    person = made.unemployed(session)
    assert person.profile is not None
    person.profile.occupation_codes = [vacancy.occupation_code]
    session.flush()
    with acting_as(session, cast.officer):
        found = shortages.shortages(session, vacancy.region_code or "")
    assert [(one.occupation_code, one.posts, one.people, one.lacking) for one in found] == [(vacancy.occupation_code, 3, 1, 2)]
    vacancy.posts = 1
    session.flush()
    assert shortages.shortages(session, vacancy.region_code or "") == []


def test_a_course_is_useful_when_it_leads_into_a_shortage_and_has_a_seat(session: Session, cast: Cast) -> None:
    employer, _ = hiring_employer(session)
    vacancy = open_vacancy(session, employer, posts=3)
    training = made.measure(session, made.TRAINING)
    useful = made.course(session, cast.officer, training, occupation_code=vacancy.occupation_code)
    full = made.course(session, cast.officer, training, occupation_code=vacancy.occupation_code)
    full.seats_taken = full.seats
    made.course(session, cast.officer, training, occupation_code="2221")
    session.flush()
    person = made.unemployed(session)
    found = shortages.useful_courses(session, cast.officer, person.profile, clock.today())
    assert [one.course.id for one in found] == [useful.id]
    assert found[0].shortage is not None
