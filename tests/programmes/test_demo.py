"""The demo's people in measures: loaded beside the country, agreeing to the tenge, and taken away with it."""

from random import Random

import psycopg
import pytest
from flask import Flask
from sqlalchemy import func, select

from labour_exchange.commands.demo.accounts import open_demo_accounts
from labour_exchange.commands.demo.load import load
from labour_exchange.commands.demo.measures import rows
from labour_exchange.commands.demo.oversight.inspections import show_inspections
from labour_exchange.commands.demo.state import remove
from labour_exchange.commands.worker import libpq_address
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.inspections.models import Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.queries.recoveries import disagreements as claims_that_disagree
from labour_exchange.offices.operations import ensure_offices
from labour_exchange.programmes.businesses.models import Credit, Repayment
from labour_exchange.programmes.businesses.queries import credits_that_disagree
from labour_exchange.programmes.checks.models import FollowUpCheck
from labour_exchange.programmes.models.enrolments import Enrolment, OutcomeLink, ParticipationRecord
from labour_exchange.programmes.models.money import Allocation, LedgerEntry, Payment
from labour_exchange.programmes.models.training import Course, Provider
from labour_exchange.programmes.operations.definitions import sync_definitions
from labour_exchange.programmes.projects.models import Project
from labour_exchange.programmes.queries.money import disagreements
from labour_exchange.programmes.relocations.models import Relocation
from labour_exchange.statistics.collection import collect, rebuild
from labour_exchange.statistics.models import Fact, FactMonth, FactMonthGroup

MODELS = (
    Course,
    Provider,
    Enrolment,
    OutcomeLink,
    ParticipationRecord,
    Fact,
    FactMonth,
    FactMonthGroup,
    Payment,
    Allocation,
    LedgerEntry,
    Credit,
    Repayment,
    FollowUpCheck,
    Project,
    Relocation,
)
CLAIMS = (Recovery, RecoveryEntry, RecoveryPayment)


def counts(session: ExchangeSession) -> dict[str, int]:
    return {model.__tablename__: session.scalar(select(func.count()).select_from(model)) or 0 for model in (*MODELS, *CLAIMS)}


@pytest.mark.filterwarnings("ignore")
def test_the_demo_agrees_to_the_tenge_and_goes_without_a_trace(app: Flask, committed: ExchangeSession) -> None:
    settings = app.config["SETTINGS"]
    ensure_offices(committed)
    sync_definitions(committed)
    open_demo_accounts(committed, settings.secret_key)
    committed.commit()
    for _ in range(2):
        loaded = load(settings.owner_database_url, "small", lambda words: None)
        assert loaded["enrolments"] == rows.TRAINED + rows.WORKED + 7 + 3 + 1 + 2
    act_as(committed, system_actor("demo"))
    show_inspections(committed)
    committed.commit()
    claim = committed.scalars(select(Recovery)).one()
    assert (claim.returned, claim.written_off) == (claim.owed // 2, 0)
    assert [one.state for one in committed.scalars(select(RecoveryEntry).order_by(RecoveryEntry.id))] == ["confirmed", "prepared"]
    assert claims_that_disagree(committed) == []
    assert disagreements(committed) == []
    assert credits_that_disagree(committed) == []
    collect(committed)
    assert rebuild(committed).is_equal
    assert committed.scalar(select(func.sum(Fact.count)).where(Fact.measure == "placements_declared", Fact.programme_measure.is_not(None))) > 0
    assert all(count > 0 for count in counts(committed).values())
    now = select(func.count()).where(Allocation.starts_on <= clock.today(), Allocation.ends_on >= clock.today())
    assert committed.scalar(now) == 160
    committed.commit()
    with psycopg.connect(libpq_address(settings.owner_database_url)) as owner:
        remove(owner)
    assert set(counts(committed).values()) == {0}


def test_without_the_office_there_is_no_programme(app: Flask, committed: ExchangeSession) -> None:
    with psycopg.connect(libpq_address(app.config["SETTINGS"].owner_database_url)) as owner:
        assert rows.fill(owner, Random(1), [], rows.datetime.now().astimezone()) == 0
