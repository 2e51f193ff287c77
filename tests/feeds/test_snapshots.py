"""A snapshot and the feed from its cursor together tell everything once."""

import csv
import gzip
import io
import json
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from flask import Flask
from sqlalchemy import Connection, text

from labour_exchange.feeds import files
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, tell_actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.vacancies.states import VacancyState
from tests.factories import employers, vacancies
from tests.feeds.following import FEED, PATIENCE_SECONDS, Follower

INSERT = text("UPDATE vacancies SET title = :title WHERE public_id = :id")


def taken(app: Flask, query: str = "") -> tuple[dict[str, Any], dict[str, dict[str, Any]], dict[str, Any]]:
    """Heading, vacancies by id, ending."""
    answer = app.test_client().get(f"{FEED}/snapshot?{query}")
    assert (answer.status_code, answer.mimetype) == (200, "application/x-ndjson")
    lines = [json.loads(line) for line in answer.get_data(as_text=True).splitlines()]
    return lines[0], {line["id"]: line for line in lines[1:-1]}, lines[-1]


def renamed(connection: Connection, public_id: str, title: str) -> None:
    tell_actor(connection, system_actor("test"))
    connection.execute(INSERT, {"title": title, "id": public_id})


def test_the_feed_goes_on_where_the_snapshot_ends_with_nothing_missing_or_double(app: Flask, committed: ExchangeSession) -> None:
    early, late, running = (vacancies.published(committed) for _ in range(3))
    gone = vacancies.published(committed)
    committed.commit()
    engine = committed.get_bind()
    with engine.connect() as open_one, engine.connect() as quick:
        renamed(open_one, running.public_id, "Changed while the snapshot was taken")
        # Younger than the open one and committed: in the snapshot, so not in the feed that follows it.
        renamed(quick, early.public_id, "Changed before the snapshot")
        quick.commit()
        heading, held, ending = taken(app)
        assert ending == {"snapshot": "ends", "vacancies": 4}
        assert held[early.public_id]["title"] == "Changed before the snapshot"
        assert held[running.public_id]["title"] == "Electrician"
        open_one.commit()
        renamed(quick, late.public_id, "Changed after the snapshot")
        tell_actor(quick, system_actor("test"))
        quick.execute(text("UPDATE vacancies SET state = 'withdrawn' WHERE public_id = :id"), {"id": gone.public_id})
        quick.commit()
    follower = Follower(app.test_client(), cursor=heading["cursor"], held=held).until(3, limit=1)
    assert sorted(follower.told) == sorted([("changed", running.public_id), ("changed", late.public_id), ("closed", gone.public_id)])
    assert follower.held == taken(app)[1]


def test_a_filtered_snapshot_goes_on_in_the_feed_of_the_same_filter(app: Flask, committed: ExchangeSession) -> None:
    here = vacancies.published(committed, region_code="KZ-71")
    vacancies.published(committed, region_code="KZ-75")
    vacancies.vacancy(committed, region_code="KZ-71")
    committed.commit()
    heading, held, _ = taken(app, "region=KZ-71")
    assert held.keys() == {here.public_id}
    follower = Follower(app.test_client(), "&region=KZ-71", heading["cursor"], held)
    assert follower.ask()["items"] == []


@pytest.fixture
def folder(app: Flask, tmp_path: Path) -> Iterator[Path]:
    files.keep_in(tmp_path, "https://exchange.example")
    yield tmp_path
    settings = app.config["SETTINGS"]
    files.keep_in(settings.instance_dir / "open-data", settings.base_url)


def test_the_days_files_hold_every_open_vacancy_and_the_cursor_to_go_on(app: Flask, committed: ExchangeSession, folder: Path) -> None:
    employer = employers.verified(committed, name="=cmd() Works")
    shown = vacancies.published(committed, by=employer, title="-Welder", contact_phone="+77001112233")
    vacancies.vacancy(committed)
    committed.commit()
    assert files.write_files(committed.get_bind().engine) == 1
    table, lines = (gzip.decompress((folder / one.name).read_bytes()).decode() for one in reversed(files.kept_files()))
    heading, vacancy, ending = (json.loads(line) for line in lines.splitlines())
    assert (vacancy["id"], vacancy["title"], ending["vacancies"]) == (shown.public_id, "-Welder", 1)
    assert Follower(app.test_client(), cursor=heading["cursor"]).ask()["items"] == []
    row = next(csv.DictReader(io.StringIO(table)))
    assert (row["id"], row["title"], row["employer_name"], row["pay_from"]) == (shown.public_id, "'-Welder", "'=cmd() Works", "300000")
    assert "77001112233" not in table + lines


def test_files_are_kept_for_a_week_and_nothing_else_is_handed_out(app: Flask, committed: ExchangeSession, folder: Path) -> None:
    today = clock.now()
    for day in range(9):
        with clock.hold(today + timedelta(days=day)):
            files.write_files(committed.get_bind().engine)
    assert len({one.day for one in files.kept_files()}) == 7
    assert len(files.kept_files()) == 14
    assert sorted(path.name for path in folder.iterdir()) == sorted(one.name for one in files.kept_files())
    (folder / "secret.txt").write_text("no")
    for name in ("secret.txt", "../secret.txt", "vacancies-2020-01-01.csv.gz"):
        with pytest.raises(NotFound):
            files.path_of(name)


def test_an_exchange_in_the_manner_of_eures_ends_with_the_same(app: Flask, committed: ExchangeSession) -> None:
    staying, closing = vacancies.published(committed), vacancies.published(committed)
    committed.commit()
    client, address = app.test_client(), "/api/v1/exchange/vacancies"
    everything = client.get(f"{address}/all").get_json()
    assert sorted(everything["references"]) == sorted([staying.public_id, closing.public_id])
    staying.title = "Electrician by night"
    closing.state = VacancyState.WITHDRAWN
    arriving = vacancies.published(committed)
    committed.commit()
    told: dict[str, set[str]] = {"created": set(), "modified": set(), "closed": set()}
    cursor, end = everything["next_cursor"], time.monotonic() + PATIENCE_SECONDS
    while sum(map(len, told.values())) < 3 and time.monotonic() < end:
        page = client.get(f"{address}/changes?cursor={cursor}").get_json()
        cursor = page["next_cursor"]
        for name in told:
            told[name] |= set(page[name])
    assert told == {"created": {arriving.public_id}, "modified": {staying.public_id}, "closed": {closing.public_id}}
    details = client.get(f"{address}/details?reference={staying.public_id}&reference={closing.public_id}").get_json()["items"]
    assert [(one["status"], (one["vacancy"] or {}).get("title")) for one in details] == [("active", "Electrician by night"), ("closed", None)]


def test_the_page_of_open_data_leads_to_the_files(app: Flask, committed: ExchangeSession, folder: Path) -> None:
    client = app.test_client()
    assert "CC BY 4.0" in client.get("/en/open-data").get_data(as_text=True)
    vacancies.published(committed)
    committed.commit()
    files.write_files(committed.get_bind().engine)
    page = client.get("/kk/open-data").get_data(as_text=True)
    for one in files.kept_files():
        assert f"/kk/open-data/{one.name}" in page
        answer = client.get(f"/kk/open-data/{one.name}")
        assert (answer.status_code, answer.mimetype, answer.get_data()) == (200, "application/gzip", (folder / one.name).read_bytes())
    assert client.get("/kk/open-data/secret.txt").status_code == 404
