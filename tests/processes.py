"""The application's own commands as processes, on a test's database."""

import os
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager

from config import ROOT, Settings


def environment(settings: Settings) -> dict[str, str]:
    """What a process must be told to work on the same database with the same keys."""
    return {
        **os.environ,
        "XDG_RUNTIME_DIR": os.environ.get("XDG_RUNTIME_DIR", "/tmp"),
        "ENVIRONMENT": settings.environment,
        "INSTANCE_DIR": str(settings.instance_dir),
        "DATABASE_URL": settings.database_url,
        "OWNER_DATABASE_URL": settings.owner_database_url,
        "SECRET_KEY": settings.secret_key,
        "PERSONAL_DATA_KEY": settings.personal_data_key,
        "ELASTICSEARCH_URL": settings.elasticsearch_url,
        "ELASTICSEARCH_PREFIX": settings.elasticsearch_prefix,
        "BASE_URL": settings.base_url,
        "DEMO": "none",
        "WEBHOOK_LOOPBACK_RECEIVERS": ",".join(settings.webhook_loopback_receivers),
    }


def flask(settings: Settings, *words: str) -> subprocess.CompletedProcess[str]:
    """Run one `flask` command to its end."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *words]
    return subprocess.run(command, cwd=ROOT, env=environment(settings), capture_output=True, text=True, check=False)


def started(settings: Settings, *words: str) -> subprocess.Popen[bytes]:
    """Start a `flask` command in a group of its own; whoever starts it ends it."""
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *words]
    quiet = {"stdin": subprocess.DEVNULL, "stdout": subprocess.DEVNULL, "stderr": subprocess.DEVNULL}
    return subprocess.Popen(command, cwd=ROOT, env=environment(settings), start_new_session=True, **quiet)


@contextmanager
def worker(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """A worker that is asked to stop in the end, and made to when it does not."""
    process = started(settings, "worker")
    try:
        yield process
    finally:
        process.terminate()
        try:
            process.wait(20)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
