"""A house with both engines over the same invented documents."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine as Database
from sqlalchemy import create_engine, text

from search.documents import KINDS, Kind, ProfileDocument, VacancyDocument
from search.engines.base import Engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.postgres import CountedRarities, PostgresEngine, create_tables, store_documents, store_term_counts, term_counts
from search.indexes.fields import Value
from search.indexes.profiles import PROFILES
from search.indexes.vacancies import VACANCIES
from tests.search import invented

SECRET = b"a secret for the tests of search"


@dataclass(frozen=True)
class House:
    database: Database
    postgres: PostgresEngine
    elasticsearch: ElasticsearchEngine
    vacancies: dict[str, VacancyDocument]
    profiles: dict[str, ProfileDocument]
    values: dict[Kind, dict[str, Mapping[str, Value]]]


def built(database: Database, url: str, vacancies: list[VacancyDocument], profiles: list[ProfileDocument]) -> House:
    with database.begin() as connection:
        create_tables(connection)
        store_documents(connection, "vacancies", vacancies)
        store_documents(connection, "profiles", profiles)
        for kind in KINDS:
            store_term_counts(connection, kind, term_counts(connection, kind))
    rarities = CountedRarities(database.connect)
    postgres = PostgresEngine(database.connect, secret=SECRET, rarities=rarities, clock=lambda: invented.NOW)
    prefix = f"test-{secrets.token_hex(6)}"
    elasticsearch = ElasticsearchEngine(url, prefix=prefix, secret=SECRET, rarities=rarities, clock=lambda: invented.NOW)
    elasticsearch.ensure_indexes()
    elasticsearch.put("vacancies", vacancies)
    elasticsearch.put("profiles", profiles)
    elasticsearch.refresh()
    values: dict[Kind, dict[str, Mapping[str, Value]]] = {
        "vacancies": {document.public_id: VACANCIES.read(document) for document in vacancies},
        "profiles": {document.public_id: PROFILES.read(document) for document in profiles},
    }
    by_id = {v.public_id: v for v in vacancies}, {p.public_id: p for p in profiles}
    return House(database, postgres, elasticsearch, *by_id, values)


def torn_down(house: House) -> None:
    for kind in KINDS:
        house.elasticsearch.drop_others(kind, "")
    house.elasticsearch.drop_template()


@pytest.fixture(scope="session")
def house(search_database: Database, elasticsearch_url: str) -> Iterator[House]:
    """Many documents, never changed."""
    house = built(search_database, elasticsearch_url, invented.vacancies(3000), invented.profiles(2000))
    yield house
    torn_down(house)


@pytest.fixture
def small_house(search_database: Database, elasticsearch_url: str) -> Iterator[House]:
    """A few documents in tables of the test's own, to be changed."""
    schema = f"small_{secrets.token_hex(6)}"
    with search_database.begin() as connection:
        connection.execute(text(f"CREATE SCHEMA {schema}"))
    database = create_engine(search_database.url, connect_args={"options": f"-c search_path={schema}"})
    house = built(database, elasticsearch_url, invented.vacancies(120, seed=7), invented.profiles(60, seed=8))
    yield house
    torn_down(house)
    database.dispose()
    with search_database.begin() as connection:
        connection.execute(text(f"DROP SCHEMA {schema} CASCADE"))


@pytest.fixture(params=["postgres", "elasticsearch"])
def engine(request: pytest.FixtureRequest, house: House) -> Engine:
    chosen: Engine = getattr(house, request.param)
    return chosen
