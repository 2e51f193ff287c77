"""Import against COPY of the same rows, and a rebuild against a plain bulk load of prepared documents."""

import json
import time
from pathlib import Path
from random import Random
from typing import Any

import psycopg
from elasticsearch import Elasticsearch

from bench.ground import Ground, Row
from bench.installation import Installation
from labour_exchange.commands.demo import grammar
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.worker import libpq_address
from labour_exchange.discovery import engines
from labour_exchange.territory.queries import regions
from labour_exchange.vacancies.models import Vacancy
from search import lifecycle
from search.engines.elasticsearch import ElasticsearchEngine, bulk
from search.engines.postgres import stored_documents
from search.indexes.vacancies import VACANCIES

ROWS = 20_000


def import_against_copy(ground: Ground) -> list[Row]:
    """An import of advertisements (validated, recognised, stored, with receipts) as a multiple of COPY of the rows it made."""
    made = ground.country()
    done = made.flask("vacancies", "import", str(_written(made, ROWS, "bench")), "--format", "ndjson", "--source", "bench", "--json")
    assert done["created"] + done["duplicates"] == ROWS, done
    seconds = _copy_seconds(made)
    fewer = made.flask("vacancies", "import", str(_written(made, ROWS // 4, "fewer")), "--format", "ndjson", "--source", "fewer", "--json")
    row = {
        "what": "import against COPY",
        "ratio": done["seconds"] / seconds,
        "to_reach": 25,
        "rows": ROWS,
        "import_seconds": done["seconds"],
        "copy_seconds": seconds,
        "megabytes": done["megabytes"],
        "megabytes_of_a_quarter": fewer["megabytes"],
    }
    return [row]


def _written(made: Installation, rows: int, name: str) -> Path:
    path = Path(made.environment["INSTANCE_DIR"]) / f"{name}.ndjson"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in advertisements(rows, name)), encoding="utf-8")
    return path


def advertisements(count: int, name: str) -> list[dict[str, Any]]:
    """Rows of an import, all different, of employers that are called by this name."""
    chance, places = Random(11), regions()
    rows = []
    for number in range(count):
        trade, language, place = chance.choice(TRADES), chance.choice(("kk", "ru")), chance.choice(places)
        description, requirements = grammar.vacancy_text(chance, language, trade.title(language))
        pay = chance.randrange(100_000, 600_000, 5_000)
        rows.append(
            {
                "external_id": str(number),
                "title": f"{trade.title(language)} {number}",
                "description": description,
                "requirements": requirements,
                "employer_id": str(number % 400),
                "employer_name": f"{name} {number % 400}",
                "place": place.name.in_language(language),
                "pay_from": pay,
                "pay_to": pay + 50_000,
            }
        )
    return rows


def _copy_seconds(made: Installation) -> float:
    """COPY of the imported rows, under other keys, into the table they were imported into, with all its constraints and triggers; undone."""
    keys = "id + 1000000000 AS id, 'z' || public_id AS public_id, 'copied' AS source_name"
    with psycopg.connect(libpq_address(made.settings.owner_database_url)) as owner:
        columns = ", ".join(column.name for column in Vacancy.__table__.columns if column.name not in ("id", "public_id", "source_name"))
        with owner.cursor().copy(f"COPY (SELECT {keys}, {columns} FROM vacancies WHERE source_name = 'bench') TO STDOUT") as reading:
            rows = b"".join(bytes(part) for part in reading)
        begun = time.perf_counter()
        with owner.cursor().copy(f"COPY vacancies (id, public_id, source_name, {columns}) FROM STDIN") as writing:
            writing.write(rows)
        seconds = time.perf_counter() - begun
        owner.rollback()
    return seconds


def rebuild_against_bulk(ground: Ground) -> list[Row]:
    """A rebuild of the index from the document table, with its checks, as a multiple of a bulk load of documents that are ready in memory."""
    made = ground.country()
    engines.configure(made.settings)
    engine = engines.elasticsearch()
    assert engine
    begun = time.perf_counter()
    built = lifecycle.rebuild(engines.connect, engine, "vacancies")
    seconds = time.perf_counter() - begun
    bulk_seconds = _bulk_seconds(made, engine)
    row = {
        "what": "index rebuild against bulk",
        "ratio": seconds / bulk_seconds,
        "to_reach": 2,
        "documents": built.documents,
        "rebuild_seconds": seconds,
        "bulk_seconds": bulk_seconds,
    }
    return [row]


def _bulk_seconds(made: Installation, engine: ElasticsearchEngine) -> float:
    """Into an index of the same fields and settings, which is dropped again."""
    with engines.connect() as connection:
        index = engine.create_index("vacancies")
        actions = list(bulk.puts(index, VACANCIES, stored_documents(connection, "vacancies")))
    client = Elasticsearch(made.settings.elasticsearch_url, request_timeout=120)
    begun = time.perf_counter()
    bulk.apply(client, actions)
    client.indices.refresh(index=index)
    seconds = time.perf_counter() - begun
    engine.drop_index(index)
    return seconds
