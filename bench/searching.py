"""Search page and API, whole answers, against the same query bodies sent straight to Elasticsearch."""

import time
from collections.abc import Callable
from typing import Any

import urllib3

from bench.ground import Ground, Row
from bench.installation import Installation, answering
from bench.questions import API, PAGE, Bodies, addresses, p95, recorded

WARM_UP = 40


def measured(ground: Ground) -> list[Row]:
    """p95 of page and API as a multiple of p95 of the bare queries, and the milliseconds between them."""
    made = ground.country()
    asked = addresses()
    bodies = {prefix: recorded(made, prefix, asked) for prefix in (PAGE, API)}
    with answering(made) as web:
        return [
            _row("search page", made, f"{web}{PAGE}", asked, bodies[PAGE], 2.0),
            _row("search API", made, f"{web}{API}", asked, bodies[API], 1.5),
        ]


def _row(name: str, made: Installation, address: str, asked: list[str], bodies: list[Bodies], most: float) -> Row:
    pool = urllib3.PoolManager(maxsize=4)
    pairs = [*zip(asked, bodies, strict=True)]
    whole, bare = [], []
    # In turn, so that both meet the same machine.
    for query, body in pairs[:WARM_UP] + pairs:
        bare.append(_timed(lambda body=body: _ask(pool, made, body)))
        whole.append(_timed(lambda query=query: pool.request("GET", f"{address}{query}")))
    slow, fast = p95(whole[WARM_UP:]), p95(bare[WARM_UP:])
    return {"what": name, "ratio": slow / fast, "to_reach": most, "whole_p95_ms": slow, "bare_p95_ms": fast, "more_ms": slow - fast}


def _ask(pool: urllib3.PoolManager, made: Installation, bodies: Bodies) -> None:
    for path, body in bodies:
        answer = pool.request("POST", made.settings.elasticsearch_url + path, json=body)
        assert answer.status == 200


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000
