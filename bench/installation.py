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

from config import ROOT, Settings, read_settings
from labour_exchange.commands.supervisor.children import Children, free_port
from labour_exchange.commands.supervisor.elasticsearch import start_elasticsearch
from labour_exchange.commands.supervisor.postgres import start_embedded

WEB_WORKERS = 2
READY_SECONDS = 120.0


@dataclass(frozen=True, slots=True)
class Installation:
    """Where it answers, and the settings to use it in this process."""

    settings: Settings
    environment: dict[str, str]
    web: str

    def flask(self, *arguments: str) -> dict[str, Any]:
        """Run a command that answers with one JSON object; gives it with the seconds of the whole process as `wall`."""
        begun = time.perf_counter()
        command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
        done = subprocess.run(command, cwd=ROOT, env=self.environment, check=True, stdout=subprocess.PIPE, text=True)
        answer: dict[str, Any] = json.loads(done.stdout.strip().splitlines()[-1]) if "--json" in arguments else {}
        return answer | {"wall": time.perf_counter() - begun}


@contextmanager
def installation() -> Iterator[Installation]:
    """Everything started, empty of people; everything stopped and removed in the end."""
    with TemporaryDirectory(prefix="exchange-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        search = start_elasticsearch(folder / "elasticsearch", free_port(), heap="2g")
        database = start_embedded(folder / "postgres")
        port = free_port()
        environment = {
            **os.environ,
            "INSTANCE_DIR": str(folder),
            "DATABASE_URL": database.application_url,
            "OWNER_DATABASE_URL": database.owner_url,
            "ELASTICSEARCH_URL": search.url,
            "PORT": str(port),
            "DEMO": "none",
            "API_RATE_LIMIT": "1000000 per minute",
        }
        children = Children(ROOT, environment)
        made = Installation(read_settings(environment), environment, f"http://127.0.0.1:{port}")
        try:
            made.flask("prepare")
            yield made
        finally:
            children.stop()
            search.stop()
            database.server.cleanup()


@contextmanager
def answering(made: Installation) -> Iterator[None]:
    """The web of an installation, for as long as it is measured."""
    children = Children(ROOT, made.environment)
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", made.web.removeprefix("http://"), "--workers", str(WEB_WORKERS)]
    children.start("web", [*command, "--threads", "2", "--no-control-socket", "--log-level", "warning"])
    try:
        _wait(made.web)
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
