"""A command that is killed while it uses the embedded server: whoever ends after it leaves no server behind."""

import signal
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from config import ROOT

JOINING = """
import sys, time
from pathlib import Path
from labour_exchange.commands.supervisor.postgres import start_embedded
start_embedded(Path(sys.argv[1]))
print("joined", flush=True)
sys.stdin.read()
"""


@pytest.fixture
def data() -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="exchange-killed-", dir="/var/tmp") as name:
        Path(name).chmod(0o755)
        yield Path(name) / "postgres"


def joined(data: Path) -> subprocess.Popen[str]:
    process = subprocess.Popen([sys.executable, "-c", JOINING, str(data)], cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert process.stdout is not None
    assert process.stdout.readline().strip() == "joined"
    return process


def is_running(data: Path) -> bool:
    """The server takes this file away when it has stopped."""
    return (data / "postmaster.pid").exists()


@pytest.mark.parametrize("way", [signal.SIGTERM, signal.SIGKILL])
def test_the_server_stops_with_its_last_living_user(data: Path, way: signal.Signals) -> None:
    first, second = joined(data), joined(data)
    second.send_signal(way)
    second.communicate()
    assert is_running(data)
    first.communicate()
    assert (first.returncode, is_running(data)) == (0, False)


def test_the_server_stays_while_anybody_uses_it(data: Path) -> None:
    first, second = joined(data), joined(data)
    first.communicate()
    assert is_running(data)
    second.communicate()
    assert not is_running(data)
