"""The programme's years a thousand times smaller, written by the demo's own generator, and every row of them as plain Python values."""

from random import Random
from typing import Any

import psycopg
from psycopg.rows import dict_row
from sqlalchemy.orm import Session

from config import Settings
from labour_exchange.commands.demo.accounts import open_demo_accounts
from labour_exchange.commands.demo.programme.load import fill
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation import clock
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.programmes.operations.definitions import sync_definitions

ONE_IN, SEED = 1_000, 20171231
READ = {
    "enrolments": "SELECT e.*, m.kind, m.code, d.number FROM enrolments e JOIN measures m ON m.id = e.measure_id"
    " JOIN directions d ON d.id = m.direction_id",
    "posts": "SELECT s.*, m.kind FROM subsidised_posts s JOIN measures m ON m.id = s.measure_id",
    "plans": "SELECT a.*, m.code FROM allocations a JOIN measures m ON m.id = a.measure_id",
    **{
        table: f"SELECT * FROM {table}"  # noqa: S608 - names of tables
        for table in ("placements", "payments", "archived_contracts", "reported_facilities", "agencies", "licences")
    },
}


def prepare(session: Session, settings: Settings) -> None:
    """What must be there before anybody is drawn."""
    ensure_offices(session)
    sync_definitions(session)
    open_demo_accounts(session, settings.secret_key)
    session.commit()


def draw(session: Session, settings: Settings, *, one_in: int = ONE_IN, seed: int = SEED) -> dict[str, Any]:
    """Write the country and commit; gives the generator's own counts."""
    prepare(session, settings)
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        return fill(owner, Random(seed), clock.now(), lambda words: None, one_in=one_in)


def rows(settings: Settings) -> dict[str, list[dict[str, Any]]]:
    """Everything that the reports are counted from, as it lies in the tables."""
    with psycopg.connect(libpq_address(settings.owner_database_url), row_factory=dict_row) as owner:
        owner.execute("SELECT set_config('app.actor_kind', 'system', true)")
        return {name: owner.execute(statement).fetchall() for name, statement in READ.items()}
