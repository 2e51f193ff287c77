"""Two deciders, two officers and two samples at the same instant: one decision, one inspection of a placement.

CAMPAIGN=full runs 200 rounds of each; the ordinary run 10.
"""

import os
from collections import Counter

import pytest
from flask import Flask
from sqlalchemy import func, select

from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.operations import decisions, opening
from labour_exchange.inspections.states import Decision, InspectionState
from labour_exchange.placements.models import AnnulmentProposal, Placement, PlacementEvidence
from labour_exchange.placements.states import EvidenceKind, PlacementState
from tests.factories import inspections as made
from tests.faults.test_races_placements import Act, at_once

pytestmark = pytest.mark.campaign
ROUNDS = 200 if os.environ.get("CAMPAIGN") == "full" else 10
AT_ONCE = 4


def deciding(inspection: Inspection, who: Actor) -> tuple[Actor, Act]:
    key = inspection.id
    return who, lambda session: decisions.decide_inspection(session, who, session.get_one(Inspection, key))  # type: ignore[arg-type]


def returning(inspection: Inspection, who: Actor) -> tuple[Actor, Act]:
    key = inspection.id
    return who, lambda session: decisions.return_decision(session, who, session.get_one(Inspection, key), reason="No.")  # type: ignore[arg-type]


def opening_one(placement: Placement, who: Actor) -> tuple[Actor, Act]:
    key = placement.id
    return who, lambda session: opening.open_inspection(session, who, session.get_one(Placement, key), reason="Odd.")  # type: ignore[arg-type]


def test_of_many_deciders_one_decides(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        inspection = made.prepared(committed, cast, Decision.ANNULLED)
        committed.commit()
        deciders = [cast.approver, cast.second_approver] * (AT_ONCE // 2)
        outcomes = Counter(at_once(app, [deciding(inspection, who) for who in deciders]))
        assert outcomes == {"done": 1, "not_allowed_now": AT_ONCE - 1}
        committed.refresh(inspection)
        committed.refresh(cast.placement)
        assert (inspection.state, cast.placement.state) == (InspectionState.CLOSED, PlacementState.ANNULLED)
        proposals = select(func.count()).select_from(AnnulmentProposal).where(AnnulmentProposal.placement_id == cast.placement.id)
        rows = select(func.count()).where(PlacementEvidence.placement_id == cast.placement.id, PlacementEvidence.kind == EvidenceKind.ANNULLED)
        assert (committed.scalar(proposals), committed.scalar(rows)) == (1, 1)


def test_a_decision_and_a_return_follow_each_other(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        inspection = made.prepared(committed, cast, Decision.ANNULLED)
        committed.commit()
        outcomes = Counter(at_once(app, [deciding(inspection, cast.approver), returning(inspection, cast.second_approver)]))
        assert outcomes == {"done": 1, "not_allowed_now": 1}
        committed.refresh(inspection)
        committed.refresh(cast.placement)
        is_annulled = cast.placement.state is PlacementState.ANNULLED
        assert inspection.state is (InspectionState.CLOSED if is_annulled else InspectionState.ANSWERED)


def test_a_placement_is_inspected_once_at_a_time(app: Flask, committed: ExchangeSession) -> None:
    for _ in range(ROUNDS):
        cast = made.cast(committed)
        committed.commit()
        outcomes = Counter(at_once(app, [opening_one(cast.placement, cast.officer) for _ in range(AT_ONCE)]))
        assert outcomes == {"done": 1, "already_inspected": AT_ONCE - 1}
