"""Exploring figures: every choice stands in the address, small cells stay withheld in every form, and files are read back."""

import csv
import io
import json
from datetime import UTC, datetime
from itertools import product
from pathlib import Path
from xml.etree import ElementTree

import pytest
from flask.testing import FlaskClient
from openpyxl import load_workbook

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.indicators import ENTRIES
from labour_exchange.web.public.statistics.exploring.question import View
from tests.factories import accounts, offices, programmes
from tests.factories.signing_in import sign_in_as
from tests.statistics.facts import put

NOW = datetime(2026, 11, 20, 7, tzinfo=UTC)
REGIONS = "indicator=placements_declared&month=2026-10&by=region"
SEXES = "indicator=placements_declared&month=2026-10&by=sex"


@pytest.fixture(autouse=True)
def figures(session: ExchangeSession) -> None:
    for region, female, male in (("KZ-71", 40, 31), ("KZ-75", 9, 7), ("KZ-79", 3, 0)):
        for sex, count in (("female", female), ("male", male)):
            if count:
                put(session, "placements_declared", region, "2026-10-05", count, sex=sex)
                put(session, "placements_declared", region, "2025-10-05", 2 * count, sex=sex)


def got(client: FlaskClient, address: str) -> bytes:
    with clock.hold(NOW):
        answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.data


def row(text: str, code: str) -> str:
    return text.split(f'id="g-{code}"')[1].split("</tr>")[0]


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("view", View)
def test_every_view_has_its_table_in_each_language(client: FlaskClient, language: str, view: View) -> None:
    text = got(client, f"/{language}/statistics/explore?{REGIONS}&view={view}&group=KZ-71").decode()
    assert ">71<" in row(text, "KZ-71")
    assert ">142<" in row(text, "KZ-71")
    assert f'<option value="{view}" selected>' in text
    assert '<option value="KZ-71" selected>' in text


def test_small_cells_are_withheld_in_the_table_the_chart_and_every_file(client: FlaskClient) -> None:
    text = got(client, f"/en/statistics/explore?{REGIONS}&view=multiples").decode()
    assert ">3<" not in row(text, "KZ-79")
    assert "2026: 3;" not in text
    rows = list(csv.reader(io.StringIO(got(client, f"/en/statistics/explore.csv?{REGIONS}").decode("utf-8-sig"))))
    october = {line[2]: line[-2:] for line in rows[1:] if line[8] == "2026-10"}
    assert october["KZ-79"] == ["", "withheld"]
    assert october["KZ-71"] == ["71", "known"]
    assert got(client, f"/en/statistics/explore.svg?{REGIONS}&view=bars").decode().count(">3<") == 0


def test_a_trait_is_of_the_country_and_beside_last_year(client: FlaskClient) -> None:
    text = got(client, f"/en/statistics/explore?{SEXES}&region=KZ-71").decode()
    assert ">52<" in row(text, "female")
    assert "−52" in row(text, "female")
    assert "57.8" in row(text, "female")


@pytest.mark.parametrize("apart", ["view=map&by=sex", "by=sex&group=KZ-71", "indicator=tightness&by=sex", "indicator=&by=&month=&view=&group=", ""])
def test_choices_that_do_not_go_together_give_way_to_the_usual_ones(client: FlaskClient, apart: str) -> None:
    """A form keeps what was chosen for another indicator."""
    assert "<h1" in got(client, f"/en/statistics/explore?{apart}").decode()


@pytest.mark.parametrize(
    ("wrong", "remedy"),
    [
        *(("indicator=none", "definitions"), ("by=shoes", "region, occupation_major, sex, age_group, education"), ("by=channel", "for staff only")),
        *(("month=1999-01", "2025-10 to 2026-10"), ("month=soon", "2025-10 to 2026-10"), ("view=pie", "map, bars, line, multiples, table")),
        *(("group=KZ-99", "leave group out"), ("region=KZ-99", "KZ-75")),
    ],
)
@pytest.mark.parametrize("form", ["", ".csv", ".svg"])
def test_a_choice_that_there_is_not_is_refused_with_its_name_and_remedy(client: FlaskClient, wrong: str, remedy: str, form: str) -> None:
    field, _, given = wrong.partition("=")
    with clock.hold(NOW):
        answer = client.get(f"/en/statistics/explore{form}?{wrong}")
    assert answer.status_code == 422
    assert field in answer.text
    assert given in answer.text
    assert remedy in answer.text


@pytest.mark.parametrize("code", [code for code, entry in ENTRIES.items() if not entry.is_for_staff])
def test_every_entry_can_be_explored(client: FlaskClient, code: str) -> None:
    assert ENTRIES[code].name.en in got(client, f"/en/statistics/explore?indicator={code}&month=2026-10").decode()


