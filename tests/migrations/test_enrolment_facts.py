"""Enrolments that were there before their log are counted with the days on which they were recorded, and a release stays what it was."""

from collections import Counter
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import psycopg
import pytest
from sqlalchemy import select

from config import Settings
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.programmes.operations import participation
from labour_exchange.programmes.states import DropReason
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact, Uncounted
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.verification import verify_release
from tests import databases
from tests.conftest import RUN_FOLDER, application
from tests.factories import offices, programmes
from tests.factories import placements as situations
from tests.processes import flask
from tests.statistics.test_releases import published

DAY = datetime(2026, 10, 5, 7, tzinfo=UTC)
COLUMNS = (Fact.measure, Fact.effective_on, Fact.recorded_on, Fact.count, Fact.region_code, Fact.programme_measure, Fact.reason, Fact.age_group)


@pytest.fixture
def own_database(settings: Settings) -> Iterator[Settings]:
    found = databases.with_migrated_database(settings, RUN_FOLDER, "enrolment_facts")
    yield found
    databases.drop_database(found)
    # What was made last is what searches and jobs of this process ask; the next test asks its own database.
    application(settings)


def counted(session: ExchangeSession) -> Counter[tuple[object, ...]]:
    collect(session)
    assert rebuild(session).is_equal
    found = Counter(tuple(row) for row in session.execute(select(*COLUMNS).where(Fact.subject_kind == "enrolment")))
    session.commit()
    return found


def fill(session: ExchangeSession) -> None:
    """One that dropped out, one withdrawn before it began, one that goes on; seven placements; and a release of the month."""
    here = offices.office(session, "KZ-71")
    staff = offices.officer(offices.staff(session, here)), offices.officer(offices.staff(session, here, approver=True))
    with clock.hold(DAY):
        measure = programmes.measure(session)
        programmes.allocation(session, measure)
        left, _goes_on = (programmes.started(session, measure, *staff) for _ in range(2))
        unbegun = programmes.approved(session, measure, *staff, starts_on=(DAY + timedelta(days=9)).date())
        employer, actor = situations.hiring_employer(session)
        vacancy = situations.open_vacancy(session, employer, posts=9)
        for _ in range(7):
            situations.placement(session, vacancy, actor)
    with clock.hold(DAY + timedelta(days=4)):
        participation.withdraw_enrolment(session, staff[0], unbegun)
    with clock.hold(DAY + timedelta(days=20)):
        participation.drop_out(session, staff[0], left, ended_on=(DAY + timedelta(days=10)).date(), reason=DropReason.ILLNESS)
    session.flush()
    collect(session)
    published(session)
    session.commit()


def stepped_down_and_up(own_database: Settings) -> ExchangeSession:
    """A session of the database after the step; nothing of an enrolment is counted yet."""
    db.session.remove()
    db.engine.dispose()
    for words in (("db", "downgrade", "0053"), ("db", "upgrade")):
        done = flask(own_database, *words)
        assert done.returncode == 0, done.stderr
    session = db.session()
    session.info["actor"] = system_actor("test")
    assert session.scalars(select(Fact).where(Fact.subject_kind == "enrolment")).all() == []
    return session


@pytest.fixture
def filled(own_database: Settings) -> Iterator[ExchangeSession]:
    with application(own_database).app_context():
        session = db.session()
        session.info["actor"] = system_actor("test")
        fill(session)
        yield session
        db.session.remove()
        db.engine.dispose()


def test_what_was_recorded_before_the_log_is_known_since_its_own_days(own_database: Settings, filled: ExchangeSession) -> None:
    before = counted(filled)
    assert sum(count for row, count in before.items() if row[0] == "enrolments_approved") == 4
    assert ("enrolments_dropped_out", date(2026, 10, 15), date(2026, 10, 25), 1) in {row[:4] for row in before}
    session = stepped_down_and_up(own_database)
    assert len(session.scalars(select(Uncounted.subject_id).where(Uncounted.subject_kind == "enrolment").distinct()).all()) == 3
    assert counted(session) == before
    assert verify_release(session, session.scalars(select(Release)).one()).is_equal


def test_what_was_loaded_without_transitions_is_known_on_the_days_it_names(own_database: Settings, filled: ExchangeSession) -> None:
    filled.commit()
    with psycopg.connect(libpq_address(own_database.owner_database_url)) as owner:
        owner.execute("ALTER TABLE transitions DISABLE TRIGGER USER")
        owner.execute("DELETE FROM transitions WHERE subject_kind = 'enrolment'")
        owner.execute("ALTER TABLE transitions ENABLE TRIGGER USER")
    known = {row[:4] for row in counted(stepped_down_and_up(own_database))}
    assert ("enrolments_dropped_out", date(2026, 10, 15), date(2026, 10, 15), 1) in known
    assert {effective for _measure, effective, _recorded, _count in known} == {date(2026, 10, 5), date(2026, 10, 15)}
    assert all(effective == recorded for _measure, effective, recorded, _count in known)
