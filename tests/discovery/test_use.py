"""What is searched and read is counted in sums; rare texts are shown to nobody and forgotten; nothing names a person."""

from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.use.counters import Counters, add_application
from labour_exchange.discovery.use.models import QueryUse, VacancyUse
from labour_exchange.discovery.use.queries import Order, UseOfVacancy, searched_texts, use_of_vacancies
from labour_exchange.discovery.use.retention import forget_search_use
from labour_exchange.discovery.use.rules import counted_text
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import vacancies


@pytest.fixture
def counters(app: Flask) -> Counters:
    engines.configure(app.config["SETTINGS"])
    made = Counters()
    made.flushes_by_itself = False
    return made


def searched(
    session: Session, words: str, searches: int, *, days_ago: int = 0, language: str = "ru", found: int = 10, empty: int = 0, clicks: int = 1
) -> None:
    day = clock.today() - timedelta(days=days_ago)
    session.add(QueryUse(language=language, words=words, day=day, searches=searches, found=found, without_result=empty, clicks=clicks))
    session.flush()


@pytest.mark.parametrize(
    ("typed", "counted"),
    [
        ("  Сварщик ", "сварщик"),
        ("Водитель от 300 000", "водитель от 300000"),
        ("anna@example.com", None),
        ("8 701 123 45 67", None),
        ("900517300123", None),
        ("а", None),
        ("", None),
        ("сва\x00рщик\x1f \x7f\x9f5", "сва рщик 5"),
        ("я ищу работу рядом с домом потому что у меня дети", None),
    ],
)
def test_what_may_be_counted(typed: str, counted: str | None) -> None:
    assert counted_text(typed) == counted


def test_sums_of_several_processes_add_up(committed: ExchangeSession, counters: Counters) -> None:
    vacancy = vacancies.published(committed)
    committed.commit()
    other = Counters()
    other.flushes_by_itself = False
    for counting in (counters, other):
        counting.add_view(vacancy.id, is_from_search=True)
        counting.add_view(vacancy.id, is_from_search=False)
        counting.add_search("ru", "Сварщик", 12)
        counting.add_search("ru", "сварщик ", 0)
        counting.add_click("ru", "СВАРЩИК")
        counting.flush()
    counters.flush()
    add_application(committed, vacancy.id, clock.today())
    committed.commit()
    assert use_of_vacancies(committed, [vacancy.id]) == {vacancy.id: UseOfVacancy(4, 2, 1)}
    row = committed.scalars(select(QueryUse)).one()
    assert (row.words, row.searches, row.found, row.without_result, row.clicks) == ("сварщик", 4, 24, 2, 2)


def test_a_search_that_no_text_can_hold_keeps_nothing_else_from_being_written(committed: ExchangeSession, counters: Counters) -> None:
    counters.add_search("en", "a\x00b", 0)
    counters.add_search("ru", "сварщик", 3)
    counters.flush()
    assert {row.words for row in committed.scalars(select(QueryUse))} == {"a b", "сварщик"}


def test_a_vacancy_that_is_gone_loses_nobody_elses_counts(committed: ExchangeSession, counters: Counters) -> None:
    vacancy = vacancies.published(committed)
    committed.commit()
    counters.add_view(vacancy.id, is_from_search=False)
    counters.add_view(vacancy.id + 1000, is_from_search=False)
    counters.flush()
    assert [row.vacancy_id for row in committed.scalars(select(VacancyUse))] == [vacancy.id]


def test_rare_texts_are_shown_to_nobody(session: ExchangeSession) -> None:
    searched(session, "асан үсенов", 4)
    searched(session, "сварщик", 5)
    searched(session, "сварщик", 3, days_ago=40)
    since = clock.today() - timedelta(days=27)
    assert [(one.words, one.searches) for one in searched_texts(session, since, Order.SEARCHES)] == [("сварщик", 5)]
    assert searched_texts(session, clock.today() - timedelta(days=90), Order.SEARCHES)[0].searches == 8


def test_reports_of_what_is_not_found_and_not_opened(session: ExchangeSession) -> None:
    searched(session, "космонавт", 9, found=0, empty=9, clicks=0)
    searched(session, "повар", 8, found=800, clicks=0)
    searched(session, "сварщик", 20, found=400, clicks=10)
    searched(session, "welder", 6, language="en")
    today = clock.today()
    assert [one.words for one in searched_texts(session, today, Order.NOTHING_FOUND)] == ["космонавт"]
    assert [one.words for one in searched_texts(session, today, Order.NOTHING_OPENED)] == ["повар"]
    assert [one.words for one in searched_texts(session, today, Order.SEARCHES, language="en")] == ["welder"]
    best = searched_texts(session, today, Order.SEARCHES)[0]
    assert (best.words, best.found, best.clicks, best.without_result) == ("сварщик", 20.0, 0.5, 0.0)


def test_rare_texts_are_forgotten_after_a_week_and_everything_after_thirteen_months(session: ExchangeSession) -> None:
    searched(session, "асан үсенов", 4, days_ago=8)
    searched(session, "редко, но недавно", 1, days_ago=7)
    searched(session, "сварщик", 3, days_ago=8)
    searched(session, "сварщик", 2, days_ago=1)
    searched(session, "давно", 50, days_ago=401)
    forget_search_use(session)
    left = {(row.words, (clock.today() - row.day).days) for row in session.scalars(select(QueryUse))}
    assert left == {("редко, но недавно", 7), ("сварщик", 8), ("сварщик", 1)}


def test_no_column_could_hold_a_person() -> None:
    assert {column.name for column in VacancyUse.__table__.c} == {"vacancy_id", "day", "views", "from_search", "applications", "saves"}
    assert {column.name for column in QueryUse.__table__.c} == {"language", "words", "day", "searches", "found", "without_result", "clicks"}
