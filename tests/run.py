"""`python -m tests.run`: one PostgreSQL and one Elasticsearch for the whole suite, two workers, everything stopped afterwards."""

import os
import subprocess
import sys
import tempfile
from pathlib import Path

import psycopg

from labour_exchange.commands.supervisor.children import free_port
from labour_exchange.commands.supervisor.elasticsearch import start_elasticsearch
from labour_exchange.commands.supervisor.postgres import EmbeddedDatabase, start_embedded

WORKERS = "2"


def main(arguments: list[str]) -> int:
    """Run pytest with the arguments; gives its exit code, where 'no test was run' is a failure too."""
    with tempfile.TemporaryDirectory(prefix="exchange-tests-", dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        given = os.environ.get("ELASTICSEARCH_URL")
        search = None if given else start_elasticsearch(folder / "elasticsearch", free_port(), heap="1g")
        held = start_embedded(folder / "postgres")
        _forget_when_the_machine_stops(held)
        environment = {**os.environ, "TEST_FOLDER": str(folder), "ELASTICSEARCH_URL": given or (search.url if search else "")}
        try:
            command = [sys.executable, "-m", "pytest", "-n", WORKERS, "--dist", "loadfile", "--no-loadscope-reorder", *arguments]
            return subprocess.run(command, env=environment, check=False).returncode
        finally:
            if search:
                search.stop()
            held.stop()


def _forget_when_the_machine_stops(held: EmbeddedDatabase) -> None:
    """Nothing of a run outlives it, so no commit waits for the disk; what a killed process leaves is the same."""
    with psycopg.connect(held.server.get_uri(), autocommit=True) as connection:
        for setting in ("fsync", "full_page_writes", "synchronous_commit"):
            connection.execute(f"ALTER SYSTEM SET {setting} = off")
        connection.execute("SELECT pg_reload_conf()")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
