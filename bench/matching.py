"""Suggestions: one person's against the bare retrieval query, and everybody's over a country's number of rows in the tables.

`python -m bench.matching [PEOPLE VACANCIES]` measures everybody's alone.
"""

import gc
import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import psycopg
import urllib3
from sqlalchemy import make_url, select

from bench.installation import Installation
from bench.market import InventedMarket
from bench.timing import p95, timed
from config import ROOT
from labour_exchange.app import create_app
from labour_exchange.commands.demo.writing import copy_rows
from labour_exchange.commands.supervisor.postgres import start_embedded
from labour_exchange.discovery import engines
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind, system_actor
from labour_exchange.foundation.database import Base, act_as, db, new_public_id
from labour_exchange.jobseekers.models import Jobseeker, Profile
from labour_exchange.jobseekers.states import Audience, Sex
from labour_exchange.matching import refreshing
from labour_exchange.matching.batch.market import PersonRow, PostRow
from labour_exchange.matching.queries import suggestions_for
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancyState

PERSONS, WARM_UP = 100, 10
PEOPLE, VACANCIES = 290_000, 150_000
MOST_SECONDS, MOST_MEGABYTES = 300, 1536
AUDIENCES = (Audience.NOBODY, Audience.OFFICES, Audience.EMPLOYERS)


def one_person(made: Installation) -> dict[str, Any]:
    """The p95 of a page's suggestions without a ready list, as a multiple of the same queries sent straight to Elasticsearch; and with the list."""
    app = create_app(replace(made.settings, trusted_hosts=()))
    pool, live, bare, ready = urllib3.PoolManager(maxsize=4), [], [], []
    with app.app_context():
        session = db.session()
        act_as(session, system_actor("bench"))
        wanted = select(Profile).where(Profile.is_active, Profile.occupation_codes != []).order_by(Profile.public_id).limit(PERSONS)
        profiles = [(profile.id, profile.jobseeker_id) for profile in session.scalars(wanted)]
        for number, (profile_id, jobseeker_id) in enumerate(profiles[:WARM_UP] + profiles):
            if number == WARM_UP:
                gc.freeze()  # As a web process does when it has read the lexicon.
            actor = Actor(ActorKind.JOBSEEKER, user_id=1, jobseeker_id=jobseeker_id)
            ask = _asking(actor)
            with _heard() as bodies:
                ask()
            measured = (
                timed(ask),
                timed(lambda heard=bodies: [pool.request("POST", made.settings.elasticsearch_url + path, json=body) for path, body in heard]),
            )
            act_as(session, system_actor("bench"))
            refreshing.refresh_person(session, {"profile_id": profile_id})
            session.commit()
            if number >= WARM_UP:
                live.append(measured[0])
                bare.append(measured[1])
                ready.append(timed(ask))
        vacancies = engines.engine().count("vacancies")
    figures = {"whole_p95_ms": p95(live), "bare_p95_ms": p95(bare), "ready_p95_ms": p95(ready), "vacancies": vacancies}
    return {"what": "one person's suggestions", "ratio": p95(live) / p95(bare), "to_reach": 3.0} | figures


class _heard:
    """The bodies that the application sends to Elasticsearch meanwhile."""

    def __enter__(self) -> list[tuple[str, Any]]:
        self.engine: Any = engines.elasticsearch()
        self.send: Callable[..., Any] = self.engine._searching.perform_request
        found: list[tuple[str, Any]] = []

        def listen(method: str, path: str, **rest: Any) -> Any:
            found.append((path, rest["body"]))
            return self.send(method, path, **rest)

        self.engine._searching.perform_request = listen
        return found

    def __exit__(self, *_: object) -> None:
        self.engine._searching.perform_request = self.send


def _asking(actor: Actor) -> Callable[[], Any]:
    def ask() -> Any:
        session = db.session()
        session.rollback()
        session.expunge_all()
        act_as(session, actor)
        return suggestions_for(session, actor, limit=20)

    return ask


