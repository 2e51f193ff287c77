"""How long a vacancy that is stored waits to be found, while an import keeps everybody busy."""

import json
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import psycopg
import urllib3

from bench.ground import Ground, Row
from bench.installation import Installation, working
from bench.questions import p95
from bench.writing import advertisements
from config import ROOT
from labour_exchange.commands.worker import libpq_address

ROWS = 10_000
WATCHED = 20  # Every so manieth vacancy is looked for.
LOOKS_SECONDS = 0.1
LIMIT_SECONDS = 300.0
NEWER = "SELECT id, public_id FROM vacancies WHERE id > %s AND source_name = %s ORDER BY id"


def measured(ground: Ground) -> list[Row]:
    """Seconds from the commit of a vacancy, seen from outside, until a search in Elasticsearch finds it."""
    made = ground.country()
    # What other rows have stored without a worker is not to be waited for.
    made.flask("search", "check", "--json")
    with working(made):
        with _importing(made, 1, "probe") as importing:
            _watched(made, importing, "probe", every=1)
        with _importing(made, ROWS, "fresh") as importing:
            waited = _watched(made, importing, "fresh", every=WATCHED)
    row = {"what": "stored until findable, p95", "seconds": p95(waited), "to_reach": 3, "longest": max(waited), "watched": len(waited)}
    return [row]


def _importing(made: Installation, rows: int, name: str) -> "subprocess.Popen[bytes]":
    path = Path(made.environment["INSTANCE_DIR"]) / f"{name}.ndjson"
    path.write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in advertisements(rows, name)), encoding="utf-8")
    command = [sys.executable, "-m", "flask", "--app", "wsgi", "vacancies", "import", str(path), "--format", "ndjson", "--source", name]
    return subprocess.Popen(command, cwd=ROOT, env=made.environment, stdout=subprocess.DEVNULL)


def _watched(made: Installation, importing: "subprocess.Popen[bytes]", name: str, *, every: int) -> list[float]:
    seen: dict[str, float] = {}
    waited: list[float] = []
    last, until = 0, time.monotonic() + LIMIT_SECONDS
    pool = urllib3.PoolManager()
    with psycopg.connect(libpq_address(made.settings.owner_database_url), autocommit=True) as owner:
        while time.monotonic() < until:
            is_over = importing.poll() is not None
            stored = owner.execute(NEWER, (last, name)).fetchall()
            now = time.monotonic()
            seen |= {public_id: now for id, public_id in stored if id % every == 0}
            last = max((id for id, _ in stored), default=last)
            found = findable(pool, made, [*seen]) if seen else set()
            waited += [time.monotonic() - seen.pop(public_id) for public_id in found]
            if is_over and not seen and not stored:
                break
            time.sleep(LOOKS_SECONDS)
    assert importing.wait() == 0
    assert waited
    assert not seen, f"{len(seen)} were never found"
    return waited


def findable(pool: urllib3.PoolManager, made: Installation, public_ids: list[str]) -> set[str]:
    """Those of the vacancies that a search in Elasticsearch finds now."""
    body: dict[str, Any] = {"size": len(public_ids), "_source": False, "query": {"terms": {"public_id": public_ids}}}
    address = f"{made.settings.elasticsearch_url}/{made.settings.elasticsearch_prefix}-vacancies/_search"
    return {hit["_id"] for hit in pool.request("POST", address, json=body).json()["hits"]["hits"]}
