"""Rebuild what can be found from the rows, and check that it is what the rows say."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from sqlalchemy import delete, func, literal, or_, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.discovery import copying, engines, vocabulary
from labour_exchange.discovery.models import DocumentChange
from labour_exchange.discovery.rows import TABLES, read_documents, shown_versions
from labour_exchange.discovery.synchronisation import mark, synchronise, synchronise_all
from search import lifecycle
from search.documents import KINDS, Kind, content_hash
from search.engines.base import Engine
from search.engines.postgres import DOCUMENTS, drop_tombstones, stored_versions

COMPARED_AT_ONCE = 500

Progress = Callable[[int, int], None]


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found, in all kinds together; `repaired` counts what was wrong and is right now."""

    engine: str
    documents: int = 0
    missing: int = 0
    extra: int = 0
    stale: int = 0
    repaired: int = 0

    def plus(self, **more: int) -> "Checked":
        added = {name: getattr(self, name) + value for name, value in more.items()}
        return Checked(self.engine, **{name: added.get(name, getattr(self, name)) for name in ("documents", "missing", "extra", "stale", "repaired")})


@dataclass(frozen=True, slots=True)
class Difference:
    """Ids whose row and document disagree. `ahead` are stale ones whose document claims to be newer than its row, as after a restore."""

    missing: frozenset[str]
    extra: frozenset[str]
    stale: frozenset[str]
    ahead: frozenset[str] = frozenset()

    @property
    def everything(self) -> list[str]:
        return sorted(self.missing | self.extra | self.stale)


def rebuild(session: Session, kind: Kind, progress: Progress | None = None, *, renders: bool = True) -> int:
    """Render every row anew, and fill a new Elasticsearch index from that; gives how many documents there are then.

    Without `renders` only what has changed is rendered, and the index filled from the documents as they stand.
    What is still to be rendered stands in the table of changes: stopped in the middle, the worker or the next rebuild goes on from there.
    Raises RebuildRefused and EngineUnavailable.
    """
    _forget_those_ahead(session, kind, difference(session, kind).ahead)
    total = _mark_everything(session, kind) if renders else _waiting(session)
    session.commit()
    done = 0
    while taken := synchronise(session):
        session.commit()
        done += taken
        if progress:
            progress(min(done, total), total)
    vocabulary.count(session)
    engine = engines.elasticsearch()
    if engine:
        engine.ensure_indexes()
        copying.rebuild(session, engine, kind)
        copying.copy_all(session, engine)
        if not copying.waiting_ids(session, kind):
            drop_tombstones(session.connection(), kind)
    session.commit()
    return engines.engine("postgres").count(kind)


def check(session: Session, *, deep: bool = False) -> Checked:
    """Compare rows with documents and documents with Elasticsearch, and repair what differs; changes that only wait their turn are applied first.

    `deep` renders every row again and compares contents too. Raises EngineUnavailable when Elasticsearch is away; documents are repaired by then.
    """
    synchronise_all(session)
    found = Checked(engines.engine().name)
    for kind in KINDS:
        differing = difference(session, kind, deep=deep)
        documents = session.scalar(select(func.count()).select_from(DOCUMENTS[kind]).where(~DOCUMENTS[kind].c.deleted)) or 0
        counts = {"missing": len(differing.missing), "extra": len(differing.extra), "stale": len(differing.stale)}
        found = found.plus(documents=documents, **counts, repaired=_repair(session, kind, differing, deep=deep))
    engine = engines.elasticsearch()
    if engine:
        engine.ensure_indexes()
        for kind in KINDS:
            found = _check_copies(session, engine, kind, found)
    session.commit()
    return found


