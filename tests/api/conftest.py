"""A market that many read-only tests share: committed once a module, emptied after it."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.api.limits import LIMIT_SETTING
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, db
from tests import databases


@pytest.fixture(scope="module")
def module_committed(app: Flask) -> Iterator[ExchangeSession]:
    """A session that really commits, for the tests of one module; every table is emptied after them."""
    with app.app_context():
        db.session.remove()
        found = db.session()
        found.info["actor"] = system_actor("test")
        yield found
        db.session.remove()
    databases.empty_every_table(app.config["SETTINGS"])


@pytest.fixture
def module_app_client(app: Flask, module_committed: ExchangeSession) -> FlaskClient:
    return app.test_client()


@pytest.fixture
def unlimited(app: Flask) -> Iterator[None]:
    """No limit to how often the tests may ask."""
    before = app.config[LIMIT_SETTING]
    app.config[LIMIT_SETTING] = "1000000 per minute"
    yield
    app.config[LIMIT_SETTING] = before
