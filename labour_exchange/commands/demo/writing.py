"""Rows by the thousand: COPY as the owner role, with identities taken from the tables' own sequences."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from enum import Enum
from typing import Any

import psycopg
from psycopg import sql
from psycopg.types.json import Jsonb
from sqlalchemy import Table
from sqlalchemy.dialects.postgresql import JSONB

from labour_exchange.foundation.database import Base
from labour_exchange.foundation.protection import Sealed, seal

Row = Mapping[str, Any]


def take_ids(connection: psycopg.Connection, model: type[Base], count: int) -> Iterator[int]:
    """So many fresh identities of a table."""
    name = model.__tablename__
    statement = sql.SQL("SELECT setval(pg_get_serial_sequence({table}, 'id'), nextval(pg_get_serial_sequence({table}, 'id')) + {count})")
    last = connection.execute(statement.format(table=sql.Literal(name), count=sql.Literal(count))).fetchone()
    assert last
    return iter(range(last[0] - count + 1, last[0] + 1))


def copy_rows(connection: psycopg.Connection, model: type[Base], rows: Iterable[Row]) -> int:
    """Write rows that all name the same columns; gives how many."""
    table: Table = model.__table__  # type: ignore[assignment]
    written, names = 0, None
    iterator = iter(rows)
    first = next(iterator, None)
    if first is None:
        return 0
    names = tuple(first)
    statement = sql.SQL("COPY {} ({}) FROM STDIN").format(sql.Identifier(table.name), sql.SQL(", ").join(map(sql.Identifier, names)))
    columns = [(name, _plain_of(table, name)) for name in names]
    with connection.cursor() as cursor, cursor.copy(statement) as copy:
        for row in _chained(first, iterator):
            copy.write_row([plain(row[name]) for name, plain in columns])
            written += 1
    return written


def _chained(first: Row, rest: Iterator[Row]) -> Iterator[Row]:
    yield first
    yield from rest


def _plain_of(table: Table, name: str) -> Callable[[Any], Any]:
    """How a value of the column is handed to COPY; asked once a table, because a country has millions of values."""
    kind = table.c[name].type
    if isinstance(kind, Sealed):
        return lambda value: None if value is None else seal(value)
    if isinstance(kind, JSONB):
        return lambda value: None if value is None else Jsonb(value)
    return lambda value: value.value if isinstance(value, Enum) else value
