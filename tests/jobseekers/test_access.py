"""Who reads which row: once by the part's own policy, once by the database alone."""

from collections.abc import Callable

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.agencies.states import LicenceState
from labour_exchange.employers.models import Employer
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, ActorKind, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.jobseekers import access, queries
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.jobseekers.states import Audience
from labour_exchange.vacancies.models import Vacancy
from tests.factories import jobseekers as people
from tests.factories.offices import office, officer, staff

EMPLOYER = Actor(ActorKind.EMPLOYER, user_id=900_001, organisation_id=900_001)
AGENCY = Actor(ActorKind.AGENCY, user_id=900_002, organisation_id=900_002)
SUSPENDED_AGENCY = Actor(ActorKind.AGENCY, user_id=900_010, organisation_id=900_010)
ANALYST = Actor(ActorKind.ANALYST, user_id=900_003)
ADMINISTRATOR = Actor(ActorKind.ADMINISTRATOR, user_id=900_004)
NATIONAL = Actor(ActorKind.OFFICE, user_id=900_005, office_id=900_005)
HERE = Actor(ActorKind.OFFICE, user_id=900_006, office_id=900_006, region_code="KZ-71")
APPROVER_HERE = Actor(ActorKind.APPROVER, user_id=900_007, office_id=900_006, region_code="KZ-71")
THERE = Actor(ActorKind.OFFICE, user_id=900_008, office_id=900_008, region_code="KZ-75")
OTHER_JOBSEEKER = Actor(ActorKind.JOBSEEKER, user_id=900_009, jobseeker_id=900_009)
OWN = "own"

# Who reads (the person's row, a profile for offices, a profile for employers, a profile for nobody, a registration).
TABLE = [
    (VISITOR, False, False, False, False, False),
    (OTHER_JOBSEEKER, False, False, False, False, False),
    (OWN, True, True, True, True, True),
    (EMPLOYER, False, False, True, False, False),
    (AGENCY, False, False, True, False, False),
    (SUSPENDED_AGENCY, False, False, False, False, False),
    (HERE, True, True, True, False, True),
    (APPROVER_HERE, True, True, True, False, True),
    (THERE, False, False, False, False, False),
    (NATIONAL, False, False, False, False, False),
    (ANALYST, False, False, False, False, False),
    (ADMINISTRATOR, False, False, False, False, False),
    (system_actor("test"), True, True, True, True, True),
]


def licensed(session: Session, actor: Actor, state: LicenceState) -> None:
    bin_number = f"{actor.organisation_id:012d}"
    session.add(Agency(id=actor.organisation_id, bin=bin_number, name="Invented Agency", region_code="KZ-71", created_at=clock.now()))
    session.flush()
    session.add(Licence(agency_id=actor.organisation_id, number=bin_number, state=state, granted_on=clock.today()))
    session.flush()


def readers() -> list[object]:
    return [pytest.param(*row, id=str(getattr(row[0], "label", row[0]))) for row in TABLE]


@pytest.mark.parametrize(("actor", "name", "for_offices", "for_employers", "for_nobody", "period"), readers())
@pytest.mark.parametrize("wall", ["policy", "database", "both"])
def test_who_reads_what(
    session: Session, wall: str, actor: Actor | str, name: bool, for_offices: bool, for_employers: bool, for_nobody: bool, period: bool
) -> None:
    person = people.registered(session)
    assert person.profile is not None
    licensed(session, AGENCY, LicenceState.GRANTED)
    licensed(session, SUSPENDED_AGENCY, LicenceState.SUSPENDED)
    reader = people.actor_of(person) if actor == OWN else actor
    assert isinstance(reader, Actor)
    session.expire_all()

    def reads(model: type[object], narrow: Callable[..., object]) -> bool:
        wanted = select(model)
        with acting_as(session, reader if wall != "policy" else system_actor("test")):
            rows = session.scalars(wanted if wall == "database" else narrow(reader, wanted)).all()
        return bool(rows)

    assert reads(Jobseeker, access.visible_jobseekers) is name
    assert reads(Registration, access.visible_registrations) is period
    for audience, expected in ((Audience.OFFICES, for_offices), (Audience.EMPLOYERS, for_employers), (Audience.NOBODY, for_nobody)):
        session.get_one(Profile, person.profile.id).audience = audience
        session.flush()
        assert reads(Profile, access.visible_profiles) is expected, audience


