"""When little is found: what else could be tried, each with its count, each search once, and never nothing."""

from collections.abc import Iterator

import pytest

from labour_exchange.discovery import finders, synchronisation, vocabulary
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation.access import VISITOR, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from tests.factories import employers, vacancies


@pytest.fixture
def exchange(committed: ExchangeSession) -> Iterator[ExchangeSession]:
    """Open vacancies of five occupations in two regions."""
    by = employers.answering(committed, name="Сарыарқа Қызмет")
    for title, code, region, more in (
        ("Уборщица", "9112", "KZ-71", {}),
        ("Курьер", "9621", "KZ-35", {"hours": "part"}),
        ("Водитель категории В", "8322", "KZ-71", {}),
        ("Автослесарь", "7231", "KZ-71", {}),
        ("Бухгалтер", "2411", "KZ-71", {"is_remote": True}),
    ):
        vacancies.published(committed, by=by, title=title, language="ru", occupation_code=code, region_code=region, **more)
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    act_as(committed, VISITOR)
    yield committed
    committed.rollback()
    act_as(committed, system_actor("test"))


def offered(session: ExchangeSession, text: str) -> dict[str, int]:
    page = finders.find_vacancies(session, VISITOR, SearchQuery(text=text))
    for one in page.suggestions:
        assert finders.find_vacancies(session, VISITOR, one.query).total == one.total > page.total
    return {one.label.en: one.total for one in page.suggestions}


def test_a_search_is_offered_once_however_many_ways_lead_to_it(exchange: ExchangeSession) -> None:
    page = finders.find_vacancies(exchange, VISITOR, SearchQuery(text="водитель удаленно"))
    assert page.total == 0
    asked = [question_of(one.query).criteria for one in page.suggestions]
    assert asked
    assert len(asked) == len(set(asked))


def test_only_this_work_is_not_offered_where_no_work_was_named(exchange: ExchangeSession) -> None:
    assert "Only this work, in the whole country" not in offered(exchange, "Астана вахта")


def test_work_easily_taken_for_it_is_offered_though_it_stands_elsewhere_in_the_classification(exchange: ExchangeSession) -> None:
    assert offered(exchange, "дворник") == {"A related occupation: cleaners and helpers in offices, hotels and other establishments": 1}


def test_related_work_is_looked_for_in_the_country_when_the_place_has_none(exchange: ExchangeSession) -> None:
    found = offered(exchange, "дворник Атырау")
    assert [label for label in found if label.startswith("A related occupation, in the whole country")]


def test_a_skill_alone_leads_to_occupations_that_need_it(exchange: ExchangeSession) -> None:
    assert [label for label in offered(exchange, "шиномонтаж") if label.startswith("A related occupation")]


@pytest.mark.parametrize(
    ("typed", "label", "total"),
    [
        ("подработка для космонавтов", "Without words no advertisement has: космонавтов", 1),
        ("космонавтам работа Астана", "Without words no advertisement has: космонавтам", 4),
    ],
)
def test_words_that_no_advertisement_has_are_named(exchange: ExchangeSession, typed: str, label: str, total: int) -> None:
    assert offered(exchange, typed)[label] == total


@pytest.mark.parametrize(
    "typed",
    [
        "работа рядом с домом",
        "жұмыс керек",
        "!!!",
        "вахта 30 на 15",
        "для пенсионеров",
        "asdfghjkl",
        "без опыта опыт 5 лет",
        "2000 тг в час",
        "абв " * 80,
    ],
)
def test_nothing_that_can_be_typed_ends_in_silence(exchange: ExchangeSession, typed: str) -> None:
    page = finders.find_vacancies(exchange, VISITOR, SearchQuery(text=typed))
    assert page.total or page.suggestions


def test_the_word_that_names_the_work_is_not_taken_away_as_unknown(exchange: ExchangeSession) -> None:
    assert not [label for label in offered(exchange, "дворник столичный") if label.startswith("Without words")]
