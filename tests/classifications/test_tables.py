"""The small tables are complete, ordered and refuse unknown codes."""

import pytest

from labour_exchange.classifications.education import education_level, education_levels, is_educated_enough, is_education_level
from labour_exchange.classifications.industries import industries, industry, is_industry
from labour_exchange.classifications.languages import (
    is_language,
    is_language_level,
    is_spoken_well_enough,
    language,
    language_level,
    language_levels,
    languages,
)
from labour_exchange.classifications.licences import INCLUDED_CATEGORIES, KINDS, is_covered, is_licence, licence, licences
from labour_exchange.foundation.collation import CYRILLIC_ALPHABET, sort_key
from labour_exchange.foundation.texts import LANGUAGES

TABLES = [industries, education_levels, languages, language_levels, licences]


@pytest.mark.parametrize("table", TABLES, ids=lambda table: table.__name__)
def test_names_and_codes_stand_once(table) -> None:
    entries = table()
    assert len({entry.code for entry in entries}) == len(entries)
    for tongue in LANGUAGES:
        names = [entry.name.in_language(tongue) for entry in entries]
        assert len(set(names)) == len(names)
        assert all(name == name.strip() for name in names)


def test_industries_are_the_sections_a_to_u() -> None:
    assert [entry.code for entry in industries()] == list("ABCDEFGHIJKLMNOPQRSTU")
    assert industry("F").name.en == "Construction"
    assert is_industry("A")
    assert not is_industry("V")


def test_education_goes_from_nought_to_eight() -> None:
    assert [level.code for level in education_levels()] == list("012345678")
    assert is_education_level("8")
    assert not is_education_level("9")
    assert is_educated_enough("6", "4")
    assert is_educated_enough("4", "4")
    assert not is_educated_enough("3", "4")


def test_the_languages_of_the_country_come_first() -> None:
    assert [entry.code for entry in languages()][:3] == ["kk", "ru", "en"]
    assert {"tr", "de", "zh", "fr", "ar", "ko", "uz", "ky", "tg", "ug", "uk", "tt", "az"} <= {entry.code for entry in languages()}
    assert is_language("ug")
    assert not is_language("xx")


def test_language_levels_rise_to_native() -> None:
    assert [level.code for level in language_levels()] == ["A1", "A2", "B1", "B2", "C1", "C2", "native"]
    assert is_language_level("B2")
    assert not is_language_level("D1")
    assert is_spoken_well_enough("native", "C2")
    assert not is_spoken_well_enough("A2", "B1")


def test_every_driving_category_is_there() -> None:
    categories = {entry.code.removeprefix("driving-") for entry in licences("driving")}
    assert categories == {"a1", "a", "b1", "b", "be", "c1", "c1e", "c", "ce", "d1", "d1e", "d", "de", "tm", "tb"}
    assert {entry.kind for entry in licences()} == set(KINDS)
    assert len(licences()) >= 45
    assert is_licence("medical-book")
    assert not is_licence("driving-z")


def test_a_larger_category_covers_the_smaller_one_only() -> None:
    assert is_covered("driving-c1", frozenset({"driving-c"}))
    assert is_covered("electrical-2", frozenset({"electrical-5"}))
    assert is_covered("driving-b", frozenset({"driving-b"}))
    assert not is_covered("driving-c", frozenset({"driving-c1", "driving-b"}))
    assert not is_covered("driving-b", frozenset())
    for held, included in INCLUDED_CATEGORIES.items():
        assert is_licence(held)
        assert all(is_licence(code) for code in included)


@pytest.mark.parametrize("lookup", [industry, education_level, language, language_level, licence])
def test_an_unknown_code_is_refused_by_name(lookup) -> None:
    with pytest.raises(KeyError, match="no-such-code"):
        lookup("no-such-code")


def test_the_kazakh_alphabet_has_42_letters_in_their_order() -> None:
    assert len(CYRILLIC_ALPHABET) == len(set(CYRILLIC_ALPHABET)) == 42
    words = ["Ыстық", "Әлия", "Абай", "Қала", "Кала", "Ғали", "Гүл", "Үй", "Ұлан", "Уақыт", "Іле", "Һарон", "Хан", "Ңа", "Наз", "Өзен", "Орал"]
    assert sorted(words, key=lambda word: sort_key(word, "kk")) == [
        "Абай", "Әлия", "Гүл", "Ғали", "Кала", "Қала", "Наз", "Ңа", "Орал", "Өзен", "Уақыт", "Ұлан", "Үй", "Хан", "Һарон", "Ыстық", "Іле",
    ]  # fmt: skip


def test_the_order_ignores_case_quotes_and_accents_and_puts_latin_before_cyrillic() -> None:
    assert sort_key("«Абай»", "ru") == sort_key("абай", "ru")
    assert sort_key("Ёлка", "ru") == sort_key("елка", "ru")
    assert sort_key("Café", "en") == sort_key("cafe", "en")
    assert sort_key("Zoo", "ru") < sort_key("Абай", "ru")
    assert sort_key("2ГИС", "ru") < sort_key("Zoo", "ru")
