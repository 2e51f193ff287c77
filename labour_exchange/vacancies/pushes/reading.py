"""One record of a push read into an advertisement, or into the reason why it is none."""

from collections.abc import Iterator, Mapping
from typing import Any

from labour_exchange.vacancies.imports import texts as import_texts
from labour_exchange.vacancies.imports.advertisement import Rejected
from labour_exchange.vacancies.imports.fields import FIELD_NAMES, advertisement_of
from labour_exchange.vacancies.imports.rows import Numbered, ndjson_records
from labour_exchange.vacancies.pushes import texts
from labour_exchange.vacancies.pushes.rules import EXTERNAL_ID

# An employer is named by its BIN alone; ids and names of a job site mean nothing here.
NAMES = FIELD_NAMES - {"employer_id", "employer_name", "country"}


def read_stream(lines: Iterator[bytes]) -> Iterator[Numbered]:
    """Every line that is not blank, numbered from 1."""
    for number, found in enumerate(ndjson_records(lines), start=1):
        yield (number, None, found) if isinstance(found, Rejected) else read_record(number, found)


def read_record(number: int, record: Mapping[str, Any]) -> Numbered:
    given = record.get("external_id")
    external_id = given if isinstance(given, str) and given else None
    try:
        if external_id is None:
            raise Rejected(import_texts.ID_MISSING, "external_id")
        if not EXTERNAL_ID.fullmatch(external_id):
            external_id = None
            raise Rejected(texts.EXTERNAL_ID_WRONG, "external_id")
        unknown = sorted(set(record) - NAMES)
        if unknown:
            raise Rejected(texts.UNKNOWN_FIELD, unknown[0][:80], name=unknown[0][:80])
        return number, external_id, advertisement_of({"title": "-", **record} if record.get("is_closed") is True else record)
    except Rejected as rejected:
        return number, external_id, rejected
    except (AttributeError, TypeError, KeyError):
        return number, external_id, Rejected(import_texts.NOT_JSON)
