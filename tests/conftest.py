"""The servers every test shares: one embedded PostgreSQL a run, one database a worker, and the application on it."""

import os
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from werkzeug.serving import make_server

from config import Settings
from labour_exchange.app import create_app
from labour_exchange.discovery.use.counters import counters
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, db
from tests import databases

# A busy machine is no fault of the code: how long one example takes is not what these tests are about.
hypothesis_settings.register_profile("suite", deadline=None, suppress_health_check=[HealthCheck.too_slow])
hypothesis_settings.load_profile("suite")

RUN_FOLDER = Path(os.environ.get("TEST_FOLDER", "/tmp/labour-exchange-tests"))  # noqa: S108 - a place outside the checkout

LONGEST_FIRST = (
    "journeys/test_axe",
    "access/test_matrix",
    "access/test_mutants",
    "faults/test_workers",
    "journeys/test_placement",
    "journeys/",
    "faults/",
)
"""Beginnings of the files that take minutes: begun last, they would leave one of two workers with nothing to do."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """The long files come first; among the others the order stays."""
    items.sort(key=_rank)


def _rank(item: pytest.Item) -> int:
    name = item.nodeid.removeprefix("tests/")
    return next((place for place, beginning in enumerate(LONGEST_FIRST) if name.startswith(beginning)), len(LONGEST_FIRST))


def for_tests(instance_dir: Path) -> Settings:
    """Settings without a database."""
    return Settings(
        environment="test",
        instance_dir=instance_dir,
        secret_key="a secret for tests only, long enough to sign",
        personal_data_key="another secret for tests, for people's data",
        base_url="http://localhost",
        demo="none",
        sandbox="on",
    )


def application(settings: Settings) -> Flask:
    made = create_app(settings)
    made.config["WTF_CSRF_ENABLED"] = False
    made.config["TESTING"] = True
    # A test says itself when counters are written: nothing changes the database behind its back.
    counters.flushes_by_itself = False
    return made


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    """Settings of a test worker: a migrated database of its own in the run's embedded server."""
    base = for_tests(tmp_path_factory.mktemp("instance"))
    made = databases.with_migrated_database(base, RUN_FOLDER, os.environ.get("PYTEST_XDIST_WORKER", "main"))
    yield made
    databases.drop_database(made)


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    return application(settings)


@pytest.fixture
def session(app: Flask) -> Iterator[ExchangeSession]:
    """A session inside a transaction that is rolled back; commits of the code under test end savepoints only. Acts as the system."""
    databases.work_in(app)
    with app.app_context():
        yield from databases.session_rolled_back(app)


@pytest.fixture
def client(app: Flask, session: ExchangeSession) -> FlaskClient:
    """A browser without scripts that sees the test's own transaction."""
    return app.test_client()


@pytest.fixture
def committed(app: Flask) -> Iterator[ExchangeSession]:
    """A session that really commits, for tests of many transactions at once; every table is emptied afterwards."""
    databases.work_in(app)
    with app.app_context():
        db.session.remove()
        found = db.session()
        found.info["actor"] = system_actor("test")
        yield found
        db.session.remove()
    databases.empty_every_table(app.config["SETTINGS"])


@pytest.fixture
def live_server(app: Flask, committed: ExchangeSession) -> Iterator[str]:
    """The application answering on a loopback port, with real commits; gives its address."""
    server = make_server("127.0.0.1", 0, app, threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
