"""Import against COPY of the same rows, and a rebuild against a plain bulk load of prepared documents."""

import json
import time
from pathlib import Path
from random import Random
from typing import Any

import psycopg
from elasticsearch import Elasticsearch
from sqlalchemy import create_engine

from bench.ground import Ground, Row
from bench.installation import Installation
from labour_exchange.commands.demo import grammar
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.worker import libpq_address
from labour_exchange.territory.queries import regions
from search.engines.elasticsearch import bulk
from search.engines.postgres import stored_documents
from search.indexes.vacancies import VACANCIES

ROWS = 5_000


def import_against_copy(ground: Ground) -> list[Row]:
    """An import of advertisements (validated, recognised, stored, with receipts) as a multiple of COPY of the rows it made."""
    made = ground.country()
    path = Path(made.environment["INSTANCE_DIR"]) / "advertisements.ndjson"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in _advertisements()), encoding="utf-8")
    done = made.flask("vacancies", "import", str(path), "--format", "ndjson", "--source", "bench", "--json")
    assert done["created"] + done["duplicates"] == ROWS, done
    seconds = _copy_seconds(made)
    row = {
        "what": "import against COPY",
        "ratio": done["seconds"] / seconds,
        "to_reach": 25,
        "rows": ROWS,
        "import_seconds": done["seconds"],
        "copy_seconds": seconds,
    }
    return [row]


def _advertisements() -> list[dict[str, Any]]:
    chance, places = Random(11), regions()
    rows = []
    for number in range(ROWS):
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
                "employer_name": f"Дала {number % 400}",
                "place": place.name.in_language(language),
                "pay_from": pay,
                "pay_to": pay + 50_000,
            }
        )
    return rows


def _copy_seconds(made: Installation) -> float:
    with psycopg.connect(libpq_address(made.settings.owner_database_url)) as owner:
        owner.execute("CREATE TEMP TABLE target (LIKE vacancies INCLUDING ALL)")
        with owner.cursor().copy("COPY (SELECT * FROM vacancies WHERE source_name = 'bench') TO STDOUT") as reading:
            rows = b"".join(bytes(part) for part in reading)
        begun = time.perf_counter()
        with owner.cursor().copy("COPY target FROM STDIN") as writing:
            writing.write(rows)
        return time.perf_counter() - begun


def rebuild_against_bulk(ground: Ground) -> list[Row]:
    """A rebuild of the index from the document table as a multiple of Elasticsearch's own bulk of documents that are ready in memory."""
    made = ground.country()
    done = made.flask("search", "rebuild", "--json")
    seconds, count = _bulk_seconds(made)
    row = {
        "what": "index rebuild against bulk",
        "ratio": done["wall"] / seconds,
        "to_reach": 2,
        "documents": count,
        "rebuild_seconds": done["wall"],
        "bulk_seconds": seconds,
    }
    return [row]


def _bulk_seconds(made: Installation) -> tuple[float, int]:
    raise_on = Elasticsearch(made.settings.elasticsearch_url, request_timeout=120)
    from_table = _documents(made)
    actions = list(bulk.puts("bench-plain", VACANCIES, from_table))
    begun = time.perf_counter()
    bulk.apply(raise_on, actions)
    raise_on.indices.refresh(index="bench-plain")
    return time.perf_counter() - begun, len(actions)


def _documents(made: Installation) -> list[Any]:
    engine = create_engine(made.settings.database_url)
    with engine.connect() as connection:
        return list(stored_documents(connection, "vacancies"))
