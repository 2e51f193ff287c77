"""Keeping the document tables true: rows that changed are rendered anew, and what was rendered is marked for Elasticsearch."""

import logging
import threading
import time
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager

import psycopg
from sqlalchemy import Connection, Text, func, literal, select, text
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.orm import Session

from labour_exchange.discovery import copying, engines, vocabulary
from labour_exchange.discovery.models import DocumentChange, PendingCopy
from labour_exchange.discovery.proposals import terms
from labour_exchange.discovery.rows import read_documents
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from search.documents import KINDS, Kind
from search.engines.postgres import DOCUMENTS, delete_documents, store_documents

CHANNEL = "document_changes"
POLL_SECONDS = 2.0
# Few enough that the first of a large import are found while the others are still rendered.
AT_ONCE = 100
LONGEST_PAUSE_SECONDS = 30.0
TURN = text("DEFAULT")

log = logging.getLogger(__name__)
Context = Callable[[], AbstractContextManager[object]]


def synchronise(session: Session, limit: int = 500) -> int:
    """Render up to `limit` changed rows into the document tables; gives how many changes were taken. The caller commits.

    A change is taken and its row read in one transaction: killed in between, both are undone. Whoever changes a row meanwhile waits to mark it until
    this transaction ends, so no change is taken without being seen.
    """
    terms.refresh()
    connection = session.connection()
    taken = _claimed(connection, limit)
    for kind in KINDS:
        public_ids = sorted(public_id for of_kind, public_id in taken if of_kind == kind)
        if public_ids:
            _render(connection, kind, public_ids)
    return len(taken)


def synchronise_all(session: Session, *, limit: int = 500, stop: threading.Event | None = None) -> int:
    """Render until nothing waits, committing each batch; gives how many changes were taken."""
    done = 0
    while not (stop and stop.is_set()):
        taken = synchronise(session, limit)
        session.commit()
        done += taken
        if taken == 0:
            break
    return done


def mark(connection: Connection, kind: Kind, public_ids: Sequence[str]) -> None:
    """Have these rows rendered anew, whether they changed or not."""
    change = DocumentChange.__table__
    marks = select(literal(kind), func.unnest(literal(list(public_ids), ARRAY(Text))), func.clock_timestamp())
    connection.execute(insert(change).from_select(["kind", "public_id", "marked_at"], marks).on_conflict_do_nothing())


def are_many_waiting(session: Session, most: int) -> bool:
    """Whether more than `most` rows wait to be rendered; never counts further."""
    some = select(DocumentChange.kind).limit(most + 1).subquery()
    return (session.scalar(select(func.count()).select_from(some)) or 0) > most


def keep_true(application_context: Context, stop: threading.Event) -> None:
    """Render and copy what changes, until told to stop. The database wakes it, and two seconds do in any case; an error is logged and tried again."""
    rendered, recount = threading.Event(), vocabulary.Recount()
    copier = threading.Thread(target=copying.keep_copied, args=(application_context, stop, rendered), name="copies", daemon=True)
    counter = threading.Thread(target=vocabulary.keep_counted, args=(application_context, stop, recount), name="words", daemon=True)
    beside = [copier, counter] if engines.is_copied() else [counter]
    for one in beside:
        one.start()
    pause = 1.0
    while not stop.is_set():
        try:
            with application_context(), _listening() as listener:
                pause = 1.0
                _keep(listener, stop, rendered, recount)
        except Exception:
            log.exception("the index could not be kept true; trying again in %s s", pause)
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)
    rendered.set()
    for one in beside:
        one.join(timeout=10)


def _keep(listener: psycopg.Connection, stop: threading.Event, rendered: threading.Event, recount: vocabulary.Recount) -> None:
    session = db.session()
    act_as(session, system_actor("synchronise"))
    try:
        while not stop.is_set():
            changed = synchronise(session, AT_ONCE)
            session.commit()
            if changed:
                rendered.set()
            recount.after(changed)
            if not changed:
                _wait(listener, stop)
    finally:
        session.rollback()
        db.session.remove()


def _wait(listener: psycopg.Connection, stop: threading.Event) -> None:
    """Until something is announced, but never long: a told stop and a lost announcement are both seen in time."""
    until = time.monotonic() + POLL_SECONDS
    while not stop.is_set() and (left := until - time.monotonic()) > 0:
        if next(listener.notifies(timeout=min(left, 0.5), stop_after=1), None) is not None:
            # What else was announced meanwhile is covered by the work that follows.
            for _ in listener.notifies(timeout=0):
                pass
            return


def _listening() -> psycopg.Connection:
    connection = psycopg.connect(engines.libpq_address(db.engine.url.render_as_string(hide_password=False)), autocommit=True)
    connection.execute(f"LISTEN {CHANNEL}")
    return connection


def _claimed(connection: Connection, limit: int) -> list[tuple[str, str]]:
    change = DocumentChange.__table__
    free = select(change.c.kind, change.c.public_id).order_by(change.c.marked_at).limit(limit).with_for_update(skip_locked=True)
    # In a CTE that locks rows, which is run once whatever the plan: as a subquery it could claim twice.
    chosen = free.cte("chosen")
    claim = change.delete().where(change.c.kind == chosen.c.kind, change.c.public_id == chosen.c.public_id)
    return [(kind, public_id) for kind, public_id in connection.execute(claim.returning(change.c.kind, change.c.public_id))]


def _render(connection: Connection, kind: Kind, public_ids: list[str]) -> None:
    documents, hidden = read_documents(connection, kind, public_ids)
    store_documents(connection, kind, documents)
    found = {document.public_id for document in documents}
    gone = [public_id for public_id in public_ids if public_id not in found]
    forgotten = delete_documents(connection, kind, _deletions(connection, kind, gone, hidden)) if gone else 0
    if engines.is_copied() and (documents or forgotten):
        _mark_for_copying(connection, kind, public_ids)


def _deletions(connection: Connection, kind: Kind, gone: list[str], hidden: dict[str, int]) -> dict[str, int]:
    """The version at which each stored document goes: the hidden row's, or the stored one's where the row itself is gone."""
    table = DOCUMENTS[kind]
    stored = select(table.c.public_id, table.c.version).where(~table.c.deleted, table.c.public_id.in_(gone))
    return {public_id: max(version, hidden.get(public_id, version)) for public_id, version in connection.execute(stored)}


def _mark_for_copying(connection: Connection, kind: Kind, public_ids: list[str]) -> None:
    copy = PendingCopy.__table__
    waiting = insert(copy).from_select(["kind", "public_id"], select(literal(kind), func.unnest(literal(public_ids, ARRAY(Text)))))
    connection.execute(waiting.on_conflict_do_update(index_elements=[copy.c.kind, copy.c.public_id], set_={"turn": TURN}))
