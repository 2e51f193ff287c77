"""Figures for programs: small ones withheld, months that are not over left out, periods refused that make no sense."""

from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.indicators import ENTRIES
from tests.statistics.facts import put

SERIES = "/api/v1/statistics/indicators/placements_declared/series"
NOVEMBER = datetime(2026, 11, 23, 6, tzinfo=UTC)


def points(client: FlaskClient, question: str) -> dict[tuple[str, str], tuple[float | None, str]]:
    with clock.hold(NOVEMBER):
        answer = client.get(f"{SERIES}?{question}")
    assert answer.status_code == 200, answer.get_json()
    return {(one["period"], one["region"]): (one["value"], one["standing"]) for one in answer.get_json()["items"]}


def test_every_indicator_is_listed_with_formula_and_caveat(client: FlaskClient) -> None:
    body = client.get("/api/v1/statistics/indicators?limit=100&lang=ru").get_json()
    assert [one["code"] for one in body["items"]] == list(ENTRIES)
    for one in body["items"]:
        assert one["formula"] == ENTRIES[one["code"]].formula.ru
        assert client.get(f"/api/v1/statistics/indicators/{one['code']}?lang=ru").get_json() == one
    assert client.get("/api/v1/statistics/indicators/happiness").status_code == 404
    assert client.get("/api/v1/statistics/indicators/happiness/series").status_code == 404


def test_small_cells_and_what_would_give_them_away_are_withheld(client: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-10-05", 3)
    put(session, "placements_declared", "KZ-75", "2026-10-05", 40)
    put(session, "placements_declared", "KZ-19", "2026-10-05", 90)
    found = points(client, "since=2026-10&until=2026-10")
    assert found["2026-10", "KZ-71"] == (None, "withheld")
    assert found["2026-10", "KZ-75"] == (None, "withheld"), "else the country's total would tell the small one"
    assert found["2026-10", "KZ-19"] == (90, "known")
    assert found["2026-10", "KZ"] == (133, "known")
    assert found["2026-10", "KZ-10"] == (0, "known")
    # Asking for one region alone tells no more.
    assert points(client, "since=2026-10&until=2026-10&region=KZ-71") == {("2026-10", "KZ-71"): (None, "withheld")}


def test_a_month_that_is_not_over_is_not_told(client: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-11-05", 30)
    assert points(client, "since=2026-11&until=2026-11") == {}
    usual = points(client, "region=KZ-71")
    assert (len(usual), max(period for period, _ in usual), min(period for period, _ in usual)) == (12, "2026-10", "2025-11")


@pytest.mark.parametrize(
    ("question", "code"),
    [
        ("since=2026-10&until=2026-01", "period_order"),
        ("since=2001-01", "period_too_long"),
        ("since=2026-13", "not_a_month"),
        ("region=KZ-99", "not_listed"),
    ],
)
def test_a_period_that_makes_no_sense_is_refused(client: FlaskClient, question: str, code: str) -> None:
    with clock.hold(NOVEMBER):
        answer = client.get(f"{SERIES}?{question}&lang=en")
    assert (answer.status_code, answer.get_json()["errors"][0]["code"]) == (422, code)
