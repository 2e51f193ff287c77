"""`flask doctor`: what an operator would look at first, looked at."""

import json
import shutil
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import click
from alembic.script import ScriptDirectory
from flask import current_app
from flask.cli import with_appcontext
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from config import Settings
from labour_exchange.discovery import engines
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
from search.results import EngineUnavailable

Finding = tuple[str, str, str]
OK, WARNING, BAD = "ok", "warning", "bad"
LEAST_FREE = 2 * 1024**3  # Bytes.
LATE_SECONDS = 600
ROLE = """
SELECT rolsuper OR rolbypassrls, EXISTS (SELECT 1 FROM pg_tables WHERE schemaname = 'public' AND tableowner = current_user)
  FROM pg_roles WHERE rolname = current_user
"""
QUEUE = """
SELECT count(*) FILTER (WHERE status = 'todo'), count(*) FILTER (WHERE status = 'failed'),
       coalesce(extract(epoch FROM now() - min(scheduled_at) FILTER (WHERE status = 'todo' AND scheduled_at <= now())), 0),
       (SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '60 seconds')
  FROM procrastinate_jobs
"""
DOCUMENTS = "SELECT count(*), coalesce(extract(epoch FROM now() - min(marked_at)), 0) FROM document_changes"
UNSEALED = "SELECT coalesce(max(a.id), 0) - coalesce((SELECT max(upper(row_ids)) - 1 FROM audit_seals), 0) FROM audit_log a"


@click.command("doctor")
@click.option("--json", "as_json", is_flag=True, help="Answer with one JSON object.")
@with_appcontext
def doctor(as_json: bool) -> None:
    """Look at settings, database, search, jobs and disk. Exit code 0: all well, 1: something is bad."""
    findings = list(_findings(current_app.config["SETTINGS"]))
    if as_json:
        click.echo(json.dumps([{"what": what, "state": state, "detail": detail} for what, state, detail in findings], ensure_ascii=False))
    else:
        for what, state, detail in findings:
            click.echo(f"{state:<8} {what:<22} {detail}")
    sys.exit(1 if any(state == BAD for _what, state, _detail in findings) else 0)


def _findings(settings: Settings) -> Iterator[Finding]:
    act_as(db.session(), system_actor("doctor"))
    yield _of_settings(settings)
    yield _of_mail(settings)
    yield _of_disk(settings)
    try:
        yield _of_migrations()
        yield from (look() for look in LOOKS)
    except SQLAlchemyError as error:
        db.session.rollback()
        yield "database", BAD, f"it does not answer as it should ({type(error).__name__}): look at DATABASE_URL and `flask db upgrade`"
    yield _of_search(settings)


def _of_settings(settings: Settings) -> Finding:
    return "settings", OK if settings.is_production else WARNING, f"ENVIRONMENT is {settings.environment}"


def _of_mail(settings: Settings) -> Finding:
    return (
        ("mail", OK, "through a mail server") if settings.smtp_url else ("mail", WARNING, "SMTP_URL is not set: letters become files nobody receives")
    )


def _of_disk(settings: Settings) -> Finding:
    folder = settings.instance_dir if settings.instance_dir.exists() else Path("/")
    free = shutil.disk_usage(folder).free
    return "disk", OK if free >= LEAST_FREE else BAD, f"{free / 1024**3:.1f} GiB free where INSTANCE_DIR is"


def _of_migrations() -> Finding:
    held = db.session.execute(text("SELECT version_num FROM alembic_version")).scalar()
    wanted = ScriptDirectory(str(Path(current_app.extensions["migrate"].directory))).get_current_head()
    return "migrations", OK if held == wanted else BAD, f"the database holds {held}, the program wants {wanted}"


def _of_roles() -> Finding:
    bypasses, owns = db.session.execute(text(ROLE)).one()
    return (
        ("roles", BAD, "DATABASE_URL names a role that row policies do not bind")
        if bypasses or owns
        else ("roles", OK, "row policies bind the application")
    )


def _of_jobs() -> Finding:
    waiting, failed, late, workers = db.session.execute(text(QUEUE)).one()
    state = BAD if not workers and waiting else WARNING if failed or late > LATE_SECONDS else OK
    return "jobs", state, f"{waiting} wait, the oldest due for {float(late):.0f} s, {failed} gave up; {workers} workers alive"


def _of_documents() -> Finding:
    waiting, age = db.session.execute(text(DOCUMENTS)).one()
    return "search documents", WARNING if age > LATE_SECONDS else OK, f"{waiting} changed rows wait to be rendered, the oldest for {float(age):.0f} s"


def _of_audit() -> Finding:
    unsealed = db.session.execute(text(UNSEALED)).scalar_one()
    return "audit", WARNING if unsealed > 100_000 else OK, f"{max(unsealed, 0)} rows are not sealed yet"


def _of_search(settings: Settings) -> Finding:
    if not settings.elasticsearch_url:
        return "search", OK, "PostgreSQL answers; ELASTICSEARCH_URL is not set"
    try:
        engine = engines.elasticsearch()
        count = engine.count("vacancies") if engine else 0
    except EngineUnavailable as error:
        return "search", BAD, f"Elasticsearch does not answer, PostgreSQL stands in: {error}"
    return "search", OK, f"Elasticsearch answers with {count} vacancies"


LOOKS: tuple[Callable[[], Finding], ...] = (_of_roles, _of_jobs, _of_documents, _of_audit)
