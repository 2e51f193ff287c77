"""`flask worker`: jobs, periodic work, and the keeping of the search index, until told to stop."""

import asyncio
import threading
from datetime import UTC, datetime

import click
import procrastinate
from flask import Flask, current_app
from flask.cli import with_appcontext
from psycopg.conninfo import make_conninfo
from sqlalchemy import make_url

from labour_exchange.discovery import synchronisation
from labour_exchange.foundation.jobs import jobs

RESCUE_SECONDS = 30


@click.command("worker")
@click.option("--concurrency", default=2, show_default=True, help="Jobs at once.")
@with_appcontext
def worker(concurrency: int) -> None:
    """Work off jobs and keep the search index true; on INT or TERM it ends the jobs in hand and stops."""
    app: Flask = current_app._get_current_object()  # type: ignore[attr-defined]
    stop = threading.Event()
    keeper = threading.Thread(target=synchronisation.keep_true, args=(app.app_context, stop), name="index", daemon=True)
    keeper.start()
    try:
        asyncio.run(_work(libpq_address(app.config["SETTINGS"].database_url), concurrency))
    finally:
        stop.set()
        keeper.join(timeout=20)


async def _work(address: str, concurrency: int) -> None:
    with jobs.replace_connector(procrastinate.PsycopgConnector(conninfo=address)) as running:
        async with running.open_async():
            rescue = asyncio.create_task(_rescue(running))
            await running.run_worker_async(concurrency=concurrency, delete_jobs="successful", shutdown_graceful_timeout=30)
            rescue.cancel()


async def _rescue(running: procrastinate.App) -> None:
    """Give back the jobs of workers that died with them in hand."""
    while True:
        for job in await running.job_manager.get_stalled_jobs(seconds_since_heartbeat=RESCUE_SECONDS):
            await running.job_manager.retry_job(job, retry_at=datetime.now(UTC))
        await asyncio.sleep(RESCUE_SECONDS)


def libpq_address(url: str) -> str:
    """The address in libpq's own form, for drivers that do not know SQLAlchemy's."""
    parsed = make_url(url)
    plain = parsed.translate_connect_args(username="user", database="dbname")
    return make_conninfo(**plain, **{key: str(value) for key, value in parsed.query.items()})
