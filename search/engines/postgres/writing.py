"""Writes and reads of the document tables in the caller's transaction: documents, tombstones, counts of terms."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import Any

from sqlalchemy import Connection, Text, and_, bindparam, delete, func, or_, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.sql.dml import ReturningInsert

from search.documents import Document, Kind, content_hash, from_json, to_json
from search.engines.base import Version
from search.engines.postgres.tables import DOCUMENTS, TERMS, place_columns
from search.indexes import INDEXES
from search.indexes.fields import FieldType

BATCH = 500


def store_documents(connection: Connection, kind: Kind, documents: Iterable[Document]) -> int:
    """Store newer documents; returns how many were. An older version, or the same with the same content, changes nothing."""
    # One order for everybody who writes: two batches never wait for each other.
    ordered = iter(sorted(documents, key=lambda document: document.public_id))
    statement = _upsert(kind)
    stored = 0
    while batch := list(islice(ordered, BATCH)):
        stored += len(connection.execute(statement, [_row(kind, document) for document in batch]).all())
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
        query = query.where(table.c.public_id == func.any(bindparam("ids", list(public_ids), ARRAY(Text))))
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
    query = select(table.c.public_id, table.c.version).where(table.c.deleted, table.c.public_id == func.any(bindparam("ids", list(public_ids), ARRAY(Text))))
    return {public_id: version for public_id, version in connection.execute(query)}


def refresh_term_counts(connection: Connection, kind: Kind) -> int:
    """Count anew in how many documents each term stands; returns how many terms stand in two or more, the only ones kept."""
    connection.execute(delete(TERMS).where(TERMS.c.kind == kind))
    table = DOCUMENTS[kind]
    counted = text(
        "INSERT INTO search_terms (kind, term, documents)"
        f" SELECT :kind, word, ndoc FROM ts_stat('SELECT text FROM {table.name} WHERE NOT deleted') WHERE ndoc > 1 AND word <> ''"  # noqa: S608
    )
    terms = connection.execute(counted, {"kind": kind}).rowcount
    total = select(func.count()).select_from(table).where(~table.c.deleted).scalar_subquery()
    connection.execute(insert(TERMS).values(kind=kind, term="", documents=total))
    return terms


def _upsert(kind: Kind) -> ReturningInsert[Any]:
    table = DOCUMENTS[kind]
    values: dict[str, Any] = {column.name: bindparam(column.name, type_=column.type) for column in table.columns}
    for field in INDEXES[kind].fields:
        if field.type is FieldType.TERMS:
            values[field.name] = func.array_to_tsvector(bindparam(field.name, type_=ARRAY(Text)))
    statement = insert(table).values(values)
    same_version = and_(table.c.version == statement.excluded.version, table.c.hash != statement.excluded.hash, ~table.c.deleted)
    return statement.on_conflict_do_update(
        index_elements=[table.c.public_id],
        set_={name: statement.excluded[name] for name in values if name != "public_id"},
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
        else:
            row[field.name] = list(value) if isinstance(value, tuple) else value
    return row
