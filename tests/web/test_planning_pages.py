"""Pages for whoever plans: each in three languages, the matrix with its sums, files, and a scenario that says what to correct."""

import csv
import io

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.web.tile_map.arrows import arrows
from tests.factories import programmes as made
from tests.programmes.conftest import Cast, make_cast
from tests.statistics.facts import put
from tests.statistics.test_planning import left
from tests.web.test_programme_pages import page, signed_in

HERE = "/en/headquarters/planning"


@pytest.fixture
def cast(session: ExchangeSession) -> Cast:
    return make_cast(session)


def placed(session: ExchangeSession, home: str, work: str, count: int) -> None:
    day = f"{clock.today():%Y}-01-05"
    put(session, "placements_confirmed", work, day, count, region_of_residence=home, region_of_work=work)


def lines(client: FlaskClient, query: str = "") -> dict[tuple[str, str], str]:
    content = client.get(f"{HERE}/flows.csv{query}").get_data(as_text=True).removeprefix("\ufeff")
    _header, *rows = csv.reader(io.StringIO(content))
    return {(row[0], row[2]): row[5] for row in rows}


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", ["flows", "shortages", "scenario"])
def test_both_sides_read_every_page_in_each_language(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str, name: str) -> None:
    placed(session, "KZ-11", "KZ-71", 9)
    for reader in (made.analyst(session), cast.officer):
        shown = page(signed_in(client, session, reader), f"/{language}/headquarters/planning/{name}")
        assert shown.count("<h1") == 1


def test_the_matrix_and_its_file_have_every_pair_and_the_sums(client: FlaskClient, session: ExchangeSession) -> None:
    for home, work, count in (("KZ-11", "KZ-71", 9), ("KZ-71", "KZ-71", 30), ("KZ-75", "KZ-71", 2)):
        placed(session, home, work, count)
    ministry = signed_in(client, session, made.analyst(session))
    shown = page(ministry, f"{HERE}/flows")
    assert shown.count('class="lx-flow"') == 2
    assert '<td class="is-same">30</td>' in shown
    assert lines(ministry) == {
        ("KZ-11", "KZ-71"): "9",
        ("KZ-71", "KZ-71"): "30",
        ("KZ-75", "KZ-71"): "2",
        ("KZ", "KZ-71"): "41",
        ("KZ", "KZ"): "41",
        ("KZ-11", "KZ"): "9",
        ("KZ-71", "KZ"): "30",
        ("KZ-75", "KZ"): "2",
    }


def test_an_office_reads_its_region_and_no_other(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    placed(session, "KZ-11", "KZ-71", 9)
    placed(session, "KZ-11", "KZ-75", 77)
    office = signed_in(client, session, cast.officer)
    assert lines(office) == {("KZ-11", "KZ-71"): "9"}
    assert "77" not in page(office, f"{HERE}/flows")
    for name in ("flows", "flows.csv", "shortages"):
        assert office.get(f"{HERE}/{name}?region=KZ-75").status_code == 404
    assert office.get(f"{HERE}/flows?period=2026-13").status_code == 422


def test_a_scenario_names_what_is_missing_and_keeps_what_was_typed(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    ministry = signed_in(client, session, made.analyst(session))
    empty = ministry.post(f"{HERE}/scenario", data={"submission_id": "8f14e45f-ceea-467f-a9d4-3bd8f5a5b2c1"})
    assert empty.status_code == 422
    assert "Fill in at least one row" in empty.get_data(as_text=True)
    half = {"submission_id": "8f14e45f-ceea-467f-a9d4-3bd8f5a5b2c1", "region_2": "KZ-71", "places_2": "0"}
    answer = ministry.post(f"{HERE}/scenario", data=half)
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 422
    assert 'href="#measure_2"' in shown
    assert 'href="#places_2"' in shown
    assert "from 1 to 100,000" in shown
    assert '<option selected value="KZ-71">' in shown


def test_with_nobody_observed_the_scenario_cannot_say_and_shows_the_plan(client: FlaskClient, session: ExchangeSession, cast: Cast) -> None:
    office = signed_in(client, session, cast.officer)
    row = {"region_1": "KZ-71", "measure_1": cast.measure.code, "places_1": "15"}
    shown = office.post(f"{HERE}/scenario", data=row | {"submission_id": "8f14e45f-ceea-467f-a9d4-3bd8f5a5b2c1"}).get_data(as_text=True)
    assert "Cannot say" in shown
    assert "places left 10 of 10" in shown
    foreign = office.post(f"{HERE}/scenario", data=row | {"region_1": "KZ-75", "submission_id": "8f14e45f-ceea-467f-a9d4-3bd8f5a5b2c1"})
    assert foreign.status_code == 422


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_was_observed_is_said_with_both_intervals(client: FlaskClient, session: ExchangeSession, cast: Cast, language: str) -> None:
    left(session, cast, 20, days_ago=400)
    office = signed_in(client, session, cast.officer)
    row = {"region_1": "KZ-71", "measure_1": cast.measure.code, "places_1": "15", "submission_id": "8f14e45f-ceea-467f-a9d4-3bd8f5a5b2c1"}
    answer = office.post(f"/{language}/headquarters/planning/scenario", data=row)
    shown = answer.get_data(as_text=True)
    assert answer.status_code == 200
    words = {"kk": "Шараны аяқтайды", "ru": "Завершат участие", "en": "Complete the measure"}[language]
    assert f'scope="row">{words}</th>' in shown
    assert "<div>14 – 15</div>" in shown


def test_the_largest_arrow_is_the_thickest_and_ways_there_and_back_lie_apart() -> None:
    there, back = arrows([(("KZ-11", "KZ-75"), 100), (("KZ-75", "KZ-11"), 25)])
    assert there.width > back.width
    assert there.path.split()[1] != back.path.split()[1]
    assert arrows([]) == []
