"""A whole query is understood: what is typed, meant and left."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.understanding import Understanding, understand

PLACES = {"атырау": ("KZ-23", ""), "алматы": ("KZ-75", ""), "кызылорда": ("KZ-43", ""), "астана": ("KZ-71", "")}


def places(text: str) -> list[tuple[str, str, str]]:
    """A recogniser as small as its promise: names in the nominative."""
    return [(word, *PLACES[word.lower()]) for word in text.split() if word.lower() in PLACES]


def read(query: str) -> Understanding:
    return understand(query, places=places)


def test_a_rich_query_leaves_no_word_to_be_matched_as_text() -> None:
    found = read("водитель категории С вахта Атырау от 400 000")
    assert found.words == ()
    assert [place[1] for place in found.places] == ["KZ-23"]
    assert (found.conditions.pay_from, found.conditions.hours, found.conditions.licences) == (400_000, "rotational", ("C",))
    assert found.occupations[0].surface == "водитель"
    assert found.corrected == ()


def test_words_that_no_concept_covers_are_left() -> None:
    found = read("сварщик Кызылкумнефть")
    assert [word.surface for word in found.words] == ["кызылкумнефть"]
    assert [word.surface for word in found.all_words] == ["сварщик", "кызылкумнефть"]
    assert found.occupations[0].id == "7212"


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("cdfhobr", "7212"),
        (",e[ufknth", "2411"),
        ("svarshchik", "7212"),
        ("dänekerleuşi", "7212"),
        ("l2ytrthktei3", "7212"),
        ("сворщик", "7212"),
        ("бухголтер", "2411"),
    ],
)
def test_corrections_are_made_and_told(typed: str, code: str) -> None:
    found = read(typed)
    assert found.occupations[0].id == code
    assert [pair[0] for pair in found.corrected] == [typed]


def test_a_place_in_the_wrong_layout_is_not_lost() -> None:
    found = understand("сварщик алматы", places=places, vocabulary=("алматы",))
    assert found.corrected == ()
    assert found.places[0][1] == "KZ-75"
    typed = understand("cdfhobr fkvfns", places=places, vocabulary=("алматы",))
    assert typed.corrected == (("cdfhobr", "сварщик"), ("fkvfns", "алматы"))
    assert typed.places[0][1] == "KZ-75"


def test_words_seen_in_documents_are_never_corrected() -> None:
    assert understand("сворщик").corrected == (("сворщик", "сварщик"),)
    assert understand("сворщик", vocabulary=("сворщик",)).corrected == ()


def test_the_three_languages_mean_the_same_occupation() -> None:
    assert {read(query).occupations[0].id for query in ("сварщик", "дәнекерлеуші", "welder")} == {"7212"}


@settings(deadline=None)  # The first example loads the lexicon.
@given(st.text(max_size=60))
def test_any_query_is_understood_somehow(query: str) -> None:
    found = read(query)
    assert set(found.words) <= set(found.all_words)
