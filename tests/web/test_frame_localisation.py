"""Numbers, money and dates as each language writes them."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime

import pytest
from flask import Flask, g

from labour_exchange.foundation.errors import NOT_FOUND, NotFound
from labour_exchange.foundation.texts import Text
from labour_exchange.web import localisation
from tests.web.frame_app import make_app

DAY = date(2026, 11, 3)


@pytest.fixture(scope="module")
def app() -> Flask:
    return make_app()


@contextmanager
def reading(app: Flask, language: str) -> Iterator[None]:
    with app.test_request_context():
        g.language = language
        yield


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("kk", ["1\u202f234\u202f567", "350\u202f000\u00a0₸", "95,6\u00a0%", "\u22126", "+30"]),
        ("ru", ["1\u202f234\u202f567", "350\u202f000\u00a0₸", "95,6\u00a0%", "\u22126", "+30"]),
        ("en", ["1,234,567", "350,000\u00a0₸", "95.6%", "\u22126", "+30"]),
    ],
)
def test_numbers(app: Flask, language: str, expected: list[str]) -> None:
    with reading(app, language):
        written = [localisation.number(1234567), localisation.money(350000), localisation.percent(0.956, 1)]
        assert [*written, localisation.signed(-6), localisation.signed(30)] == expected


@pytest.mark.parametrize("nothing", [-0.0, 0, 0.0, -0.04])
def test_nothing_has_no_sign_whichever_comes_first(app: Flask, nothing: float) -> None:
    localisation._figure.cache_clear()
    with reading(app, "ru"):
        assert [localisation.number(nothing, 1), localisation.number(nothing), localisation.number(0)] == ["0,0", "0", "0"]


@pytest.mark.parametrize(
    ("language", "long", "short", "month"),
    [
        ("kk", "2026 жылғы 3 қараша", "03.11.2026", "2026 жылғы қараша"),
        ("ru", "3 ноября 2026 года", "03.11.2026", "ноябрь 2026 года"),
        ("en", "3 November 2026", "3 Nov 2026", "November 2026"),
    ],
)
def test_dates_have_four_digits_of_the_year(app: Flask, language: str, long: str, short: str, month: str) -> None:
    with reading(app, language):
        written = localisation.date_long(DAY), localisation.date_short(DAY), localisation.month(DAY).lower()
        assert written == (long, short, month.lower())


def test_instant_is_shown_by_the_country_s_clock(app: Flask) -> None:
    late = datetime(2026, 11, 3, 20, 30, tzinfo=UTC)
    with reading(app, "en"):
        assert localisation.moment(late) == "4 November 2026, 01:30"
        assert localisation.date_long(late) == "4 November 2026"
        assert localisation.machine_date(late) == "2026-11-04"


@pytest.mark.parametrize(
    ("day", "kk", "ru"),
    [
        (3, "бүгін", "сегодня"),
        (4, "ертең", "завтра"),
        (2, "кеше", "вчера"),
        (5, "2 күннен кейін", "через 2 дня"),
        (8, "5 күннен кейін", "через 5 дней"),
        (1, "2 күн бұрын", "2 дня назад"),
        (30, "2026 жылғы 30 қараша", "30 ноября 2026 года"),
    ],
)
def test_near_days_are_said_as_people_say_them(app: Flask, day: int, kk: str, ru: str) -> None:
    for language, expected in (("kk", kk), ("ru", ru)):
        with reading(app, language):
            assert localisation.relative_day(date(2026, 11, day), today=DAY) == expected


def test_nothing_is_a_dash(app: Flask) -> None:
    with reading(app, "ru"):
        writers = (
            localisation.number,
            localisation.money,
            localisation.percent,
            localisation.date_long,
            localisation.date_short,
            localisation.moment,
        )
        assert {write(None) for write in writers} == {"–"}


def test_words_of_the_domain_follow_the_reader(app: Flask) -> None:
    with reading(app, "ru"):
        assert localisation.words(Text("бір {n}", "один {n}", "one {n}"), n=1) == "один 1"
        assert localisation.words(NotFound()) == localisation.words(NOT_FOUND) == NOT_FOUND.text.ru
        assert localisation.words("as it is") == "as it is"


def test_language_outside_a_request_is_the_default(app: Flask) -> None:
    assert localisation.language() == "kk"
    with app.app_context():
        assert localisation.language() == "kk"
