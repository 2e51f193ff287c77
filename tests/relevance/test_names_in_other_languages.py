"""An occupation asked for by its Kazakh and its English name finds what its Russian name finds.

The judging rule: an advertisement belongs to every unit group that a blind judgement gave it (advertisement_occupations.tsv,
title_occupations.tsv); an invented vacancy of the demo country belongs to the unit group it was written for. The sixty unit groups with most
such advertisements, at most fifty of each (seeded), are asked for by the first name each language has for them.
"""

import csv
import json
import os
import secrets
import sys
import tempfile
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice
from pathlib import Path
from random import Random

import psycopg
import pytest
from flask import Flask
from sqlalchemy import select

from config import Settings
from labour_exchange.commands.demo import market
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.commands.supervisor.children import free_port
from labour_exchange.commands.supervisor.elasticsearch import start_elasticsearch
from labour_exchange.commands.vacancies import ACTOR
from labour_exchange.commands.worker import libpq_address
from labour_exchange.discovery import engines, upkeep
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.discovery.recognition import read_here
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as, db
from labour_exchange.vacancies.imports.mapping import read_mapping
from labour_exchange.vacancies.imports.operations import BATCH, import_batch, register_source
from labour_exchange.vacancies.imports.rows import read_advertisements
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.analysis.concepts import lexicon
from search.documents import KINDS
from tests import databases

HERE = Path(__file__).resolve().parent
FILES = HERE.parents[2] / "shared" / "data"
MAPPING = HERE.parent / "vacancies" / "full_advertisements.toml"
HH, SUPERJOB = "hh_astana_2026-03.jsonl", "superjob_2018.jsonl"
DEMO_EMPLOYERS, DEMO_VACANCIES = 60, 2400
OCCUPATIONS, MOST_JUDGED, LEAST_JUDGED = 60, 50, 9
LEAST_OF_RUSSIAN = 0.9
ENGINES = ("postgres", "elasticsearch")
LANGUAGES = ("ru", "kk", "en")
PAGE = 1000

pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(not FILES.is_dir(), reason="the real advertisements are not part of the project and not beside it"),
]


Recalls = dict[tuple[str, str, str], float]
"""By engine, unit group and language."""


@pytest.fixture(scope="module")
def elasticsearch_url() -> Iterator[str]:
    if url := os.environ.get("ELASTICSEARCH_URL"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="relevance-elasticsearch-", ignore_cleanup_errors=True) as folder:
        server = start_elasticsearch(Path(folder) / "node", free_port(), heap="512m")
        yield server.url
        server.stop()


@pytest.fixture(scope="module")
def judged(app: Flask, settings: Settings, elasticsearch_url: str) -> Iterator[dict[str, frozenset[str]]]:
    """Public ids of what was judged to belong to each of the sixty unit groups: both files and a small demo country are in both engines."""
    engines.configure(replace(settings, elasticsearch_url=elasticsearch_url, elasticsearch_prefix=f"test-{secrets.token_hex(6)}"))
    with app.app_context():
        db.session.remove()
        session = db.session()
        _import_files(session)
        _invent(settings)
        act_as(session, system_actor("rebuild search"))
        upkeep.rebuild(session, "vacancies")
        engines.engine("elasticsearch").refresh()
        yield _sixty(_judged_of_files(session), _judged_of_country(session))
        session.rollback()
        db.session.remove()
    made = engines.engines()
    assert made.elasticsearch is not None
    for kind in KINDS:
        made.elasticsearch.drop_others(kind, "")
    made.elasticsearch.drop_template()
    made.database.dispose()
    engines.configure(settings)
    databases.empty_every_table(settings)


def _import_files(session: ExchangeSession) -> None:
    act_as(session, ACTOR)
    for source, name, form, mapping in (("hh", HH, "hh", None), ("sj", SUPERJOB, "ndjson", read_mapping(MAPPING))):
        rows = read_advertisements(FILES / name, form, mapping, lambda _: None)
        while batch := list(islice(rows, BATCH)):
            import_batch(session, ACTOR, register_source(session, source), batch, read_here)
            session.commit()


def _invent(settings: Settings) -> None:
    chance, now = Random(4), clock.now()
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        hirers = list(market.employers(chance, take_ids(owner, Employer, DEMO_EMPLOYERS), now))
        copy_rows(owner, Employer, hirers)
        copy_rows(owner, Vacancy, market.vacancies(chance, take_ids(owner, Vacancy, DEMO_VACANCIES), hirers, [], now))


