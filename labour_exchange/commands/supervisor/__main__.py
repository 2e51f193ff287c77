"""`make run`: database, search, migrations, web and worker together; whatever ends it, nothing is left running."""

import os
import signal
import subprocess  # noqa: S404 - starting processes is what this module is for
import sys
import time
import urllib.error
import urllib.request
from dataclasses import replace
from types import FrameType

import click

from config import ROOT, Settings, read_settings
from labour_exchange.commands.supervisor.children import Children, free_port
from labour_exchange.commands.supervisor.elasticsearch import ElasticsearchServer, announce, start_elasticsearch
from labour_exchange.commands.supervisor.postgres import start_embedded

READY_SECONDS = 120.0
WEB_WORKERS = 2


class Stopped(Exception):
    """Somebody asked the installation to stop."""


def main() -> int:
    """Run until INT, TERM or the death of a child; gives the exit code."""
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, _ask_to_stop)
    settings, search = read_settings(), None
    children: Children | None = None
    try:
        settings = _with_database(settings)
        if os.environ.get("SEARCH") == "elasticsearch" and not settings.elasticsearch_url:
            search = _start_search(settings)
            settings = replace(settings, elasticsearch_url=search.url)
        welcome = _prepare(settings)
        children = Children(ROOT, _environment(settings))
        children.start("web", _web_command(settings))
        children.start("worker", [sys.executable, "-m", "flask", "--app", "wsgi", "worker"])
        return _watch(children, settings, welcome)
    except Stopped:
        return 0
    finally:
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, signal.SIG_IGN)
        if children:
            children.stop()
        if search:
            search.stop()
        click.echo("stopped")


def _ask_to_stop(number: int, frame: FrameType | None) -> None:
    raise Stopped


def _with_database(settings: Settings) -> Settings:
    if settings.database_url:
        return settings
    database = start_embedded(settings.instance_dir / "postgres")
    return replace(settings, database_url=database.application_url, owner_database_url=database.owner_url)


def _start_search(settings: Settings) -> ElasticsearchServer:
    click.echo("starting Elasticsearch …")
    server = start_elasticsearch(settings.instance_dir / "elasticsearch", free_port())
    announce(server, settings.instance_dir)
    return server


def _prepare(settings: Settings) -> str:
    """Migrate and open what a first start needs; gives the lines that greet whoever started it."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "prepare"]
    return subprocess.run(command, cwd=ROOT, env=_environment(settings), check=True, stdout=subprocess.PIPE, text=True).stdout  # noqa: S603


def _environment(settings: Settings) -> dict[str, str]:
    return {
        **os.environ,
        "INSTANCE_DIR": str(settings.instance_dir),
        "DATABASE_URL": settings.database_url,
        "OWNER_DATABASE_URL": settings.owner_database_url,
        "ELASTICSEARCH_URL": settings.elasticsearch_url,
        "PORT": str(settings.port),
    }


def _web_command(settings: Settings) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "wsgi:app"),
        *("--config", "python:labour_exchange.commands.supervisor.gunicorn_settings", "--no-control-socket"),
        *("--bind", f"127.0.0.1:{settings.port}", "--workers", str(WEB_WORKERS)),
    ]


def _watch(children: Children, settings: Settings, welcome: str) -> int:
    started, is_announced = time.monotonic(), False
    while True:
        ended = children.ended()
        if ended:
            click.echo(f"{ended} has ended by itself: stopping everything", err=True)
            return 1
        if not is_announced and _is_ready(settings.port):
            is_announced = True
            _announce(settings, welcome)
        if not is_announced and time.monotonic() - started > READY_SECONDS:
            click.echo("the web did not answer in time: stopping everything", err=True)
            return 1
        time.sleep(0.3)


def _is_ready(port: int) -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/readyz", timeout=5) as answer:  # noqa: S310 - our own loopback address
            return bool(answer.status == 200)
    except (urllib.error.URLError, OSError):
        return False


def _announce(settings: Settings, welcome: str) -> None:
    click.echo(f"\n{settings.site_name_en} is open: http://127.0.0.1:{settings.port}/\n")
    click.echo(welcome)
    click.echo("Ctrl-C stops everything.")


if __name__ == "__main__":
    sys.exit(main())
