"""Index fields as an Elasticsearch mapping, and documents as its sources."""

from typing import Any

from search.documents import Document, content_hash
from search.indexes.fields import Field, FieldType, Index

# Only types that every Elasticsearch 9 has, whatever its modules and licence. Terms come analysed, so they are keywords: no analyzer sees them again,
# and constant weights need neither norms nor frequencies nor positions.
_TYPES: dict[FieldType, dict[str, Any]] = {
    FieldType.TERMS: {"type": "keyword", "doc_values": False, "norms": False, "index_options": "docs"},
    FieldType.KEYWORD: {"type": "keyword"},
    FieldType.KEYWORDS: {"type": "keyword"},
    FieldType.NUMBER: {"type": "integer"},
    FieldType.DECIMAL: {"type": "double"},
    FieldType.FLAG: {"type": "boolean"},
    FieldType.DAY: {"type": "date", "format": "strict_date"},
    FieldType.INSTANT: {"type": "long"},
    FieldType.PLACE: {"type": "geo_point"},
}


def count_field(field: str) -> str:
    return f"{field}_count"


def mapping(index: Index) -> dict[str, Any]:
    properties: dict[str, Any] = {
        "public_id": {"type": "keyword"},
        "version": {"type": "long", "index": False},
        "hash": {"type": "keyword", "index": False},
    }
    for field in index.fields:
        properties[field.name] = _TYPES[field.type]
        if field.counted:
            properties[count_field(field.name)] = {"type": "integer"}
    return {"dynamic": "strict", "_meta": {"version": index.version}, "properties": properties}


def source(index: Index, document: Document) -> dict[str, Any]:
    """What Elasticsearch is sent for a document: identity, version, hash and the index fields."""
    values = index.read(document)
    fields: dict[str, Any] = {"public_id": document.public_id, "version": document.version, "hash": content_hash(document)}
    for field in index.fields:
        value = values[field.name]
        fields[field.name] = _plain(field, value)
        if field.counted:
            fields[count_field(field.name)] = len(value) if isinstance(value, tuple) else 0
    return fields


def _plain(field: Field, value: Any) -> Any:
    if value is None:
        return None
    match field.type:
        case FieldType.PLACE:
            return {"lat": value[0], "lon": value[1]}
        case FieldType.DAY:
            return value.isoformat()
        case FieldType.TERMS | FieldType.KEYWORDS:
            return list(value)
        case _:
            return value
