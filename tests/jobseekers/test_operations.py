"""Operations on people, profiles and periods on the register, against a real database."""

from datetime import UTC, date, datetime, timedelta

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, Actor, system_actor
from labour_exchange.foundation.database import acting_as
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound, StaleVersion
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.foundation.records.audit import AuditRow
from labour_exchange.jobseekers import operations, queries
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.operations.registrations import end_when_placed, lapse_registrations
from labour_exchange.jobseekers.rules.sections import About, Education, Occupations
from labour_exchange.jobseekers.rules.work import WorkFacts
from labour_exchange.jobseekers.states import Audience, Category, EndReason, RegistrationState, Sex
from tests.factories import jobseekers as people
from tests.factories.accounts import user
from tests.factories.offices import office, officer, staff

FACTS = {"family_name": "Ойдан", "given_name": "Дана", "patronymic": "", "phone": "8 700 123 45 67", "region_code": "KZ-71", "district_code": None}


def an_officer(session: Session, region_code: str = "KZ-71") -> Actor:
    return officer(staff(session, office(session, region_code)))


def kinds(session: Session) -> list[str]:
    return list(session.scalars(select(RecordedEvent.kind).order_by(RecordedEvent.id)))


def registration_of(session: Session, person: Jobseeker) -> Registration:
    return session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()


def test_a_visitor_becomes_a_jobseeker(session: Session) -> None:
    account, number = user(session), people.iin(date(2001, 2, 3), Sex.MALE)
    with acting_as(session, VISITOR):
        made = operations.register_jobseeker(session, VISITOR, account, iin=f"{number[:6]} {number[6:]}", **FACTS)
    assert (made.born_on, made.sex, made.phone, made.iin) == (date(2001, 2, 3), Sex.MALE, "+77001234567", number)
    assert made.profile is not None
    assert made.profile.audience is Audience.OFFICES
    assert kinds(session) == ["jobseeker_registered"]


def test_the_number_is_sealed_in_the_database(session: Session) -> None:
    person = people.jobseeker(session)
    stored = session.connection().exec_driver_sql("SELECT iin, phone, iin_hash FROM jobseekers WHERE id = %s", (person.id,)).one()
    assert person.iin is not None
    assert person.iin.encode() not in bytes(stored[0])
    assert person.iin not in stored[2]


def test_everything_wrong_is_said_at_once_and_a_second_iin_is_refused(session: Session) -> None:
    wrong = FACTS | {"family_name": " ", "phone": "1", "region_code": "KZ-99"}
    with pytest.raises(InvalidInput) as refused:
        operations.register_jobseeker(session, VISITOR, user(session), iin="123456789012", **wrong)
    assert [error.field for error in refused.value.errors] == ["iin", "phone", "family_name", "region_code"]
    known = people.jobseeker(session)
    with pytest.raises(Conflict) as taken:
        operations.register_jobseeker(session, VISITOR, user(session), iin=known.iin or "", **FACTS)
    assert taken.value.code == "iin_registered"


def test_an_office_enters_a_person_without_a_sign_in_in_its_region_only(session: Session) -> None:
    actor = an_officer(session)
    made = operations.register_jobseeker(session, actor, None, iin=people.iin(), **FACTS)
    assert made.user_id is None
    with pytest.raises(NotFound):
        operations.register_jobseeker(session, an_officer(session, "KZ-75"), None, iin=people.iin(), **FACTS)
    with pytest.raises(NotFound):
        operations.register_jobseeker(session, VISITOR, None, iin=people.iin(), **FACTS)


def test_a_registration_lives_from_open_to_ended(session: Session) -> None:
    person, actor = people.with_profile(session), an_officer(session)
    facts = {"category": Category.UNEMPLOYED, "is_rural": True, "office_id": actor.office_id}
    registration = operations.open_registration(session, actor, person, **facts)
    assert person.is_rural
    with pytest.raises(Conflict):
        operations.open_registration(session, actor, person, **facts)
    operations.renew_registration(session, people.actor_of(person), registration)
    with pytest.raises(NotFound):
        operations.end_registration(session, people.actor_of(person), registration, reason=EndReason.PLACED)
    operations.end_registration(session, people.actor_of(person), registration, reason=EndReason.FOUND_WORK)
    assert registration.ended_on == clock.today()
    assert [one.action for one in history(session, "registration", registration.id)] == ["open", "renew", "end"]
    assert kinds(session) == ["registration_opened", "registration_renewed", "registration_ended"]
    assert operations.open_registration(session, actor, person, **facts).id != registration.id


def test_an_office_registers_at_an_office_of_the_persons_region(session: Session) -> None:
    person, elsewhere = people.with_profile(session), office(session, "KZ-75")
    with pytest.raises(Conflict):
        operations.open_registration(session, an_officer(session), person, category=Category.UNEMPLOYED, is_rural=False, office_id=elsewhere.id)


