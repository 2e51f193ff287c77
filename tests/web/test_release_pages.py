"""Releases as a stranger reads, downloads and checks them, with published files only."""

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import openpyxl
import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.operations import prepare_release
from tests.statistics.facts import put
from tests.statistics.test_releases import MINUTE, NOVEMBER, analyst, published

FILES = "/en/statistics/releases/2026-10.1/release"


@pytest.fixture
def release(session: ExchangeSession) -> Release:
    """Astana 40 and Almaty 9 through agencies, Shymkent 3."""
    for region, count in (("KZ-71", 40), ("KZ-75", 9), ("KZ-79", 3)):
        put(session, "placements_declared", region, "2026-10-05", count, channel="agency")
    return published(session)


@pytest.mark.parametrize(("language", "words"), [("kk", "Шығарылымдар"), ("ru", "Выпуски"), ("en", "Releases and their calendar")])
def test_the_calendar_and_a_release_in_each_language(client: FlaskClient, release: Release, language: str, words: str) -> None:
    assert words in client.get(f"/{language}/statistics/releases").get_data(as_text=True)
    text = client.get(f"/{language}/statistics/releases/2026-10.1").get_data(as_text=True)
    assert release.content_hash in text
    assert ">40<" in text
    assert ">9<" not in text


def test_what_is_announced_shows_its_minute_and_nothing_else(client: FlaskClient, session: ExchangeSession) -> None:
    with clock.hold(NOVEMBER):
        prepare_release(session, analyst(session), "2026-10", announced_at=MINUTE)
        assert "2026-10" in client.get("/en/statistics/releases").get_data(as_text=True)
        for address in ("/en/statistics/releases/2026-10.1", f"{FILES}.json", f"{FILES}.csv"):
            assert client.get(address).status_code == 404


@pytest.mark.parametrize("address", ["2026-10.2", "2026-10", "x.y", "2026-10.1/release.pdf", "2026-10.-1"])
def test_what_does_not_exist(client: FlaskClient, release: Release, address: str) -> None:
    assert client.get(f"/en/statistics/releases/{address}").status_code == 404


def test_every_file_says_the_same(client: FlaskClient, release: Release) -> None:
    rows = list(csv.reader(io.StringIO(client.get(f"{FILES}.csv").get_data(as_text=True).removeprefix("\ufeff"))))[1:]
    sheet = openpyxl.load_workbook(io.BytesIO(client.get(f"{FILES}.xlsx").data))["figures"]
    spread = [["" if cell is None else str(cell) for cell in row] for row in sheet.iter_rows(min_row=2, values_only=True)]
    assert spread == rows
    document = json.loads(client.get(f"{FILES}.json").data)
    assert sum(len(table["cells"]) for table in document["tables"]) == len(rows)
    assert ["placements_declared", "KZ-71", "2026-10", "agency", "40", "shown"] in rows
    assert ["placements_declared", "KZ-79", "2026-10", "agency", "", "withheld"] in rows


def test_sdmx_csv_is_read_back(client: FlaskClient, release: Release, tmp_path: Path) -> None:
    sdmx = pytest.importorskip("sdmx")
    from sdmx.model import v30  # noqa: PLC0415 - only where the library is

    names = ("INDICATOR", "REF_AREA", "CHANNEL", "TIME_PERIOD")
    structure = v30.DataStructureDefinition(id="RELEASE", version="1.0", maintainer=v30.Agency(id="LX"))
    for name in names:
        structure.dimensions.append(v30.Dimension(id=name))
    structure.measures.append(v30.Measure(id="OBS_VALUE"))
    structure.attributes.append(v30.DataAttribute(id="CONF_STATUS"))
    flow = v30.Dataflow(id="RELEASE", version="1.0", maintainer=v30.Agency(id="LX"), structure=structure)
    file = tmp_path / "release.csv"
    file.write_bytes(client.get(f"{FILES}.sdmx.csv").data)
    found = {}
    for one in sdmx.read_sdmx(file, structure=flow).data[0].obs:
        found[tuple(one.dimension.values[name].value for name in names)] = (one.value, one.attached_attribute["CONF_STATUS"].value)
    assert float(found["placements_declared", "KZ-71", "agency", "2026-10"][0]) == 40
    assert found["placements_declared", "KZ-79", "agency", "2026-10"][1] == "C"


