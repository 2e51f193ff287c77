"""Two hundred mixed searches, and what the application sends to Elasticsearch for each."""

import random
from dataclasses import replace
from typing import Any
from urllib.parse import urlencode

from bench.installation import Installation
from labour_exchange.app import create_app
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.discovery import engines
from labour_exchange.territory.queries import regions

QUERIES = 200
SEED = 7
PAGE, API = "/kk/vacancies?", "/api/v1/vacancies?facets=true&"

Bodies = list[tuple[str, Any]]


def questions() -> list[dict[str, str]]:
    """Parameters of an address: most with words in one of three languages, half with a region, some with hours."""
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
        made.append(asked)
    return made


def addresses() -> list[str]:
    return [urlencode(asked) for asked in questions()]


def recorded(made: Installation, prefix: str, asked: list[str]) -> list[Bodies]:
    """Path and body of every request to Elasticsearch that each address leads to."""
    app = create_app(replace(made.settings, trusted_hosts=()))
    client, heard, bodies = app.test_client(), [], []
    with app.app_context():
        engine: Any = engines.elasticsearch()
        send = engine._searching.perform_request

        def listen(method: str, path: str, **rest: Any) -> Any:
            heard.append((path, rest["body"]))
            return send(method, path, **rest)

        engine._searching.perform_request = listen
        for address in asked:
            heard.clear()
            assert client.get(f"{prefix}{address}").status_code == 200
            bodies.append(list(heard))
    return bodies


def p95(values: list[float]) -> float:
    return sorted(values)[int(len(values) * 0.95)]
