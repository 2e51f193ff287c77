"""The web is killed outright while it takes a stream: the agency sends again and ends with the same receipts, nothing lost and nothing twice."""

import http.client
import json
import os
import signal
import subprocess
import sys
import time
from typing import Any

import pytest
from sqlalchemy import func, select

from config import ROOT, Settings
from labour_exchange.commands.supervisor.children import free_port
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.models import Vacancy
from tests.factories import clients
from tests.factories.clients import Program
from tests.processes import environment

pytestmark = pytest.mark.campaign
ROUNDS = 10 if os.environ.get("CAMPAIGN") == "full" else 1
# Of batches of 500: killed after the first two, some are still to be taken.
LINES = 3_000
KILLED_AFTER = 700
READY_SECONDS = 60.0


def web(settings: Settings, port: int) -> "subprocess.Popen[bytes]":
    """The web as `make run` serves it, in a group of its own, when it answers."""
    serving = ["--workers", "1", "--config", "python:labour_exchange.commands.supervisor.gunicorn_settings", "--no-control-socket"]
    command = [sys.executable, "-m", "gunicorn", "wsgi:app", "--bind", f"127.0.0.1:{port}", *serving]
    process = subprocess.Popen(command, cwd=ROOT, env=environment(settings), start_new_session=True, stdin=subprocess.DEVNULL)
    ends = time.monotonic() + READY_SECONDS
    while time.monotonic() < ends:
        try:
            connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
            connection.request("GET", "/healthz")
            if connection.getresponse().status == 200:
                return process
        except OSError:
            time.sleep(0.2)
    raise AssertionError("the web did not answer")


def killed(process: "subprocess.Popen[bytes]") -> None:
    os.killpg(process.pid, signal.SIGKILL)
    process.wait()


def receipts(port: int, program: Program, body: bytes, key: str, until: int | None = None) -> list[dict[str, Any]]:
    """Those of the whole stream, or of its beginning: whoever asks for these stops reading there."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
    headers = program.headers | {"Content-Type": "application/x-ndjson", "Idempotency-Key": key}
    connection.request("POST", "/api/v1/vacancies:import?source=ours&lang=en", body, headers)
    answer, found = connection.getresponse(), []
    assert answer.status == 200
    while line := answer.readline():
        found.append(json.loads(line))
        if until and len(found) >= until:
            break
    return found


def test_a_stream_whose_server_is_killed_is_sent_again_with_the_same_receipts(settings: Settings, committed: ExchangeSession) -> None:
    program, port = clients.program(committed), free_port()
    held: list[int] = []
    for number in range(ROUNDS):
        names = [f"{number}-{line}" for line in range(LINES)]
        body = b"\n".join(json.dumps(clients.sent(program.employer, external_id=one)).encode() for one in names)
        process = web(settings, port)
        try:
            first = receipts(port, program, body, f"round-{number}", until=KILLED_AFTER)
        finally:
            killed(process)
        held.append(stored(committed) - number * LINES)
        process = web(settings, port)
        try:
            again = receipts(port, program, body, f"round-{number}")
            once_more = receipts(port, program, body, f"round-{number}")
        finally:
            killed(process)
        assert [(one["external_id"], one["outcome"]) for one in again] == [(one, "created") for one in names]
        assert again[: len(first)] == first
        assert once_more == again
        assert stored(committed) == (number + 1) * LINES
    assert all(KILLED_AFTER <= one < LINES for one in held), "no stream was cut off in its middle"


def stored(session: ExchangeSession) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(Vacancy)) or 0
