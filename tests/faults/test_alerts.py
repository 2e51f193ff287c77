"""Workers that render, match and write letters are killed at any moment: no new vacancy is missed and none is told twice."""

import os
import random
import re
import signal
import subprocess
import sys
import time
from collections import Counter

import pytest
from sqlalchemy import func, select

from config import ROOT, Settings
from labour_exchange.alerts.models import AlertMatch, Arrival, SavedSearch
from labour_exchange.alerts.operations.searches import save_search
from labour_exchange.alerts.states import Frequency
from labour_exchange.discovery.models import DocumentChange
from labour_exchange.discovery.questions import SearchQuery
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.states import MessageKind
from tests.factories import employers, vacancies
from tests.factories import jobseekers as people
from tests.processes import environment

pytestmark = pytest.mark.campaign
ROUNDS, PEOPLE, EACH_ROUND, PATIENCE = (40, 120, 250, 1500) if os.environ.get("CAMPAIGN") == "full" else (4, 25, 60, 300)
QUESTIONS = (SearchQuery(text="Electrician"), SearchQuery(pay_from=200_000, regions=("KZ-71",)), SearchQuery(regions=("KZ-71", "KZ-75")))
# One worker's whole work in a loop, each step a transaction; every loop an hour later, so that letters are due again. It ends when nothing is left.
WORKER = """
from datetime import timedelta
from config import read_settings
from labour_exchange.alerts.operations import letters, matching
from labour_exchange.alerts.states import Frequency
from labour_exchange.app import create_app
from labour_exchange.discovery import synchronisation
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import act_as, db
with create_app(read_settings()).app_context():
    session = db.session()
    act_as(session, system_actor("worker"))
    print("at work", flush=True)
    start, hours, left = clock.now(), {hours}, 1
    while left:
        hours += 1
        left = synchronisation.synchronise(session, 40)
        session.commit()
        left += matching.match_arrivals(session, 40)
        session.commit()
        with clock.hold(start + timedelta(hours=hours)):
            left += letters.tell_people(session, Frequency.INSTANT)
        session.commit()
"""


def at_work(settings: Settings, hours: int) -> subprocess.Popen[str]:
    process = subprocess.Popen(
        [sys.executable, "-c", WORKER.format(hours=hours)], cwd=ROOT, env=environment(settings), stdout=subprocess.PIPE, text=True
    )
    assert process.stdout is not None
    assert process.stdout.readline() == "at work\n"
    return process


def counted(session: ExchangeSession, model: type[Arrival] | type[DocumentChange]) -> int:
    session.rollback()
    return session.scalar(select(func.count()).select_from(model)) or 0


def test_nothing_is_missed_and_nothing_told_twice(settings: Settings, committed: ExchangeSession) -> None:
    employer, kept = employers.verified(committed), 0
    for number in range(PEOPLE):
        person = people.with_profile(committed)
        for query in QUESTIONS[: 1 + number % len(QUESTIONS)]:
            save_search(committed, people.actor_of(person), query, name="search", frequency=Frequency.INSTANT)
            kept += 1
    committed.commit()
    chance, killed = random.Random(17), 0
    for number in range(ROUNDS):
        for one in range(EACH_ROUND):
            vacancies.published(committed, by=employer, title=f"Electrician {number}-{one}")
        committed.commit()
        pair = [at_work(settings, 1000 * number), at_work(settings, 1000 * number + 500)]
        time.sleep(chance.uniform(0.05, 1.2))
        for process in pair:
            killed += process.poll() is None
            process.send_signal(signal.SIGKILL)
            process.wait()
    assert killed, "every worker had finished before it was killed"
    assert at_work(settings, 1000 * ROUNDS).wait(PATIENCE) == 0
    assert counted(committed, Arrival) == counted(committed, DocumentChange) == 0
    assert committed.scalar(select(func.count()).select_from(AlertMatch)) == kept * ROUNDS * EACH_ROUND
    assert committed.scalar(select(func.count()).select_from(AlertMatch).where(AlertMatch.told_at.is_(None))) == 0
    told: Counter[int] = Counter()
    for user_id, subject in committed.execute(select(Message.user_id, Message.subject).where(Message.kind == MessageKind.NEW_VACANCIES)):
        told[user_id] += int(re.findall(r"\d+", subject)[0])
    people_told = set(committed.scalars(select(Jobseeker.user_id).join(SavedSearch, SavedSearch.jobseeker_id == Jobseeker.id)))
    assert told == dict.fromkeys(people_told, ROUNDS * EACH_ROUND)
