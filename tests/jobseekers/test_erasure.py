"""Erasure, its replay, the end of silent records, and the export of own data."""

import json
from datetime import timedelta

import pytest
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.events import RecordedEvent
from labour_exchange.jobseekers import operations, queries
from labour_exchange.jobseekers.models import Jobseeker, Registration
from labour_exchange.jobseekers.operations.erasure import anonymise_inactive, erase_unconfirmed, hide_when_closed
from labour_exchange.jobseekers.states import EndReason
from tests.factories import jobseekers as people
from tests.factories.accounts import actor_of, user

MARK = "Ерекшеаталған"


def everything_stored(session: Session) -> str:
    """All rows of all tables that hold words of a person, as one text."""
    session.flush()
    tables = ("jobseekers", "profiles", "work_history", "registrations", "users", "events", "transitions", "audit_log", "document_changes")
    return "\n".join(str(row) for table in tables for row in session.execute(text(f"SELECT row_to_json(t)::text FROM {table} t")))


def test_erasure_leaves_no_word_of_the_person(session: Session) -> None:
    person = people.registered(session, person=people.open_to_employers(session, headline=MARK))
    assert person.profile is not None
    person.family_name, person.profile.work_history[0].employer_name = MARK, MARK
    account_id, iin_hash, pseudonym = person.user_id, person.iin_hash, person.profile.public_id
    assert MARK in everything_stored(session)
    erased = operations.erase_jobseeker(session, people.actor_of(person), person, reason="own_wish")
    left = everything_stored(session)
    assert MARK not in left
    assert str(iin_hash) not in left
    assert (erased.iin, erased.phone, erased.user_id, erased.full_name, erased.born_on.day) == (None, None, None, "", 1)
    assert session.get_one(User, account_id).state is UserState.CLOSED
    kept = session.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    assert kept.end_reason is EndReason.OWN_WISH
    changes = session.execute(text("SELECT 1 FROM document_changes WHERE kind = 'profiles' AND public_id = :id"), {"id": pseudonym})
    assert changes.first() is not None


@pytest.mark.parametrize(("days", "is_confirmed", "is_erased"), [(13, False, False), (15, False, True), (15, True, False)])
def test_who_never_confirmed_the_address_is_forgotten(session: Session, days: int, is_confirmed: bool, is_erased: bool) -> None:
    person = people.with_profile(session)
    account = session.get_one(User, person.user_id)
    account.email_confirmed_at = clock.now() if is_confirmed else None
    account.created_at = clock.now() - timedelta(days=days)
    session.flush()
    erase_unconfirmed(session)
    assert (person.anonymised_at is not None) is is_erased
    assert (account.state is UserState.CLOSED) is is_erased


def test_erasing_twice_is_erasing_once_and_the_iin_may_come_back(session: Session) -> None:
    person = people.with_profile(session)
    number = person.iin
    operations.erase_jobseeker(session, people.actor_of(person), person, reason="own_wish")
    first = person.anonymised_at
    operations.erase_jobseeker(session, people.actor_of(person), person, reason="own_wish")
    assert person.anonymised_at == first
    assert session.query(RecordedEvent).filter_by(kind="jobseeker_erased").count() == 1
    assert people.jobseeker(session, iin=number).id != person.id


def test_only_the_person_erases(session: Session) -> None:
    person, other = people.with_profile(session), people.with_profile(session)
    with pytest.raises(NotFound):
        operations.erase_jobseeker(session, people.actor_of(other), person, reason="own_wish")


def test_erasures_are_replayed_in_a_restored_copy(session: Session) -> None:
    person, other = people.with_profile(session), people.with_profile(session)
    assert operations.replay_erasures(session, [person.public_id, "unknown"]) == 1
    assert operations.replay_erasures(session, [person.public_id]) == 0
    assert person.anonymised_at is not None
    assert other.anonymised_at is None
    assert queries.erased_since(session, person.anonymised_at) == [person.public_id]


def silent_for(session: Session, days: int) -> Jobseeker:
    return people.with_profile(session, active_at=clock.now() - timedelta(days=days))


def test_silence_is_announced_and_then_forgotten(session: Session) -> None:
    long_silent, lately, on_register = silent_for(session, 731), silent_for(session, 699), people.registered(session, person=silent_for(session, 731))
    anonymise_inactive(session)
    assert long_silent.inactive_notice_at is not None
    assert [lately.inactive_notice_at, on_register.inactive_notice_at, long_silent.anonymised_at] == [None, None, None]
    with clock.hold(clock.now() + timedelta(days=29)):
        anonymise_inactive(session)
        assert long_silent.anonymised_at is None
    with clock.hold(clock.now() + timedelta(days=31)):
        anonymise_inactive(session)
        assert long_silent.anonymised_at is not None
        assert on_register.anonymised_at is None


def test_a_closed_account_hides_the_profile(session: Session) -> None:
    person = people.open_to_employers(session)
    hide_when_closed(session, {"user_id": person.user_id})
    employer = actor_of(user(session, ActorKind.EMPLOYER), organisation_id=1)
    assert person.profile is not None
    with pytest.raises(NotFound):
        queries.profile_for(session, employer, person.profile.public_id)


def test_the_export_holds_all_of_ones_own_and_nothing_of_others(session: Session) -> None:
    person, other = people.registered(session), people.with_profile(session)
    exported = operations.export_jobseeker(session, people.actor_of(person), person)
    assert json.loads(json.dumps(exported)) == exported
    assert exported["person"]["iin"] == person.iin
    assert exported["profile"]["work_history"][0]["title"] == "Electrician"
    assert exported["registrations"][0]["category"] == "unemployed"
    assert exported["account"]["email"].endswith("@example.kz")
    with pytest.raises(NotFound):
        operations.export_jobseeker(session, people.actor_of(person), other)


def test_every_column_that_holds_words_of_a_person_is_exported(session: Session) -> None:
    person = people.registered(session)
    exported = operations.export_jobseeker(session, people.actor_of(person), person)
    internal = {"id", "user_id", "iin_hash", "phone_hash", "is_demo", "anonymised_at", "inactive_notice_at"}
    assert set(Jobseeker.__table__.columns.keys()) - internal == set(exported["person"])
