"""The ledger: one more piece of evidence, written once and never changed."""

from datetime import date

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.events import record
from labour_exchange.placements.events import EvidenceRecorded
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.placements.states import EvidenceKind, EvidenceSource


def add_evidence(
    session: Session,
    actor: Actor,
    placement: Placement,
    kind: EvidenceKind,
    source: EvidenceSource,
    *,
    effective_on: date,
    month: int = 0,
    reason: str = "",
    reference: str = "",
) -> PlacementEvidence | None:
    """Write one row and announce it; None when the ledger holds the same evidence already.

    The caller has asked whether the actor may. `reference` tells apart what the same source says again, such as a second dispute.
    """
    made = session.scalar(
        insert(PlacementEvidence)
        .values(
            placement_id=placement.id,
            kind=kind,
            source=source,
            month=month,
            effective_on=effective_on,
            recorded_at=clock.now(),
            reason=reason,
            reference=reference,
            user_id=actor.user_id,
        )
        .on_conflict_do_nothing(constraint="uq_placement_evidence_once")
        .returning(PlacementEvidence.id)
    )
    if made is None:
        return None
    session.expire(placement, ["evidence"])
    record(session, actor, EvidenceRecorded(placement.id, made, kind.value, month))
    return session.get_one(PlacementEvidence, made)
