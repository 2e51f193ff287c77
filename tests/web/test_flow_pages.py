"""Published flows as anybody reads them: half-years, the matrix and its file, one region, and what is said while there are none."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.statistics.planning.models import PublishedFlows
from labour_exchange.statistics.planning.operations import publish_flows
from tests.statistics.test_published_flows import CODES, NOW, SMALL, placed, planted

HERE = "/en/statistics/flows"


@pytest.fixture(autouse=True)
def november() -> object:
    with clock.hold(NOW):
        yield


@pytest.fixture
def matrices(session: ExchangeSession) -> None:
    planted(session)
    placed(session, SMALL[4], SMALL[1], 50)
    publish_flows(session)


def lines(client: FlaskClient, query: str = "") -> dict[tuple[str, str], str]:
    content = client.get(f"{HERE}.csv{query}").get_data(as_text=True).removeprefix("\ufeff")
    _header, *rows = csv.reader(io.StringIO(content))
    return {(row[0], row[2]): row[5] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
def test_without_any_the_page_says_when_there_will_be(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    answer = client.get(f"/{language}/statistics/flows")
    assert answer.status_code == 200
    assert 'class="lx-matrix"' not in answer.text
    assert client.get(f"{HERE}.csv").status_code == 404


@pytest.mark.usefixtures("matrices")
def test_page_and_file_show_the_same_and_withhold_the_same(client: FlaskClient) -> None:
    shown = client.get(f"{HERE}?period=2026-H1").text
    assert 'class="lx-matrix"' in shown
    assert "1,073" in shown
    assert shown.count('class="lx-flow"') == 1
    found = lines(client, "?period=2026-H1")
    assert found["KZ", "KZ"] == "1073"
    assert found["KZ", SMALL[0]] == "223", "pages show it month by month"
    assert found[SMALL[1], SMALL[0]] == "withheld"
    assert len(found) == 21 * 21


@pytest.mark.usefixtures("matrices")
@pytest.mark.parametrize("language", LANGUAGES)
def test_one_region_stands_beside_every_other_in_each_language(client: FlaskClient, language: str) -> None:
    shown = client.get(f"/{language}/statistics/flows?region={SMALL[0]}&period=2026-H1").text
    assert shown.count("<h1") == 1
    assert shown.count("<tr") >= 20
    words = {"kk": "бірінші жартыжылдық", "ru": "первое полугодие", "en": "first half"}[language]
    assert words in shown


@pytest.mark.usefixtures("matrices")
def test_wrong_questions_are_named_and_other_half_years_give_way(client: FlaskClient) -> None:
    assert client.get(f"{HERE}?region=KZ-99").status_code == 404
    assert client.get(f"{HERE}?period=soon").status_code == 422
    assert client.get(f"{HERE}?period=2020-H1&kind=moves").status_code == 200
    assert "first half of 2026" in client.get(f"{HERE}?period=2020-H1").text
    assert 'href="/en/statistics/flows"' in client.get("/en/statistics").text
    assert 'id="flows_to_work"' in client.get("/en/statistics/definitions").text


def test_households_are_called_households(client: FlaskClient, session: ExchangeSession) -> None:
    cells = [["KZ-61", "KZ-59", 40], ["KZ", "KZ-59", 40], ["KZ", "KZ", 40], ["KZ-59", "KZ-59", 0], ["KZ-61", "KZ", 40]]
    every = {(one, two): None for one in ("KZ", *CODES) for two in ("KZ", *CODES)} | {(one, two): count for one, two, count in cells}
    session.add(PublishedFlows(kind="moves", period="2026-H1", known_on=NOW.date(), cells=[[*pair, count] for pair, count in every.items()]))
    session.flush()
    shown = client.get(f"{HERE}?kind=moves").text
    assert "Households that came from other regions" in shown
    assert shown.count('class="lx-flow"') == 1
