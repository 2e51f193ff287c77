"""Every migration goes up, down and up again, and the tables are what the models say."""

from collections.abc import Iterator

import psycopg
import pytest
from psycopg import sql

from config import ROOT, Settings
from labour_exchange.commands.worker import libpq_address
from tests import databases
from tests.conftest import RUN_FOLDER
from tests.processes import flask

NUMBERS = sorted(path.name[:4] for path in (ROOT / "migrations" / "versions").glob("[0-9]*.py"))
LAST_THREE = NUMBERS[-4]
STAYING = ("users", "employers", "vacancies", "jobseekers", "profiles", "registrations", "job_applications", "placements", "placement_evidence")
SHAPE = """
SELECT 'column', table_name, column_name, data_type || ' ' || is_nullable || ' ' || coalesce(column_default, '') FROM information_schema.columns
 WHERE table_schema = 'public'
UNION ALL SELECT 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint
 WHERE connamespace = 'public'::regnamespace AND contype <> 'n'
UNION ALL SELECT 'index', tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'
UNION ALL SELECT 'policy', tablename, policyname, qual FROM pg_policies WHERE schemaname = 'public'
UNION ALL SELECT 'trigger', tgrelid::regclass::text, tgname, pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
UNION ALL SELECT 'function', '', proname, md5(prosrc) FROM pg_proc WHERE pronamespace = 'public'::regnamespace
UNION ALL SELECT 'right', table_name, grantee, privilege_type FROM information_schema.role_table_grants WHERE table_schema = 'public'
"""


@pytest.fixture
def own_database(settings: Settings, request: pytest.FixtureRequest) -> Iterator[Settings]:
    """A migrated database that may be taken apart."""
    made = databases.with_migrated_database(settings, RUN_FOLDER, f"migrations_{request.node.name.split('[')[0]}"[-40:])
    yield made
    databases.drop_database(made)


def read(settings: Settings, question: sql.SQL | sql.Composed) -> list[tuple[object, ...]]:
    with psycopg.connect(libpq_address(settings.owner_database_url)) as connection:
        return connection.execute(question).fetchall()


def shape(settings: Settings) -> list[tuple[object, ...]]:
    """Columns, constraints, indexes, policies, triggers, functions and rights, in order. Column order is no part of it."""
    return sorted(read(settings, sql.SQL(SHAPE)), key=repr)


def counts(settings: Settings) -> dict[str, object]:
    """How many rows each lasting table has, and a sum over what is in them."""
    question = sql.SQL("SELECT count(*), sum(hashtext(t.id::text || coalesce(to_jsonb(t)->>'public_id', ''))::bigint) FROM {} t")
    return {name: read(settings, question.format(sql.Identifier(name))) for name in STAYING}


def test_every_migration_goes_up_down_and_up_again(own_database: Settings) -> None:
    before = shape(own_database)
    down = flask(own_database, "db", "downgrade", "base")
    assert down.returncode == 0, down.stderr
    left = {row[1] for row in shape(own_database) if row[0] == "column"}
    assert {name for name in left if not str(name).startswith("procrastinate")} <= {"alembic_version"}
    up = flask(own_database, "db", "upgrade")
    assert up.returncode == 0, up.stderr
    after = shape(own_database)
    assert [row for row in before if row not in after] == []
    assert [row for row in after if row not in before] == []


def test_the_tables_are_what_the_models_say_also_once_facts_have_arrived(own_database: Settings) -> None:
    with psycopg.connect(libpq_address(own_database.owner_database_url)) as connection:
        connection.execute("SELECT make_fact_partition('2026-11-01')")
    checked = flask(own_database, "db", "check")
    assert checked.returncode == 0, checked.stdout + checked.stderr
    assert "UserWarning" not in checked.stderr


def test_the_last_three_go_down_and_up_on_loaded_data(own_database: Settings) -> None:
    loaded = flask(own_database, "demo", "load", "--scale", "small", "--json")
    assert loaded.returncode == 0, loaded.stderr
    before, rows = shape(own_database), counts(own_database)
    for words in (("db", "downgrade", LAST_THREE), ("db", "upgrade")):
        done = flask(own_database, *words)
        assert done.returncode == 0, done.stderr
    assert counts(own_database) == rows
    after = shape(own_database)
    assert [row for row in after if row not in before] == []
    assert [row for row in before if row not in after] == []
