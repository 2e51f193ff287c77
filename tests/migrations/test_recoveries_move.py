"""Money that came back keeps its rows of the ledger over a step down and up, and what is still owed is a claim again."""

from collections.abc import Iterator

import pytest
from sqlalchemy import select

from config import Settings
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import db
from labour_exchange.inspections.models import Recovery
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.queries.recoveries import disagreements as claims_that_disagree
from labour_exchange.programmes.models.money import LedgerEntry
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.states import EntryKind
from tests import databases
from tests.conftest import RUN_FOLDER, application
from tests.factories import inspections as made
from tests.processes import flask


@pytest.fixture
def own_database(settings: Settings) -> Iterator[Settings]:
    found = databases.with_migrated_database(settings, RUN_FOLDER, "recoveries_move")
    yield found
    databases.drop_database(found)
    # What was made last is what searches and jobs of this process ask; the next test asks its own database.
    application(settings)


def test_what_came_back_is_known_after_a_step_down_and_up(own_database: Settings) -> None:
    app = application(own_database)
    with app.app_context():
        session = db.session()
        session.info["actor"] = system_actor("test")
        cast = made.cast(session)
        inspection = made.owing(session, cast, paid=50_000)
        recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 20_000))
        session.commit()
        db.session.remove()
        db.engine.dispose()
        for words in (("db", "downgrade", "0048"), ("db", "upgrade")):
            done = flask(own_database, *words)
            assert done.returncode == 0, done.stderr
        session = db.session()
        session.info["actor"] = system_actor("test")
        assert session.scalars(select(LedgerEntry.paid).where(LedgerEntry.kind == EntryKind.RETURN)).all() == [-20_000]
        claim = session.scalars(select(Recovery)).one()
        assert (claim.owed, claim.returned) == (30_000, 0), "the entries went with their table: the claim is for what is left"
        assert disagreements(session) == []
        assert claims_that_disagree(session) == []
        db.session.remove()
        db.engine.dispose()