def _judged_of_files(session: ExchangeSession) -> dict[str, set[str]]:
    open_ones = select(Vacancy.source_name, Vacancy.external_id, Vacancy.public_id).where(Vacancy.state == VacancyState.PUBLISHED)
    stored = {(source, external_id): public_id for source, external_id, public_id in session.execute(open_ones)}
    # One judgement names its rows by number, the source by an id of its own.
    ids = [json.loads(line)["id"] for line in (FILES / SUPERJOB).read_text(encoding="utf-8").splitlines()]
    found: dict[str, set[str]] = defaultdict(set)
    for table in ("advertisement_occupations.tsv", "title_occupations.tsv"):
        with (HERE / table).open(encoding="utf-8") as rows:
            for row in csv.DictReader(rows, delimiter="\t"):
                key = (row["source"], ids[int(row["id"])] if row["source"] == "sj" else row["id"])
                if key in stored:
                    for code in row["codes"].split("|"):
                        found[code].add(stored[key])
    return found


def _judged_of_country(session: ExchangeSession) -> dict[str, set[str]]:
    found: dict[str, set[str]] = defaultdict(set)
    of_demo = select(Vacancy.occupation_code, Vacancy.public_id).where(Vacancy.is_demo, Vacancy.state == VacancyState.PUBLISHED)
    for code, public_id in session.execute(of_demo):
        found[code or ""].add(public_id)
    return found


def _sixty(of_files: dict[str, set[str]], of_country: dict[str, set[str]]) -> dict[str, frozenset[str]]:
    """Real advertisements come first into the fifty of each."""
    chance = Random(4)
    chosen: dict[str, frozenset[str]] = {}
    for code in sorted({*of_files, *of_country}):
        real = sorted(of_files.get(code, ()))[:MOST_JUDGED]
        invented = sorted(of_country.get(code, ()))
        chosen[code] = frozenset([*real, *chance.sample(invented, min(len(invented), MOST_JUDGED - len(real)))])
    return dict(sorted(chosen.items(), key=lambda entry: (-len(entry[1]), entry[0]))[:OCCUPATIONS])


@pytest.fixture(scope="module")
def recalls(judged: dict[str, frozenset[str]]) -> Recalls:
    return {
        (engine, code, language): _recall(engine, lexicon().names("occupation", code, language)[0], wanted)
        for engine in ENGINES
        for code, wanted in judged.items()
        for language in LANGUAGES
    }


def _recall(engine: str, name: str, wanted: frozenset[str]) -> float:
    """Of the advertisements judged, the share that is found at all."""
    found: set[str] = set()
    cursor = None
    while True:
        question = question_of(SearchQuery(text=name, limit=PAGE, cursor=cursor, facets=False))
        page = engines.engine(engine).find_vacancies(question.criteria)
        found |= {hit.public_id for hit in page.hits}
        cursor = page.next_cursor
        if cursor is None:
            return len(found & wanted) / len(wanted)


def test_sixty_occupations_are_judged(judged: dict[str, frozenset[str]]) -> None:
    assert len(judged) == OCCUPATIONS
    assert min(map(len, judged.values())) >= LEAST_JUDGED


@pytest.mark.parametrize("engine", ENGINES)
@pytest.mark.parametrize("language", ["kk", "en"])
def test_the_name_in_another_language_finds_what_the_russian_one_finds(recalls: Recalls, engine: str, language: str) -> None:
    codes = [code for of_engine, code, of_language in recalls if (of_engine, of_language) == (engine, language)]
    own, russian = ({code: recalls[engine, code, each] for code in codes} for each in (language, "ru"))
    short = {code: (own[code], russian[code]) for code in codes if own[code] < LEAST_OF_RUSSIAN * russian[code]}
    means = (sum(own.values()) / len(codes), sum(russian.values()) / len(codes))
    sys.stdout.write(f"{engine} {language}: recall {means[0]:.3f}, Russian {means[1]:.3f}, below {LEAST_OF_RUSSIAN} of it: {short}\n")
    assert min(russian.values()) > 0
    assert not short


def test_both_engines_find_the_same(recalls: Recalls) -> None:
    of_postgres, of_elasticsearch = ({key[1:]: found for key, found in recalls.items() if key[0] == engine} for engine in ENGINES)
    assert of_postgres == of_elasticsearch
