"""What people write in titles: abbreviations, women's forms, words that stand around, managers of fields; and that no unit group is left thin."""

from collections import Counter, defaultdict

import pytest

from labour_exchange.classifications.occupations import is_unit_group, unit_groups
from labour_exchange.foundation.texts import LANGUAGES
from search.analysis.concepts import Concept, Lexicon, Term, lexicon, recognise_occupation
from search.analysis.concepts.near import near_occupations, with_near
from search.analysis.concepts.terms import all_terms
from search.analysis.concepts.titles import mens_forms
from search.analysis.stemming import stem

KEPT_BY_IMPORTS = 0.2
LEAST_NAMES, LEAST_NAMES_IN_A_LANGUAGE = 15, 3
COMMONEST, LEAST_NAMES_OF_COMMONEST = 120, 50
ROWS = [
    ("7212", "ru", "сварщик", "name"),
    ("5223", "ru", "продавец", "name"),
    ("2411", "ru", "главный бухгалтер", "name"),
    ("1321", "ru", "директор по производству", "name"),
    ("3221", "ru", "медсестра", "name"),
    ("2330", "ru", "учитель", "name"),
    ("5120", "kk", "аспаз", "name"),
    ("2512", "en", "software engineer", "name"),
]
SMALL = Lexicon([Term("occupation", *row) for row in ROWS])


def found(text: str, entries: Lexicon = SMALL) -> dict[str, float]:
    return {concept.id: concept.score for concept in entries.recognise(text) if concept.kind == "occupation"}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("гл. бухгалтер", "2411"),
        ("глав.бух", "2411"),
        ("Зам. дир. по производству", "1321"),
        ("м/с в процедурный кабинет", "3221"),
        ("Sr. Software Eng.", "2512"),
        ("сварщица", "7212"),
        ("продавщица", "5223"),
        ("требуются продавщицы", "5223"),
        ("учительница", "2330"),
    ],
)
def test_abbreviations_and_womens_forms(title: str, code: str) -> None:
    assert list(found(title)) == [code]


def test_a_letter_with_a_stroke_is_an_abbreviation_only_in_its_pair() -> None:
    assert found("м/ж") == {}
    assert found("5 м с") == {}


@pytest.mark.parametrize(("word", "forms"), [("крановщица", {"крановщик"}), ("кассирша", {"кассир"}), ("повариха", {"повар"}), ("птица", set())])
def test_a_womans_form_is_led_back_only_to_what_is_known(word: str, forms: set[str]) -> None:
    known = frozenset(stem(each, "ru") for each in ("крановщик", "кассир", "повар", "охранник"))
    assert set(mens_forms(stem(word, "ru"), known)) == {stem(form, "ru") for form in forms}


@pytest.mark.parametrize(
    "title",
    [
        "Срочно требуется сварщик (вахта 15/15)",
        "В связи с расширением штата требуется сварщик",
        "Сварщик в г. Алматы, зарплата 350 000 тг",
        "Сварщик (м/ж) ТОО",
    ],
)
def test_what_stands_around_hardly_takes_from_certainty(title: str) -> None:
    assert found(title)["7212"] > 0.8


def test_a_term_of_which_every_reading_asks_for_context_is_read_where_nothing_else_is() -> None:
    entries = Lexicon([Term("occupation", "0110", "ru", "капитан", "name", "армия"), Term("occupation", "5414", "ru", "охранник", "name")])
    assert 0 < found("капитан", entries)["0110"] < found("капитан армия", entries)["0110"]
    assert list(found("охранник капитан", entries)) == ["5414"]


def test_what_stands_beside_decides_ambiguous_terms_and_is_not_searched() -> None:
    rows = [("8331", "водитель", "автобус"), ("8322", "водитель", "*"), ("2611", "юрист", "")]
    entries = Lexicon([Term("occupation", code, "ru", text, "name", context) for code, text, context in rows])
    assert [concept.id for concept in entries.recognise("водитель", beside="водитель автобус юрист")][0] == "8331"
    assert "2611" not in {concept.id for concept in entries.recognise("водитель", beside="водитель автобус юрист")}


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Начальник отдела логистики", "1324"),
        ("Қаржы бөлімінің басшысы", "1211"),
        ("Head of Logistics", "1324"),
        ("Заместитель директора по маркетингу", "1221"),
        ("Балабақша меңгерушісі", "1341"),
    ],
)
def test_managers_are_named_by_what_they_manage(title: str, code: str) -> None:
    assert next(iter(found(title, lexicon()))) == code


@pytest.mark.parametrize(
    ("title", "code"), [("Ресепшеонист-админстратор", "4226"), ("Бухгалтр", "2411"), ("дәнекелеуші", "7212"), ("Electrcian", "7411")]
)
def test_a_title_that_names_nothing_is_read_again_without_its_slips(title: str, code: str) -> None:
    assert recognise_occupation(title)[0][0] == code


def test_a_title_that_names_something_is_not_mended() -> None:
    assert recognise_occupation("Сварщик Акбулак") == recognise_occupation("Сварщик Зизифус")


def test_near_unit_groups_come_last_and_too_unsure_to_be_searched_for() -> None:
    sure = Concept("occupation", "7212", 0.9, "сварщик", 0, 1)
    offered = with_near([sure], {"7212": (("7213", 0.3), ("7214", 0.15))})
    assert [concept.id for concept in offered] == ["7212", "7213", "7214"]
    assert offered[1].score == pytest.approx(0.27)
    assert offered[2].score < KEPT_BY_IMPORTS
    assert with_near([], {"7212": (("7213", 0.3),)}) == []
    unsure = Concept("occupation", "7212", 0.1, "сварщик", 0, 1)
    assert [concept.id for concept in with_near([unsure], {"7212": (("7213", 0.3),)})] == ["7212", "7213"]


def test_every_unit_group_has_near_ones_and_they_are_unit_groups() -> None:
    near = near_occupations()
    assert set(near) == {group.code for group in unit_groups()}
    for code, offered in near.items():
        codes = [each for each, _ in offered]
        assert all(map(is_unit_group, codes))
        assert len({code, *codes}) == len(codes) + 1


def test_no_unit_group_is_thin() -> None:
    names: dict[str, Counter[str]] = defaultdict(Counter)
    for term in all_terms():
        if term.kind == "occupation":
            assert is_unit_group(term.id)
            names[term.id][term.language] += 1
    assert set(names) == {group.code for group in unit_groups()}
    assert min(map(Counter.total, names.values())) >= LEAST_NAMES
    assert min(of[language] for of in names.values() for language in LANGUAGES) >= LEAST_NAMES_IN_A_LANGUAGE
    assert sorted(map(Counter.total, names.values()), reverse=True)[COMMONEST - 1] >= LEAST_NAMES_OF_COMMONEST


def test_no_name_has_two_readings_without_a_context() -> None:
    readings: dict[tuple[str, ...], set[tuple[str, str]]] = defaultdict(set)
    for term in all_terms():
        if term.kind == "occupation" and term.context in ("", "*"):
            readings[term.surfaces].add((term.id, term.language))
    for surfaces, read in readings.items():
        assert len({code for code, _ in read}) == 1, surfaces


def test_the_name_of_a_unit_group_is_read_as_that_unit_group() -> None:
    for language in LANGUAGES:
        first = [next(iter(found(lexicon().names("occupation", group.code, language)[0], lexicon())), "") for group in unit_groups()]
        right = sum(read == group.code for read, group in zip(first, unit_groups(), strict=True))
        assert right >= 430, (language, right)
