"""Wrong layouts, the other alphabet and slips are led back to known words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.forgiveness import Vocabulary, forgive, in_other_layouts, slips_allowed
from search.analysis.transliteration import kazakh_in_cyrillic, russian_in_cyrillic, sound

RUSSIAN = "сварщик сборщик водитель бухгалтер менеджер программист электрик продавец повар"
KAZAKH = "дәнекерлеуші жүргізуші тігінші аспазшы мұғалім даяшы"
KNOWN = Vocabulary(f"{RUSSIAN} {KAZAKH} java excel python".split())


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("cdfhobr", "сварщик"),
        ("ghjuhfvvbcn", "программист"),
        ("'ktrnhbr", "электрик"),
        (",e[ufknth", "бухгалтер"),
        ("l2ytrthktei3", "дәнекерлеуші"),
        ("офмф", "java"),
        ("cdfhobrf", "сварщика"),
    ],
)
def test_wrong_layout(typed: str, meant: str) -> None:
    assert forgive(typed, KNOWN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("svarshchik", "сварщик"),
        ("svarshik", "сварщик"),
        ("voditel", "водитель"),
        ("menedzher", "менеджер"),
        ("menejer", "менеджер"),
        ("dänekerleuşi", "дәнекерлеуші"),
        ("danekerleushi", "дәнекерлеуші"),
        ("zhürgizuşi", "жүргізуші"),
        ("jurgizushi", "жүргізуші"),
        ("джава", "java"),
        ("жургизуши", "жүргізуші"),
    ],
)
def test_other_alphabet(typed: str, meant: str) -> None:
    assert forgive(typed, KNOWN) == meant


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("сворщик", "сварщик"),  # as near as сборщик, but it sounds like сварщик
        ("свращик", "сварщик"),
        ("бухголтер", "бухгалтер"),
        ("бугалтир", "бухгалтер"),
        ("праграмист", "программист"),
        ("поар", "повар"),
        ("дәнекерлеуши", "дәнекерлеуші"),
    ],
)
def test_slips(typed: str, meant: str) -> None:
    assert forgive(typed, KNOWN) == meant


@pytest.mark.parametrize("typed", ["сварщик", "сварщиками", "дәнекерлеушілер", "xyzzy", "кот", "12345", "", "а", "архитектор"])
def test_known_words_and_strangers_stay_as_they_are(typed: str) -> None:
    assert forgive(typed, KNOWN) is None


def test_short_words_are_not_guessed_at() -> None:
    assert [slips_allowed(word) for word in ("кот", "врач", "сварщик", "продавец")] == [0, 1, 1, 2]


def test_any_collection_will_do() -> None:
    assert forgive("cdfhobr", ["сварщик"]) == "сварщик"
    assert forgive("cdfhobr", frozenset({"сварщик"})) == "сварщик"


def test_layouts() -> None:
    assert "сварщик" in in_other_layouts("cdfhobr")
    assert "java" in in_other_layouts("офмф")


def test_spellings_meet_by_sound() -> None:
    assert sound("сварщик") == sound("svarshchik") == sound("svarshik")
    assert sound("дәнекерлеуші") == sound("dänekerleuşi") == sound("danekerleushi")
    assert russian_in_cyrillic("voditel'")[0] == "водитель"
    assert kazakh_in_cyrillic("mūğalım")[0] == "мұғалім"


@given(st.text(max_size=20))
def test_what_comes_back_is_known(word: str) -> None:
    found = forgive(word, KNOWN)
    assert found is None or KNOWN.knows(found)
