"""What is measured for operators: request times, search times by engine, the breaker, queues and index drift."""

import time

from flask import Flask, Response, g, request
from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram
from sqlalchemy import text

from labour_exchange.discovery import engines
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db

REGISTRY = CollectorRegistry()
REQUEST_SECONDS = Histogram(
    "exchange_request_seconds",
    "Time to answer, by endpoint and status class.",
    ("endpoint", "status"),
    registry=REGISTRY,
    buckets=(0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5),
)
REQUESTS_FAILED = Counter("exchange_requests_failed_total", "Answers with a status of 500 or more.", ("endpoint",), registry=REGISTRY)
SEARCH_REDUCED = Gauge("exchange_search_reduced", "1 while the PostgreSQL engine stands in for Elasticsearch.", registry=REGISTRY)
JOBS_WAITING = Gauge("exchange_jobs_waiting", "Jobs that wait.", registry=REGISTRY)
OLDEST_JOB_SECONDS = Gauge("exchange_oldest_job_seconds", "Age of the oldest waiting job that is due.", registry=REGISTRY)
DOCUMENTS_WAITING = Gauge("exchange_documents_waiting", "Changed rows whose search document is not rendered yet.", registry=REGISTRY)

QUEUES = text(
    """
    SELECT (SELECT count(*) FROM procrastinate_jobs WHERE status = 'todo'),
           (SELECT coalesce(extract(epoch FROM now() - min(coalesce(j.scheduled_at, e.at))), 0) FROM procrastinate_jobs j
              LEFT JOIN LATERAL (SELECT min(at) AS at FROM procrastinate_events WHERE job_id = j.id) e ON true
             WHERE j.status = 'todo' AND (j.scheduled_at IS NULL OR j.scheduled_at <= now())),
           (SELECT count(*) FROM document_changes)
    """
)


def register(app: Flask) -> None:
    """Measure every request of the application."""
    app.before_request(_start)
    app.after_request(_observe)


def is_search_reduced() -> bool:
    return engines.is_reduced()


def measure_queues() -> None:
    """Read the depth and age of the queues into their gauges."""
    act_as(db.session(), system_actor("metrics"))
    waiting, oldest, documents = db.session.execute(QUEUES).one()
    JOBS_WAITING.set(waiting)
    OLDEST_JOB_SECONDS.set(max(float(oldest), 0.0))
    DOCUMENTS_WAITING.set(documents)
    SEARCH_REDUCED.set(1 if is_search_reduced() else 0)


def _start() -> None:
    g.started = time.perf_counter()


def _observe(response: Response) -> Response:
    endpoint = request.endpoint or "none"
    REQUEST_SECONDS.labels(endpoint, f"{response.status_code // 100}xx").observe(time.perf_counter() - g.get("started", time.perf_counter()))
    if response.status_code >= 500:
        REQUESTS_FAILED.labels(endpoint).inc()
    return response
