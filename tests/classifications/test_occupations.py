"""Occupations are complete, hang together and are found by their titles."""

import csv
from pathlib import Path

import pytest

from labour_exchange.classifications.occupations import (
    ancestors_of,
    children_of,
    is_occupation,
    is_unit_group,
    occupation,
    occupations,
    suggest_occupations,
    unit_groups,
)
from labour_exchange.classifications.rules import occupation_distance
from labour_exchange.foundation.texts import LANGUAGES

LIST = Path(__file__).resolve().parents[3] / "shared" / "data" / "isco08.csv"


@pytest.mark.parametrize(("level", "count"), [(1, 10), (2, 43), (3, 130), (4, 436), (None, 619)])
def test_every_level_has_all_its_groups(level: int | None, count: int) -> None:
    assert len(occupations(level)) == count


@pytest.mark.skipif(not LIST.is_file(), reason="the list to check against is not at hand")
def test_the_codes_are_those_of_isco_08() -> None:
    with LIST.open(encoding="utf-8") as file:
        published = {row["code"]: (int(row["level"]), row["parent"] or None) for row in csv.DictReader(file)}
    assert {group.code: (group.level, group.parent_code) for group in occupations()} == published


def test_no_group_is_an_orphan_or_childless() -> None:
    for group in occupations():
        if group.parent_code is not None:
            assert occupation(group.parent_code).level == group.level - 1
        assert bool(children_of(group.code)) == (group.level < 4)
    assert sum(len(children_of(group.code)) for group in occupations(3)) == len(unit_groups())


def test_names_are_written_plainly_and_told_apart() -> None:
    for group in occupations():
        for language in LANGUAGES:
            name = group.name.in_language(language)
            assert name == name.strip()
            assert "  " not in name
    for language in LANGUAGES:
        names = [group.name.in_language(language).casefold() for group in unit_groups()]
        assert len(names) == len(set(names)), sorted(name for name in names if names.count(name) > 1)


def test_codes_are_recognised() -> None:
    assert is_occupation("7212")
    assert is_occupation("72")
    assert not is_occupation("7299")
    assert is_unit_group("7212")
    assert not is_unit_group("721")
    assert [group.code for group in ancestors_of("7212")] == ["7", "72", "721"]
    assert ancestors_of("7") == ()
    with pytest.raises(KeyError, match="7299"):
        occupation("7299")
    with pytest.raises(KeyError, match="7299"):
        children_of("7299")


def test_suggestions_need_every_typed_word_in_the_title() -> None:
    welders = suggest_occupations("weld", "en")
    assert [group.code for group in welders] == ["7212"]
    assert suggest_occupations("  ", "en") == []
    assert suggest_occupations("zzzz", "en") == []
    nurses = [group.code for group in suggest_occupations("nurs prof", "en")]
    assert "2221" in nurses
    assert "3221" in nurses
    assert "7212" not in nurses
    assert len(suggest_occupations("о", "ru", limit=5)) == 5


def test_a_title_is_found_in_another_language_after_those_of_the_readers_own() -> None:
    assert suggest_occupations("welders", "kk")[0].code == "7212"


@pytest.mark.parametrize(
    ("one", "other", "steps"),
    [("7212", "7212", 0), ("7212", "7213", 1), ("7212", "7223", 2), ("7212", "7111", 3), ("7212", "2512", 4), ("72", "7212", 2), ("7", "7212", 3)],
)
def test_distance_counts_the_levels_that_differ(one: str, other: str, steps: int) -> None:
    assert occupation_distance(one, other) == steps
    assert occupation_distance(other, one) == steps