def test_the_link_holds_every_choice(client: FlaskClient) -> None:
    chosen = f"{SEXES}&view=line&group=male"
    text = got(client, f"/en/statistics/explore?{chosen}").decode()
    link = text.split("Link to exactly this page")[0].rsplit('href="', 1)[1].split('"')[0]
    assert set(link.replace("&amp;", "&").partition("?")[2].split("&")) == set(chosen.split("&"))


def test_json_and_a_workbook_say_the_same(client: FlaskClient) -> None:
    items = json.loads(got(client, f"/en/statistics/explore.json?{SEXES}"))["items"]
    found = {one["sex"]: one["value"] for one in items if one["period"] == "2026-10"}
    assert found == {"female": 52, "male": 38, "_X": 0, "_T": 90}
    book = load_workbook(io.BytesIO(got(client, f"/en/statistics/explore.xlsx?{SEXES}")))
    assert book["figures"].max_row == len(items) + 1
    values = [line[-2] for line in book["figures"].iter_rows(min_row=2, values_only=True)]
    assert values == [one["value"] for one in items]


def test_sdmx_csv_is_read_back(client: FlaskClient, tmp_path: Path) -> None:
    sdmx = pytest.importorskip("sdmx")
    from sdmx.model import v30  # noqa: PLC0415 - only where the library is

    names = ("INDICATOR", "REF_AREA", "OCCUPATION", "SEX", "AGE", "EDUCATION", "CHANNEL", "TIME_PERIOD")
    structure = v30.DataStructureDefinition(id="EXPLORE", version="1.0", maintainer=v30.Agency(id="LX"))
    for name in names:
        structure.dimensions.append(v30.Dimension(id=name))
    structure.measures.append(v30.Measure(id="OBS_VALUE"))
    for name in ("OBS_STATUS", "CONF_STATUS"):
        structure.attributes.append(v30.DataAttribute(id=name))
    flow = v30.Dataflow(id="EXPLORE", version="1.0", maintainer=v30.Agency(id="LX"), structure=structure)
    found = {}
    for address in (SEXES, REGIONS):
        file = tmp_path / "explore.csv"
        file.write_bytes(got(client, f"/en/statistics/explore.sdmx.csv?{address}"))
        for one in sdmx.read_sdmx(file, structure=flow).data[0].obs:
            key = tuple(one.dimension.values[name].value for name in names)
            found[key] = (one.value, one.attached_attribute["OBS_STATUS"].value, one.attached_attribute["CONF_STATUS"].value)
    everywhere = ("_T",) * 3
    assert found["placements_declared", "KZ", "_T", "female", *everywhere, "2026-10"] == ("52", "A", "F")
    assert found["placements_declared", "KZ-79", "_T", "_T", *everywhere, "2026-10"][1:] == ("Q", "C")


@pytest.mark.parametrize("view", ["map", "bars", "line", "multiples", "table"])
def test_a_picture_is_whole_by_itself(client: FlaskClient, view: str) -> None:
    drawn = ElementTree.fromstring(got(client, f"/ru/statistics/explore.svg?{REGIONS}&view={view}&group=KZ-71"))
    said = [one.text or "" for one in drawn.iter("{http://www.w3.org/2000/svg}text")]
    assert "Заявленные трудоустройства" in said[0]
    assert "explore?" in said[-1]
    assert len(said) > 10


def test_there_is_no_other_form(client: FlaskClient) -> None:
    assert client.get("/en/statistics/explore.pdf").status_code == 404


