"""Links between measures and a placement in transactions of their own: told by two at once, and taken away with the demo."""

import threading
from collections import Counter

import psycopg
import pytest
from flask import Flask
from sqlalchemy import select

from labour_exchange.commands.demo.state import remove
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.models.enrolments import Enrolment, OutcomeLink
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact
from tests.factories import jobseekers as people
from tests.factories import placements as situations
from tests.factories.programmes import SOCIAL_JOBS, TRAINING
from tests.statistics.test_by_measure import ended

LINK = "UPDATE enrolments SET outcome = 'placement', placement_id = %s, outcome_at = now() WHERE id = %s"


@pytest.fixture
def case(committed: ExchangeSession) -> tuple[Placement, Enrolment, Enrolment]:
    """A placement that is counted, and two measures that may have led to it."""
    employer, actor = situations.hiring_employer(committed)
    placed = situations.placement(committed, situations.open_vacancy(committed, employer), actor, people.with_profile(committed, "KZ-71"))
    found = placed, ended(committed, placed), ended(committed, placed, SOCIAL_JOBS)
    collect(committed)
    committed.commit()
    return found


def cells(session: ExchangeSession) -> dict[str | None, int]:
    found: Counter[str | None] = Counter()
    for code, count in session.execute(select(Fact.programme_measure, Fact.count).where(Fact.measure == "placements_declared")):
        found[code] += count
    return {code: count for code, count in found.items() if count}


def test_of_two_at_once_the_second_waits_and_counts(app: Flask, committed: ExchangeSession, case: tuple[Placement, Enrolment, Enrolment]) -> None:
    placed, trained, employed = case
    address = libpq_address(app.config["SETTINGS"].owner_database_url)

    def second() -> None:
        with psycopg.connect(address) as other:
            other.execute(LINK, (placed.id, employed.id))

    late = threading.Thread(target=second)
    with psycopg.connect(address) as first:
        first.execute(LINK, (placed.id, trained.id))
        late.start()
        late.join(1)
        assert late.is_alive(), "the second must wait for the first, or their rows could be seen in another order than they are numbered"
        collect(committed)
        committed.commit()
        assert cells(committed) == {None: 1}
    late.join(10)
    collect(committed)
    committed.commit()
    assert committed.scalars(select(OutcomeLink.enrolment_id).order_by(OutcomeLink.id)).all() == [trained.id, employed.id]
    assert cells(committed) == {SOCIAL_JOBS: 1}
    assert rebuild(committed).is_equal


def test_what_the_demo_told_of_a_placement_that_stays_goes_with_it(
    app: Flask, committed: ExchangeSession, case: tuple[Placement, Enrolment, Enrolment]
) -> None:
    placed, trained, invented = case
    nobody = people.jobseeker(committed)
    nobody.is_demo, nobody.user_id = True, None
    invented.is_demo = True
    committed.commit()
    with psycopg.connect(libpq_address(app.config["SETTINGS"].owner_database_url)) as owner:
        for one in (trained, invented):
            owner.execute(LINK, (placed.id, one.id))
    collect(committed)
    committed.commit()
    assert cells(committed) == {SOCIAL_JOBS: 1}
    with psycopg.connect(libpq_address(app.config["SETTINGS"].owner_database_url)) as owner:
        remove(owner)
    collect(committed)
    committed.commit()
    assert cells(committed) == {TRAINING: 1}
    assert rebuild(committed).is_equal