def test_silence_lapses_and_then_ends_a_registration(session: Session) -> None:
    person = people.registered(session, on=clock.today() - timedelta(days=60))
    fresh = people.registered(session, on=clock.today() - timedelta(days=59))
    lapse_registrations(session)
    registration = registration_of(session, person)
    assert registration.state is RegistrationState.LAPSED
    assert registration_of(session, fresh).state is RegistrationState.ACTIVE
    operations.renew_registration(session, people.actor_of(person), registration)
    assert registration.state is RegistrationState.ACTIVE
    registration.renewed_on = clock.today() - timedelta(days=90)
    lapse_registrations(session)
    assert (registration.state, registration.end_reason) == (RegistrationState.ENDED, EndReason.NOT_RENEWED)


def test_a_placement_ends_the_registration_once(session: Session) -> None:
    person = people.registered(session)
    for _ in range(2):
        end_when_placed(session, {"jobseeker_id": person.id})
    assert registration_of(session, person).end_reason is EndReason.PLACED


def test_registered_unemployed_is_derived(session: Session) -> None:
    people.registered(session)
    people.registered(session, category=Category.LOW_INCOME)
    people.registered(session, state=RegistrationState.LAPSED)
    people.with_profile(session)
    assert session.scalar(select(func.count()).select_from(Jobseeker).where(queries.is_registered_unemployed())) == 1


def test_a_second_editor_is_told_and_nothing_is_lost(session: Session) -> None:
    person = people.with_profile(session)
    assert person.profile is not None
    actor, profile, read = people.actor_of(person), person.profile, person.profile.version
    operations.save_profile(session, actor, profile, About("First", "", "kk"), version=read)
    with pytest.raises(StaleVersion):
        operations.save_profile(session, actor, profile, About("Second", "", "kk"), version=read)
    assert profile.headline == "First"
    operations.save_profile(session, actor, profile, Occupations(["2411"]), version=profile.version)
    assert profile.occupation_codes == ["2411"]
    assert kinds(session)[-1] == "profile_changed"


def test_education_and_work_say_the_level_and_the_months(session: Session) -> None:
    person = people.with_profile(session)
    profile, actor = queries.own_profile(session, people.actor_of(person)), people.actor_of(person)
    entries = [
        {"level": 4, "institution": "", "subject": "", "finished_in": 2010},
        {"level": 6, "institution": "", "subject": "", "finished_in": None},
    ]
    operations.save_profile(session, actor, profile, Education(entries), version=profile.version)
    assert profile.education_level == 6
    before = profile.experience_months
    work = WorkFacts("Cook", "Invented Canteen", "5120", date(2015, 1, 1), date(2017, 1, 1), "")
    entry = operations.add_work(session, actor, profile, work, version=profile.version)
    assert profile.experience_months == 84
    operations.remove_work(session, actor, profile, entry.id, version=profile.version)
    assert profile.experience_months == before == 60
    with pytest.raises(NotFound):
        operations.change_work(session, actor, profile, entry.id, work, version=profile.version)


def test_nobody_but_the_person_changes_the_profile(session: Session) -> None:
    person, other = people.open_to_employers(session), people.with_profile(session)
    assert person.profile is not None
    for actor in (people.actor_of(other), an_officer(session), VISITOR):
        with pytest.raises(NotFound):
            operations.save_profile(session, actor, person.profile, About("Taken over", "", "kk"), version=person.profile.version)
        with pytest.raises(NotFound):
            operations.set_audience(session, actor, person.profile, Audience.NOBODY, version=person.profile.version)


def test_moving_to_another_region_waits_for_the_end_of_the_registration(session: Session) -> None:
    person = people.registered(session)
    facts = {"phone": "+77001112233", "region_code": "KZ-75", "district_code": None}
    with pytest.raises(Conflict):
        operations.change_contacts(session, people.actor_of(person), person, **facts)
    end_when_placed(session, {"jobseeker_id": person.id})
    operations.change_contacts(session, people.actor_of(person), person, **facts)
    assert person.profile is not None
    assert (person.region_code, person.profile.region_code, person.phone) == ("KZ-75", "KZ-75", "+77001112233")


def test_showing_an_identifier_is_an_act_with_a_reason(session: Session) -> None:
    person, actor = people.jobseeker(session), an_officer(session)
    with pytest.raises(InvalidInput):
        operations.show_identifiers(session, actor, person, reason=" ")
    shown = operations.show_identifiers(session, actor, person, reason="Calling about a vacancy")
    assert (shown.iin, shown.phone) == (person.iin, person.phone)
    row = session.scalars(select(AuditRow).where(AuditRow.act == "show identifiers")).one()
    assert (row.user_id, row.subject_id, row.reason) == (actor.user_id, person.id, "Calling about a vacancy")
    for stranger in (an_officer(session, "KZ-75"), people.actor_of(person), system_actor("test")):
        with pytest.raises(NotFound):
            operations.show_identifiers(session, stranger, person, reason="Curious")


def test_a_sign_of_life_changes_no_version(session: Session) -> None:
    person = people.with_profile(session)
    profile = queries.own_profile(session, people.actor_of(person))
    version, later = profile.version, datetime.now(UTC) + timedelta(days=3)
    with clock.hold(later):
        operations.note_activity(session, people.actor_of(person), person)
    session.refresh(profile)
    assert (profile.version, profile.active_at) == (version, later)