@pytest.mark.parametrize("actor", [VISITOR, OTHER_JOBSEEKER, EMPLOYER, THERE, ANALYST], ids=lambda one: one.label)
def test_the_database_lets_no_stranger_write(session: Session, actor: Actor) -> None:
    person = people.registered(session)
    with acting_as(session, actor):
        for table in ("jobseekers", "registrations", "profiles", "work_history"):
            assert session.execute(text(f"DELETE FROM {table}")).rowcount == 0
        assert session.execute(text("UPDATE profiles SET headline = 'taken'")).rowcount == 0
    session.refresh(person)


def test_an_employer_reads_a_name_only_through_an_approach(session: Session) -> None:
    """The application itself belongs to placements; here the row alone is written, as the database sees it."""
    person = people.with_profile(session)
    vacancy_id = a_vacancy(session)
    asked = text(
        "INSERT INTO job_applications"
        " (public_id, jobseeker_id, vacancy_id, employer_id, state, reminders, note, answer_note, is_demo, created_at, version)"
        " SELECT 'invented', :person, v.id, v.employer_id, 'sent', 0, '', '', false, now(), 1"
        " FROM vacancies v WHERE v.id = :vacancy RETURNING employer_id"
    )
    employer_id = session.execute(asked, {"person": person.id, "vacancy": vacancy_id}).scalar_one()
    applied_to = Actor(ActorKind.EMPLOYER, user_id=900_001, organisation_id=employer_id)
    with acting_as(session, applied_to):
        assert session.scalars(select(Jobseeker.id)).all() == [person.id]
        assert session.scalars(select(Profile.jobseeker_id)).all() == [person.id]
        assert session.scalars(select(Registration.id)).all() == []
    with acting_as(session, EMPLOYER):
        assert session.scalars(select(Jobseeker.id)).all() == []


def a_vacancy(session: Session) -> int:
    employer = Employer(bin="261140000018", name="Invented Works", region_code="KZ-71", state=EmployerState.VERIFIED, created_at=clock.now())
    session.add(employer)
    session.flush()
    made = Vacancy(employer_id=employer.id, title="Electrician", language="en", region_code="KZ-71", created_at=clock.now())
    session.add(made)
    session.flush()
    return made.id


def test_offices_search_their_own_region_only(session: Session) -> None:
    here = people.jobseeker(session, family_name="Ойдантегі", given_name="Дана")
    there = people.jobseeker(session, "KZ-75", family_name="Ойдантегі")
    actor, other = officer(staff(session, office(session, "KZ-71"))), officer(staff(session, office(session, "KZ-75")))
    assert session.scalars(queries.jobseekers_in_region(actor, name="ойдан ДА")).all() == [here]
    assert session.scalars(queries.jobseekers_in_region(actor, name="%")).all() == []
    assert session.scalars(queries.jobseekers_in_region(other)).all() == [there]
    assert queries.jobseeker_by_iin(session, actor, here.iin or "") == here
    assert queries.jobseeker_by_iin(session, actor, there.iin or "") is None
    assert session.query(AuditRow).filter_by(act="search by iin").count() == 2
    with pytest.raises(NotFound):
        queries.jobseeker_for(session, actor, there.public_id)
    with pytest.raises(NotFound):
        queries.jobseeker_by_iin(session, EMPLOYER, here.iin or "")


def test_a_shared_profile_holds_nothing_that_leads_to_the_person(session: Session) -> None:
    person = people.open_to_employers(session)
    assert person.profile is not None
    shown = repr(queries.shared_profile(queries.profile_for(session, EMPLOYER, person.profile.public_id)))
    for secret in (person.iin, person.phone, person.family_name, person.given_name, person.public_id, str(person.born_on)):
        assert secret is not None
        assert secret not in shown
    assert "Electrician" in shown


def test_own_rows_are_for_jobseekers_only(session: Session) -> None:
    person = people.with_profile(session)
    assert queries.own_profile(session, people.actor_of(person)).jobseeker_id == person.id
    for stranger in (EMPLOYER, HERE, VISITOR, OTHER_JOBSEEKER):
        with pytest.raises(NotFound):
            queries.own_jobseeker(session, stranger)
