"""A server of its own: an open transaction holds a feed back on the whole server, and the other worker's tests may keep one open for minutes."""

import os
from collections.abc import Iterator

import pytest
from flask import Flask

from config import Settings
from tests import conftest as shared
from tests import databases


@pytest.fixture(scope="session")
def settings(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Settings]:
    folder, worker = tmp_path_factory.mktemp("feeds"), os.environ.get("PYTEST_XDIST_WORKER", "main")
    made = databases.with_migrated_database(shared.for_tests(folder / "instance"), shared.RUN_FOLDER / f"feeds-{worker}", worker)
    yield made
    databases.drop_database(made)


@pytest.fixture(scope="session")
def app(settings: Settings) -> Flask:
    return shared.application(settings)
