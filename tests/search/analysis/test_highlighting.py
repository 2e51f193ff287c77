"""What matched is marked by the terms by which it was found, and nothing of the text is lost or added."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.highlighting import first_match, matched_pieces
from search.analysis.words import words


def terms(query: str) -> frozenset[str]:
    return frozenset(term for word in words(query) for term in word.terms)


@pytest.mark.parametrize(
    ("query", "text", "marked"),
    [
        ("сварщик", "Нужны сварщики, опыт сварщика", ["сварщики", "сварщика"]),
        ("дәнекерлеуші", "Дәнекерлеушілер керек", ["Дәнекерлеушілер"]),
        ("welders", "Welder (TIG) wanted", ["Welder"]),
        ("бухгалтер 1с", "Бухгалтер со знанием 1С", ["Бухгалтер", "1С"]),
        ("кассир", "Кассир-операционист", ["Кассир"]),
        ("c++", "C++ developer", ["C++"]),
        ("повар", "Сварщик", []),
        ("на и в", "на работу и в цех", []),
    ],
)
def test_words_are_marked_in_every_form(query: str, text: str, marked: list[str]) -> None:
    assert [piece for piece, is_matched in matched_pieces(text, terms(query)) if is_matched] == marked
    assert first_match(text, terms(query)) == (text.index(marked[0]) if marked else None)


@given(st.text(max_size=80), st.sampled_from(["сварщик", "welder", "а b 1"]))
def test_the_pieces_are_the_text(text: str, query: str) -> None:
    assert "".join(piece for piece, _ in matched_pieces(text, terms(query))) == text
