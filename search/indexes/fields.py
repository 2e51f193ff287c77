"""The types of index fields and what an index is: a kind, its fields, and how a document fills them."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any

from search.documents import Kind
from search.indexes.places import Place

Value = str | int | float | bool | date | Place | tuple[str, ...] | None


class FieldType(StrEnum):
    TERMS = "terms"  # analysed words, only ever searched
    KEYWORD = "keyword"  # one code
    KEYWORDS = "keywords"  # several codes
    NUMBER = "number"  # a whole number
    DECIMAL = "decimal"
    FLAG = "flag"
    DAY = "day"
    INSTANT = "instant"  # milliseconds since 1970, UTC
    PLACE = "place"  # degrees of latitude and longitude, on Lucene's grid


@dataclass(frozen=True, slots=True)
class Field:
    name: str
    type: FieldType
    description: str
    # Elasticsearch compares a whole set with another only if the number of its values is a field too.
    counted: bool = False
    # A long field is kept outside the row in PostgreSQL: testing it hit by hit costs ten times what its index costs.
    long: bool = False


@dataclass(frozen=True, slots=True)
class Index:
    """`version` rises with every change to the fields; a rebuild then fills the new shape. `read` gives each field's value."""

    kind: Kind
    version: int
    fields: tuple[Field, ...]
    read: Callable[[Any], Mapping[str, Value]]

    def field(self, name: str) -> Field:
        return next(field for field in self.fields if field.name == name)


def milliseconds(at: datetime) -> int:
    """Whole milliseconds since 1970, rounded down: the finest instant that every engine keeps."""
    since = at.astimezone(UTC) - datetime(1970, 1, 1, tzinfo=UTC)
    return since.days * 86_400_000 + since.seconds * 1000 + since.microseconds // 1000


def prefixes(codes: tuple[str, ...]) -> tuple[str, ...]:
    """Every level of each code, each once: ("7212",) gives 7, 72, 721 and 7212."""
    return unique(code[:length] for code in codes for length in range(1, len(code) + 1))


def unique(values: Any) -> tuple[str, ...]:
    return tuple(dict.fromkeys(values))
