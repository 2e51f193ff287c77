"""Every vacancy at one moment, read in one snapshot of the database, and the place where the feed goes on from there."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Engine, Row, Text, cast, func, select

from labour_exchange.feeds import rules
from labour_exchange.feeds.queries import cursor_at, readable
from labour_exchange.feeds.rules import Position, Wanted
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import tell_actor
from labour_exchange.vacancies.models import Vacancy

AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Snapshot:
    """The cursor that continues it without a gap and without telling anything again, and its rows, read as they are asked for."""

    cursor: str
    rows: Iterator[Row[Any]]


@contextmanager
def opened(engine: Engine, actor: Actor, wanted: Wanted) -> Iterator[Snapshot]:
    """Read in a transaction that sees one state of the database to its end; rows come by a cursor of the server, so memory stays flat."""
    options = {"isolation_level": "REPEATABLE READ", "postgresql_readonly": True}
    with engine.connect().execution_options(**options) as connection, connection.begin():
        tell_actor(connection, actor)
        seen = rules.read_snapshot(connection.scalars(select(cast(func.pg_current_snapshot(), Text))).one())
        cursor = cursor_at(Position(place=(seen.since, 0), seen=seen), wanted)
        streamed = connection.execution_options(stream_results=True, max_row_buffer=AT_ONCE).execute(readable(wanted).order_by(Vacancy.id))
        yield Snapshot(cursor, iter(streamed.yield_per(AT_ONCE)))
