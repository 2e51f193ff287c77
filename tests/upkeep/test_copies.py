"""A copy is put back whole: people, figures, sealed log; who was erased meanwhile stays erased, and what can be found is what is stored."""

import json
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest

from config import ROOT, Settings
from labour_exchange.commands.worker import libpq_address
from tests import databases
from tests.conftest import RUN_FOLDER
from tests.processes import environment, flask

ERASE_ONE = """
from config import read_settings
from sqlalchemy import select
from labour_exchange.app import create_app
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.jobseekers.operations.erasure import erase_jobseeker, note_erasure
with create_app(read_settings()).app_context():
    act_as(db.session(), system_actor("test"))
    person = db.session.scalars(select(Jobseeker).order_by(Jobseeker.id)).first()
    erase_jobseeker(db.session, system_actor("test"), person, reason="own_wish")
    note_erasure(db.session, {"jobseeker_id": person.id})
    db.session.commit()
    print(person.public_id)
"""


@pytest.fixture(scope="module")
def country(tmp_path_factory: pytest.TempPathFactory, settings: Settings) -> Iterator[Settings]:
    """A database of its own with the small demo country, counted and sealed."""
    own = replace(settings, instance_dir=tmp_path_factory.mktemp("copied"))
    made = databases.with_migrated_database(own, RUN_FOLDER, "copies")
    for words in (("demo", "load", "--scale", "small", "--json"), ("audit", "seal"), ("audit", "seal")):
        done = flask(made, *words)
        assert done.returncode == 0, done.stderr
    yield made
    databases.drop_database(made)


def answer(settings: Settings, *words: str) -> dict[str, object]:
    done = flask(settings, *words, "--json")
    assert done.returncode == 0, done.stderr + done.stdout
    found: dict[str, object] = json.loads(done.stdout.strip().splitlines()[-1])
    return found


def names_of(settings: Settings, public_id: str) -> tuple[object, ...] | None:
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        return owner.execute("SELECT family_name, iin FROM jobseekers WHERE public_id = %s", (public_id,)).fetchone()


def erased_meanwhile(settings: Settings) -> str:
    words = [sys.executable, "-c", ERASE_ONE]
    done = subprocess.run(words, cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=True)
    return done.stdout.strip().splitlines()[-1]


def test_a_copy_is_put_back_and_forgets_whom_the_exchange_forgot(country: Settings, tmp_path: Path) -> None:
    copy = answer(country, "backup", str(tmp_path))
    erased = erased_meanwhile(country)
    file = str(tmp_path / str(copy["file"]))
    refused = flask(country, "restore", file)
    assert refused.returncode == 1
    assert "--replace" in refused.stderr
    restored = answer(country, "restore", file, "--replace")
    assert restored["erased_again"] == 1
    assert restored["figures_equal"] is True
    assert names_of(country, erased) == ("", None)
    checked = answer(country, "search", "check")
    assert (checked["missing"], checked["extra"], checked["stale"]) == (0, 0, 0)
    assert checked["documents"] == restored["documents"]
    assert answer(country, "audit", "verify")["whole"] is True
    again = answer(country, "backup", str(tmp_path / "again"))
    assert answer(country, "restore", str(tmp_path / "again" / str(again["file"])), "--replace")["erased_again"] == 0


def test_a_copy_that_was_changed_is_refused(country: Settings, tmp_path: Path) -> None:
    copy = answer(country, "backup", str(tmp_path))
    file = tmp_path / str(copy["file"])
    with file.open("ab") as more:
        more.write(b"!")
    refused = flask(country, "restore", str(file), "--replace")
    assert refused.returncode == 1
    assert "checksum" in refused.stderr


def test_nothing_is_put_back_under_a_running_exchange(country: Settings, tmp_path: Path) -> None:
    copy = answer(country, "backup", str(tmp_path))
    with psycopg.connect(libpq_address(country.database_url)):
        refused = flask(country, "restore", str(tmp_path / str(copy["file"])), "--replace")
    assert refused.returncode == 1
    assert "stop web and workers" in refused.stderr


def test_the_doctor_looks_at_everything(country: Settings) -> None:
    done = flask(country, "doctor", "--json")
    found = {one["what"]: one["state"] for one in json.loads(done.stdout.strip().splitlines()[-1])}
    assert {name: found[name] for name in ("migrations", "roles", "search", "audit", "disk")} == dict.fromkeys(
        ("migrations", "roles", "search", "audit", "disk"), "ok"
    )


def test_the_doctor_names_a_role_that_row_policies_do_not_bind(country: Settings) -> None:
    done = flask(replace(country, database_url=country.owner_database_url), "doctor", "--json")
    found = {one["what"]: one["state"] for one in json.loads(done.stdout.strip().splitlines()[-1])}
    assert found["roles"] == "bad"
    assert done.returncode == 1
