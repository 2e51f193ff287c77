"""Search page and API, whole answers, against the same query bodies sent straight to Elasticsearch."""

import random
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

import urllib3

from bench.ground import Ground, Row
from bench.installation import Installation, answering
from labour_exchange.app import create_app
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.discovery import engines
from labour_exchange.territory.queries import regions

QUERIES = 200
SEED = 7


def measured(ground: Ground) -> list[Row]:
    """Rows of the table: p95 of page and API as a multiple of p95 of the bare queries, and the milliseconds between them."""
    made = ground.country()
    questions = _questions()
    page_bodies, api_bodies = (_recorded(made, prefix, questions) for prefix in ("/kk/vacancies", "/api/v1/vacancies"))
    with answering(made):
        pool = urllib3.PoolManager(maxsize=4)
        rows = []
        for name, prefix, bodies, most in (("search page", "/kk/vacancies", page_bodies, 2.0), ("search API", "/api/v1/vacancies", api_bodies, 1.5)):
            whole, bare = [], []
            for query, body in [*zip(questions, bodies, strict=True)][:20] + [*zip(questions, bodies, strict=True)]:
                bare.append(_timed(lambda body=body: _ask(pool, made, body)))
                whole.append(_timed(lambda query=query, prefix=prefix: pool.request("GET", f"{made.web}{prefix}?{query}")))
            slow, fast = _p95(whole[20:]), _p95(bare[20:])
            rows.append({"what": name, "ratio": slow / fast, "to_reach": most, "whole_p95_ms": slow, "bare_p95_ms": fast, "more_ms": slow - fast})
    return rows


def _questions() -> list[str]:
    chance = random.Random(SEED)
    places = [region.iso_code for region in regions()]
    made = []
    for _ in range(QUERIES):
        asked: dict[str, str] = {}
        if chance.random() < 0.8:
            asked["q"] = chance.choice(TRADES).title(chance.choice(("kk", "ru", "en")))
        if chance.random() < 0.5:
            asked["region"] = chance.choice(places)
        if chance.random() < 0.2:
            asked["hours"] = chance.choice(("full", "part", "shift", "rotational"))
        made.append(urlencode(asked))
    return made


def _recorded(made: Installation, prefix: str, questions: list[str]) -> list[list[tuple[str, Any]]]:
    """What the application sends to Elasticsearch for each question."""
    app = create_app(replace(made.settings, trusted_hosts=()))
    client, heard, bodies = app.test_client(), [], []
    with app.app_context():
        engine: Any = engines.elasticsearch()
        send = engine._searching.perform_request

        def listen(method: str, path: str, **rest: Any) -> Any:
            heard.append((path, rest["body"]))
            return send(method, path, **rest)

        engine._searching.perform_request = listen
        for question in questions:
            heard.clear()
            assert client.get(f"{prefix}?{question}").status_code == 200
            bodies.append(list(heard))
    return bodies


def _ask(pool: urllib3.PoolManager, made: Installation, bodies: list[tuple[str, Any]]) -> None:
    for path, body in bodies:
        answer = pool.request("POST", made.settings.elasticsearch_url + path, json=body)
        assert answer.status == 200


def _timed(work: Callable[[], Any]) -> float:
    begun = time.perf_counter()
    work()
    return (time.perf_counter() - begun) * 1000


def _p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
