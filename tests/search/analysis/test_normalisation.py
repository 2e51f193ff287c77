"""One spelling for every text."""

import time
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from search.analysis.normalisation import normalise, tokens

# Letters, marks and spaces that the rules treat in special ways, mixed with anything else.
TRICKY = st.text(
    alphabet=st.one_of(st.sampled_from("aeBcCсСвВ1 02&<>;#+-'ltgаеbёіiһә\u0301\u0308\u00a0\u00adZжЖİſẞ"), st.characters(exclude_categories=["Cs"])),
    max_size=20,
)


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Учёт  и  отчётность", "учет и отчетность"),
        ("<p>Требуется&nbsp;<b>повар</b></p>", "требуется повар"),
        ("Tom &amp;amp; Jerry", "tom jerry"),
        ("кассир — операционист", "кассир - операционист"),
        ("за\u0301мок", "замок"),
        ("свар\u00adщик", "сварщик"),
        ("от 300 000 тг", "от 300000 тг"),
        ("300\u00a0000", "300000"),
        ("300мың", "300мың"),
        ("Разработчик ПО", "разработчик программное обеспечение"),
        ("Инженер по ОТ и ТБ", "инженер по охрана труда и тб"),
        ("МЕНЕДЖЕР ПО ПРОДАЖАМ", "менеджер по продажам"),
        ("Оплата ОТ 300 000", "оплата от 300000"),
    ],
)
def test_spellings_are_made_one(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("BОДИТЕЛЬ", "водитель"),  # Latin B
        ("cварщик", "сварщик"),  # Latin c
        ("сатушi", "сатуші"),  # Latin i
        ("мəдени", "мәдени"),  # Latin schwa
        ("mаnager", "manager"),  # Cyrillic а
        ("QAинженер", "qaинженер"),  # two words in one: neither script is a mistake
    ],
)
def test_look_alike_letters_are_repaired(typed: str, expected: str) -> None:
    assert normalise(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("С++/С#", ["c++", "c#"]),  # Cyrillic С
        ("1C:Бухгалтерия, 1-С", ["1с", "бухгалтерия", "1с"]),
        (".NET и ASP.NET, Node.js", [".net", "и", "asp.net", "node.js"]),
        ("В2В B2C", ["b2b", "b2c"]),
        ("R&D", ["r&d"]),
        ("кассир-операционист", ["кассир", "операционист"]),
        ("e-mail", ["email"]),
        ("газоэлектросварщик 5/2", ["газоэлектросварщик", "5/2"]),
        ("5-6 разряда", ["5", "6", "разряда"]),
    ],
)
def test_tokens(typed: str, expected: list[str]) -> None:
    assert tokens(typed) == expected


@given(TRICKY)
def test_normalising_twice_changes_nothing(text: str) -> None:
    once = normalise(text)
    assert normalise(once) == once


@given(st.text())
def test_nothing_that_is_kept_holds_a_control_character(text: str) -> None:
    assert not any(unicodedata.category(character) == "Cc" for character in normalise(text))


@given(st.text(alphabet="aBcCсСвВkK1 02&<>;#+-'lgаеёЁіһұҒ\n\t\r\u00a0–—«»„…•№₸Жй.,/ПОТ", max_size=20))
def test_text_with_the_usual_marks_comes_out_as_by_the_slow_way(text: str) -> None:
    assert normalise(text) == normalise(text + "\u200b")


@given(TRICKY)
def test_tokens_are_the_tokens_of_the_normalised_text(text: str) -> None:
    assert tokens(normalise(text)) == tokens(text)


def test_a_hostile_text_takes_no_longer_than_a_plain_one() -> None:
    started = time.perf_counter()
    for text in ("a" * 200_000, "<" * 200_000, "&" * 200_000, "1 " * 100_000, "a-" * 100_000, "aя" * 100_000):
        tokens(text)
    assert time.perf_counter() - started < 5
