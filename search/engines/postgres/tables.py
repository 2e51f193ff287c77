"""The document tables: every document that can be found, rendered once, with its fields laid out for filters."""

from typing import Any

from sqlalchemy import (
    DDL,
    BigInteger,
    Boolean,
    CheckConstraint,
    Column,
    Connection,
    Date,
    Double,
    Index,
    Integer,
    MetaData,
    PrimaryKeyConstraint,
    Table,
    Text,
    event,
    text,
)
from sqlalchemy.dialects.postgresql import ARRAY, JSONB, TSVECTOR

from search.documents import KINDS, Kind
from search.indexes import INDEXES
from search.indexes.fields import Field, FieldType

search_metadata = MetaData()

_COLUMN_TYPES: dict[FieldType, Any] = {
    FieldType.TERMS: TSVECTOR,
    FieldType.KEYWORD: Text,
    FieldType.KEYWORDS: ARRAY(Text),
    FieldType.NUMBER: Integer,
    FieldType.DECIMAL: Double,
    FieldType.FLAG: Boolean,
    FieldType.DAY: Date,
    FieldType.INSTANT: BigInteger,
}
# What narrows a nationwide search enough to be worth an index of its own.
_LISTS_WITH_INDEX = ("occupation_codes", "occupation_units", "skills")
_VALUES_WITH_INDEX = ("region", "district", "employer", "published_at", "active_at")


def place_columns(field: str) -> tuple[str, str]:
    return f"{field}_latitude", f"{field}_longitude"


def _columns(field: Field) -> list[Column[Any]]:
    if field.type is FieldType.PLACE:
        return [Column(name, Double) for name in place_columns(field.name)]
    return [Column(field.name, _COLUMN_TYPES[field.type], comment=field.description)]


def _indexes(name: str, fields: tuple[Field, ...]) -> list[Index]:
    lists = [field.name for field in fields if field.long or field.name in _LISTS_WITH_INDEX]
    values = [field.name for field in fields if field.name in _VALUES_WITH_INDEX]
    # Writes wait in a list that every search reads through: a short one keeps both quick.
    short_list = {"fastupdate": "on", "gin_pending_list_limit": 512}
    found_in = [Index(f"ix_{name}_{column}", column, postgresql_using="gin", postgresql_with=short_list) for column in lists]
    return found_in + [Index(f"ix_{name}_{column}", column) for column in values]


def _table(kind: Kind) -> Table:
    name = f"search_{kind}"
    fields = INDEXES[kind].fields
    return Table(
        name,
        search_metadata,
        # Both engines break ties by the order of bytes, whatever the database's collation is.
        Column("public_id", Text(collation="C"), nullable=False),
        Column("version", BigInteger, nullable=False),
        Column("hash", Text, nullable=False, comment="SHA-256 of the content, empty once deleted"),
        Column("deleted", Boolean, nullable=False, server_default=text("false"), comment="a tombstone: content gone, version kept"),
        Column("document", JSONB(none_as_null=True), comment="what was rendered; empty once deleted"),
        *(column for field in fields for column in _columns(field)),
        PrimaryKeyConstraint("public_id", name=f"pk_{name}"),
        CheckConstraint("deleted = (document IS NULL)", name=f"ck_{name}_deleted_without_content"),
        *_indexes(name, fields),
    )


DOCUMENTS: dict[Kind, Table] = {kind: _table(kind) for kind in KINDS}

TERMS = Table(
    "search_terms",
    search_metadata,
    Column("kind", Text, nullable=False),
    Column("term", Text(collation="C"), nullable=False, comment="a term; the empty one counts all documents"),
    Column("documents", Integer, nullable=False),
    PrimaryKeyConstraint("kind", "term", name="pk_search_terms"),
)


def storage_statements(kind: Kind) -> tuple[str, ...]:
    """Long values move out of the row and short lists stay in it: a scan over filters and facets then reads a few hundred bytes a document."""
    table = DOCUMENTS[kind]
    short = [field.name for field in INDEXES[kind].fields if field.type in (FieldType.TERMS, FieldType.KEYWORDS) and not field.long]
    kept = (f"ALTER TABLE {table.name} ALTER COLUMN {name} SET STORAGE MAIN" for name in short)
    return (f"ALTER TABLE {table.name} SET (toast_tuple_target = 256)", *kept)


for _kind, _documents in DOCUMENTS.items():
    for _statement in storage_statements(_kind):
        event.listen(_documents, "after_create", DDL(_statement))  # type: ignore[no-untyped-call]


def create_tables(connection: Connection) -> None:
    search_metadata.create_all(connection)
