"""English written down by ear: letters that are named, words told by their consonants, whole queries read in one language."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.concepts import lexicon
from search.analysis.spoken import EnglishHeard, with_letters_read
from search.analysis.understanding import understand

HEARD = EnglishHeard(["manager", "product", "sales", "business", "hr", "qa", "php", "it", "seller", "engineer", "вода"])


def known_never(word: str) -> bool:
    return False


@pytest.mark.parametrize(
    ("typed", "read", "pairs"),
    [
        ("эйч ар менеджер", "hr менеджер", [("эйч ар", "hr")]),
        ("кью эй", "qa", [("кью эй", "qa")]),
        ("пи эйч пи", "php", [("пи эйч пи", "php")]),
        ("эйчар", "hr", [("эйчар", "hr")]),
        ("ай да", "ай да", []),
        ("ар", "ар", []),
        ("эс эс эс", "эс эс эс", []),
        ("", "", []),
    ],
)
def test_named_letters_make_a_known_abbreviation_or_stay_words(typed: str, read: str, pairs: list[tuple[str, str]]) -> None:
    found, kept = with_letters_read(typed.split(), HEARD, known_never)
    assert (" ".join(kept), found) == (read, pairs)


def test_letters_written_together_stay_a_word_that_is_known() -> None:
    assert with_letters_read(["эйчар"], HEARD, lambda word: word == "эйчар") == ([], ["эйчар"])


@pytest.mark.parametrize(
    ("heard", "meant"),
    [
        ("менеджер", ["manager"]),
        ("продакт", ["product"]),
        ("сейлз", ["sales"]),
        ("бизнес", ["business"]),
        ("тима", []),  # Two consonants: too few to tell by.
        ("manager", []),
        ("трактор", []),
    ],
)
def test_a_word_is_told_by_its_consonants(heard: str, meant: list[str]) -> None:
    assert HEARD.like(heard) == meant


def test_a_phrase_is_read_only_when_each_of_its_words_is() -> None:
    assert HEARD.phrases(["продакт", "менеджер"]) == [["product", "manager"]]
    assert HEARD.phrases(["продакт", "трактор"]) == []
    assert HEARD.phrases(["qa", "инженер"]) == [["qa", "engineer"]]


@given(st.lists(st.text(alphabet="абвгдежзийклмнопрстуэюя", max_size=9), max_size=6))
def test_nothing_is_lost_but_the_letters_that_were_read(typed: list[str]) -> None:
    found, kept = with_letters_read(typed, HEARD, known_never)
    restored = " ".join(kept)
    for written, short in found:
        restored = restored.replace(short, written, 1)
    assert restored.split() == " ".join(typed).split()


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("пайтон девелопер", "2512"),
        ("кью эй инженер", "2519"),
        ("эйч ар менеджер", "2423"),
        ("бизнес аналист", "2511"),
        ("master po remontu kompyuterov", "7422"),
        ("1s programmist", "2514"),
        ("эс эм эм менеджер", "2431"),
    ],
)
def test_queries_written_by_ear_name_their_occupation(query: str, code: str) -> None:
    found = understand(query)
    assert found.occupations
    assert code in {each.id for each in found.occupations if each.score >= 0.7}
    assert found.corrected


@pytest.mark.parametrize("query", ["интернет маркетинг", "java программист", "менеджер по продажам", "бизнес аналитик", "1С программист"])
def test_what_is_known_stays_as_it_was_typed(query: str) -> None:
    assert understand(query).corrected == ()


@pytest.mark.parametrize(
    ("word", "seen", "terms"),
    [
        ("продакт", ["вода"], {"product"}),
        ("продакт", ["продакт"], set()),
        ("смм", ["смм"], {"smm"}),
        ("джава", ["вода"], {"java"}),
        ("повар", ["повар"], set()),
    ],
)
def test_a_word_that_no_advertisement_has_is_matched_by_its_english_spelling_too(word: str, seen: list[str], terms: set[str]) -> None:
    (read,) = understand(word, vocabulary=seen).all_words
    assert {term for term in read.terms if term.isascii()} == terms
    assert read.surface == word


def test_the_lexicon_is_heard_too() -> None:
    heard = EnglishHeard(lexicon().surfaces)
    assert "developer" in heard.like("девелопер")
    assert heard.of_letters(["эс", "эм", "эм"]) == "smm"
