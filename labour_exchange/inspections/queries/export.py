"""What the exchange holds about a person in inspections, for the person's own file."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.inspections.access import visible_inspections
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.queries.cases import replies_of
from labour_exchange.inspections.queries.recoveries import entries_of, recovery_of
from labour_exchange.inspections.states import Side


def exported_inspections(session: Session, actor: Actor) -> list[dict[str, object]]:
    """Those of the person's own placements once they were asked about, with the own replies."""
    wanted = select(Inspection).options(joinedload(Inspection.placement)).order_by(Inspection.id)
    return [
        {
            "placement": one.placement.public_id,
            "state": one.state.value,
            "signals": one.signals,
            "reason": one.reason,
            "asked_on": str(one.asked_on or ""),
            "due_on": str(one.due_on or ""),
            "decision": one.decision.value if one.decision and one.decided_at else "",
            "grounds": one.decision_reason if one.decided_at else "",
            "claim": _claim(session, one),
            "replies": [row.text for row in replies_of(session, one) if row.side is Side.JOBSEEKER],
        }
        for one in session.scalars(visible_inspections(actor, wanted))
    ]


def _claim(session: Session, inspection: Inspection) -> dict[str, object] | None:
    """What has to come back for the person's job, and what did."""
    found = recovery_of(session, inspection)
    if found is None:
        return None
    entries = [
        {"kind": one.kind.value, "amount": one.amount, "received_on": str(one.received_on or ""), "payer": one.payer.value if one.payer else ""}
        for one in entries_of(session, found)
    ]
    return {"owed": found.owed, "returned": found.returned, "written_off": found.written_off, "entries": entries}
