"""What may not be asked, what is missing, and by when an office reads."""

from datetime import date

import pytest

from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies import texts
from labour_exchange.vacancies.rules import VacancyFacts, check_due_on, doubts, draft_errors, expires_on, field_errors
from labour_exchange.vacancies.states import VACANCY_LIFECYCLE, RejectionCode, VacancyState

TODAY = date(2026, 11, 23)
WAGE = 85_000


def codes(text: str, pay_to: int | None = None) -> set[RejectionCode]:
    return {doubt.code for doubt in doubts("Job", text, "", pay_to, WAGE)}


@pytest.mark.parametrize(
    "text",
    [
        "Требуются только мужчины",
        "Возраст до 35 лет",
        "не старше 40 лет",
        "девушки до 30",
        "Тек қыздар керек",
        "Жасы 25-тен бастап",
        "Сатушы (25–35 жас)",
        "30 жасқа дейін",
        "от 20 до 45 лет",
        "Men only",
        "age under 30",
        "славянской внешности",
    ],
)
def test_unlawful_demands_are_noticed_in_each_language(text: str) -> None:
    assert codes(text) == {RejectionCode.UNLAWFUL_REQUIREMENT}


@pytest.mark.parametrize(
    "text",
    [
        "Сотрудники разного возраста",
        "Компания на рынке 25 лет",
        "Тек жұмыс күндері",
        "Men's clothing shop",
        "Работа с детьми",
        "Опыт от 3 до 5 лет",
        "Опыт 3–6 лет",
    ],
)
def test_harmless_texts_raise_no_doubt(text: str) -> None:
    assert codes(text) == set()


def test_money_contacts_and_low_pay_are_noticed_with_their_words() -> None:
    found = doubts("Job", "Регистрационный взнос 5000. Звоните +7 (701) 123-45-67", "", 60_000, WAGE)
    assert [(doubt.code, doubt.words) for doubt in found] == [
        (RejectionCode.FEE_CHARGED, "Регистрационный взнос"),
        (RejectionCode.CONTACT_IN_TEXT, "+7 (701) 123-45-67"),
        (RejectionCode.BELOW_MINIMUM_WAGE, "60000"),
    ]
    assert codes("mail me: someone@example.kz") == {RejectionCode.CONTACT_IN_TEXT}
    assert codes("Pay is fine", WAGE) == set()


def facts(**changes: object) -> VacancyFacts:
    given = {"title": "Cook", "description": "You cook for sixty people a day.", "language": "en", "occupation_code": "5120", "region_code": "KZ-71"}
    return VacancyFacts(**given | changes)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"title": " "}, "title"),
        ({"title": "x" * 151}, "title"),
        ({"description": "short"}, "description"),
        ({"occupation_code": None}, "occupation_code"),
        ({"region_code": None}, "region_code"),
        ({"posts": 0}, "posts"),
        ({"posts": 1001}, "posts"),
        ({"pay_from": 300_000, "pay_to": 200_000}, "pay_to"),
        ({"apply_by_on": date(2026, 11, 22)}, "apply_by_on"),
        ({"apply_by_on": date(2027, 11, 22)}, "apply_by_on"),
    ],
)
def test_what_is_missing_is_named_by_field(changes: dict[str, object], field: str) -> None:
    assert [error.field for error in field_errors(facts(**changes), TODAY)] == [field]


def test_a_draft_may_lack_what_only_readers_need() -> None:
    assert draft_errors(facts(description="", occupation_code=None, region_code=None), TODAY) == []
    assert draft_errors(facts(title=""), TODAY) != []
    assert field_errors(facts(), TODAY) == []


def test_an_office_reads_by_the_next_working_day() -> None:
    assert check_due_on(date(2026, 11, 23)) == date(2026, 11, 24)
    assert check_due_on(date(2026, 11, 20)) == date(2026, 11, 23)
    # 16 December is Independence Day.
    assert check_due_on(date(2026, 12, 15)) == date(2026, 12, 17)


def test_the_last_day() -> None:
    assert expires_on(date(2026, 12, 1), TODAY, is_import=True) == date(2026, 12, 1)
    assert expires_on(None, TODAY, is_import=True) == date(2026, 12, 23)
    assert (expires_on(None, TODAY, is_import=False) - TODAY).days == 180


def test_every_state_code_and_move_has_words() -> None:
    assert set(texts.STATES) == set(VacancyState)
    assert set(texts.REJECTIONS) == set(texts.REMEDIES) == set(RejectionCode)
    assert set(VACANCY_LIFECYCLE.moves) <= set(texts.ACTIONS)
    assert all(text.in_language(language) for text in texts.ACTIONS.values() for language in LANGUAGES)
