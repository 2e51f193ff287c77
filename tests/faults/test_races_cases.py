"""Two officers at the same instant: one case is opened, one text is saved, one stands in, and the other officer is told."""

from collections import Counter

from flask import Flask
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases import operations
from labour_exchange.cases.models import Absence, Case
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.cases.rules.absences import AbsenceDays
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.offices.models import Office
from tests.factories.cases import case
from tests.factories.jobseekers import registered
from tests.factories.offices import office, officer, staff
from tests.faults.test_races_placements import AT_ONCE, ROUNDS, Act, at_once, counted


def officers(session: Session) -> list[Actor]:
    place = office(session, "KZ-71")
    return [officer(staff(session, place)) for _ in range(AT_ONCE)]


def opening(actor: Actor, person: Jobseeker) -> tuple[Actor, Act]:
    key, facts = person.id, CaseFacts("Bring the diploma", clock.today())
    return actor, lambda session: operations.open_case(session, actor, session.get_one(Jobseeker, key), facts)


def saving(actor: Actor, made: Case) -> tuple[Actor, Act]:
    key, lead_id, version = made.id, made.lead_id, made.version
    facts = CaseFacts(f"Words of officer {actor.user_id}", clock.today())

    def act(session: Session) -> object:
        found, lead = session.get_one(Case, key), session.get_one(User, lead_id)
        return operations.change_case(session, actor, found, facts, lead=lead, version=version)

    return actor, act


def standing_in(actor: Actor, absent_id: int) -> tuple[Actor, Act]:
    own_id, days = actor.user_id, AbsenceDays(clock.today(), clock.today())

    def act(session: Session) -> object:
        absent, own = session.get_one(User, absent_id), session.get_one(User, own_id)
        return operations.record_absence(session, actor, days, absent=absent, substitute=own)

    return actor, act


def test_a_person_gets_one_case(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    for _ in range(ROUNDS):
        person = registered(committed)
        committed.commit()
        assert Counter(at_once(app, [opening(actor, person) for actor in actors])) == {"done": 1, "case_open": AT_ONCE - 1}
        assert counted(committed, Case.jobseeker_id == person.id, of=Case) == 1


def test_one_text_is_saved_and_the_others_are_told(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    for _ in range(ROUNDS):
        made = case(committed, actors[0])
        committed.commit()
        before = made.version
        outcomes = at_once(app, [saving(actor, made) for actor in actors])
        assert Counter(outcomes) == {"done": 1, "stale_version": AT_ONCE - 1}
        committed.refresh(made)
        assert made.version == before + 1
        assert made.next_step == f"Words of officer {actors[outcomes.index('done')].user_id}"


def test_one_colleague_stands_in_and_the_others_are_told(app: Flask, committed: Session) -> None:
    actors = officers(committed)
    for _ in range(ROUNDS):
        away = staff(committed, committed.get_one(Office, actors[0].office_id)).user_id
        committed.commit()
        assert Counter(at_once(app, [standing_in(actor, away) for actor in actors])) == {"done": 1, "already_away": AT_ONCE - 1}
        assert counted(committed, Absence.absent_id == away, of=Absence) == 1
