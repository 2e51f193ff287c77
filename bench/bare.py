"""A bare Flask view that sends a recorded query to Elasticsearch and answers what comes back: what throughput is measured against."""

import json
import os
from pathlib import Path

import urllib3
from flask import Flask, Response

app = Flask(__name__)
BODIES = json.loads(Path(os.environ["BENCH_BODIES"]).read_text())
POOL = urllib3.PoolManager(maxsize=8)
ADDRESS = os.environ["ELASTICSEARCH_URL"]


@app.get("/readyz")
def ready() -> str:
    return "ready"


@app.get("/<int:number>")
def ask(number: int) -> Response:
    """Send the query of this number, which may have been several requests, and hand its last answer on as JSON."""
    found = b"{}"
    for path, body in BODIES[number]:
        found = POOL.request("POST", ADDRESS + path, json=body).data
    return app.json.response(json.loads(found))
