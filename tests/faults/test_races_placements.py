"""Simultaneous acts with real commits: exactly one wins, every round. CAMPAIGN=full runs 200 rounds of each."""

import os
import threading
from collections import Counter
from collections.abc import Callable, Sequence

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session
from sqlalchemy.orm.exc import StaleDataError

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.foundation.errors import Refusal
from labour_exchange.placements.models import JobApplication, Offer, Placement, PlacementEvidence
from labour_exchange.placements.operations import applications, placements
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.operations import change_vacancy
from labour_exchange.vacancies.rules import VacancyFacts
from labour_exchange.vacancies.states import VacancyState
from tests.factories.jobseekers import actor_of, jobseeker
from tests.factories.placements import application, hiring_employer, offer, open_vacancy

pytestmark = pytest.mark.campaign
ROUNDS = 200 if os.environ.get("CAMPAIGN") == "full" else 20
AT_ONCE = 4
Act = Callable[[Session], object]


def at_once(app: Flask, acts: Sequence[tuple[Actor, Act]]) -> list[str]:
    """Run every act in a thread and a transaction of its own, all let go at the same instant; gives "done" or the refusal's code of each."""
    barrier, outcomes = threading.Barrier(len(acts)), ["never ran"] * len(acts)

    def run(place: int, actor: Actor, act: Act) -> None:
        with app.app_context():
            session = db.session()
            act_as(session, actor)
            session.execute(select(1))
            barrier.wait()
            try:
                act(session)
                session.commit()
                outcomes[place] = "done"
            except Refusal as refusal:
                session.rollback()
                outcomes[place] = refusal.code
            except StaleDataError:
                session.rollback()
                outcomes[place] = "stale_version"
            except Exception as problem:  # noqa: BLE001 - a deadlock or a broken constraint is what these tests look for
                session.rollback()
                outcomes[place] = repr(problem)
            finally:
                db.session.remove()

    threads = [threading.Thread(target=run, args=(place, actor, act)) for place, (actor, act) in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return outcomes


def counted(session: Session, *conditions: object, of: type = Placement) -> int:
    return session.scalar(select(func.count()).select_from(of).where(*conditions)) or 0  # type: ignore[arg-type]


def accepting(made: Offer, person: Actor) -> tuple[Actor, Act]:
    key = made.id
    return person, lambda session: placements.accept_offer(session, person, session.get_one(Offer, key))


def applying(vacancy: Vacancy, person: Actor) -> tuple[Actor, Act]:
    key = vacancy.id
    return person, lambda session: applications.apply(session, person, session.get_one(Vacancy, key), note="")


def declining(made: JobApplication, hirer: Actor) -> tuple[Actor, Act]:
    key = made.id
    return hirer, lambda session: applications.decline(session, hirer, session.get_one(JobApplication, key), note="No")


def withdrawing(made: JobApplication, person: Actor) -> tuple[Actor, Act]:
    key = made.id
    return person, lambda session: applications.withdraw(session, person, session.get_one(JobApplication, key))


def test_one_application_of_a_person_for_a_vacancy(app: Flask, committed: Session) -> None:
    employer, _ = hiring_employer(committed)
    for _ in range(ROUNDS):
        vacancy, person = open_vacancy(committed, employer), jobseeker(committed)
        committed.commit()
        outcomes = Counter(at_once(app, [applying(vacancy, actor_of(person))] * AT_ONCE))
        assert outcomes == {"done": 1, "already_applied": AT_ONCE - 1}
        committed.expire_all()
        assert counted(committed, JobApplication.vacancy_id == vacancy.id, of=JobApplication) == 1
        assert committed.get_one(Vacancy, vacancy.id).applications == 1


def test_one_placement_from_one_offer(app: Flask, committed: Session) -> None:
    employer, hirer = hiring_employer(committed)
    for _ in range(ROUNDS):
        vacancy, person = open_vacancy(committed, employer, posts=AT_ONCE), jobseeker(committed)
        made = offer(committed, vacancy, hirer, person)
        committed.commit()
        outcomes = Counter(at_once(app, [accepting(made, actor_of(person))] * AT_ONCE))
        assert outcomes == {"done": 1, "not_allowed_now": AT_ONCE - 1}
        committed.expire_all()
        assert counted(committed, Placement.jobseeker_id == person.id) == 1
        assert counted(committed, PlacementEvidence.placement.has(Placement.jobseeker_id == person.id), of=PlacementEvidence) == 1
        assert committed.get_one(Vacancy, vacancy.id).posts_filled == 1


def test_one_placement_from_several_offers_to_a_person(app: Flask, committed: Session) -> None:
    """Whoever accepts one offer declines the others with it: of several accepted at once one holds, and nobody waits in a circle."""
    hirers = [hiring_employer(committed) for _ in range(AT_ONCE)]
    for _ in range(ROUNDS):
        person = jobseeker(committed)
        made = [offer(committed, open_vacancy(committed, employer), hirer, person) for employer, hirer in hirers]
        committed.commit()
        outcomes = Counter(at_once(app, [accepting(one, actor_of(person)) for one in made]))
        assert outcomes == {"done": 1, "not_allowed_now": AT_ONCE - 1}
        committed.expire_all()
        assert counted(committed, Placement.jobseeker_id == person.id) == 1
        assert sum(committed.get_one(Vacancy, one.vacancy_id).posts_filled for one in made) == 1


def test_the_last_post_is_taken_once(app: Flask, committed: Session) -> None:
    employer, hirer = hiring_employer(committed)
    for _ in range(ROUNDS):
        vacancy = open_vacancy(committed, employer, posts=2, posts_filled=1)
        people = [jobseeker(committed) for _ in range(AT_ONCE)]
        made = [offer(committed, vacancy, hirer, person) for person in people]
        committed.commit()
        outcomes = Counter(at_once(app, [accepting(one, actor_of(person)) for one, person in zip(made, people, strict=True)]))
        assert outcomes == {"done": 1, "posts_filled": AT_ONCE - 1}
        committed.expire_all()
        found = committed.get_one(Vacancy, vacancy.id)
        assert (found.posts_filled, found.state) == (2, VacancyState.FILLED)
        assert counted(committed, Placement.vacancy_id == vacancy.id) == 1


def test_one_answer_to_an_application(app: Flask, committed: Session) -> None:
    """The person withdraws while two colleagues decline: one of the three is what happened."""
    employer, hirer = hiring_employer(committed)
    vacancy = open_vacancy(committed, employer)
    for _ in range(ROUNDS):
        person = jobseeker(committed)
        made = application(committed, vacancy, person)
        committed.commit()
        outcomes = Counter(at_once(app, [declining(made, hirer), declining(made, hirer), withdrawing(made, actor_of(person))]))
        assert outcomes == {"done": 1, "not_allowed_now": 2}


def test_one_of_two_editors_saves(app: Flask, committed: Session) -> None:
    employer, hirer = hiring_employer(committed)
    vacancy = open_vacancy(committed, employer)
    committed.commit()
    for number in range(ROUNDS):
        committed.expire_all()
        version = committed.get_one(Vacancy, vacancy.id).version
        committed.commit()
        titles = [f"Electrician {number} {place}" for place in range(2)]
        outcomes = at_once(app, [saving(vacancy, hirer, title, version) for title in titles])
        assert sorted(outcomes) == ["done", "stale_version"]
        committed.expire_all()
        assert committed.get_one(Vacancy, vacancy.id).title == titles[outcomes.index("done")]


def saving(vacancy: Vacancy, hirer: Actor, title: str, version: int) -> tuple[Actor, Act]:
    key, facts = vacancy.id, VacancyFacts(title, "Wires the halls of a new school.", "en", "7411", "KZ-71")
    return hirer, lambda session: change_vacancy(session, hirer, session.get_one(Vacancy, key), facts, version=version)