def checked(folder: Path, *names: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run([sys.executable, "-I", str(folder / "verify_release.py"), *names], cwd=folder, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(("language", "said"), [("kk", "2026-10.1 шығарылымында"), ("ru", "в выпуске 2026-10.1"), ("en", "in release 2026-10.1")])
def test_pages_name_the_release_that_holds_their_month(
    client: FlaskClient, session: ExchangeSession, release: Release, language: str, said: str
) -> None:
    """Figures of pages go on after a release, and say so."""
    put(session, "placements_declared", "KZ-71", "2026-09-05", 9)
    for address in ("", "/KZ-71", "/explore"):
        with clock.hold(MINUTE):
            text = client.get(f"/{language}/statistics{address}?month=2026-10").text
        assert said in text, address
        assert f'href="/{language}/statistics/releases/2026-10.1"' in text
        with clock.hold(MINUTE):
            before = client.get(f"/{language}/statistics{address}?month=2026-09")
        assert (before.status_code, said in before.text) == (200, False)


def test_the_documentation_is_enough_to_write_a_check(client: FlaskClient, release: Release, tmp_path: Path) -> None:
    """The lines of docs/statistics.md, run over published files, and over files of which one cell was touched."""
    page = (Path(__file__).parents[2] / "docs" / "statistics.md").read_text(encoding="utf-8")
    (tmp_path / "check.py").write_text(page.split("```python\n")[1].split("```")[0], encoding="utf-8")
    for form in ("json", "csv"):
        (tmp_path / f"release.{form}").write_bytes(client.get(f"{FILES}.{form}").data)
    run = lambda: subprocess.run([sys.executable, "-I", "check.py"], cwd=tmp_path, capture_output=True, text=True, check=False)  # noqa: E731 - as short as a shell
    right = run()
    assert (right.returncode, right.stdout) == (0, f"{release.name} holds\n"), right.stderr
    kept = (tmp_path / "release.csv").read_text(encoding="utf-8")
    assert ",40,shown" in kept
    (tmp_path / "release.csv").write_text(kept.replace(",40,shown", ",41,shown", 1), encoding="utf-8")
    assert "the files differ" in run().stderr
    document = json.loads((tmp_path / "release.json").read_text(encoding="utf-8"))
    next(row for row in document["tables"][0]["cells"] if row[-1] == 40)[-1] = 41
    (tmp_path / "release.json").write_text(json.dumps(document), encoding="utf-8")
    assert "other tables" in run().stderr


def test_a_stranger_checks_it_with_published_files_only(client: FlaskClient, release: Release, tmp_path: Path) -> None:
    for name, address in (("verify_release.py", "/assets/verify_release.py"), ("release.json", f"{FILES}.json"), ("release.csv", f"{FILES}.csv")):
        answer = client.get(address)
        assert answer.status_code == 200, address
        (tmp_path / name).write_bytes(answer.data)
    right = checked(tmp_path, "release.json", "release.csv")
    assert (right.returncode, release.content_hash in right.stdout) == (0, True), right.stdout + right.stderr
    document = json.loads((tmp_path / "release.json").read_text(encoding="utf-8"))
    cell = next(row for row in document["tables"][0]["cells"] if row[-1] == 40)
    cell[-1] = 41
    (tmp_path / "touched.json").write_text(json.dumps(document), encoding="utf-8")
    wrong = checked(tmp_path, "touched.json", "release.csv")
    assert wrong.returncode == 1
    assert "the hash sums up" in wrong.stdout
    assert "'41' in the JSON file, '40' in the CSV file" in wrong.stdout
    assert checked(tmp_path).returncode == 2
