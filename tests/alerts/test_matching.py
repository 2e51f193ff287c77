"""New vacancies held against saved searches: exactly the pairs that the searches themselves would find, each once."""

import os
from dataclasses import replace
from random import Random

import pytest
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.alerts.models import AlertMatch, Arrival, SavedSearch
from labour_exchange.alerts.operations.matching import match_arrivals
from labour_exchange.alerts.operations.searches import read_as
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.foundation import clock
from search.criteria import VacancyCriteria
from search.documents import VacancyDocument
from search.engines.postgres import delete_documents, store_documents
from search.queries.questions import meets
from tests.factories import jobseekers as people
from tests.search import invented

pytestmark = pytest.mark.campaign
SEARCHES, DOCUMENTS = (2000, 1000) if os.environ.get("CAMPAIGN") == "full" else (250, 200)


def saved(session: Session, criteria: list[VacancyCriteria], **facts: object) -> dict[int, VacancyCriteria]:
    """One search of one person for each criteria."""
    person, now = people.jobseeker(session), clock.now()
    found = {}
    for number, one in enumerate(criteria):
        given = {"frequency": Frequency.DAILY, "state": SearchState.ACTIVE, "created_at": now, "seen_at": now, "question": {}}
        kept = SavedSearch(jobseeker_id=person.id, name=str(number), fingerprint=str(number), **given | facts)
        read_as(session, kept, one)
        found[kept.id] = one
    return found


def pairs(session: Session) -> set[tuple[int, str]]:
    return {(row.search_id, row.vacancy_id) for row in session.execute(select(AlertMatch.search_id, AlertMatch.vacancy_id))}


def waiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(Arrival)) or 0


def ageless(criteria: VacancyCriteria) -> VacancyCriteria:
    """Criteria as they are saved: what is new is recent by nature."""
    return replace(criteria, filters=replace(criteria.filters, published_since=None))


@pytest.fixture
def documents(session: Session) -> list[VacancyDocument]:
    return invented.vacancies(DOCUMENTS, seed=5)


@pytest.mark.parametrize("seed", [1, 2])
def test_the_pairs_are_those_that_the_searches_would_find(session: Session, documents: list[VacancyDocument], seed: int) -> None:
    random = Random(seed)
    searches = saved(session, [ageless(invented.vacancy_criteria(random)) for _ in range(SEARCHES)])
    store_documents(session.connection(), "vacancies", documents)
    while match_arrivals(session, 64):
        pass
    expected = {(number, one.public_id) for number, criteria in searches.items() for one in documents if meets(criteria, one)}
    assert pairs(session) == expected
    assert len(expected) > SEARCHES / 4
    assert waiting(session) == 0


def test_what_is_rendered_again_is_no_news_and_what_comes_back_is_told_once(session: Session, documents: list[VacancyDocument]) -> None:
    saved(session, [VacancyCriteria()])
    (one,) = documents[:1]
    store_documents(session.connection(), "vacancies", [one])
    assert match_arrivals(session) == 1
    store_documents(session.connection(), "vacancies", [replace(one, version=one.version + 1, posts=3)])
    assert waiting(session) == 0
    delete_documents(session.connection(), "vacancies", {one.public_id: one.version + 2})
    store_documents(session.connection(), "vacancies", [replace(one, version=one.version + 3)])
    assert match_arrivals(session) == 1
    assert len(pairs(session)) == 1


def test_what_has_gone_before_it_was_held_against_anything_is_nobodys_news(session: Session, documents: list[VacancyDocument]) -> None:
    saved(session, [VacancyCriteria()])
    (one,) = documents[:1]
    store_documents(session.connection(), "vacancies", [one])
    delete_documents(session.connection(), "vacancies", {one.public_id: one.version + 1})
    assert match_arrivals(session) == 1
    assert pairs(session) == set()


def test_a_search_hears_of_nothing_that_came_before_it(session: Session, documents: list[VacancyDocument]) -> None:
    store_documents(session.connection(), "vacancies", documents[:3])
    saved(session, [VacancyCriteria()])
    store_documents(session.connection(), "vacancies", documents[3:5])
    match_arrivals(session)
    assert {vacancy_id for _, vacancy_id in pairs(session)} == {one.public_id for one in documents[3:5]}


def test_a_paused_search_hears_nothing(session: Session, documents: list[VacancyDocument]) -> None:
    saved(session, [VacancyCriteria()], state=SearchState.PAUSED)
    store_documents(session.connection(), "vacancies", documents[:3])
    match_arrivals(session)
    assert pairs(session) == set()
