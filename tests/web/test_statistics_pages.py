"""Published statistics: what a visitor reads of a country and of a region, in three languages, and as files."""

import csv
import io
from datetime import UTC, datetime

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.indicators import CATALOGUE
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
TITLES = {"kk": "қаншасы расталды", "ru": "Сколько трудоустройств подтвердилось", "en": "How many placements were confirmed"}


@pytest.fixture
def figures(session: ExchangeSession) -> None:
    """Astana 40, Almaty 9, Shymkent 3 declared in October 2026; July's are old enough to be called sustained."""
    for region, declared, confirmed in (("KZ-71", 40, 30), ("KZ-75", 9, 7), ("KZ-79", 3, 2)):
        put(session, "placements_declared", region, "2026-10-05", declared)
        put(session, "placements_confirmed", region, "2026-10-05", confirmed)
    put(session, "placements_declared", "KZ-71", "2026-07-05", 1234)
    put(session, "placements_month_3", "KZ-71", "2026-07-05", 987)


def page(client: FlaskClient, address: str, status: int = 200) -> str:
    with clock.hold(NOW):
        answer = client.get(address)
    assert answer.status_code == status
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_country_is_read_in_each_language(client: FlaskClient, figures: None, language: str) -> None:
    text = page(client, f"/{language}/statistics?indicator=placements_declared")
    assert TITLES[language] in text
    indicator = CATALOGUE["placements_declared"]
    for words in (indicator.name, indicator.formula, indicator.caveat):
        assert words.in_language(language) in text
    assert text.count('<li class="lx-tile') == 20
    assert "987" in text


def test_small_cells_and_those_that_give_them_away_are_withheld(client: FlaskClient, figures: None) -> None:
    text = page(client, "/en/statistics?indicator=placements_declared&month=2026-10")
    row = text.split('id="r-KZ-79"')[1].split("</tr>")[0]
    assert ">3<" not in row
    assert "–" in row
    assert ">9<" not in text.split('id="r-KZ-75"')[1].split("</tr>")[0]
    assert ">40<" in text.split('id="r-KZ-71"')[1].split("</tr>")[0]


def test_what_is_too_early_is_said(client: FlaskClient, figures: None) -> None:
    assert "too early" in page(client, "/en/statistics?month=2026-10").split('id="r-KZ-71"')[1].split("</tr>")[0]


@pytest.mark.parametrize("code", [code for code, indicator in CATALOGUE.items() if not indicator.is_for_staff])
def test_every_indicator_has_its_page_and_definition(client: FlaskClient, code: str) -> None:
    assert CATALOGUE[code].caveat.en in page(client, f"/en/statistics?indicator={code}")
    definitions = page(client, "/en/statistics/definitions")
    assert f'id="{code}"' in definitions
    assert CATALOGUE[code].example.words.en in definitions


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_region_is_read_in_each_language(client: FlaskClient, figures: None, language: str) -> None:
    text = page(client, f"/{language}/statistics/KZ-71?month=2026-10")
    assert CATALOGUE["placements_confirmed"].name.in_language(language) in text
    assert ">30<" in text
    assert CATALOGUE["placements_sustained_3"].caveat.in_language(language) in page(client, f"/{language}/statistics/definitions")


@pytest.mark.parametrize("address", ["/en/statistics/KZ-99", "/en/statistics/figures.csv?region=KZ-99"])
def test_an_unknown_region_does_not_exist(client: FlaskClient, address: str) -> None:
    page(client, address, 404)


@pytest.mark.parametrize("question", ["month=2026-13", "month=2026-11", "month=1999-01", "indicator=happiness", "indicator=%27"])
@pytest.mark.parametrize("address", ["/statistics", "/statistics/KZ-75", "/statistics/figures.csv"])
def test_a_wrong_question_is_refused_by_its_name_and_never_answered_with_another_figure(
    client: FlaskClient, figures: None, address: str, question: str
) -> None:
    field, _, given = question.partition("=")
    for language, remedy in (
        ("kk", {"month": "2026-10 аралығындағы", "indicator": "анықтамалар"}),
        ("en", {"month": "to 2026-10", "indicator": "definitions"}),
    ):
        said = page(client, f"/{language}{address}?{question}", 422)
        assert f"{field}: " in said
        assert given.replace("%27", "&#39;") in said
        assert remedy[field] in said


def test_a_tile_and_the_legend_say_why_there_is_no_figure(client: FlaskClient, figures: None) -> None:
    """A share of nothing is not withheld."""
    text = page(client, "/en/statistics?indicator=confirmed_share&month=2026-10")
    tile = text.split("/en/statistics/KZ-10?month=2026-10")[1].split("</li>")[0]
    assert 'visually-hidden"> undefined<' in tile
    assert "undefined</li>" in text.split('aria-label="Legend"')[1]


def test_an_empty_choice_is_the_usual_one(client: FlaskClient, figures: None) -> None:
    assert "October 2026" in page(client, "/en/statistics?month=&indicator=")


@pytest.mark.parametrize(("language", "header"), [("kk", "Өңір коды"), ("ru", "Код региона"), ("en", "Region code")])
def test_the_file_has_the_same_figures(client: FlaskClient, figures: None, language: str, header: str) -> None:
    with clock.hold(NOW):
        answer = client.get(f"/{language}/statistics/figures.csv?indicator=placements_declared&month=2026-10")
    assert answer.mimetype == "text/csv"
    rows = list(csv.reader(io.StringIO(answer.get_data(as_text=True).removeprefix("\ufeff"))))
    assert rows[0][0] == header
    found = {row[0]: row[4:6] for row in rows[1:]}
    assert len(rows) == 23
    assert found["KZ-71"] == ["40", ""]
    assert found["KZ-79"][0] == found["KZ-75"][0] == ""
    assert found["KZ-79"][1]
    assert found["KZ"][0] == "52"


def test_the_file_of_a_region_has_its_months(client: FlaskClient, figures: None) -> None:
    text = page(client, "/en/statistics/figures.csv?region=KZ-71&month=2026-10")
    assert "Still at work after 3 months,2026-07,987" in text
    assert "Still at work after 3 months,2026-10,,too early" in text
    assert "KZ-75" not in text


def test_months_that_are_not_over_are_not_published(client: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-71", "2026-11-05", 77)
    assert ">77<" not in page(client, "/en/statistics?indicator=placements_declared&month=2026-11", 422)
    assert ">77<" not in page(client, "/en/statistics?indicator=placements_declared")
