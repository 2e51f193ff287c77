"""Mapping files: which of our fields a foreign file's fields fill, written by the operator in TOML or JSON."""

import json
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from labour_exchange.foundation.errors import Refusal
from labour_exchange.vacancies.imports import texts
from labour_exchange.vacancies.imports.fields import FIELD_NAMES

SECTIONS = {"fields", "constants", "values"}


@dataclass(frozen=True, slots=True)
class Mapped:
    """`fields`: ours -> their fields (dotted paths), joined in order; `constants`: ours -> value; `values`: ours -> their words -> our code."""

    fields: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    constants: Mapping[str, object] = field(default_factory=dict)
    values: Mapping[str, Mapping[str, object]] = field(default_factory=dict)

    def fields_of(self, record: Mapping[str, Any]) -> dict[str, object]:
        """The record under our names. Where `values` lists a field, the first listed word among its sources decides and others say nothing."""
        found: dict[str, object] = dict(self.constants)
        for name, paths in self.fields.items():
            given = [value for path in paths if (value := _at(record, path)) not in (None, "")]
            if name in self.values:
                known = self.values[name]
                codes = [known[word] for value in given if (word := _word(value)) in known]
                given = codes[:1]
            if given:
                found[name] = given[0] if len(given) == 1 else "\n\n".join(str(value) for value in given)
        return found


def read_mapping(path: Path) -> Mapped:
    """Raises Refusal(mapping_wrong) that says what is wrong."""
    try:
        text = path.read_text(encoding="utf-8")
        given = tomllib.loads(text) if path.suffix == ".toml" else json.loads(text)
    except (OSError, UnicodeDecodeError, ValueError) as problem:
        raise Refusal(texts.MAPPING_WRONG, value=problem) from None
    if not isinstance(given, dict) or not given.get("fields") or not _has_right_shape(given):
        raise Refusal(texts.MAPPING_WRONG, value="fields, constants, values")
    unknown = {name for section in given.values() for name in section} - FIELD_NAMES
    if unknown:
        raise Refusal(texts.MAPPING_WRONG, value=", ".join(sorted(unknown)))
    fields = {name: tuple([paths] if isinstance(paths, str) else paths) for name, paths in given["fields"].items()}
    values = {name: {_word(word): code for word, code in words.items()} for name, words in given.get("values", {}).items()}
    return Mapped(fields, given.get("constants", {}), values)


def _has_right_shape(given: Mapping[str, Any]) -> bool:
    if set(given) - SECTIONS or not all(isinstance(section, dict) for section in given.values()):
        return False
    paths = [path for value in given["fields"].values() for path in (value if isinstance(value, list) else [value])]
    return all(isinstance(path, str) for path in paths) and all(isinstance(words, dict) for words in given.get("values", {}).values())


def _at(record: Mapping[str, Any], path: str) -> object:
    value: object = record
    for step in path.split("."):
        value = value.get(step) if isinstance(value, Mapping) else None
    return value


def _word(value: object) -> str:
    return " ".join(str(value).casefold().split())
