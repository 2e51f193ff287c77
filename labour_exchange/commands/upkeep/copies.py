"""`flask backup` and `flask restore`: a copy of everything that is stored, and the exchange as it was, without those erased since."""

import hashlib
import json
import os
import re
import shutil
import subprocess  # noqa: S404 - PostgreSQL's own programs make and read the copy
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

import click
import psycopg
from flask import current_app
from flask.cli import with_appcontext
from flask_migrate import upgrade
from psycopg.conninfo import conninfo_to_dict, make_conninfo

from labour_exchange.commands.supervisor.postgres import bundled_programs
from labour_exchange.commands.worker import libpq_address
from labour_exchange.discovery import upkeep
from labour_exchange.feeds.operations import restart_feed
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from labour_exchange.jobseekers.operations.erasure import erased_since, replay_erasures
from labour_exchange.statistics import collection
from search.documents import KINDS

as_json = click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
OTHERS_CONNECTED = "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND usename IS NOT NULL"
EMPTY = (
    "DROP SCHEMA public CASCADE",
    "CREATE SCHEMA public",
    "ALTER SCHEMA public OWNER TO pg_database_owner",
    "GRANT USAGE ON SCHEMA public TO PUBLIC",
)


@click.command("backup")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@as_json
@with_appcontext
def backup(folder: Path, as_json: bool) -> None:
    """Copy the database as of one instant into FOLDER, with its checksum. The keys of personal data are not in it: keep them elsewhere."""
    folder.mkdir(parents=True, exist_ok=True)
    begun_at = clock.now()
    target = folder / f"exchange-{begun_at:%Y%m%dT%H%M%SZ}.dump"
    partial = target.with_suffix(".partial")
    with _connected() as (address, environment, server):
        _run(server, "pg_dump", ["--format=custom", f"--file={partial}", address], environment)
    partial.chmod(0o600)
    facts = {"file": target.name, "begun_at": begun_at.isoformat(), "bytes": partial.stat().st_size, "sha256": _checksum(partial)}
    target.with_suffix(".json").write_text(json.dumps(facts, indent=2))
    partial.rename(target)
    click.echo(json.dumps(facts) if as_json else f"{target}: {facts['bytes']:,} bytes")


@click.command("restore")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--replace", is_flag=True, help="The database holds an exchange already: it is lost.")
@click.option(
    "--erasures", type=click.Path(path_type=Path, exists=True, dir_okay=False), help="Journal of erasures; by default the one beside the database."
)
@as_json
@with_appcontext
def restore(file: Path, replace: bool, erasures: Path | None, as_json: bool) -> None:
    """Put the copy FILE back: migrate it, erase again whom it still names, render the documents anew, recount the figures and compare them."""
    facts = _manifest(file)
    db.session.remove()
    db.engine.dispose()
    with _connected() as (address, environment, server):
        _make_room(address, replace)
        _run(server, "pg_restore", ["--exit-on-error", "--no-owner", f"--dbname={address}", str(file)], environment)
    upgrade()
    session = db.session()
    act_as(session, system_actor("restore"))
    erased = replay_erasures(session, erased_since(datetime.fromisoformat(facts["begun_at"]), erasures))
    restart_feed(session)
    session.commit()
    documents = sum(upkeep.rebuild(session, kind) for kind in KINDS)
    collection.collect(session)
    session.commit()
    figures = collection.rebuild(session)
    session.commit()
    found = {"erased_again": erased, "documents": documents, "facts": figures.stored, "figures_equal": figures.is_equal}
    click.echo(json.dumps(found) if as_json else ", ".join(f"{name.replace('_', ' ')}: {value}" for name, value in found.items()))
    if not figures.is_equal:
        raise click.ClickException("the figures recounted from evidence are not those stored: see `flask statistics rebuild`")


def _manifest(file: Path) -> dict[str, Any]:
    path = file.with_suffix(".json")
    if not path.exists():
        raise click.ClickException(f"{path.name} is not beside the copy: it says when the copy was begun, and so who was erased since")
    facts: dict[str, Any] = json.loads(path.read_text())
    if facts["sha256"] != _checksum(file):
        raise click.ClickException("the copy is not what was written: its checksum differs")
    return facts


def _make_room(address: str, replace: bool) -> None:
    with psycopg.connect(address, autocommit=True) as owner:
        others = owner.execute(OTHERS_CONNECTED).fetchone()
        if others and others[0]:
            raise click.ClickException(f"{others[0]} other connections are open: stop web and workers first")
        if owner.execute("SELECT 1 FROM pg_tables WHERE schemaname = 'public' LIMIT 1").fetchone() and not replace:
            raise click.ClickException("the database is not empty; --replace gives up what is in it")
        for statement in EMPTY:
            owner.execute(statement)


@contextmanager
def _connected() -> Iterator[tuple[str, dict[str, str], int]]:
    """The owner's address without its password, the environment that has it, and the major version of the server."""
    parts = conninfo_to_dict(libpq_address(current_app.config["SETTINGS"].owner_database_url))
    password = parts.pop("password", None)
    with psycopg.connect(make_conninfo(**parts, password=password) if password else make_conninfo(**parts)) as owner:
        server = owner.info.server_version // 10_000
    with NamedTemporaryFile("w", prefix="pgpass") as secret:
        environment = {**os.environ, "PGPASSFILE": secret.name}
        if password:
            secret.write("*:*:*:*:" + str(password).replace("\\", "\\\\").replace(":", "\\:") + "\n")
            secret.flush()
        yield make_conninfo(**parts), environment, server


def _run(server: int, program: str, arguments: list[str], environment: dict[str, str]) -> None:
    command = [str(_program(program, server)), *arguments]
    done = subprocess.run(command, env=environment, stderr=subprocess.PIPE, text=True, check=False)  # noqa: S603
    if done.returncode:
        raise click.ClickException(f"{program} failed: {done.stderr.strip()[-2000:]}")


def _program(name: str, server: int) -> Path:
    """A `pg_dump` or the like that is at least as new as the server; raises ClickException without one."""
    found = shutil.which(name)
    for path in ([Path(found)] if found else []) + [folder / name for folder in bundled_programs()]:
        said = subprocess.run([str(path), "--version"], capture_output=True, text=True, check=False).stdout  # noqa: S603
        version = re.search(r"(\d+)\.", said)
        if version and int(version[1]) >= server:
            return path
    raise click.ClickException(f"no {name} of version {server} or newer: install PostgreSQL's client programs")


def _checksum(path: Path) -> str:
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
