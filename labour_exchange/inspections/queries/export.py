"""What the exchange holds about a person in inspections, for the person's own file."""

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from labour_exchange.foundation.access import Actor
from labour_exchange.inspections.access import visible_inspections
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.queries.cases import replies_of
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
            "replies": [row.text for row in replies_of(session, one) if row.side is Side.JOBSEEKER],
        }
        for one in session.scalars(visible_inspections(actor, wanted))
    ]
