"""Pages count who reads them only in sums, employers see the sums of their vacancies, the ministry those of searches."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import delete, select

from labour_exchange.discovery import engines, synchronisation, vocabulary
from labour_exchange.discovery.use.counters import counters
from labour_exchange.discovery.use.models import QueryUse, VacancyUse
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.placements.reactions import count_application
from labour_exchange.vacancies.models import Vacancy
from tests.factories import employers, placements, vacancies
from tests.factories.accounts import user
from tests.factories.signing_in import sign_in_as

SEARCH = f"/ru/vacancies?q={quote('сварщик')}"


@pytest.fixture
def welder(app: Flask, committed: ExchangeSession) -> Iterator[Vacancy]:
    counters.flush()
    for table in (QueryUse, VacancyUse):  # What other tests read and searched is none of this one's.
        committed.execute(delete(table))
    made = vacancies.published(
        committed, by=employers.answering(committed), title="Сварщик", language="ru", occupation_code="7212", occupation_codes=["7212"]
    )
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    engines.configure(app.config["SETTINGS"])
    yield made
    counters.flush()


def used(session: ExchangeSession) -> tuple[list[tuple[int, int]], list[tuple[str, str, int, int]]]:
    counters.flush()
    session.rollback()
    return (
        [(row.views, row.from_search) for row in session.scalars(select(VacancyUse))],
        [(row.words, row.language, row.searches, row.clicks) for row in session.scalars(select(QueryUse).order_by(QueryUse.words))],
    )


def test_a_search_and_what_was_opened_from_it(app: Flask, committed: ExchangeSession, welder: Vacancy) -> None:
    client = app.test_client()
    client.get(SEARCH)
    client.get(SEARCH)
    client.get(f"/ru/vacancies/{welder.public_id}", headers={"Referer": f"http://localhost{SEARCH}"})
    client.get(f"/kk/vacancies/{welder.public_id}", headers={"Referer": f"http://elsewhere.example{SEARCH}"})
    client.get("/ru/vacancies")
    assert used(committed) == ([(2, 1)], [("сварщик", "ru", 2, 1)])


@pytest.mark.parametrize(
    "headers",
    [
        {"User-Agent": "Mozilla/5.0 (compatible; Googlebot/2.1)"},
        {"User-Agent": "curl/8.5"},
        {"Sec-Purpose": "prefetch;prerender"},
        {"Purpose": "prefetch"},
    ],
)
def test_machines_and_pages_fetched_ahead_are_not_counted(app: Flask, committed: ExchangeSession, welder: Vacancy, headers: dict[str, str]) -> None:
    client = app.test_client()
    client.get(SEARCH, headers=headers)
    client.get(f"/ru/vacancies/{welder.public_id}", headers=headers)
    client.head(f"/ru/vacancies/{welder.public_id}")
    assert used(committed) == ([], [])


def test_who_keeps_vacancies_is_not_counted(app: Flask, committed: ExchangeSession, welder: Vacancy) -> None:
    client = app.test_client()
    sign_in_as(client, committed, user(committed, ActorKind.ANALYST))
    committed.commit()
    client.get(SEARCH)
    client.get(f"/ru/vacancies/{welder.public_id}")
    assert used(committed) == ([], [])


def test_an_application_is_counted_for_its_day(session: ExchangeSession) -> None:
    employer, _actor = placements.hiring_employer(session)
    application = placements.application(session, placements.open_vacancy(session, employer))
    count_application(session, {"application_id": application.id})
    row = session.scalars(select(VacancyUse)).one()
    assert (row.vacancy_id, row.applications, row.views) == (application.vacancy_id, 1, 0)


def test_the_employer_sees_how_often_a_vacancy_was_read(client: FlaskClient, session: ExchangeSession) -> None:
    by = employers.answering(session)
    made = vacancies.published(session, by=by, title="Сварщик")
    session.add(VacancyUse(vacancy_id=made.id, day=clock.today(), views=943, from_search=777, applications=0))
    session.flush()
    sign_in_as(client, session, employers.member(session, by))
    assert "943" in client.get("/en/employer/home").get_data(as_text=True)
    assert "from a search: 777" in client.get(f"/en/employer/vacancies/{made.public_id}").get_data(as_text=True)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_ministry_reads_what_is_searched(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    for words, searches, empty in (("космонавт", 9, 9), ("асан үсенов", 4, 4), ("=cmd", 6, 0)):
        session.add(QueryUse(language="ru", words=words, day=clock.today(), searches=searches, found=0, without_result=empty, clicks=0))
    session.flush()
    sign_in_as(client, session, user(session, ActorKind.ANALYST))
    page = client.get(f"/{language}/headquarters/searches").get_data(as_text=True)
    assert "космонавт" in page
    assert "асан" not in page
    empty = client.get(f"/{language}/headquarters/searches?order=nothing_found").get_data(as_text=True)
    assert "космонавт" in empty
    assert "=cmd" not in empty
    file = client.get(f"/{language}/headquarters/searches.csv?days=7").get_data(as_text=True)
    assert "космонавт,ru,9," in file
    assert "'=cmd" in file
    assert "асан" not in file
