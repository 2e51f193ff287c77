"""Signatures, decisions and escalations at the same instant: two people sign a report once each, one closes an instruction, each level is told once.

CAMPAIGN=full runs 200 rounds of each; the ordinary run 10.
"""

import os
from collections import Counter
from datetime import timedelta

import pytest
from flask import Flask
from sqlalchemy import func, select
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.oversight.models.instructions import Escalation, Instruction
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.operations import instructions, reports
from labour_exchange.oversight.states import InstructionState, ReportState
from tests.factories import oversight as made
from tests.faults.test_races_placements import Act, at_once

pytestmark = pytest.mark.campaign
IS_FULL = os.environ.get("CAMPAIGN") == "full"
ROUNDS = 200 if IS_FULL else 10
AT_ONCE = 4


def signing(report: Report, who: Actor) -> tuple[Actor, Act]:
    key = report.id
    return who, lambda session: reports.sign_report(session, who, session.get_one(Report, key))


def accepting(instruction: Instruction, who: Actor) -> tuple[Actor, Act]:
    key = instruction.id
    return who, lambda session: instructions.decide_evidence(session, who, session.get_one(Instruction, key), is_accepted=True)


def escalating() -> tuple[Actor, Act]:
    return system_actor("test"), lambda session: instructions.escalate_overdue(session)


def test_of_many_signatures_two_hold(app: Flask, committed: Session) -> None:
    signers = [made.analyst(committed) for _ in range(AT_ONCE)]
    for year in range(2000, 2000 + min(ROUNDS, 20)):
        report = made.frozen(committed, period=f"{year}-H1")
        committed.commit()
        outcomes = Counter(at_once(app, [signing(report, who) for who in signers]))
        assert outcomes == {"done": 2, "not_allowed_now": AT_ONCE - 2}
        committed.refresh(report)
        assert report.state is ReportState.SIGNED
        assert report.signed_by_id != report.countersigned_by_id


def test_of_many_decisions_one_closes_the_instruction(app: Flask, committed: Session) -> None:
    officer, deciders = made.officer(committed), [made.analyst(committed) for _ in range(AT_ONCE)]
    for _ in range(ROUNDS):
        instruction = made.instruction(committed)
        instructions.give_evidence(committed, officer, instruction, text="Done.")
        committed.commit()
        outcomes = Counter(at_once(app, [accepting(instruction, who) for who in deciders]))
        assert outcomes == {"done": 1, "already_decided": AT_ONCE - 1}
        committed.refresh(instruction)
        assert instruction.state is InstructionState.DONE


def test_a_level_is_told_once_however_many_jobs_run(app: Flask, committed: Session) -> None:
    for number in range(ROUNDS):
        with clock.hold(clock.now() - timedelta(days=5)):
            made.instruction(committed, days=0)
        committed.commit()
        assert set(at_once(app, [escalating() for _ in range(AT_ONCE)])) == {"done"}
        told = committed.scalar(select(func.count()).select_from(Escalation))
        committed.rollback()
        assert told == 2 * (number + 1)
