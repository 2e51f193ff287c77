"""Recognising occupations and skills: rules on a small lexicon, and the lexicon of the project itself."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from search.analysis.concepts import Concept, Lexicon, Term, lexicon, recognise_occupation, terms_in

ROWS = [
    ("5223", "ru", "продавец", "name", ""),
    ("5223", "kk", "сатушы", "name", ""),
    ("5223", "en", "shop assistant", "name", ""),
    ("3322", "ru", "менеджер по продажам", "name", ""),
    ("1219", "ru", "менеджер", "synonym", ""),
    ("2411", "ru", "бухгалтер", "name", ""),
    ("2411", "kk", "бухгалтер", "name", ""),
    ("1211", "ru", "главный бухгалтер", "name", ""),
    ("7212", "ru", "сварщик", "name", ""),
    ("7212", "kk", "дәнекерлеуші", "name", ""),
    ("8332", "ru", "водитель", "name", "грузовик|фура|тонна"),
    ("8322", "ru", "водитель", "name", "*"),
    ("8331", "ru", "водитель", "synonym", "автобус|маршрут"),
    ("4323", "ru", "экспедитор", "name", ""),
    ("2611", "ru", "юрист", "name", ""),
    ("3411", "ru", "помощник адвоката", "name", ""),
    ("2330", "ru", "учитель математики", "name", ""),
    ("2330", "kk", "математика мұғалімі", "name", ""),
    ("5230", "ru", "кассир-операционист", "synonym", ""),
    ("2512", "en", "software developer", "name", ""),
    ("5414", "ru", "охранник", "name", ""),
    ("3355", "ru", "охранник изолятора", "name", "следственный|колония"),
]
SKILLS = [("excel", "ru", "Excel", "name", ""), ("excel", "kk", "Excel", "name", ""), ("negotiation", "ru", "ведение переговоров", "name", "")]
SMALL = Lexicon([Term("occupation", *row) for row in ROWS] + [Term("skill", *row) for row in SKILLS])


def first(text: str, context: str = "") -> str | None:
    found = [concept for concept in SMALL.recognise(text, context=context) if concept.kind == "occupation"]
    return found[0].id if found else None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Сварщик", "7212"),
        ("требуются сварщики", "7212"),
        ("дәнекерлеушілерге", "7212"),
        ("Дүкенге сатушылар керек", "5223"),
        ("Shop assistants wanted", "5223"),
        ("Менеджер по продажам", "3322"),
        ("менеджеру по продажам мебели", "3322"),
        ("Главный бухгалтер", "1211"),
        ("бухгалтерге", "2411"),
        ("Кассир-операционист", "5230"),
        ("Водитель-экспедитор", "8322"),
        ("математика мұғалімдері", "2330"),
        ("Senior Software Developer", "2512"),
        ("Юрист", "2611"),
        ("астронавт", None),
        ("", None),
    ],
)
def test_titles_in_three_languages(text: str, expected: str | None) -> None:
    assert first(text) == expected


def test_an_exact_title_is_nearly_certain() -> None:
    (found,) = SMALL.recognise("Сварщик")
    assert found == Concept("occupation", "7212", 1.0, "сварщик", 0, 1)


def test_a_longer_term_hides_the_shorter_one_inside_it() -> None:
    assert [concept.id for concept in SMALL.recognise("Менеджер по продажам")] == ["3322"]
    assert [concept.id for concept in SMALL.recognise("Главный бухгалтер")] == ["1211"]


def test_gaps_and_another_order_cost_certainty() -> None:
    whole, gap, turned, torn = (
        {concept.id: concept.score for concept in SMALL.recognise(text)}.get("2330", 0.0)
        for text in ("учитель математики", "учитель высшей математики", "математики учитель", "учитель один два три четыре математики")
    )
    assert whole > turned > 0
    assert whole > gap > 0
    assert torn == 0.0


@pytest.mark.parametrize(
    ("title", "context", "expected"),
    [
        ("Водитель", "", "8322"),
        ("Водитель фуры", "", "8332"),
        ("Водитель", "Перевозка на грузовиках по области", "8332"),
        ("Водитель", "Работа на маршруте", "8331"),
    ],
)
def test_context_decides_ambiguous_terms(title: str, context: str, expected: str) -> None:
    assert first(title, context) == expected


def test_a_term_that_the_context_forbids_hides_nothing() -> None:
    assert first("охранник изолятора") == "5414"
    assert first("охранник следственного изолятора") == "3355"


def test_a_skill_hides_no_occupation() -> None:
    entries = Lexicon([Term("occupation", "5230", "ru", "кассир", "name"), Term("skill", "cash", "ru", "работа кассиром", "name")])
    assert {concept.id for concept in entries.recognise("работа кассиром")} == {"5230", "cash"}


def test_a_generic_word_asks_the_text_around_it() -> None:
    many = [Term("occupation", str(2141 + number % 9), "ru", f"инженер предмета{number}", "synonym") for number in range(45)]
    entries = Lexicon([Term("occupation", "2149", "ru", "инженер", "name"), Term("occupation", "2152", "ru", "электронщик", "name"), *many])
    found = entries.recognise("Инженер зизифусов", context="Электронщик")
    assert {concept.id: concept.score for concept in found}["2152"] > 0.3
    assert found[0].id == "2152" or found[0].score < 0.55
    assert [concept.id for concept in entries.recognise("Инженер", context="Электронщик")] == ["2149"]


def test_a_word_most_of_whose_names_mean_the_same_is_not_generic() -> None:
    many = [Term("occupation", "7212", "ru", f"сварщик предмета{number}", "synonym") for number in range(45)]
    entries = Lexicon([Term("occupation", "7212", "ru", "сварщик", "name"), *many])
    assert entries.recognise("Сварщик зизифусов")[0].score > 0.7


def test_context_speaks_only_where_the_title_is_silent_and_less_surely() -> None:
    assert first("Сварщик", "Наш юрист поможет с документами") == "7212"
    found = SMALL.recognise("Звезда команды", context="Юрист. Работа в офисе")
    assert [(concept.id, concept.start) for concept in found] == [("2611", 2)]
    assert found[0].score < 0.5


def test_a_word_in_an_oblique_case_is_not_what_the_title_is_about() -> None:
    assert first("Продавец у бухгалтера") == "5223"
    aside = {concept.id: concept.score for concept in SMALL.recognise("ассистент юриста")}
    straight = {concept.id: concept.score for concept in SMALL.recognise("ассистент юрист")}
    assert aside["2611"] < straight["2611"]


def test_skills_are_found_beside_occupations() -> None:
    found = SMALL.recognise("бухгалтер Excel ведение переговоров")
    assert {(concept.kind, concept.id) for concept in found} == {("occupation", "2411"), ("skill", "excel"), ("skill", "negotiation")}


@pytest.mark.parametrize("text", ["", "водитель фура", "менеджер по продажам, excel", "excel", "охранник с опытом, продавец, 1с", "unknown words"])
def test_skills_are_those_that_are_found_beside_occupations(text: str) -> None:
    for entries in (SMALL, lexicon()):
        assert entries.skills(text) == tuple(concept for concept in entries.recognise(text) if concept.kind == "skill")


def test_names_and_size() -> None:
    assert SMALL.names("occupation", "8322", "ru") == ("водитель",)
    assert SMALL.names("occupation", "8322", "en") == ()
    assert SMALL.size() == len(ROWS) + len(SKILLS)


def test_suggestions_begin_with_the_typed_letters() -> None:
    assert SMALL.suggest("мен", "ru", 5) == [("1219", "occupation", "менеджер"), ("3322", "occupation", "менеджер по продажам")][::-1]
    assert SMALL.suggest("продаж", "ru", 5) == [("3322", "occupation", "менеджер по продажам")]
    assert SMALL.suggest("Ex", "kk", 5, "skill") == [("excel", "skill", "Excel")]
    assert SMALL.suggest("ex", "kk", 5, "occupation") == []
    assert SMALL.suggest("", "ru", 5) == []
    assert len(SMALL.suggest("в", "ru", 1)) == 1


def test_half_written_rows_are_passed_over(tmp_path: pytest.TempPathFactory) -> None:
    path = tmp_path / "7.tsv"  # type: ignore[operator]
    path.write_text("code\tlanguage\tterm\tkind\tcontext\n7212\tru\tсварщик\tname\t\n7212\tkk\tдәнекер\tname\n7212\tru", encoding="utf-8")
    assert [term.text for term in terms_in(path, "occupation")] == ["сварщик", "дәнекер"]


@settings(deadline=None)  # The first example loads the lexicon.
@given(st.text(max_size=80), st.text(max_size=80))
def test_any_text_can_be_asked(text: str, context: str) -> None:
    for concept in SMALL.recognise(text, context=context):
        assert 0 < concept.score <= 1
        assert 0 <= concept.start <= concept.end
    for concept in lexicon().recognise(text, context=context):
        assert 0 < concept.score <= 1


@pytest.mark.parametrize(
    ("title", "code"),
    [
        ("Газоэлектросварщик 5 разряда", "7212"),
        ("дәнекерлеуші керек", "7212"),
        ("welder", "7212"),
        ("Продавец-консультант", "5223"),
        ("Воспитатель детского сада", "2342"),
        ("Повар", "5120"),
        ("аспазшы", "5120"),
        ("Слесарь-сантехник", "7126"),
        ("Системный администратор", "2522"),
        ("Медсестра", "3221"),
        ("Охранник", "5414"),
        ("тракторист", "8341"),
    ],
)
def test_the_lexicon_knows_common_titles(title: str, code: str) -> None:
    found = recognise_occupation(title)
    assert found
    assert found[0][0] == code
