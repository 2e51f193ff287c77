"""A house with both engines over the same invented documents."""

import secrets
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

import pytest
from sqlalchemy import Engine as Database

from search.documents import Kind, ProfileDocument, VacancyDocument
from search.engines.base import Engine
from search.engines.elasticsearch import ElasticsearchEngine
from search.engines.postgres import CountedRarities, PostgresEngine, create_tables, refresh_term_counts, store_documents
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


@pytest.fixture(scope="session")
def house(search_database: Database, elasticsearch_url: str) -> Iterator[House]:
    vacancies = invented.vacancies(3000)
    profiles = invented.profiles(2000)
    with search_database.begin() as connection:
        create_tables(connection)
        store_documents(connection, "vacancies", vacancies)
        store_documents(connection, "profiles", profiles)
        refresh_term_counts(connection, "vacancies")
        refresh_term_counts(connection, "profiles")
    rarities = CountedRarities(search_database.connect)
    postgres = PostgresEngine(search_database.connect, secret=SECRET, rarities=rarities, clock=lambda: invented.NOW)
    prefix = f"test-{secrets.token_hex(6)}"
    elasticsearch = ElasticsearchEngine(elasticsearch_url, prefix=prefix, secret=SECRET, rarities=rarities, clock=lambda: invented.NOW)
    elasticsearch.ensure_indexes()
    elasticsearch.put("vacancies", vacancies)
    elasticsearch.put("profiles", profiles)
    elasticsearch.refresh()
    values: dict[Kind, dict[str, Mapping[str, Value]]] = {
        "vacancies": {document.public_id: VACANCIES.read(document) for document in vacancies},
        "profiles": {document.public_id: PROFILES.read(document) for document in profiles},
    }
    yield House(search_database, postgres, elasticsearch, {v.public_id: v for v in vacancies}, {p.public_id: p for p in profiles}, values)
    for kind in ("vacancies", "profiles"):
        elasticsearch.drop_others(kind, "")


@pytest.fixture(params=["postgres", "elasticsearch"])
def engine(request: pytest.FixtureRequest, house: House) -> Engine:
    chosen: Engine = getattr(house, request.param)
    return chosen