def everyone(people: int = PEOPLE, vacancies: int = VACANCIES) -> list[dict[str, Any]]:
    """Half of the people, then all of them, against all vacancies: rows of an invented market are copied into the tables and refreshed."""
    with TemporaryDirectory(prefix="exchange-bench-", dir="/var/tmp") as name:
        folder = Path(name)
        folder.chmod(0o755)
        database = start_embedded(folder / "postgres")
        urls = {"DATABASE_URL": database.application_url, "OWNER_DATABASE_URL": database.owner_url}
        environment = {**os.environ, **urls, "INSTANCE_DIR": name, "ELASTICSEARCH_URL": "", "DEMO": "none"}
        try:
            _flask(environment, "prepare")
            market = InventedMarket(1)
            people_rows = market.people(people)
            with psycopg.connect(make_url(database.owner_url).set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
                copy_rows(connection, Vacancy, (_vacancy(row) for row in market.posts(vacancies)))
                half = _copy_people(connection, people_rows, people // 2)
            first = _flask(environment, "matching", "refresh", "--all", "--json")
            with psycopg.connect(make_url(database.owner_url).set(drivername="postgresql").render_as_string(hide_password=False)) as connection:
                _copy_people(connection, people_rows, people - half)
            second = _flask(environment, "matching", "refresh", "--all", "--json")
        finally:
            database.stop()
    # What the process itself worked, beside what the clock says: the two differ on a machine with other work.
    counts = {"cpu_seconds": second["cpu_seconds"], "people": second["people"], "vacancies": second["vacancies"], "pairs": second["pairs"]}
    row = {"what": "everyone's suggestions", "seconds": second["seconds"], "to_reach": MOST_SECONDS, "memory_mb": second["peak_megabytes"]}
    growth = {
        "memory_to_reach_mb": MOST_MEGABYTES,
        "seconds_for_half_the_people": first["seconds"],
        "cpu_seconds_for_half": first["cpu_seconds"],
        "memory_mb_for_half": first["peak_megabytes"],
    }
    return [row | counts | growth]


def _flask(environment: dict[str, str], *arguments: str) -> dict[str, Any]:
    command = [sys.executable, "-m", "flask", "--app", "wsgi", *arguments]
    done = subprocess.run(command, cwd=ROOT, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.strip().splitlines()[-1]) if "--json" in arguments else {}


def _copy_people(connection: psycopg.Connection, people: Iterator[PersonRow], count: int) -> int:
    rows = [next(people) for _ in range(count)]
    copy_rows(connection, Jobseeker, (_jobseeker(row) for row in rows))
    return copy_rows(connection, Profile, (_profile(row) for row in rows))


def _jobseeker(row: PersonRow) -> dict[str, Any]:
    names = {"family_name": "Invented", "given_name": str(row.jobseeker_id), "born_on": date(1990, 1, 1), "sex": Sex.FEMALE}
    return _filled(Jobseeker, id=row.jobseeker_id, region_code=row.facts.region_code, created_at=clock.now(), **names)


def _profile(row: PersonRow) -> dict[str, Any]:
    facts = row.facts
    lists = {name: sorted(getattr(facts, name)) for name in ("skills", "licences", "move_regions", "hours", "employment_kinds")}
    same = ("education_level", "experience_months", "region_code", "district_code", "pay_from", "wants_remote", "is_quota_eligible")
    return _filled(
        Profile,
        id=row.id,
        jobseeker_id=row.jobseeker_id,
        audience=AUDIENCES[row.audience],
        occupation_codes=list(facts.occupations),
        languages=[{"code": code, "level": "B2"} for code in sorted(facts.languages)],
        active_at=clock.now(),
        **lists,
        **{name: getattr(facts, name) for name in same},
    )


def _vacancy(row: PostRow) -> dict[str, Any]:
    facts = row.facts
    lists = {name: list(getattr(facts, name)) for name in ("skills_required", "skills_wished", "licences", "languages")}
    same = (
        "education_level",
        "experience",
        "region_code",
        "district_code",
        "pay_from",
        "pay_to",
        "hours",
        "employment_kind",
        "is_remote",
        "is_quota",
    )
    return _filled(
        Vacancy,
        id=row.id,
        title="Invented",
        language="en",
        occupation_code=facts.occupations[0],
        occupation_codes=list(facts.occupations),
        state=VacancyState.PUBLISHED,
        published_at=clock.now(),
        created_at=clock.now(),
        applications=int(facts.applications_per_post),
        **lists,
        **{name: getattr(facts, name) for name in same},
    )


def _filled(model: type[Base], **values: Any) -> dict[str, Any]:
    """A whole row: what is not said is as the model has it by default."""
    made: dict[str, Any] = {}
    for column in model.__table__.columns:
        default: Any = getattr(column.default, "arg", None)
        made[column.name] = values.get(column.name, default(None) if callable(default) else 1 if column.name == "document_version" else default)
    return made | {"public_id": new_public_id()}


if __name__ == "__main__":
    asked = [int(one) for one in sys.argv[1:3]] or [PEOPLE, VACANCIES]
    sys.stdout.write(json.dumps(everyone(*asked), indent=2) + "\n")
