"""The right of reply: each side of a placement answers on a page of its own, and no side reads another's words."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select, update
from sqlalchemy.orm import Session

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.errors import Conflict, InvalidInput, NotFound
from labour_exchange.foundation.events import record
from labour_exchange.foundation.lifecycle.moves import move
from labour_exchange.inspections import access
from labour_exchange.inspections.events import InspectionAnswered
from labour_exchange.inspections.models import Inspection, InspectionReply
from labour_exchange.inspections.operations.locking import hold
from labour_exchange.inspections.rules.decisions import text_errors
from labour_exchange.inspections.states import INSPECTION_LIFECYCLE, InspectionState, Side
from labour_exchange.inspections.texts import refusals
from labour_exchange.placements.models import Placement


def reply_to_inspection(session: Session, actor: Actor, inspection: Inspection, *, text: str) -> InspectionReply:
    """Answer, also after the due date while nothing is prepared; a later reply stands beside an earlier one.

    Raises InvalidInput, Conflict(reply_late).
    """
    side = access.replying_side(actor, inspection.placement)
    if side is None or actor.user_id is None:
        raise NotFound
    errors = text_errors("text", text)
    if errors:
        raise InvalidInput(errors)
    inspection = hold(session, inspection)
    if inspection.state is InspectionState.OPENED:
        raise NotFound
    if not INSPECTION_LIFECYCLE.allows(inspection.state, "answer"):
        raise Conflict(refusals.REPLY_LATE)
    made = InspectionReply(inspection_id=inspection.id, side=side, text=text.strip(), user_id=actor.user_id, replied_at=clock.now())
    session.add(made)
    move(session, actor, inspection, INSPECTION_LIFECYCLE, "answer")
    record(session, actor, InspectionAnswered(inspection.id, side.value))
    return made


def forget_replies(session: Session, facts: Mapping[str, Any]) -> None:
    """Reaction to jobseeker_erased: what the person wrote is emptied; that a reply came stays."""
    of_person = select(Inspection.id).join(Placement).where(Placement.jobseeker_id == facts["jobseeker_id"])
    emptied = update(InspectionReply).where(InspectionReply.inspection_id.in_(of_person), InspectionReply.side == Side.JOBSEEKER)
    session.execute(emptied.values(text=""))
