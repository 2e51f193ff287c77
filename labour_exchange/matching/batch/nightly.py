"""Refresh everybody's suggestions and every vacancy's candidates: stopped at any point, the next run goes on where it was."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

import numpy as np
from sqlalchemy import select, text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.matching.batch.coding import Numbers
from labour_exchange.matching.batch.lists import Chosen, Directions
from labour_exchange.matching.batch.reading import read_market, waiting
from labour_exchange.matching.models import MatchingRun

PEOPLE_AT_ONCE, VACANCIES_AT_ONCE = 10_000, 5_000
GOES_ON_WITHIN = timedelta(hours=12)
STALE_AFTER = timedelta(hours=20)
# A list that was made of a newer version meanwhile, by the person's own change, is kept.
STORE_PEOPLE = text("""
INSERT INTO person_suggestions AS s (jobseeker_id, profile_version, vacancy_ids, scores, refreshed_at)
SELECT id, version, others::bigint[], scores::integer[], :at
FROM unnest(CAST(:ids AS bigint[]), CAST(:versions AS bigint[]), CAST(:others AS text[]), CAST(:scores AS text[])) AS t (id, version, others, scores)
WHERE EXISTS (SELECT 1 FROM jobseekers j WHERE j.id = t.id)
ON CONFLICT (jobseeker_id) DO UPDATE
SET profile_version = excluded.profile_version, vacancy_ids = excluded.vacancy_ids, scores = excluded.scores, refreshed_at = excluded.refreshed_at
WHERE s.profile_version <= excluded.profile_version
""")
STORE_VACANCIES = text("""
INSERT INTO vacancy_candidates AS s (vacancy_id, vacancy_version, profile_ids, scores, refreshed_at)
SELECT id, version, others::bigint[], scores::integer[], :at
FROM unnest(CAST(:ids AS bigint[]), CAST(:versions AS bigint[]), CAST(:others AS text[]), CAST(:scores AS text[])) AS t (id, version, others, scores)
WHERE EXISTS (SELECT 1 FROM vacancies v WHERE v.id = t.id)
ON CONFLICT (vacancy_id) DO UPDATE
SET vacancy_version = excluded.vacancy_version, profile_ids = excluded.profile_ids, scores = excluded.scores, refreshed_at = excluded.refreshed_at
WHERE s.vacancy_version <= excluded.vacancy_version
""")


@dataclass(frozen=True, slots=True)
class Refreshed:
    """What a refresh has done so far, of how much; `resumed` when it went on with one that was stopped."""

    people: int
    vacancies: int
    people_waiting: int
    vacancies_waiting: int
    pairs: int = 0
    resumed: bool = False

    @property
    def done(self) -> int:
        return self.people + self.vacancies

    @property
    def total(self) -> int:
        return self.people_waiting + self.vacancies_waiting


def refresh(session: Session, *, everyone: bool, threads: int = 2) -> Iterator[Refreshed]:
    """Refresh those without a fresh list, or everyone; each step is whole, to be committed by the caller before the next is asked for.

    The first step only says how much there is to do. Two refreshes at once are a waste and no harm: each stores the same.
    """
    began = clock.now()
    market = read_market(session)
    run, resumed = _run(session, everyone=everyone)
    wait = waiting(session, market, before=run.started_at if everyone else began - STALE_AFTER, outdated=not everyone)
    done = Refreshed(0, 0, len(wait.people), len(wait.vacancies), resumed=resumed)
    yield done
    directions = Directions(market, threads)
    for rows in _portions(wait.people, PEOPLE_AT_ONCE):
        chosen = directions.vacancies_for(rows)
        _store(session, STORE_PEOPLE, market.jobseeker_ids[rows], market.person_versions[rows], chosen, market.twin.posts.ids)
        run.people += len(rows)
        done = replace(done, people=done.people + len(rows), pairs=done.pairs + len(chosen.scores))
        session.flush()
        yield done
    for rows in _portions(wait.vacancies, VACANCIES_AT_ONCE):
        chosen = directions.people_for(rows)
        _store(session, STORE_VACANCIES, market.twin.posts.ids[rows], market.post_versions[rows], chosen, market.twin.people.ids)
        run.vacancies += len(rows)
        done = replace(done, vacancies=done.vacancies + len(rows), pairs=done.pairs + len(chosen.scores))
        session.flush()
        yield done
    run.finished_at = clock.now()
    session.flush()
    yield done


def refresh_all(session: Session, commit: Callable[[], None]) -> Refreshed:
    """The whole night's work; `commit` is called after each step."""
    done = Refreshed(0, 0, 0, 0)
    for step in refresh(session, everyone=True):
        done = step
        commit()
    return done


def _run(session: Session, *, everyone: bool) -> tuple[MatchingRun, bool]:
    """The run to go on with: one for everyone that was stopped within hours, else a new one."""
    now = clock.now()
    if everyone:
        unfinished = select(MatchingRun).where(MatchingRun.finished_at.is_(None), MatchingRun.started_at > now - GOES_ON_WITHIN)
        stopped = session.scalars(unfinished.order_by(MatchingRun.id.desc()).limit(1)).first()
        if stopped is not None:
            return stopped, True
    made = MatchingRun(started_at=now, people=0, vacancies=0)
    if everyone:
        session.add(made)
        session.flush()
    return made, False


def _store(session: Session, statement: object, ids: Numbers, versions: Numbers, chosen: Chosen, other_ids: Numbers) -> None:
    lists = chosen.of_each(len(ids))
    values = {
        "ids": ids.tolist(),
        "versions": versions.tolist(),
        "others": [_array(other_ids[others]) for others, _ in lists],
        "scores": [_array(scores) for _, scores in lists],
        "at": clock.now(),
    }
    session.execute(statement, values)  # type: ignore[call-overload]


def _array(numbers: Numbers) -> str:
    """As PostgreSQL writes an array."""
    return "{" + ",".join(map(str, numbers.tolist())) + "}"


def _portions(rows: Numbers, size: int) -> list[Numbers]:
    return [rows[start : start + size] for start in np.arange(0, len(rows), size)]
