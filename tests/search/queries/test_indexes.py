"""Index fields: every one is filled, described and of a type that the server of the tests has."""

import ast
from pathlib import Path

import pytest

import search
from search.documents import KINDS, Kind
from search.engines.elasticsearch.mappings import mapping, source
from search.engines.postgres.tables import DOCUMENTS, place_columns, search_metadata, storage_statements
from search.indexes import INDEXES
from search.indexes.fields import FieldType, milliseconds, prefixes
from tests.search import invented

KNOWN_TYPES = {"keyword", "integer", "long", "double", "boolean", "date", "geo_point"}


@pytest.mark.parametrize("kind", KINDS)
def test_every_field_is_filled_and_described(kind: Kind) -> None:
    index = INDEXES[kind]
    document = invented.vacancies(1)[0] if kind == "vacancies" else invented.profiles(1)[0]
    assert set(index.read(document)) == {field.name for field in index.fields}
    assert all(field.description for field in index.fields)


@pytest.mark.parametrize("kind", KINDS)
def test_the_mapping_and_the_source_name_the_same_fields(kind: Kind) -> None:
    document = invented.vacancies(1)[0] if kind == "vacancies" else invented.profiles(1)[0]
    properties = mapping(INDEXES[kind])["properties"]
    assert set(source(INDEXES[kind], document)) == set(properties)
    assert {definition["type"] for definition in properties.values()} <= KNOWN_TYPES


@pytest.mark.parametrize("kind", KINDS)
def test_the_table_has_a_column_for_every_field(kind: Kind) -> None:
    names = {column.name for column in DOCUMENTS[kind].columns}
    for field in INDEXES[kind].fields:
        assert set(place_columns(field.name) if field.type is FieldType.PLACE else (field.name,)) <= names
    assert set(search_metadata.tables) == {"search_vacancies", "search_profiles", "search_terms"}
    assert len(storage_statements(kind)) > 1


def test_every_level_of_a_code() -> None:
    assert prefixes(("7212", "7213")) == ("7", "72", "721", "7212", "7213")


def test_instants_are_rounded_down() -> None:
    assert milliseconds(invented.NOW.replace(microsecond=1999)) == milliseconds(invented.NOW) + 1


def test_only_the_engine_knows_elasticsearch_and_nothing_knows_the_house() -> None:
    root = Path(search.__file__).parent
    for path in root.rglob("*.py"):
        nodes = list(ast.walk(ast.parse(path.read_text())))
        names = {node.module or "" for node in nodes if isinstance(node, ast.ImportFrom)}
        names |= {alias.name for node in nodes if isinstance(node, ast.Import) for alias in node.names}
        tops = {name.split(".")[0] for name in names}
        assert not tops & {"flask", "labour_exchange"}, path
        assert "elasticsearch" not in tops or path.parent == root / "engines" / "elasticsearch", path
        assert "sqlalchemy" not in tops or path.is_relative_to(root / "engines") or path.name == "lifecycle.py", path