def difference(session: Session, kind: Kind, *, deep: bool = False) -> Difference:
    """What differs between rows and documents in one snapshot, without what waits to be rendered."""
    table, change = DOCUMENTS[kind], DocumentChange
    rows = shown_versions(kind).order_by(None).subquery("rows")
    stored = select(table.c.public_id, table.c.version).where(~table.c.deleted).subquery("stored")
    public_id = func.coalesce(rows.c.public_id, stored.c.public_id)
    waits = select(change.public_id).where(change.kind == kind, change.public_id == public_id).exists()
    joined = rows.outerjoin(stored, rows.c.public_id == stored.c.public_id, full=True)
    differs = or_(rows.c.public_id.is_(None), stored.c.public_id.is_(None), rows.c.document_version != stored.c.version)
    wanted = select(public_id, rows.c.document_version, stored.c.version).select_from(joined).where(differs, ~waits)
    found: dict[str, set[str]] = {"missing": set(), "extra": set(), "stale": set(), "ahead": set()}
    for differing, version, stored_version in session.execute(wanted):
        sort = "missing" if stored_version is None else "extra" if version is None else "stale"
        found[sort].add(differing)
        if sort == "stale" and stored_version > version:
            found["ahead"].add(differing)
    if deep:
        found["stale"] |= _with_other_content(session, kind)
    return Difference(*(frozenset(found[name]) for name in ("missing", "extra", "stale", "ahead")))


def _with_other_content(session: Session, kind: Kind) -> set[str]:
    hashes = {version.public_id: version for version in stored_versions(session.connection(), kind)}
    differing: set[str] = set()
    public_ids = list(hashes)
    for start in range(0, len(public_ids), COMPARED_AT_ONCE):
        documents, _hidden = read_documents(session.connection(), kind, public_ids[start : start + COMPARED_AT_ONCE])
        for document in documents:
            stored = hashes[document.public_id]
            if stored.version == document.version and stored.hash != content_hash(document):
                differing.add(document.public_id)
    return differing


def _repair(session: Session, kind: Kind, differing: Difference, *, deep: bool) -> int:
    if not differing.everything:
        return 0
    _forget_those_ahead(session, kind, differing.ahead)
    mark(session.connection(), kind, differing.everything)
    session.commit()
    synchronise_all(session)
    left = difference(session, kind, deep=deep)
    return len(set(differing.everything) - set(left.everything))


def _forget_those_ahead(session: Session, kind: Kind, public_ids: frozenset[str]) -> None:
    # An older version never replaces a newer one, so a document that is ahead of its row has to go first, tombstone and all.
    if public_ids:
        table = DOCUMENTS[kind]
        session.execute(delete(table).where(table.c.public_id.in_(public_ids)))


def _mark_everything(session: Session, kind: Kind) -> int:
    change, stored = DocumentChange.__table__, DOCUMENTS[kind]
    everything = select(TABLES[kind].c.public_id).union(select(stored.c.public_id).where(~stored.c.deleted)).subquery()
    marks = select(literal(kind), everything.c.public_id, func.clock_timestamp())
    statement = insert(change).from_select(["kind", "public_id", "marked_at"], marks).on_conflict_do_nothing()
    session.execute(statement)
    return _waiting(session)


def _waiting(session: Session) -> int:
    return session.scalar(select(func.count()).select_from(DocumentChange)) or 0


def _check_copies(session: Session, engine: Engine, kind: Kind, found: Checked) -> Checked:
    """A difference counts when it is still there after everything that waited was copied: changes go on while two indexes are walked."""
    look = partial(_drift, session, engine, kind)
    first = look()
    drift = look() if first else first
    lasting = {name: set(getattr(first, name)) & set(getattr(drift, name)) for name in ("missing", "extra", "stale")}
    counts = {name: len(ids) for name, ids in lasting.items()}
    if not any(counts.values()):
        return found
    lifecycle.repair(session.connection(), engine, kind, drift)
    left = look()
    still = set(left.missing) | set(left.extra) | set(left.stale)
    return found.plus(**counts, repaired=len(set().union(*lasting.values()) - still))


def _drift(session: Session, engine: Engine, kind: Kind) -> lifecycle.Drift:
    copying.copy_all(session, engine)
    engine.refresh()
    waiting = copying.waiting_ids(session, kind)
    drift = lifecycle.check(session.connection(), engine, kind)
    session.commit()
    return lifecycle.Drift(
        drift.documents,
        tuple(public_id for public_id in drift.missing if public_id not in waiting),
        {public_id: version for public_id, version in drift.extra.items() if public_id not in waiting},
        tuple(public_id for public_id in drift.stale if public_id not in waiting),
    )
