"""Assessments asked for and made at the same instant: one job, and one assessment with its cells once."""

from collections import Counter

from flask import Flask
from sqlalchemy import func, select, text
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.programmes.efficiency.keeping import ask_for_assessment, keep_assessment
from labour_exchange.programmes.models.efficiency import EfficiencyAssessment, EfficiencyCell
from tests.factories import programmes as made
from tests.faults.test_races_placements import Act, at_once
from tests.programmes.conftest import make_cast

AT_ONCE = 4
WAITING = text("SELECT count(*) FROM procrastinate_jobs WHERE task_name = 'assess_efficiency' AND status = 'todo'")


def test_four_who_ask_at_once_get_one_job(app: Flask, committed: Session) -> None:
    analyst = made.analyst(committed)
    committed.commit()
    acts: list[tuple[Actor, Act]] = [(analyst, lambda session: ask_for_assessment(session, analyst))] * AT_ONCE
    assert Counter(at_once(app, acts)) == {"done": AT_ONCE}
    committed.rollback()
    assert committed.scalar(WAITING) == 1


def test_four_made_at_once_are_kept_as_one(app: Flask, committed: Session) -> None:
    cast, year = make_cast(committed), clock.today().year
    made.started(committed, cast.measure, cast.officer, cast.approver)
    committed.commit()
    acts: list[tuple[Actor, Act]] = [(system_actor("test"), lambda session: keep_assessment(session, year))] * AT_ONCE
    assert Counter(at_once(app, acts)) == {"done": AT_ONCE}
    committed.rollback()
    assert committed.scalar(select(func.count()).select_from(EfficiencyAssessment)) == 1
    rows = committed.execute(select(EfficiencyCell.dimension, EfficiencyCell.key, EfficiencyCell.standing)).all()
    assert rows
    assert len(set(rows)) == len(rows)
