"""New vacancies against saved searches: 10,000 against 100,000, taken, matched and stored by one worker; then again by workers that are killed."""

import signal
import subprocess
import sys
import time
from dataclasses import replace
from random import Random

from sqlalchemy import Connection, delete, func, insert, select, text
from sqlalchemy import Row as Counted
from sqlalchemy.orm import Session

from bench.ground import Ground, Row
from bench.installation import Installation
from config import ROOT
from labour_exchange.alerts import rules
from labour_exchange.alerts.models import AlertMatch, Arrival, SavedSearch, SearchKey
from labour_exchange.alerts.operations.matching import match_arrivals
from labour_exchange.alerts.operations.searches import current_reading
from labour_exchange.alerts.states import Frequency, SearchState
from labour_exchange.app import create_app
from labour_exchange.classifications.occupations import Occupation, unit_groups
from labour_exchange.commands.demo import grammar
from labour_exchange.discovery.documents import vacancy_document
from labour_exchange.discovery.questions import SearchQuery, question_of
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db, new_public_id
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.territory.queries import regions
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import EmploymentKind, Hours, VacancySource
from search.criteria import VacancyCriteria
from search.documents import VacancyDocument
from search.engines.postgres import store_documents
from search.engines.postgres.conditions import quoted

SEARCHES, VACANCIES, AT_ONCE = 100_000, 10_000, 5_000
WORKERS, LONGEST_LIFE_SECONDS = 2, 12.0
WORKER = """
from config import read_settings
from labour_exchange.alerts.operations.matching import match_arrivals
from labour_exchange.app import create_app
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
with create_app(read_settings()).app_context():
    session = db.session()
    act_as(session, system_actor("bench"))
    print("at work", flush=True)
    while match_arrivals(session):
        session.commit()
"""
# Equal for equal sets of pairs, in whatever order they were stored.
PAIRS = text("SELECT count(*) AS pairs, sum(hashtextextended(vacancy_id, search_id)::numeric) AS sum FROM alert_matches")


def measured(ground: Ground) -> list[Row]:
    """The searches belong to the people of the bench's region; one worker takes every vacancy and stores every pair."""
    made = ground.region()
    with create_app(replace(made.settings, trusted_hosts=())).app_context():
        session = db.session()
        act_as(session, system_actor("bench"))
        session.execute(delete(Arrival))
        _save(session, SEARCHES)
        store_documents(session.connection(), "vacancies", _documents(VACANCIES))
        session.commit()
        arrived = session.scalars(select(Arrival.vacancy_id)).all()
        begun = time.perf_counter()
        while match_arrivals(session):
            session.commit()
        seconds = time.perf_counter() - begun
        found = session.execute(PAIRS).one()
        row = {"what": "alerts matched", "seconds": seconds, "to_reach": 60, "searches": SEARCHES, "vacancies": len(arrived), "pairs": found.pairs}
        session.execute(delete(AlertMatch))
        now = clock.now()
        session.execute(insert(Arrival), [{"vacancy_id": one, "arrived_at": now} for one in arrived])
        session.commit()
        return [row, _with_killed_workers(session, made, found)]


def _with_killed_workers(session: Session, made: Installation, expected: Counted) -> Row:
    """The same vacancies once more, by two workers that are killed at random moments and begun again; every pair has to be there, once."""
    chance, killed, begun = Random(6), 0, time.perf_counter()
    while session.scalar(select(func.count()).select_from(Arrival)):
        session.rollback()
        workers = [_at_work(made) for _ in range(WORKERS)]
        time.sleep(chance.uniform(0.2, LONGEST_LIFE_SECONDS))
        for worker in workers:
            killed += worker.poll() is None
            worker.send_signal(signal.SIGKILL)
            worker.wait()
    found = session.execute(PAIRS).one()
    assert found == expected, f"{found.pairs} pairs in place of {expected.pairs}"
    seconds = time.perf_counter() - begun
    return {"what": "the same, workers killed", "seconds": seconds, "to_reach": "the same pairs", "killed": killed, "pairs": found.pairs}


