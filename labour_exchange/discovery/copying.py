"""Copying rendered documents to Elasticsearch: what it acknowledges is done, what it refuses or cannot hear waits."""

import logging
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager
from itertools import islice
from typing import NamedTuple

from sqlalchemy import delete, func, select, text, tuple_, update
from sqlalchemy.orm import Session

from labour_exchange.discovery import engines
from labour_exchange.discovery.models import PendingCopy
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from search import lifecycle
from search.documents import KINDS, Kind
from search.engines.base import Engine, RebuildableEngine
from search.results import CopyFailed, EngineUnavailable

BATCH = 1000
POLL_SECONDS = 1.0
LONGEST_PAUSE_SECONDS = 30.0
# One copier at a time: two could send two states of one document in the wrong order under one version.
ONE_COPIER = func.hashtextextended("copy search documents", 0)

log = logging.getLogger(__name__)
Turns = dict[str, int]


class Copied(NamedTuple):
    """How many documents were acknowledged, and how many refused and put last."""

    taken: int
    refused: int


def copy_some(session: Session, engine: Engine, limit: int = BATCH) -> Copied:
    """Send up to `limit` waiting documents and commit what was acknowledged. Raises EngineUnavailable; nothing is lost then."""
    if not session.scalar(select(func.pg_try_advisory_xact_lock(ONE_COPIER))):
        session.rollback()
        return Copied(0, 0)
    waiting: dict[Kind, Turns] = {kind: {} for kind in KINDS}
    oldest = select(PendingCopy.kind, PendingCopy.public_id, PendingCopy.turn).order_by(PendingCopy.turn).limit(limit)
    for kind, public_id, turn in session.execute(oldest):
        waiting[kind][public_id] = turn
    refused = 0
    try:
        for kind, turns in waiting.items():
            if turns:
                refused += _copy(session, engine, kind, turns)
    except EngineUnavailable:
        session.rollback()
        raise
    session.commit()
    return Copied(sum(map(len, waiting.values())) - refused, refused)


def copy_all(session: Session, engine: Engine) -> int:
    """Send until nothing is taken any more; gives how many were acknowledged. Raises EngineUnavailable."""
    done = 0
    while taken := copy_some(session, engine).taken:
        done += taken
    return done


def keep_copied(application_context: Callable[[], AbstractContextManager[object]], stop: threading.Event, rendered: threading.Event) -> None:
    """Copy what waits until told to stop; an Elasticsearch that is away is asked again, ever more seldom.

    `rendered` says that there is something new; what another process has rendered is found by looking every second.
    """
    pause = POLL_SECONDS
    is_ready = False
    while not stop.is_set():
        try:
            with application_context():
                session = db.session()
                act_as(session, system_actor("copy documents"))
                engine = engines.engine("elasticsearch")
                if not is_ready:
                    make_ready(session)
                    is_ready = True
                rendered.clear()
                copied = copy_some(session, engine)
            is_refused = bool(copied.refused and not copied.taken)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS) if is_refused else POLL_SECONDS
            if not copied.taken:
                (stop if is_refused else rendered).wait(pause)
        except Exception as error:
            is_ready = False
            log.warning(
                "documents wait to be copied, trying again in %s s: %s", pause, error if isinstance(error, EngineUnavailable) else repr(error)
            )
            stop.wait(pause)
            pause = min(pause * 2, LONGEST_PAUSE_SECONDS)


def rebuild(session: Session, engine: RebuildableEngine, kind: Kind) -> None:
    """Fill a new index, which then holds whatever waited before. Commits. Raises RebuildRefused, CopyFailed and EngineUnavailable."""
    # A copier in the middle of its work may hold older states than those that wait: only when it is done does a new index hear nothing older.
    session.execute(select(func.pg_advisory_xact_lock(ONE_COPIER)))
    waited = _waiting(session, kind)
    session.commit()
    lifecycle.rebuild(engines.connect, engine, kind)
    _strike_off(session, kind, waited)
    session.commit()


def make_ready(session: Session) -> None:
    """Indexes where there are none, filled from the document tables; one that was left alone for a while is compared and mended."""
    engine = engines.elasticsearch()
    if engine is None:
        return
    engine.ensure_indexes()
    for kind in KINDS:
        if engine.count(kind) == 0:
            if engines.engine("postgres").count(kind):
                rebuild(session, engine, kind)
        elif drift := lifecycle.check(session.connection(), engine, kind):
            lifecycle.repair(session.connection(), engine, kind, drift)
    session.rollback()


def _copy(session: Session, engine: Engine, kind: Kind, turns: Turns) -> int:
    """How many were refused."""
    refused = _send(session, engine, kind, list(turns))
    if refused:
        # Resent without the refused ones, so that what counts as taken was taken by every index, also by one that is being built.
        log.error("%s %s were refused, for example %s", len(refused), kind, next(iter(refused.items())))
        again = _send(session, engine, kind, [public_id for public_id in turns if public_id not in refused])
        refused |= again
        _put_last(session, kind, list(refused))
    _strike_off(session, kind, {public_id: turn for public_id, turn in turns.items() if public_id not in refused})
    return len(refused)


def _strike_off(session: Session, kind: Kind, turns: Turns) -> None:
    """These wait no more, but for those that have changed again and wait with a later turn."""
    copy = PendingCopy.__table__
    waiting = iter(turns.items())
    while taken := list(islice(waiting, BATCH)):
        session.execute(delete(copy).where(copy.c.kind == kind, tuple_(copy.c.public_id, copy.c.turn).in_(taken)))


def _send(session: Session, engine: Engine, kind: Kind, public_ids: list[str]) -> dict[str, str]:
    """What was refused, with the reasons."""
    try:
        lifecycle.copy_documents(session.connection(), engine, kind, public_ids)
    except CopyFailed as failed:
        return failed.reasons
    return {}


def _put_last(session: Session, kind: Kind, public_ids: list[str]) -> None:
    """Let those that were refused wait behind all others."""
    copy = PendingCopy.__table__
    session.execute(update(copy).where(copy.c.kind == kind, copy.c.public_id.in_(public_ids)).values(turn=text("DEFAULT")))


def waiting_ids(session: Session, kind: Kind) -> set[str]:
    return set(_waiting(session, kind))


def _waiting(session: Session, kind: Kind) -> Turns:
    found = select(PendingCopy.public_id, PendingCopy.turn).where(PendingCopy.kind == kind)
    return dict(session.execute(found).all())
