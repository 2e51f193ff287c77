"""The worker's process is killed outright, again and again: no document and no job is lost, and none is done twice."""

import json
import os
import random
import signal
import time
from collections.abc import Callable

import pytest
from sqlalchemy import func, select, text

from config import Settings
from labour_exchange.discovery.models import DocumentChange
from labour_exchange.foundation.database import ExchangeSession, db
from labour_exchange.foundation.jobs import defer
from labour_exchange.statistics.collection import COUNTING_LOCK, rebuild
from labour_exchange.statistics.models import Fact
from tests.factories import employers, placements, vacancies
from tests.processes import flask, started, worker

pytestmark = pytest.mark.campaign
ROUNDS = 50 if os.environ.get("CAMPAIGN") == "full" else 3
# More than two batches of the worker, so that it dies between them or within one.
EACH_ROUND = 1200
RESCUED_WITHIN = 120.0


def until(holds: Callable[[], bool], seconds: float) -> None:
    ends = time.monotonic() + seconds
    while not holds():
        assert time.monotonic() < ends, "waited too long"
        time.sleep(0.05)


def waiting(session: ExchangeSession) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(DocumentChange)) or 0


def killed(settings: Settings, is_at_work: Callable[[], bool]) -> None:
    """A worker that is killed with all it has in hand, as soon as it is at work."""
    process = started(settings, "worker")
    try:
        until(is_at_work, 60)
    finally:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def test_documents_survive_killed_workers(settings: Settings, committed: ExchangeSession) -> None:
    employer, left = employers.verified(committed), []
    chance = random.Random(8)  # noqa: S311 - the same moments in every run, as far as the machine allows
    for _ in range(ROUNDS):
        for _ in range(EACH_ROUND):
            vacancies.published(committed, by=employer)
        committed.commit()
        before, pause = waiting(committed), chance.uniform(0, 0.3)
        killed(settings, lambda before=before, pause=pause: waiting(committed) < before and not time.sleep(pause))
        left.append(waiting(committed))
    assert any(left), "every worker had finished before it was killed"
    with worker(settings):
        until(lambda: waiting(committed) == 0, 60)
    found = json.loads(flask(settings, "search", "check", "--json").stdout)
    assert found["documents"] == ROUNDS * EACH_ROUND
    assert (found["missing"], found["extra"], found["stale"], found["repaired"]) == (0, 0, 0, 0)


def test_a_job_in_hand_is_done_once_by_the_next_worker(settings: Settings, committed: ExchangeSession) -> None:
    """The counting is held up by a lock of the test's, so that the worker dies in the middle of it."""
    employer, actor = placements.hiring_employer(committed)
    placements.placement(committed, placements.open_vacancy(committed, employer), actor)
    committed.execute(text("DELETE FROM procrastinate_jobs"))
    defer(committed, "collect_facts")
    job = committed.scalar(text("SELECT max(id) FROM procrastinate_jobs"))
    committed.commit()
    with db.engine.connect() as other, other.begin():
        other.execute(text(COUNTING_LOCK))
        killed(settings, lambda: state(committed, job) == "doing")
    assert state(committed, job) == "doing"
    assert committed.scalar(select(func.count()).select_from(Fact)) == 0
    with worker(settings):
        until(lambda: state(committed, job) is None, RESCUED_WITHIN)
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(Fact)) > 0
    assert rebuild(committed).is_equal


def state(session: ExchangeSession, job: int | None) -> str | None:
    """How it stands with the job; None when it is done and gone."""
    session.rollback()
    return session.scalar(text("SELECT status::text FROM procrastinate_jobs WHERE id = :job"), {"job": job})