def _at_work(made: Installation) -> subprocess.Popen[str]:
    worker = subprocess.Popen([sys.executable, "-c", WORKER], cwd=ROOT, env=made.environment, stdout=subprocess.PIPE, text=True)
    assert worker.stdout is not None
    assert worker.stdout.readline() == "at work\n"
    return worker


def _save(session: Session, count: int) -> None:
    """All but three in a hundred name work, the others ask for everything in a region above some pay; seven in ten name a region."""
    chance, people = Random(4), session.scalars(select(Jobseeker.id)).all()
    codes, read = [region.iso_code for region in regions()], dict[str, VacancyCriteria]()
    for start in range(0, count, AT_ONCE):
        rows, keys = [], []
        for number in range(start, min(start + AT_ONCE, count)):
            words = _work(chance).name.in_language(chance.choice(("kk", "ru"))) if chance.random() < 0.97 else ""
            if words not in read:
                read[words] = question_of(SearchQuery(text=words)).criteria
            filters = replace(
                read[words].filters,
                regions=(chance.choice(codes),) if not words or chance.random() < 0.7 else (),
                pay_from=chance.randrange(200_000, 600_000, 50_000) if not words or chance.random() < 0.3 else None,
                education_max=5 if chance.random() < 0.1 else None,
            )
            found = rules.derived(replace(read[words], filters=filters), {})
            keys.append(found.keys)
            rows.append(_row(found, chance.choice(people), words, number, chance.choice(list(Frequency))))
        made = session.scalars(insert(SavedSearch).returning(SavedSearch.id, sort_by_parameter_order=True), rows).all()
        pairs = [{"search_id": one, "key": key} for one, several in zip(made, keys, strict=True) for key in several]
        session.execute(insert(SearchKey), pairs)
        session.commit()
    _analyse(session.connection())
    session.commit()


def _work(chance: Random) -> Occupation:
    """One of all unit groups, the first ones far more often than the last, by searches and vacancies alike."""
    groups = unit_groups()
    return groups[int(len(groups) * chance.random() ** 2)]


def _row(found: rules.Derived, jobseeker_id: int, name: str, number: int, frequency: Frequency) -> Row:
    now = clock.now()
    facts = {"state": SearchState.ACTIVE, "created_at": now, "seen_at": now, "version": 1, "reading": current_reading(), "question": {}}
    asked = {"pay_from": found.filters.pay_from, "regions": list(found.filters.regions), "units": list(found.units), "rest": found.rest}
    words = " & ".join(f"({' | '.join(quoted(term) for term in terms)})" for terms in found.words) or None
    own = {"public_id": new_public_id(), "jobseeker_id": jobseeker_id, "name": name, "fingerprint": f"{number}", "frequency": frequency}
    return facts | asked | own | {"words": words, "employment_kinds": [], "hours": []}


def _analyse(connection: Connection) -> None:
    """As the database does by itself within minutes; the bench does not wait so long."""
    connection.exec_driver_sql("ANALYZE saved_searches, saved_search_keys")


def _documents(count: int) -> list[VacancyDocument]:
    chance, codes, now = Random(5), [region.iso_code for region in regions()], clock.now()
    made = []
    for _ in range(count):
        language, pay = chance.choice(("kk", "ru")), chance.randrange(100_000, 700_000, 10_000)
        title = _work(chance).name.in_language(language)
        description, requirements = grammar.vacancy_text(chance, language, title)
        vacancy = Vacancy(
            public_id=new_public_id(),
            document_version=1,
            title=title,
            description=description,
            requirements=requirements,
            language=language,
            occupation_codes=[],
            skills_required=[],
            skills_wished=[],
            licences=[],
            languages=[],
            region_code=chance.choice(codes),
            pay_from=pay,
            employment_kind=EmploymentKind.PERMANENT,
            hours=Hours.FULL,
            is_remote=False,
            is_quota=False,
            source=VacancySource.DIRECT,
            posts=1,
            created_at=now,
            published_at=now,
        )
        made.append(vacancy_document(vacancy, None))
    return made