def test_the_ministry_sees_what_is_withheld_and_channels_within_a_region(client: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-79", "2026-11-05", 2, channel="agency")
    with clock.hold(NOW):
        sign_in_as(client, session, accounts.user(session, ActorKind.ANALYST))
    assert ">3<" in row(got(client, f"/en/headquarters/explore?{REGIONS}").decode(), "KZ-79")
    live = got(client, "/en/headquarters/explore?indicator=placements_declared&by=channel&region=KZ-79").decode()
    assert ">2<" in row(live, "agency")
    assert ">2<" in row(live, "all")
    assert client.get("/en/statistics/explore?by=channel").status_code == 422


MEASURES = "indicator=placements_declared&month=2026-10&by=programme_measure"


@pytest.fixture
def by_measure(session: ExchangeSession) -> None:
    programmes.measure(session)
    put(session, "placements_declared", "KZ-71", "2026-10-06", 7, programme_measure="now-training")


@pytest.mark.usefixtures("by_measure")
@pytest.mark.parametrize("form", ["", ".csv", ".xlsx", ".json", ".sdmx.csv", ".svg"])
@pytest.mark.parametrize(("language", "said"), [("kk", "тек қызметкерлерге"), ("ru", "только сотрудникам"), ("en", "for staff only")])
def test_nobody_asks_for_measures_in_public(client: FlaskClient, form: str, language: str, said: str) -> None:
    answer = client.get(f"/{language}/statistics/explore{form}?{MEASURES}")
    assert answer.status_code == 422
    assert said in answer.text
    assert "now-training" not in answer.text


@pytest.mark.usefixtures("by_measure")
def test_public_pages_and_files_do_not_name_measures(client: FlaskClient) -> None:
    assert "programme_measure" not in got(client, f"/en/statistics/explore?{REGIONS}").decode()
    for form in ("csv", "json", "sdmx.csv"):
        assert "programme_measure" not in got(client, f"/en/statistics/explore.{form}?{SEXES}").decode().lower()
    assert client.get("/api/v1/statistics/indicators/placements_declared/series?programme_measure=now-training").status_code == 422


@pytest.mark.usefixtures("by_measure")
def test_whoever_is_not_of_the_ministry_gets_no_live_figures_by_measure(client: FlaskClient, session: ExchangeSession) -> None:
    assert client.get(f"/en/headquarters/explore?{MEASURES}").status_code in (302, 303, 404)
    sign_in_as(client, session, offices.staff(session, offices.office(session, "KZ-71")).user)
    assert client.get(f"/en/headquarters/explore?{MEASURES}").status_code == 404


@pytest.mark.usefixtures("by_measure")
@pytest.mark.parametrize(
    ("language", "by", "measure"),
    [
        ("kk", "Мемлекеттік бағдарлама шарасы", "Шара көрсетілмеген"),
        ("ru", "Мера госпрограммы", "Мера не указана"),
        ("en", "Measure of the state", "No measure"),
    ],
)
def test_the_ministry_lays_out_measures(client: FlaskClient, session: ExchangeSession, language: str, by: str, measure: str) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, accounts.user(session, ActorKind.ANALYST))
    text = got(client, f"/{language}/headquarters/explore?{MEASURES}&view=bars&group=now-training").decode()
    assert ">7<" in row(text, "now-training")
    assert measure in row(text, "none")
    assert 'id="g-now-grant"' not in text, "a measure that counts nothing has no row"
    assert by in text
    rows = list(csv.reader(io.StringIO(got(client, f"/{language}/headquarters/explore.csv?{MEASURES}").decode("utf-8-sig"))))
    place = rows[0].index("programme_measure")
    assert {line[place]: line[-2] for line in rows[1:] if line[-3] == "2026-10"}["now-training"] == "7"
    assert "PROGRAMME_MEASURE" in got(client, f"/{language}/headquarters/explore.sdmx.csv?{MEASURES}").decode()


@pytest.mark.usefixtures("by_measure")
def test_an_office_lays_out_its_own_region_only(client: FlaskClient, session: ExchangeSession) -> None:
    put(session, "placements_declared", "KZ-75", "2026-10-06", 90, programme_measure="now-training")
    with clock.hold(NOW):
        sign_in_as(client, session, offices.staff(session, offices.office(session, "KZ-71")).user)
    text = got(client, f"/en/headquarters/regions/KZ-71/explore?{MEASURES}&region=KZ-75").decode()
    assert ">7<" in row(text, "now-training")
    assert ">97<" not in text
    assert 'name="region"' not in text
    assert 'value="region"' not in text
    rows = list(csv.reader(io.StringIO(got(client, f"/en/headquarters/regions/KZ-71/explore.csv?{MEASURES}&region=KZ-75").decode("utf-8-sig"))))
    assert {line[2] for line in rows[1:]} == {"KZ-71"}
    assert b"<svg" in got(client, f"/en/headquarters/regions/KZ-71/explore.svg?{MEASURES}&view=bars")
    with clock.hold(NOW):
        for region, page in product(("KZ-75", "KZ-99"), ("explore", "explore.csv")):
            assert client.get(f"/en/headquarters/regions/{region}/{page}?{MEASURES}").status_code == 404


def test_what_has_no_traits_gives_way_to_the_usual_one_within_a_region(client: FlaskClient, session: ExchangeSession) -> None:
    with clock.hold(NOW):
        sign_in_as(client, session, offices.staff(session, offices.office(session, "KZ-71")).user)
    text = got(client, "/en/headquarters/regions/KZ-71/explore?indicator=mismatch&by=region").decode()
    assert '<option value="placements_confirmed" selected>' in text
    assert 'value="mismatch"' not in text
