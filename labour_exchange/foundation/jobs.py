"""Work to be done after the commit, deferred inside it, and the worker's procrastinate application."""

from collections.abc import Callable
from typing import Any

import procrastinate
from procrastinate import RetryStrategy
from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db

Work = Callable[..., object]

RETRY = RetryStrategy(max_attempts=8, exponential_wait=3)

jobs = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
# Deferring has an application of its own: the worker gives `jobs` an asynchronous connector, which cannot write on a session's connection.
_outbox = procrastinate.App(connector=procrastinate.SyncPsycopgConnector())
_work: dict[str, Work] = {}
_context: Callable[[], Any] | None = None


def within(application_context: Callable[[], Any]) -> None:
    """Say how a job enters the application; called once, by the application."""
    global _context
    _context = application_context


def job(name: str, work: Work, *, queue: str = "default", cron: str | None = None, retry: RetryStrategy | None = RETRY) -> None:
    """Make `work(session, **arguments)` a job: it runs in a transaction of its own as the system, and commits once.

    With `cron` it also runs by the clock; its work then takes no arguments.
    """
    known = name in _work
    _work[name] = work
    if known:
        return

    def run(**arguments: Any) -> None:
        arguments.pop("timestamp", None)
        perform(name, arguments)

    task = jobs.task(name=name, queue=queue, retry=retry or False)(run)
    if cron:
        jobs.periodic(cron=cron)(task)


def perform(name: str, arguments: dict[str, Any]) -> None:
    """Run one job's work here and now, in its own transaction; what a worker does for each job."""
    if _context is None:
        raise RuntimeError("the application has not said how jobs enter it")
    with _context():
        session = db.session()
        act_as(session, system_actor(name))
        try:
            _work[name](session, **arguments)
            session.commit()
        except BaseException:
            session.rollback()
            raise
        finally:
            db.session.remove()


def is_under_way(session: Session, name: str) -> bool:
    """Whether a job of this name waits or runs."""
    known = text("SELECT EXISTS (SELECT 1 FROM procrastinate_jobs WHERE task_name = :name AND status IN ('todo', 'doing'))")
    return bool(session.scalar(known, {"name": name}))


def defer(session: Session, name: str, **arguments: Any) -> None:
    """Put a job into the session's own transaction: rolled back with it, visible to workers when it commits."""
    driver = session.connection().connection.driver_connection
    task = jobs.tasks.get(name)
    _outbox.configure_task(name, allow_unknown=True, queue=task.queue if task else "default", connection=driver).defer(**arguments)
