"""The engine that answers: one for each process, made when first asked for, so that nothing is shared across a fork."""

import os
import threading
from dataclasses import dataclass
from datetime import datetime
from importlib import import_module
from typing import TYPE_CHECKING

import orjson
from sqlalchemy import Connection, create_engine, make_url
from sqlalchemy import Engine as Database

from config import Settings
from labour_exchange.foundation import clock
from search.engines.base import Engine
from search.engines.fallback import FallbackEngine
from search.engines.postgres import CountedRarities, PostgresEngine

if TYPE_CHECKING:
    from search.engines.elasticsearch import ElasticsearchEngine

CURSOR_PURPOSE = b"search cursor:"
CONNECTIONS = {"pool_size": 3, "max_overflow": 7, "pool_pre_ping": True, "pool_timeout": 3, "json_deserializer": orjson.loads}


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines of one process and the connections they search through, which no request's transaction shares."""

    process: int
    database: Database
    postgres: PostgresEngine
    elasticsearch: "ElasticsearchEngine | None"
    asked: Engine


_settings: list[Settings] = []
_made: list[Engines] = []
_making = threading.Lock()


def configure(settings: Settings) -> None:
    """Say where the engines are; called once, by the application. Nothing is connected to yet."""
    with _making:
        _settings[:] = [settings]
        _made.clear()


def engine(name: str | None = None) -> Engine:
    """The engine that answers people, or by name "postgres" or "elasticsearch"; KeyError where there is none of that name."""
    made = engines()
    if name is None:
        return made.asked
    found: dict[str, Engine | None] = {"postgres": made.postgres, "elasticsearch": made.elasticsearch}
    chosen = found[name]
    if chosen is None:
        raise KeyError(f"{name} is not configured")
    return chosen


def engines() -> Engines:
    """Everything of this process; made anew after a fork."""
    with _making:
        if not _made or _made[0].process != os.getpid():
            _made[:] = [_make(_settings[0])]
        return _made[0]


def connect() -> Connection:
    """A connection for one search or one walk over the document tables."""
    return engines().database.connect()


def elasticsearch() -> "ElasticsearchEngine | None":
    """The engine with an index of its own, where one is configured."""
    return engines().elasticsearch


def is_copied() -> bool:
    """Whether documents are copied to Elasticsearch at all."""
    return bool(_settings and _settings[0].elasticsearch_url)


def is_reduced() -> bool:
    """Whether the PostgreSQL engine stands in for Elasticsearch now."""
    made = _made[0] if _made else None
    return made is not None and isinstance(made.asked, FallbackEngine) and made.asked.state != "closed"


def libpq_address(url: str) -> str:
    """A database address as libpq reads it, without the name of SQLAlchemy's driver."""
    return make_url(url).set(drivername="postgresql").render_as_string(hide_password=False)


def _make(settings: Settings) -> Engines:
    database = create_engine(settings.database_url, **CONNECTIONS)
    secret = CURSOR_PURPOSE + settings.secret_key.encode()
    rarities = CountedRarities(database.connect)
    postgres = PostgresEngine(database.connect, secret=secret, rarities=rarities, clock=now)
    if not settings.elasticsearch_url:
        return Engines(os.getpid(), database, postgres, None, postgres)
    # Its client takes more than a second to import: only those who have a cluster wait for it.
    module = import_module("search.engines.elasticsearch")
    copied: ElasticsearchEngine = module.ElasticsearchEngine(
        settings.elasticsearch_url,
        prefix=settings.elasticsearch_prefix,
        secret=secret,
        rarities=rarities,
        clock=now,
        shards=settings.elasticsearch_shards,
        replicas=settings.elasticsearch_replicas,
    )
    return Engines(os.getpid(), database, postgres, copied, FallbackEngine(copied, postgres))


def now() -> datetime:
    """The country's day decides how fresh a vacancy is."""
    return clock.now().astimezone(clock.COUNTRY_ZONE)
