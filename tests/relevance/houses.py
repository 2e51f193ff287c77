"""Markets that judged queries are asked of: the real advertisements and the demo country, imported as their commands do, under ids that stay."""

import hashlib
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path

from flask import Flask
from sqlalchemy import create_engine, select, update

from config import Settings
from labour_exchange.commands.demo.load import load
from labour_exchange.commands.vacancies import vacancies
from labour_exchange.discovery import engines, upkeep
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState
from search.evaluation import Judged, read_judged
from tests import databases

HERE = Path(__file__).resolve().parent
REAL = HERE.parents[2] / "shared" / "data"
MAPPING = HERE.parent / "vacancies" / "full_advertisements.toml"
# The advertisements are of March 2026: how fresh they are is not to change with the day of the run.
JUDGED_AT = datetime(2026, 3, 20, 7, tzinfo=UTC)
DEEPEST = 50


def judged_queries(name: str) -> list[Judged]:
    """The judged queries of one set."""
    return read_judged(HERE / f"judged_{name}.tsv")


def public_id(key: str) -> str:
    """An id that is the same in every run, so that ties fall the same way."""
    return hashlib.sha256(key.encode()).hexdigest()[:16]


@dataclass(frozen=True)
class House:
    """A market with its engines; `keys` leads from public ids to the ids of the judgements."""

    keys: dict[str, str]

    def ranking(self, query: SearchQuery | str, engine: str) -> list[str]:
        asked = query if isinstance(query, SearchQuery) else SearchQuery(text=query)
        question = question_of(replace(asked, limit=DEEPEST, facets=False))
        return [self.keys[hit.public_id] for hit in engines.engine(engine).find_vacancies(question.criteria).hits]


@contextmanager
def real_advertisements(app: Flask, elasticsearch_url: str) -> Iterator[House]:
    """Both files, by their own ids: hh:130950660, sj:sj-2."""
    with _open(app, elasticsearch_url) as settings:
        runner = app.test_cli_runner()
        for file, options in (
            ("hh_astana_2026-03.jsonl", ("--format", "hh", "--source", "hh")),
            ("superjob_2018.jsonl", ("--mapping", str(MAPPING), "--source", "sj")),
        ):
            result = runner.invoke(vacancies, ["import", str(REAL / file), *options, "--json"], catch_exceptions=False)
            assert result.exit_code == 0, result.output
        act_as(db.session(), system_actor("test"))
        rows = db.session().execute(select(Vacancy.id, Vacancy.external_id)).all()
        yield _built(settings, {row.id: f"{'sj' if row.external_id.startswith('sj-') else 'hh'}:{row.external_id}" for row in rows})


@contextmanager
def demo_country(app: Flask, elasticsearch_url: str) -> Iterator[House]:
    """The small demo; a vacancy is called by its number in the order of making, which the demo's seed settles."""
    with _open(app, elasticsearch_url) as settings:
        act_as(db.session(), system_actor("test"))
        ensure_offices(db.session())
        db.session().commit()
        load(settings.owner_database_url, "small", lambda _: None)
        rows = db.session().scalars(select(Vacancy.id).where(Vacancy.is_demo).order_by(Vacancy.id)).all()
        yield _built(settings, {row: f"d{number}" for number, row in enumerate(rows, start=1)})


@contextmanager
def _open(app: Flask, elasticsearch_url: str) -> Iterator[Settings]:
    before: Settings = app.config["SETTINGS"]
    settings = replace(before, elasticsearch_url=elasticsearch_url, elasticsearch_prefix=f"relevance-{secrets.token_hex(4)}")
    with app.app_context(), clock.hold(JUDGED_AT):
        db.session.remove()
        engines.configure(settings)
        try:
            yield settings
        finally:
            db.session.remove()
            elasticsearch = engines.elasticsearch()
            if elasticsearch is not None:
                elasticsearch.drop_others("vacancies", "")
                elasticsearch.drop_template()
            engines.configure(before)
            databases.empty_every_table(before)


def _built(settings: Settings, keys: dict[int, str]) -> House:
    owner = create_engine(settings.owner_database_url)
    with owner.begin() as connection:
        for row, key in keys.items():
            connection.execute(update(Vacancy).where(Vacancy.id == row).values(public_id=public_id(key)))
    owner.dispose()
    session = db.session()
    session.expire_all()
    act_as(session, system_actor("test"))
    published = select(Vacancy.id).where(Vacancy.state == VacancyState.PUBLISHED)
    assert len(session.scalars(published).all()) > 1000
    upkeep.rebuild(session, "vacancies")
    elasticsearch = engines.elasticsearch()
    assert elasticsearch is not None
    elasticsearch.refresh()
    return House({public_id(key): key for key in keys.values()})
