"""Whatever happens to a worker or to Elasticsearch, nothing written is lost and the index is true afterwards."""

import os
import secrets
import signal
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import func, select

from config import ROOT, Settings
from labour_exchange.commands.supervisor.children import free_port
from labour_exchange.commands.supervisor.elasticsearch import ElasticsearchServer, start_elasticsearch
from labour_exchange.discovery import copying, engines, finders, synchronisation, upkeep
from labour_exchange.discovery.models import DocumentChange, PendingCopy
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.access import VISITOR
from labour_exchange.foundation.database import ExchangeSession
from search import lifecycle
from search.engines.postgres import DOCUMENTS
from search.results import EngineUnavailable
from tests.factories import vacancies

# Claims and renders, says so, and never commits: what a worker is at the worst moment to be killed.
WORKER = """
import sys, time
from dataclasses import replace
from config import Settings
from labour_exchange.app import create_app
from labour_exchange.discovery import {module}
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
app = create_app(
    Settings(
        environment="test", base_url="http://localhost", demo="none", secret_key={key!r}, personal_data_key={key!r} + "2",
        database_url={database!r}, owner_database_url={database!r}, elasticsearch_url={elasticsearch!r}, elasticsearch_prefix={prefix!r},
    )
)
with app.app_context():
    act_as(db.session(), system_actor("worker"))
    {work}
    print("claimed", flush=True)
    time.sleep(60)
"""


def claimed_and_killed(settings: Settings, module: str, work: str) -> None:
    source = WORKER.format(
        module=module,
        work=work,
        database=settings.database_url,
        key=settings.secret_key,
        elasticsearch=settings.elasticsearch_url,
        prefix=settings.elasticsearch_prefix,
    )
    worker = subprocess.Popen(
        [sys.executable, "-c", source], cwd=ROOT, stdout=subprocess.PIPE, text=True, env={**os.environ, "PYTHONPATH": str(ROOT)}
    )
    try:
        assert worker.stdout is not None
        assert worker.stdout.readline() == "claimed\n"
    finally:
        worker.send_signal(signal.SIGKILL)
        worker.wait()


def until(holds: Callable[[], bool], seconds: float = 30) -> None:
    end = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < end, "waited too long"
        time.sleep(0.1)


def waiting(session: ExchangeSession, model: type[DocumentChange] | type[PendingCopy]) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_a_worker_killed_between_claim_and_write_loses_nothing(app: Flask, committed: ExchangeSession) -> None:
    made = [vacancies.published(committed) for _ in range(20)]
    committed.commit()
    claimed_and_killed(app.config["SETTINGS"], "synchronisation", "synchronisation.synchronise(db.session())")
    until(lambda: waiting(committed, DocumentChange) == 20)
    assert committed.scalar(select(func.count()).select_from(DOCUMENTS["vacancies"])) == 0
    found = upkeep.check(committed)
    assert (found.documents, found.missing, found.extra, found.stale) == (len(made), 0, 0, 0)


