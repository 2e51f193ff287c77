"""An installation of the bench's own: database, Elasticsearch, web, and its demo country, all in one temporary folder."""

import json
import os
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bench.country import PEOPLE_OF, fill_up
from config import ROOT, Settings, read_settings
from labour_exchange.commands.supervisor.children import Children, free_port
from labour_exchange.commands.supervisor.elasticsearch import start_elasticsearch
from labour_exchange.commands.supervisor.postgres import start_embedded

WEB_WORKERS = 2
RENDERERS = 2
SERVING = "python:labour_exchange.commands.supervisor.gunicorn_settings"
READY_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it answers, and the settings to use it in this process."""

    settings: Settings
    environment: dict[str, str]
    web: str

    def flask(self, *arguments: str) -> dict[str, Any]:
        """Run a command that answers with one JSON object; gives it with the seconds of the whole process as `wall` and the most memory it held."""
        begun = time.perf_counter()
        command = [sys.executable, "-S", "-m", "bench.alone", sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
        ended = subprocess.run(command, cwd=ROOT, env=self.environment, stdout=subprocess.PIPE, text=True, check=False)
        if ended.returncode:
            raise RuntimeError(f"{' '.join(arguments)} ended with {ended.returncode}")
        *said, megabytes = ended.stdout.strip().splitlines()
        answer: dict[str, Any] = json.loads(said[-1]) if "--json" in arguments else {}
        return answer | {"wall": time.perf_counter() - begun, "megabytes": int(megabytes)}

    def load(self, scale: str) -> None:
        """The invented country of this scale, with its documents and, where there is an Elasticsearch, its index."""
        self.flask("demo", "load", "--scale", PEOPLE_OF[scale], "--json")
        fill_up(self.settings.owner_database_url, scale)
        # Two at once take turns: each renders what the other has not taken.
        command = [sys.executable, "-m", "flask", "--app", "wsgi", "search", "render"]
        for running in [subprocess.Popen(command, cwd=ROOT, env=self.environment) for _ in range(RENDERERS)]:
            if running.wait():
                raise RuntimeError("documents could not be rendered")
        self.flask("search", "rebuild", "--as-they-stand", "--json")


@contextmanager
def installation(*, elasticsearch: bool = True) -> Iterator[Installation]:
    """Everything started, empty of people; everything stopped and removed in the end."""
    with TemporaryDirectory(prefix="exchange-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        search = start_elasticsearch(folder / "elasticsearch", free_port(), heap="2g") if elasticsearch else None
        database = start_embedded(folder / "postgres")
        port = free_port()
        environment = {
            **os.environ,
            "INSTANCE_DIR": str(folder),
            "DATABASE_URL": database.application_url,
            "OWNER_DATABASE_URL": database.owner_url,
            "ELASTICSEARCH_URL": search.url if search else "",
            "PORT": str(port),
            "DEMO": "none",
            "API_RATE_LIMIT": "1000000 per minute",
        }
        made = Installation(read_settings(environment), environment, f"http://127.0.0.1:{port}")
        try:
            made.flask("prepare")
            yield made
        finally:
            if search:
                search.stop()
            database.stop()


@contextmanager
def answering(made: Installation, application: str = "wsgi:app", **environment: str) -> Iterator[str]:
    """The address of the web of an installation, or of another application in its place, for as long as it is measured."""
    children = Children(ROOT, made.environment | environment)
    command = [sys.executable, "-m", "gunicorn", application, "--bind", made.web.removeprefix("http://"), "--workers", str(WEB_WORKERS)]
    children.start("web", [*command, "--config", SERVING, "--no-control-socket"])
    try:
        _wait(made.web)
        yield made.web
    finally:
        children.stop()


@contextmanager
def working(made: Installation) -> Iterator[None]:
    """The worker of an installation, which keeps its index true."""
    children = Children(ROOT, made.environment)
    children.start("worker", [sys.executable, "-m", "flask", "--app", "wsgi", "worker"])
    try:
        yield
    finally:
        children.stop()


def _wait(web: str) -> None:
    end = time.monotonic() + READY_SECONDS
    while time.monotonic() < end:
        try:
            with urllib.request.urlopen(f"{web}/readyz", timeout=5):
                return
        except (urllib.error.URLError, OSError):
            time.sleep(0.3)
    raise RuntimeError("the web did not answer in time")
