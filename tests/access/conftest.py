"""The world of the matrix, made once for the tests of a module, and the browsers that ask about it."""

from collections.abc import Iterator

import pytest
from flask import Flask

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import db
from tests import databases
from tests.access.matrix import Inquiry
from tests.access.world import made


@pytest.fixture(scope="module")
def inquiry(app: Flask) -> Iterator[Inquiry]:
    """The matrix over a rolled-back transaction; the clock stands, so that no session is noted as used again."""
    with app.app_context(), clock.hold(clock.now()):
        for session in databases.session_rolled_back(app):
            yield Inquiry(app, session, db.engine, made(session))  # type: ignore[arg-type]