class Cluster:
    """An Elasticsearch of this test's own, which it may stop."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.port = free_port()
        self.running: ElasticsearchServer | None = None

    def start(self) -> str:
        self.running = start_elasticsearch(self.folder, self.port, heap="512m")
        return self.running.url

    def stop(self) -> None:
        if self.running:
            self.running.stop()
            self.running = None


@pytest.fixture(scope="module")
def cluster() -> Iterator[Cluster]:
    with tempfile.TemporaryDirectory(prefix="index-faults-", ignore_cleanup_errors=True) as folder:
        made = Cluster(Path(folder) / "node")
        yield made
        made.stop()


@pytest.fixture
def copied(app: Flask, committed: ExchangeSession, cluster: Cluster) -> Iterator[Settings]:
    """The application with its documents copied to the cluster, which is running."""
    before: Settings = app.config["SETTINGS"]
    url = cluster.running.url if cluster.running else cluster.start()
    settings = replace(before, elasticsearch_url=url, elasticsearch_prefix=f"faults-{secrets.token_hex(4)}")
    engines.configure(settings)
    yield settings
    engines.configure(before)


def found_by_elasticsearch(session: ExchangeSession, text: str) -> int:
    elasticsearch = engines.elasticsearch()
    assert elasticsearch is not None
    elasticsearch.refresh()
    return finders.find_vacancies(session, VISITOR, SearchQuery(text=text, facets=False), engine="elasticsearch").total


@pytest.mark.server
def test_copies_survive_a_killed_copier(copied: Settings, committed: ExchangeSession) -> None:
    copying.make_ready(committed)
    for _ in range(10):
        vacancies.published(committed, title="Welder", occupation_code="7212")
    committed.commit()
    synchronisation.synchronise_all(committed)
    # Everything was sent, and the sender died before it could note that: sent again, nothing is twice.
    work = "copying._send(db.session(), copying.engines.engine('elasticsearch'), 'vacancies', copying.waiting_ids(db.session(), 'vacancies'))"
    claimed_and_killed(copied, "copying", work)
    until(lambda: waiting(committed, PendingCopy) == 10)
    found = upkeep.check(committed)
    assert (found.engine, found.documents, found.missing, found.extra, found.stale) == ("elasticsearch", 10, 0, 0, 0)
    assert waiting(committed, PendingCopy) == 0
    assert found_by_elasticsearch(committed, "welder") == 10


@pytest.mark.server
def test_both_engines_say_the_same_of_real_rows(copied: Settings, committed: ExchangeSession) -> None:
    copying.make_ready(committed)
    for title, code in (("Welder", "7212"), ("Сварщик 5 разряда", "7212"), ("Заңгер", "2611"), ("Lawyer", "2611")):
        vacancies.published(committed, title=title, occupation_code=code)
    committed.commit()
    synchronisation.synchronise_all(committed)
    copying.copy_all(committed, engines.engine("elasticsearch"))
    found_by_elasticsearch(committed, "")
    for text in ("", "welder", "сварщик 5 разряда", "заңгер астана"):
        pages = [finders.find_vacancies(committed, VISITOR, SearchQuery(text=text), engine=name) for name in ("postgres", "elasticsearch")]
        assert pages[0].hits == pages[1].hits
        assert pages[0].facets == pages[1].facets
        assert pages[0].total == pages[1].total > 0


@pytest.mark.server
def test_elasticsearch_stopped_and_started_again(app: Flask, copied: Settings, committed: ExchangeSession, cluster: Cluster) -> None:
    stop = threading.Event()
    keeper = threading.Thread(target=synchronisation.keep_true, args=(app.app_context, stop))
    keeper.start()
    try:
        vacancies.published(committed, title="Welder", occupation_code="7212")
        committed.commit()
        until(lambda: waiting(committed, DocumentChange) == waiting(committed, PendingCopy) == 0 and _is_found(committed, "elasticsearch"), 60)
        cluster.stop()
        changed = vacancies.published(committed, title="Welder of pipes", occupation_code="7212")
        committed.commit()
        until(lambda: waiting(committed, DocumentChange) == 0)
        until(lambda: _is_found(committed, "postgres", "welder", 2))
        page = finders.find_vacancies(committed, VISITOR, SearchQuery(text="welder"))
        assert (page.total, page.engine, page.reduced) == (2, "postgres", True)
        assert changed.public_id in {hit.vacancy.public_id for hit in page.hits}
        for _ in range(3):
            finders.find_vacancies(committed, VISITOR, SearchQuery(text="welder"))
        assert finders.is_reduced()
        begun = time.monotonic()
        finders.find_vacancies(committed, VISITOR, SearchQuery(text="welder"))
        assert time.monotonic() - begun < 0.5, "an open breaker asks nobody who is away"
        assert waiting(committed, PendingCopy) == 1
        with pytest.raises(EngineUnavailable):
            upkeep.check(committed)
        committed.rollback()
        cluster.start()
        until(lambda: waiting(committed, PendingCopy) == 0, 90)
        found = upkeep.check(committed)
        assert (found.documents, found.missing, found.extra, found.stale) == (2, 0, 0, 0)
        until(lambda: not _ask(committed).reduced, 30)
        assert _ask(committed).total == 2
    finally:
        stop.set()
        keeper.join(timeout=30)
    assert not keeper.is_alive()


@pytest.mark.server
def test_an_emptied_cluster_is_filled_again_and_drift_is_repaired(copied: Settings, committed: ExchangeSession) -> None:
    for _ in range(5):
        vacancies.published(committed, title="Welder", occupation_code="7212")
    committed.commit()
    synchronisation.synchronise_all(committed)
    copying.make_ready(committed)
    assert found_by_elasticsearch(committed, "welder") == 5
    elasticsearch = engines.elasticsearch()
    assert elasticsearch is not None
    copying.copy_all(committed, elasticsearch)
    lost = next(iter(elasticsearch.versions("vacancies")))
    elasticsearch.remove("vacancies", {lost.public_id: lost.version})
    elasticsearch.refresh()
    # What was left over from before: the walk finds it, though no row ever asked for it again.
    found = upkeep.check(committed)
    assert (found.missing, found.repaired) == (1, 1)
    assert upkeep.check(committed).missing == 0
    assert upkeep.rebuild(committed, "vacancies") == 5
    assert found_by_elasticsearch(committed, "welder") == 5


@pytest.mark.server
def test_a_rebuilt_index_is_not_sent_again_what_it_holds(copied: Settings, committed: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    elasticsearch = engines.elasticsearch()
    assert elasticsearch is not None
    elasticsearch.ensure_indexes()
    kept, gone = [vacancies.published(committed, title="Welder", occupation_code="7212") for _ in range(2)]
    committed.commit()
    synchronisation.synchronise_all(committed)
    assert waiting(committed, PendingCopy) == 2
    built = lifecycle.rebuild

    def build_and_change(*arguments: Any) -> None:
        built(*arguments)
        kept.title = "Senior welder"
        committed.delete(gone)
        committed.commit()
        synchronisation.synchronise_all(committed)

    monkeypatch.setattr(lifecycle, "rebuild", build_and_change)
    copying.rebuild(committed, elasticsearch, "vacancies")
    # Both changed after the index was filled, so both still wait; had they not, neither would.
    assert waiting(committed, PendingCopy) == 2
    monkeypatch.setattr(lifecycle, "rebuild", built)
    copying.copy_all(committed, elasticsearch)
    assert found_by_elasticsearch(committed, "senior welder") == 1
    assert found_by_elasticsearch(committed, "welder") == 1
    vacancies.published(committed, title="Welder", occupation_code="7212")
    committed.commit()
    synchronisation.synchronise_all(committed)
    copying.rebuild(committed, elasticsearch, "vacancies")
    assert waiting(committed, PendingCopy) == 0
    assert not upkeep.check(committed).missing


def _ask(session: ExchangeSession) -> finders.FoundPage:
    return finders.find_vacancies(session, VISITOR, SearchQuery(text="welder", facets=False))


def _is_found(session: ExchangeSession, engine: str, text: str = "welder", least: int = 1) -> bool:
    session.rollback()
    try:
        return finders.find_vacancies(session, VISITOR, SearchQuery(text=text, facets=False), engine=engine).total >= least
    except EngineUnavailable:
        return False
