"""The life of an index: build it from the document tables, check it, switch to it, keep it true, repair it."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice

from sqlalchemy import Connection, func, select

from search.documents import Kind
from search.engines.base import Connect, Engine, RebuildableEngine, Version
from search.engines.postgres.tables import DOCUMENTS
from search.engines.postgres.writing import stored_documents, stored_versions, tombstones

LEAST_SHARE = 0.95  # An index with fewer of the expected documents is not switched to.
SAMPLED = 200
BATCH = 1000


class RebuildRefused(RuntimeError):
    """The new index was not fit for use, or another rebuild is under way; the old index stays in use."""


@dataclass(frozen=True, slots=True)
class Drift:
    """How an index differs from its document table. `missing` and `stale` are ids; `extra` maps ids to the version in the index."""

    documents: int
    missing: tuple[str, ...] = ()
    extra: dict[str, int] = field(default_factory=dict)
    stale: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.missing or self.extra or self.stale)


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """`changed` counts the documents that changed while the index was filled."""

    index: str
    documents: int
    changed: int
    dropped: tuple[str, ...]


def rebuild(connect: Connect, engine: RebuildableEngine, kind: Kind) -> Rebuilt:
    """Build a new index beside the one in use and switch to it when it is true. Raises RebuildRefused and what the engine raises.

    Writers that copy changes meanwhile give them to both indexes; what the new one misses all the same is found by comparing, before the switch.
    """
    with _only_one(connect, kind):
        index = engine.create_index(kind)
        try:
            return _fill_and_switch(connect, engine, kind, index)
        except BaseException:
            engine.drop_index(index)
            raise


def check(connection: Connection, engine: Engine, kind: Kind) -> Drift:
    """Compare ids, versions and content hashes of the index in use with the document table."""
    return _compared(stored_versions(connection, kind), engine.versions(kind))


def repair(connection: Connection, engine: Engine, kind: Kind, drift: Drift) -> None:
    """Copy what is missing or stale and remove what is extra; running it twice does no harm."""
    copy_documents(connection, engine, kind, (*drift.missing, *drift.stale, *drift.extra))
    engine.remove(kind, _forgotten(connection, kind, drift.extra))
    engine.refresh()


def copy_documents(connection: Connection, engine: Engine, kind: Kind, public_ids: Iterable[str]) -> None:
    """Bring the engine's copy of these documents up to what is stored, deletions too. Call it after the documents were committed."""
    waiting = iter(public_ids)
    while batch := list(islice(waiting, BATCH)):
        engine.put(kind, list(stored_documents(connection, kind, batch)))
        if removed := tombstones(connection, kind, batch):
            engine.remove(kind, removed)


def _fill_and_switch(connect: Connect, engine: RebuildableEngine, kind: Kind, index: str) -> Rebuilt:
    with connect() as connection:
        # Counted before: what is stored from now on is found by the comparison and is nothing that the load left out.
        expected = _stored(connection, kind)
        engine.load(index, kind, stored_documents(connection, kind))
        connection.rollback()
    _require_enough(kind, engine.finish(index), expected)
    with connect() as connection:
        changed = _catch_up(connection, engine, kind, index)
        _require_true_content(connection, engine, kind, index)
        connection.rollback()
    engine.switch(kind, index)
    return Rebuilt(index, engine.count(kind), changed, engine.drop_others(kind, index))


def _stored(connection: Connection, kind: Kind) -> int:
    table = DOCUMENTS[kind]
    return connection.execute(select(func.count()).select_from(table).where(~table.c.deleted)).scalar_one()


def _require_enough(kind: Kind, found: int, expected: int) -> None:
    if found < LEAST_SHARE * expected:
        raise RebuildRefused(f"only {found} of {expected} {kind} are in the new index")


def _catch_up(connection: Connection, engine: RebuildableEngine, kind: Kind, index: str) -> int:
    drift = _compared(stored_versions(connection, kind), engine.versions_in(index))
    changed = (*drift.missing, *drift.stale)
    for start in range(0, len(changed), BATCH):
        engine.change_in(index, kind, stored_documents(connection, kind, changed[start : start + BATCH]), {})
    forgotten = _forgotten(connection, kind, drift.extra)
    if forgotten:
        engine.change_in(index, kind, (), forgotten)
    return len(changed) + len(forgotten)


def _forgotten(connection: Connection, kind: Kind, extra: dict[str, int]) -> dict[str, int]:
    """Which of the extra documents are to be removed, and at what version. One that is stored by now came while the two were compared."""
    if not extra:
        return {}
    stored = {document.public_id for document in stored_documents(connection, kind, extra)}
    removed = extra | tombstones(connection, kind, extra)
    return {public_id: version for public_id, version in removed.items() if public_id not in stored}


def _require_true_content(connection: Connection, engine: RebuildableEngine, kind: Kind, index: str) -> None:
    table = DOCUMENTS[kind]
    drawn = select(table.c.public_id).where(~table.c.deleted).order_by(func.random()).limit(SAMPLED)
    sampled = list(stored_documents(connection, kind, connection.execute(drawn).scalars().all()))
    true = engine.sample(index, sampled)
    if true < LEAST_SHARE * len(sampled):
        raise RebuildRefused(f"only {true} of {len(sampled)} sampled {kind} stand in the new index as they should")


def _compared(stored: Iterator[Version], indexed: Iterator[Version]) -> Drift:
    """Walk both in the order of ids; neither is held in memory."""
    documents, missing, extra, stale = 0, [], {}, []
    one, other = next(stored, None), next(indexed, None)
    while one or other:
        if other is None or (one is not None and one.public_id < other.public_id):
            assert one is not None  # noqa: S101 - one of both is there
            missing.append(one.public_id)
            documents, one = documents + 1, next(stored, None)
        elif one is None or other.public_id < one.public_id:
            extra[other.public_id] = other.version
            other = next(indexed, None)
        else:
            if one != other:
                stale.append(one.public_id)
            documents, one, other = documents + 1, next(stored, None), next(indexed, None)
    return Drift(documents, tuple(missing), extra, tuple(stale))


@contextmanager
def _only_one(connect: Connect, kind: Kind) -> Iterator[None]:
    key = func.hashtextextended(f"search rebuild {kind}", 0)
    with connect() as connection:
        if not connection.execute(select(func.pg_try_advisory_lock(key))).scalar_one():
            raise RebuildRefused(f"{kind} are being rebuilt already")
        # The lock belongs to the session: no transaction has to stay open for it.
        connection.commit()
        try:
            yield
        finally:
            connection.execute(select(func.pg_advisory_unlock(key)))
            connection.commit()
