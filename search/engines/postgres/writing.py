"""Writes and reads of the document tables in the caller's transaction: documents, tombstones, counts of terms."""

import json
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from itertools import islice
from typing import Any

from sqlalchemy import (
    JSON,
    BigInteger,
    ColumnElement,
    Connection,
    Table,
    Text,
    and_,
    bindparam,
    cast,
    delete,
    func,
    literal,
    literal_column,
    or_,
    select,
)
from sqlalchemy import column as sql_column
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.sql.dml import ReturningInsert

from search.documents import Document, Kind, content_hash, from_json, to_json
from search.engines.base import Version
from search.engines.postgres.conditions import quoted
from search.engines.postgres.tables import DOCUMENTS, TERMS, place_columns
from search.indexes import INDEXES
from search.indexes.fields import FieldType

BATCH = 500

TermCounts = dict[str, int]


def store_documents(connection: Connection, kind: Kind, documents: Iterable[Document]) -> int:
    """Store newer documents; returns how many were. An older version, or the same with the same content, changes nothing."""
    waiting = iter(documents)
    statement = _upsert(kind)
    stored = 0
    while batch := list(islice(waiting, BATCH)):
        newest = {document.public_id: document for document in sorted(batch, key=lambda document: document.version)}
        # One order for everybody who writes: two batches that meet wait for each other in turn, not in a circle.
        rows = [_row(kind, newest[public_id]) for public_id in sorted(newest)]
        stored += len(connection.execute(statement, {"rows": json.dumps(rows, ensure_ascii=False)}).all())
    return stored


def delete_documents(connection: Connection, kind: Kind, versions: Mapping[str, int]) -> int:
    """Leave tombstones, given the version of each deletion; returns how many were new. Content is gone at once.

    A tombstone stays, so that a late older document cannot come back, until `drop_tombstones`.
    """
    table = DOCUMENTS[kind]
    emptied = {column.name: None for column in table.columns if column.nullable}
    statement = insert(table).values(public_id=bindparam("public_id"), version=bindparam("version"), hash="", deleted=True)
    newer = or_(table.c.version < statement.excluded.version, and_(table.c.version == statement.excluded.version, ~table.c.deleted))
    statement = statement.on_conflict_do_update(
        index_elements=[table.c.public_id],
        set_={"version": statement.excluded.version, "hash": "", "deleted": True, **emptied},
        where=newer,
    )
    if not versions:
        return 0
    deletions = [{"public_id": public_id, "version": versions[public_id]} for public_id in sorted(versions)]
    return len(connection.execute(statement.returning(table.c.public_id), deletions).all())


def drop_tombstones(connection: Connection, kind: Kind) -> int:
    """Forget deletions; for after a rebuild, when no older change can be on its way any more."""
    table = DOCUMENTS[kind]
    return connection.execute(delete(table).where(table.c.deleted)).rowcount


def stored_documents(connection: Connection, kind: Kind, public_ids: Iterable[str] | None = None) -> Iterator[Document]:
    """The stored documents, all of them or these, streamed by public id."""
    table = DOCUMENTS[kind]
    query = select(table.c.document).where(~table.c.deleted).order_by(table.c.public_id)
    if public_ids is not None:
        query = query.where(_is_one_of(table, public_ids))
    for (data,) in connection.execute(query, execution_options={"yield_per": 1000}):
        yield from_json(kind, data)


def stored_versions(connection: Connection, kind: Kind) -> Iterator[Version]:
    """Version and hash of every stored document, by public id upwards, streamed."""
    table = DOCUMENTS[kind]
    query = select(table.c.public_id, table.c.version, table.c.hash).where(~table.c.deleted).order_by(table.c.public_id)
    for row in connection.execute(query, execution_options={"yield_per": 5000}):
        yield Version(*row)


def tombstones(connection: Connection, kind: Kind, public_ids: Iterable[str]) -> dict[str, int]:
    """The version of each of these deletions that is known."""
    table = DOCUMENTS[kind]
    query = select(table.c.public_id, table.c.version).where(table.c.deleted, _is_one_of(table, public_ids))
    return {row.public_id: row.version for row in connection.execute(query)}


def term_counts(connection: Connection, kind: Kind) -> TermCounts:
    """In how many documents each term stands, those in two or more; with how many documents there are, under the empty term. Only reads."""
    table = DOCUMENTS[kind]
    words = func.ts_stat(f"SELECT text FROM {table.name} WHERE NOT deleted").table_valued("word", "ndoc", "nentry")  # noqa: S608 - our own table's name
    counted = connection.execute(select(words.c.word, words.c.ndoc).where(words.c.ndoc > 1))
    total = connection.execute(select(func.count()).select_from(table).where(~table.c.deleted)).scalar_one()
    return {row.word: row.ndoc for row in counted} | {"": total}


def store_term_counts(connection: Connection, kind: Kind, counts: TermCounts) -> None:
    """Keep these counts in place of those of before."""
    connection.execute(delete(TERMS).where(TERMS.c.kind == kind))
    columns = func.unnest(literal(list(counts), ARRAY(Text)), literal(list(counts.values()), ARRAY(BigInteger)))
    rows = columns.table_valued(sql_column("term", Text), sql_column("documents", BigInteger), name="counted").render_derived()
    connection.execute(insert(TERMS).from_select(["kind", "term", "documents"], select(literal(kind), rows.c.term, rows.c.documents)))


def _is_one_of(table: Table, public_ids: Iterable[str]) -> ColumnElement[bool]:
    return table.c.public_id == func.any(bindparam("ids", list(public_ids), ARRAY(Text)))


def _upsert(kind: Kind) -> ReturningInsert[Any]:
    """Takes all rows as one JSON text: a statement with a parameter for every value takes longer to read than to run."""
    table = DOCUMENTS[kind]
    names = [column.name for column in table.columns]
    rows = func.json_populate_recordset(literal_column(f"NULL::{table.name}"), cast(bindparam("rows", type_=Text), JSON))
    given = rows.table_valued(*(sql_column(name) for name in names), name="given")
    statement = insert(table).from_select(names, select(*(given.c[name] for name in names)))
    same_version = and_(table.c.version == statement.excluded.version, table.c.hash != statement.excluded.hash, ~table.c.deleted)
    return statement.on_conflict_do_update(
        index_elements=[table.c.public_id],
        set_={name: statement.excluded[name] for name in names if name != "public_id"},
        where=or_(table.c.version < statement.excluded.version, same_version),
    ).returning(table.c.public_id)


def _row(kind: Kind, document: Document) -> dict[str, Any]:
    row: dict[str, Any] = {
        "public_id": document.public_id,
        "version": document.version,
        "hash": content_hash(document),
        "deleted": False,
        "document": to_json(document),
    }
    values = INDEXES[kind].read(document)
    for field in INDEXES[kind].fields:
        value = values[field.name]
        if field.type is FieldType.PLACE:
            row |= dict(zip(place_columns(field.name), value if isinstance(value, tuple) else (None, None), strict=True))
        elif field.type is FieldType.TERMS and isinstance(value, tuple):
            row[field.name] = " ".join(quoted(str(term)) for term in value)
        else:
            row[field.name] = value.isoformat() if isinstance(value, date) else value
    return row
