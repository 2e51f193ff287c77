"""The migrated document tables are the ones that the search declares, index for index."""

import pytest
from flask import Flask
from sqlalchemy import Connection, create_engine, inspect, text
from sqlalchemy.dialects import postgresql

from labour_exchange.discovery.models import DocumentChange, PendingCopy, SearchWord
from labour_exchange.foundation.database import ExchangeSession
from search.documents import KINDS, Kind
from search.engines.postgres import search_metadata

TABLES = (*search_metadata.sorted_tables, *(model.__table__ for model in (DocumentChange, PendingCopy, SearchWord)))


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.name)
def test_the_migration_made_what_is_declared(session: ExchangeSession, table: object) -> None:
    found = inspect(session.connection())
    dialect = postgresql.dialect()
    # The collation stands beside the type in the declaration and in the database alike.
    declared = {column.name: (column.type.compile(dialect).replace(" COLLATE pg_catalog.default", ""), column.nullable) for column in table.columns}  # type: ignore[attr-defined]
    migrated = {column["name"]: (column["type"].compile(dialect), column["nullable"]) for column in found.get_columns(table.name)}  # type: ignore[attr-defined]
    for name, (kind, nullable) in declared.items():
        assert (_plain(migrated[name][0]), migrated[name][1]) == (_plain(kind), nullable), name
    assert set(migrated) == set(declared)
    indexes = {(index.name, tuple(index.columns.keys())) for index in table.indexes}  # type: ignore[attr-defined]
    assert {(index["name"], tuple(index["column_names"])) for index in found.get_indexes(table.name)} == indexes  # type: ignore[attr-defined]


def _plain(kind: str) -> str:
    return kind.replace("DOUBLE PRECISION", "DOUBLE").replace('COLLATE "C"', "").strip()


@pytest.mark.parametrize("kind", KINDS)
def test_columns_are_stored_as_declared(app: Flask, kind: Kind) -> None:
    """Storage and index settings have no reflection: compared with a table made from the declaration."""
    database = create_engine(app.config["SETTINGS"].owner_database_url)
    with database.connect() as connection:
        connection.execute(text("CREATE SCHEMA declared"))
        connection.execute(text("SET LOCAL search_path TO declared"))
        search_metadata.create_all(connection, checkfirst=False)
        connection.execute(text("SET LOCAL search_path TO public"))
        migrated, declared = (_stored(connection, schema, f"search_{kind}") for schema in ("public", "declared"))
        connection.rollback()
    database.dispose()
    assert migrated == declared


def _stored(connection: Connection, schema: str, table: str) -> list[object]:
    name = {"name": f"{schema}.{table}"}
    storage = "SELECT attname, attstorage FROM pg_attribute WHERE attrelid = CAST(:name AS regclass) AND attnum > 0 ORDER BY attname"
    options = "SELECT reloptions FROM pg_class WHERE oid = CAST(:name AS regclass)"
    indexes = "SELECT indexname, split_part(indexdef, ' USING ', 2) FROM pg_indexes WHERE schemaname = :schema AND tablename = :table ORDER BY 1"
    found = [connection.execute(text(query), name).all() for query in (storage, options)]
    return [*found, connection.execute(text(indexes), {"schema": schema, "table": table}).all()]
