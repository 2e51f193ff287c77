"""How many answers a second two workers give: the search API against a bare Flask view that sends the same queries."""

import json
import threading
import time
from itertools import count
from pathlib import Path

import urllib3

from bench.ground import Ground, Row
from bench.installation import answering
from bench.questions import API, addresses, recorded

SECONDS = 12.0
CLIENTS = 8
WARM_UP_SECONDS = 3.0


def measured(ground: Ground) -> list[Row]:
    """Answers a second of the API as a share of the bare view's."""
    made = ground.country()
    asked = addresses()
    bodies = Path(made.environment["INSTANCE_DIR"]) / "bodies.json"
    bodies.write_text(json.dumps(recorded(made, API, asked)))
    with answering(made, "bench.bare:app", BENCH_BODIES=str(bodies)) as web:
        bare = _answers_a_second([f"{web}/{number}" for number in range(len(asked))])
    with answering(made) as web:
        whole = _answers_a_second([f"{web}{API}{query}" for query in asked])
    row = {"what": "throughput of the search API", "ratio": whole / bare, "to_reach": "at least 0.6", "a_second": whole, "bare_a_second": bare}
    return [row]


def _answers_a_second(addresses: list[str]) -> float:
    _asked_for(addresses, WARM_UP_SECONDS)
    return _asked_for(addresses, SECONDS) / SECONDS


def _asked_for(addresses: list[str], seconds: float) -> int:
    """Answers that came in so many seconds; an answer that is none fails the row."""
    turn, until, answers, failed = count(), time.monotonic() + seconds, [0] * CLIENTS, []
    pool = urllib3.PoolManager(maxsize=CLIENTS)

    def ask(client: int) -> None:
        while time.monotonic() < until:
            answer = pool.request("GET", addresses[next(turn) % len(addresses)])
            if answer.status != 200:
                failed.append(answer.status)
                return
            answers[client] += 1

    threads = [threading.Thread(target=ask, args=(client,)) for client in range(CLIENTS)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert not failed, failed
    return sum(answers)
