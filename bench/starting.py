"""`make run` until the first page, the first time and again."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path
from tempfile import TemporaryDirectory

from bench.ground import Ground, Row
from config import ROOT
from labour_exchange.commands.supervisor.children import free_port

LIMIT = 180.0


def measured(_ground: Ground) -> list[Row]:
    """Seconds of a first start on an empty folder, and of the next one."""
    with TemporaryDirectory(prefix="exchange-start-", dir="/var/tmp") as name:
        return [
            {"what": "make run, first", "seconds": _start(Path(name) / "instance"), "to_reach": 60},
            {"what": "make run, again", "seconds": _start(Path(name) / "instance"), "to_reach": 15},
        ]


def _start(instance: Path) -> float:
    port = free_port()
    environment = {**os.environ, "PORT": str(port), "INSTANCE_DIR": str(instance)}
    begun = time.monotonic()
    process = subprocess.Popen([sys.executable, "-m", "labour_exchange.commands.supervisor"], cwd=ROOT, env=environment, stdout=subprocess.DEVNULL)
    try:
        while time.monotonic() - begun < LIMIT:
            try:
                with urllib.request.urlopen(f"http://127.0.0.1:{port}/kk/vacancies", timeout=10):
                    return time.monotonic() - begun
            except (urllib.error.URLError, OSError):
                time.sleep(0.2)
        raise RuntimeError("no page in time")
    finally:
        process.send_signal(signal.SIGINT)
        process.wait(60)
