"""Terms of queries and documents, stems and the guess of the language."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.normalisation import tokens
from search.analysis.stemming import guess_language, stem
from search.analysis.words import STOP_WORDS, Word, document_terms, words

LANGUAGE = st.sampled_from([None, "kk", "ru", "en"])
WORD = st.one_of(
    st.text(alphabet="аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщыіьэюяabcdefghijklmnopqrstuvwxyz0123456789+#.-", min_size=1, max_size=14),
    st.sampled_from(["сварщик", "маман", "бухгалтер", "дәнекерлеуші", "инженеры", "операторға", "C++", "1С", "welder", "HR", "менеджер", "продажам"]),
)
AROUND = st.sampled_from(
    [
        "",
        "Требуется опытный работник на завод, оплата высокая",
        "Білікті маман керек, жалақысы жоғары",
        "We are looking for you",
        "Астана қаласында работа",
    ]
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Требуется сварщик на завод, опыт работы", "ru"),
        ("Водитель", "ru"),
        ("Жүргізуші керек", "kk"),
        ("маман керек", "kk"),
        ("Welder needed in Atyrau", "en"),
        ("Инженерлерге жұмыс", "kk"),
        ("бухгалтер", None),
        ("12345", None),
        ("", None),
        ("Требуется опытный продавец. Дүкенге сатушы керек", None),
        ("Главный бухгалтер, требования: знание учета, опыт работы, ответственность в ТОО Жарық", "ru"),
    ],
)
def test_language_is_guessed_by_letters_and_frequent_words(text: str, expected: str | None) -> None:
    assert guess_language(text) == expected


@pytest.mark.parametrize(
    ("word", "language", "expected"), [("сварщиков", "ru", "сварщик"), ("welders", "en", "welder"), ("дәнекерлеушілерге", "kk", "дәнекерлеуші")]
)
def test_stems(word: str, language: str, expected: str) -> None:
    assert stem(word, language) == expected


def test_an_unknown_language_is_refused() -> None:
    with pytest.raises(KeyError):
        stem("palabra", "es")


def test_an_uncertain_word_has_both_readings() -> None:
    assert words("операторлар") == (Word("операторлар", ("операторлар", "оператор")),)
    assert words("операторлар", "ru") == (Word("операторлар", ("операторлар",)),)


def test_kazakh_letters_leave_one_language() -> None:
    (word,) = words("дәнекерлеушілер")
    assert word.terms == ("дәнекерлеуші", "дәнекерле")


def test_stop_words_go_unless_nothing_else_is_there() -> None:
    assert [word.surface for word in words("менеджер по продажам")] == ["менеджер", "продажам"]
    assert [word.surface for word in words("и на")] == ["и", "на"]
    assert "it" not in STOP_WORDS
    assert words("") == ()


@pytest.mark.parametrize(
    ("query", "document"),
    [
        ("сварщика", "Требуются сварщики на стройку"),
        ("дәнекерлеушілерге", "Дәнекерлеуші керек"),
        ("бухгалтерлер", "Требуется бухгалтер с опытом работы"),
        ("маман", "Мамандарға жұмыс бар, жалақысы жоғары"),
        ("welders", "Welder needed"),
    ],
)
def test_forms_meet_across_texts(query: str, document: str) -> None:
    terms = set(document_terms(document))
    assert all(not terms.isdisjoint(word.terms) for word in words(query))


@given(WORD, AROUND, AROUND, LANGUAGE, LANGUAGE)
def test_a_query_word_always_shares_a_term_with_itself_in_a_document(
    word: str, before: str, after: str, asked: str | None, written: str | None
) -> None:
    terms = set(document_terms(f"{before} {word} {after}", written))
    expected = set(tokens(word)) - STOP_WORDS
    for found in words(f"{word} {after}", asked):
        if found.surface in expected:
            assert not terms.isdisjoint(found.terms)


@given(st.text(max_size=60), LANGUAGE)
def test_document_terms_are_sorted_and_distinct(text: str, language: str | None) -> None:
    terms = document_terms(text, language)
    assert list(terms) == sorted(set(terms))
    assert all(terms)


def test_threads_get_the_same_stems() -> None:
    text = [f"сварщики{number} работающие трудящимися{number}" for number in range(500)]
    alone = [document_terms(each) for each in text]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(document_terms, text)) == alone
