"""Databases for tests: a template migrated once for each state of the migrations, copied for each worker."""

import hashlib
import os
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import psycopg
from flask import Flask
from flask_migrate import upgrade
from psycopg import sql
from sqlalchemy import create_engine, make_url

from config import ROOT, Settings
from labour_exchange.app import create_app
from labour_exchange.commands.supervisor import postgres as embedded
from labour_exchange.discovery import engines
from labour_exchange.foundation import jobs
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, db

_servers: list[object] = []


def with_migrated_database(settings: Settings, folder: Path, worker: str) -> Settings:
    """The settings, naming a fresh database with every migration applied."""
    template = f"template_{_fingerprint()}"
    made = embedded.start_embedded(folder / "postgres", template)
    _servers.append(made.server)
    server_uri = made.server.get_uri()
    with psycopg.connect(server_uri, autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext('test template'))")
        _migrate_once(replace(settings, database_url=made.application_url, owner_database_url=made.owner_url))
        # The application that migrated may still hold a connection somewhere, and a template that is in use cannot be copied.
        connection.execute("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = %s", (template,))
        name = f"test_{worker}_{os.getpid()}"
        copy = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}")
        connection.execute(copy.format(sql.Identifier(name), sql.Identifier(embedded.OWNER), sql.Identifier(template)))
        connection.execute("SELECT pg_advisory_unlock(hashtext('test template'))")
    return replace(settings, database_url=_renamed(made.application_url, name), owner_database_url=_renamed(made.owner_url, name))


def _migrate_once(settings: Settings) -> None:
    app = create_app(settings)
    with app.app_context():
        upgrade()
        db.engine.dispose()


def _fingerprint() -> str:
    digest = hashlib.sha256()
    for path in sorted((ROOT / "migrations" / "versions").glob("*.py")):
        digest.update(path.name.encode() + path.read_bytes())
    return digest.hexdigest()[:12]


def _renamed(url: str, database: str) -> str:
    return make_url(url).set(database=database).render_as_string(hide_password=False)


def drop_database(settings: Settings) -> None:
    """Remove a worker's database when its run is over."""
    name = make_url(settings.database_url).database or ""
    for server in _servers:
        with psycopg.connect(server.get_uri(), autocommit=True) as connection:  # type: ignore[attr-defined]
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))


def session_rolled_back(app: Flask) -> Iterator[ExchangeSession]:
    """A session on a connection whose transaction is rolled back in the end."""
    engines = db._app_engines[app]
    engine = engines[None]
    connection = engine.connect()
    transaction = connection.begin()
    db.session.remove()
    engines[None] = connection
    db.session.session_factory.configure(join_transaction_mode="create_savepoint")
    try:
        found = db.session()
        found.info["actor"] = system_actor("test")
        yield found
    finally:
        db.session.remove()
        engines[None] = engine
        db.session.session_factory.configure(join_transaction_mode="conditional_savepoint")
        transaction.rollback()
        connection.close()


def work_in(app: Flask) -> None:
    """Search and do jobs where the test writes: an application that another test made may have said otherwise for the whole process."""
    settings = app.config["SETTINGS"]
    jobs.within(app.app_context)
    if engines._settings != [settings]:
        engines.configure(settings)


def empty_every_table(settings: Settings) -> None:
    """Forget everything that a committing test wrote."""
    engine = create_engine(settings.owner_database_url)
    with engine.begin() as connection:
        tables = connection.exec_driver_sql(
            "SELECT tablename FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'alembic_version' AND tablename NOT LIKE 'procrastinate%%'"
        )
        names = ", ".join(row[0] for row in tables)
        guarded = connection.exec_driver_sql("SELECT tgrelid::regclass::text FROM pg_trigger WHERE tgname = 'refuse_change'").scalars().all()
        for table in guarded:
            connection.exec_driver_sql(f"ALTER TABLE {table} DISABLE TRIGGER refuse_change")
        connection.exec_driver_sql(f"TRUNCATE {names}, procrastinate_jobs, procrastinate_events RESTART IDENTITY CASCADE")
        for table in guarded:
            connection.exec_driver_sql(f"ALTER TABLE {table} ENABLE TRIGGER refuse_change")
    engine.dispose()
