"""Forecasts of the exchange: made once a month from published figures, kept, shown on a page, in a file and in the API."""

import csv
import io
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.forecasts.models import Forecast
from labour_exchange.statistics.forecasts.operations import make_forecasts
from tests.statistics.facts import put

NOW = datetime(2026, 11, 3, 7, tzinfo=UTC)


@pytest.fixture
def forecasts(session: ExchangeSession) -> int:
    """Five years of placements in Astana and Almaty; Shymkent has three a month, which nobody may see."""
    for place in range(60):
        day = f"{2021 + (place + 10) // 12}-{(place + 10) % 12 + 1:02}-05"
        put(session, "placements_declared", "KZ-71", day, 100 + place + 10 * (place % 12))
        put(session, "placements_declared", "KZ-75", day, 200 + place)
        put(session, "placements_declared", "KZ-79", day, 3)
        put(session, "placements_declared", "KZ-10", day, 6)
    with clock.hold(NOW):
        return make_forecasts(session)


def test_each_place_is_forecast_once(session: ExchangeSession, forecasts: int) -> None:
    found = {(one.indicator_code, one.region_code): one for one in session.scalars(select(Forecast))}
    assert forecasts == len(found)
    assert ("placements_declared", "KZ") in found
    astana = found["placements_declared", "KZ-71"]
    assert [f"{one.month:%Y-%m}" for one in astana.months] == [f"{2026 + (place + 10) // 12}-{(place + 10) % 12 + 1:02}" for place in range(12)]
    assert all(one.low <= one.middle <= one.high for one in astana.months)
    assert abs(astana.months[0].middle - 160) < 25
    assert astana.mase is not None
    assert astana.mase < astana.mase_seasonal_naive
    with clock.hold(NOW):
        assert make_forecasts(session) == 0


def test_a_place_of_few_people_has_none(session: ExchangeSession, forecasts: int) -> None:
    assert session.scalars(select(Forecast).where(Forecast.region_code == "KZ-79")).all() == []


@pytest.mark.parametrize(("language", "words"), [("kk", "Алдағы он екі ай"), ("ru", "Ближайшие двенадцать"), ("en", "The next twelve months")])
def test_the_page_shows_forecast_interval_and_test(client: FlaskClient, forecasts: int, language: str, words: str) -> None:
    with clock.hold(NOW):
        answer = client.get(f"/{language}/statistics/forecasts?region=KZ-71")
    text = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert words in text
    assert "lx-area" in text
    assert "MASE" in text


def test_a_place_without_forecast_says_so_and_an_unknown_one_does_not_exist(client: FlaskClient, forecasts: int) -> None:
    assert "too few people" in client.get("/en/statistics/forecasts?region=KZ-79").get_data(as_text=True)
    assert client.get("/en/statistics/forecasts?region=KZ-99").status_code == 404


def test_the_file_has_a_row_a_month(client: FlaskClient, forecasts: int) -> None:
    text = client.get("/en/statistics/forecasts.csv?region=KZ-71").get_data(as_text=True)
    rows = list(csv.reader(io.StringIO(text.removeprefix("\ufeff"))))
    assert len(rows) == 13
    assert rows[1][3] == "2026-11"
    assert float(rows[1][5]) <= float(rows[1][4]) <= float(rows[1][6])


def test_a_program_reads_the_same(client: FlaskClient, forecasts: int) -> None:
    body = client.get("/api/v1/statistics/forecasts?region=KZ-71").get_json()
    assert [(one["indicator"], one["region"], one["last_month"], len(one["items"])) for one in body["items"]] == [
        ("placements_declared", "KZ-71", "2026-10", 12)
    ]
    assert client.get("/api/v1/statistics/forecasts?region=KZ-99").status_code == 422
