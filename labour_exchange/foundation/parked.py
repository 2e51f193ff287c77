"""Jobs that gave up after every try: they stand aside, block nobody, and wait for somebody to look."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import NotFound
from labour_exchange.foundation.records.audit import record_act

MOST_SHOWN = 200
PARKED = text(
    """
    SELECT j.id, j.task_name, j.attempts, (SELECT max(e.at) FROM procrastinate_events e WHERE e.job_id = j.id) AS gave_up_at
      FROM procrastinate_jobs j WHERE j.status = 'failed' ORDER BY gave_up_at DESC NULLS LAST, j.id DESC LIMIT :most
    """
)
WAITING = text("SELECT task_name, count(*) FROM procrastinate_jobs WHERE status = 'todo' GROUP BY 1 ORDER BY 2 DESC, 1")
IS_PARKED = text("SELECT task_name FROM procrastinate_jobs WHERE id = :id AND status = 'failed' FOR UPDATE")
RETRY = text("SELECT procrastinate_retry_job_v2(:id, now(), NULL, NULL, NULL)")


@dataclass(frozen=True, slots=True)
class ParkedJob:
    """What was to be done and how often it was tried; its arguments are not shown, they may lead to a person."""

    id: int
    name: str
    tries: int
    gave_up_at: datetime | None


def parked_jobs(session: Session) -> list[ParkedJob]:
    """The latest first."""
    rows = session.execute(PARKED, {"most": MOST_SHOWN})
    return [ParkedJob(number, name, tries, at.astimezone(UTC) if at else None) for number, name, tries, at in rows]


def waiting_jobs(session: Session) -> list[tuple[str, int]]:
    """How many wait of each kind, the most first."""
    return [(name, count) for name, count in session.execute(WAITING)]


def try_again(session: Session, actor: Actor, job_id: int) -> None:
    """Let a worker try a parked job once more, from now on. Raises NotFound when it is not parked."""
    name = session.scalar(IS_PARKED, {"id": job_id})
    if name is None:
        raise NotFound
    session.execute(RETRY, {"id": job_id})
    record_act(session, actor, "try job again", "job", job_id, task=name)
