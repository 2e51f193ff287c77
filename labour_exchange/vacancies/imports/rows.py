"""The rows of a file, read one at a time: each a record, or the reason why it is none."""

import csv
import io
import json
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any, BinaryIO

from labour_exchange.vacancies.imports import texts
from labour_exchange.vacancies.imports.advertisement import Advertisement, Rejected
from labour_exchange.vacancies.imports.fields import Fields, advertisement_of
from labour_exchange.vacancies.imports.hh import fields_of_hh
from labour_exchange.vacancies.imports.mapping import Mapped

LONGEST_ROW = 1_000_000
FORMATS = ("hh", "ndjson", "csv")

Record = Mapping[str, Any]
Numbered = tuple[int, str | None, Advertisement | Rejected]
"""Number of the row from 1 (a CSV file's heading is not counted), the source's id where it could be read, and what the row says."""


def read_advertisements(path: Path, form: str, mapping: Mapped | None, advance: Callable[[int], None]) -> Iterator[Numbered]:
    """Every row of the file as an advertisement or a reason; `advance` hears of the bytes read, for a progress bar."""
    fields_of = mapping.fields_of if mapping else fields_of_hh if form == "hh" else _as_they_are
    with path.open("rb") as file:
        counted = _counted(file, advance)
        for number, record in enumerate(_csv(counted) if form == "csv" else ndjson_records(counted), start=1):
            yield _read(number, record, fields_of)


def _read(number: int, record: Record | Rejected, fields_of: Callable[[Record], Fields]) -> Numbered:
    if isinstance(record, Rejected):
        return number, None, record
    fields: Fields = {}
    try:
        fields = fields_of(record)
        found = advertisement_of(fields)
        return number, found.external_id, found
    except Rejected as rejected:
        return number, str(fields.get("external_id") or "") or None, rejected
    except (AttributeError, TypeError, KeyError):
        # A record whose parts are of other kinds than its format says: a list where an object should be.
        return number, None, Rejected(texts.NOT_JSON)


def _as_they_are(record: Record) -> Fields:
    return record


def _counted(file: BinaryIO, advance: Callable[[int], None]) -> Iterator[bytes]:
    while line := file.readline(LONGEST_ROW + 1):
        advance(len(line))
        yield line


def ndjson_records(lines: Iterator[bytes]) -> Iterator[Record | Rejected]:
    """A record or a reason for each line that is not blank; lines come cut at LONGEST_ROW + 1 bytes, so that none fills the memory."""
    is_inside_long_row = False
    for line in lines:
        is_cut = len(line) > LONGEST_ROW and not line.endswith(b"\n")
        if is_inside_long_row or is_cut:
            if not is_inside_long_row:
                yield Rejected(texts.ROW_TOO_LONG, most=LONGEST_ROW)
            is_inside_long_row = is_cut
        elif line.strip():
            yield _json_object(line)


def _json_object(line: bytes) -> Record | Rejected:
    try:
        found = json.loads(line.decode("utf-8-sig"))
    except UnicodeDecodeError:
        return Rejected(texts.NOT_UTF8)
    except (ValueError, RecursionError):
        return Rejected(texts.NOT_JSON)
    return found if isinstance(found, dict) else Rejected(texts.NOT_JSON)


def _csv(lines: Iterator[bytes]) -> Iterator[Record | Rejected]:
    """Comma or semicolon, whichever the heading uses; empty cells are absent."""
    decoded = (line.decode("utf-8", errors="surrogateescape") for line in lines)
    heading = next(decoded, "").removeprefix("\ufeff")
    separator = ";" if heading.count(";") > heading.count(",") else ","
    names = next(csv.reader(io.StringIO(heading), delimiter=separator), [])
    reader = csv.DictReader(decoded, fieldnames=[name.strip() for name in names], restkey="", delimiter=separator)
    while True:
        try:
            row = next(reader)
        except StopIteration:
            return
        except csv.Error:
            yield Rejected(texts.ROW_SHAPE)
            continue
        if "" in row and row[""]:
            yield Rejected(texts.ROW_SHAPE)
        elif any(value and not _is_text(value) for value in row.values()):
            yield Rejected(texts.NOT_UTF8)
        else:
            yield {name: value for name, value in row.items() if value}


def _is_text(value: str) -> bool:
    return not any("\ud800" <= letter <= "\udfff" for letter in value)
