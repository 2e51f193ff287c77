"""What leaves the database: no person's name or contact, and the same after a journey through JSON."""

import json
from dataclasses import fields, replace
from datetime import datetime

import pytest

from search.documents import ProfileDocument, VacancyDocument, content_hash, from_json, kind_of, to_json
from tests.search import invented

PERSONAL = ("name", "phone", "mail", "contact", "iin", "birth", "sex", "age", "address", "nation", "family", "health", "note", "photo")


@pytest.mark.parametrize("shape", [VacancyDocument, ProfileDocument])
def test_no_field_has_a_place_for_a_person(shape: type) -> None:
    parts = {part for field in fields(shape) for part in field.name.split("_")}
    assert not parts & set(PERSONAL)


@pytest.mark.parametrize("document", [*invented.vacancies(30), *invented.profiles(30)], ids=lambda document: document.public_id)
def test_a_document_survives_json(document: VacancyDocument | ProfileDocument) -> None:
    again = from_json(kind_of(document), json.loads(json.dumps(to_json(document))))
    assert again == document
    assert content_hash(again) == content_hash(document)


def test_the_hash_is_of_the_content_alone() -> None:
    document = invented.vacancies(1)[0]
    assert content_hash(replace(document, version=99)) == content_hash(document)
    assert content_hash(replace(document, posts=99)) != content_hash(document)


@pytest.mark.parametrize("term", ["", "nul\0l"])
def test_a_term_that_no_engine_can_hold_is_refused(term: str) -> None:
    with pytest.raises(ValueError, match="term"):
        replace(invented.vacancies(1)[0], body_terms=(term,))


def test_an_instant_without_its_zone_is_refused() -> None:
    with pytest.raises(ValueError, match="time zone"):
        replace(invented.profiles(1)[0], active_at=datetime(2026, 3, 1))  # noqa: DTZ001
