"""An officer registers a person: every refused rule is named beside its field, and nothing is written."""

from datetime import date, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.cases.operations.registering import Declared, register_person
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import InvalidInput, NotFound
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.states import Category
from labour_exchange.offices.models import Office
from labour_exchange.placements.operations.placements import end_placement
from labour_exchange.placements.states import EndReason
from tests.factories import jobseekers as people
from tests.factories import placements
from tests.factories.offices import office, officer, staff


@pytest.fixture
def place(session: Session) -> Office:
    return office(session, "KZ-71")


@pytest.fixture
def actor(session: Session, place: Office) -> Actor:
    return officer(staff(session, place))


def register(
    session: Session, actor: Actor, person: Jobseeker, declared: Declared, place: Office, category: Category = Category.UNEMPLOYED
) -> Registration:
    return register_person(session, actor, person, declared, category=category, is_rural=True, office_id=place.id)


def refusals(session: Session, actor: Actor, person: Jobseeker, declared: Declared, place: Office) -> list[tuple[str, str]]:
    with pytest.raises(InvalidInput) as refused:
        register(session, actor, person, declared, place)
    return [(error.field, error.message.code) for error in refused.value.errors]


def test_every_refused_rule_is_named_and_nothing_is_written(session: Session, actor: Actor, place: Office) -> None:
    person = people.jobseeker(session, born_on=date(clock.today().year - 15, 1, 1))
    declared = Declared(studies_full_time=True, draws_pension=True, available_on=clock.today() + timedelta(days=15))
    assert refusals(session, actor, person, declared, place) == [
        ("category", "too_young"),
        ("draws_pension", "pensioner"),
        ("studies_full_time", "studies_full_time"),
        ("available_on", "cannot_start"),
    ]
    assert session.scalar(select(func.count()).select_from(Registration).where(Registration.jobseeker_id == person.id)) == 0


def test_the_rules_are_of_unemployed_status_only(session: Session, actor: Actor, place: Office) -> None:
    declared = Declared(studies_full_time=True)
    assert register(session, actor, people.jobseeker(session), declared, place, Category.LOW_INCOME).category is Category.LOW_INCOME


def test_a_job_in_another_region_counts_until_it_has_ended(session: Session, actor: Actor, place: Office) -> None:
    employer, owner = placements.hiring_employer(session, "KZ-75")
    person = people.open_to_employers(session, "KZ-75")
    job = placements.confirmed(session, placements.open_vacancy(session, employer, region_code="KZ-75"), owner, person)
    person.region_code = "KZ-71"
    session.flush()
    with acting_as(session, actor):
        assert refusals(session, actor, person, Declared(), place) == [("category", "has_work")]
    end_placement(session, owner, job, ended_on=clock.today(), reason=EndReason.OWN_WISH)
    with acting_as(session, actor):
        assert register(session, actor, person, Declared(), place).region_code == "KZ-71"


def test_another_region_registers_nobody(session: Session, place: Office) -> None:
    with pytest.raises(NotFound):
        register(session, officer(staff(session, office(session, "KZ-75"))), people.jobseeker(session), Declared(), place)
