"""Who inspects, replies and decides, and whose rows an actor sees."""

from typing import Any

from sqlalchemy import ColumnElement, Select, false, select

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, Action, Actor, ActorKind, action_for
from labour_exchange.inspections.models import Inspection, InspectionSample
from labour_exchange.inspections.states import InspectionState, Side
from labour_exchange.placements.models import Placement

INSPECT = Action("inspect placements of the region", OFFICE_STAFF)
DECIDE_INSPECTION = action_for("decide inspections that another prepared", ActorKind.APPROVER)
REPLY_AS_PERSON = action_for("reply to an inspection of own work", ActorKind.JOBSEEKER)
REPLY_AS_EMPLOYER = action_for("reply to an inspection as the employer", ActorKind.EMPLOYER)
REPLY_AS_AGENCY = action_for("reply to an inspection as the agency", ActorKind.AGENCY)
OVERSEE_INSPECTIONS = Action("see how regions inspect", MINISTRY)


def may_open(actor: Actor, placement: Placement) -> bool:
    """The office of the region where the work is."""
    return _is_of_region(actor, placement.region_of_work)


def may_inspect(actor: Actor, inspection: Inspection) -> bool:
    return _is_of_region(actor, inspection.region_code)


def may_decide(actor: Actor, inspection: Inspection) -> bool:
    """An approver of the region; that it is not who prepared it, the operation sees to."""
    return actor.kind is ActorKind.APPROVER and may_inspect(actor, inspection)


def replying_side(actor: Actor, placement: Placement) -> Side | None:
    """Which side of the placement the actor replies for; None for everybody it does not concern."""
    if actor.kind is ActorKind.JOBSEEKER and actor.jobseeker_id is not None and actor.jobseeker_id == placement.jobseeker_id:
        return Side.JOBSEEKER
    if actor.kind is ActorKind.EMPLOYER and actor.organisation_id is not None and actor.organisation_id == placement.employer_id:
        return Side.EMPLOYER
    if actor.kind is ActorKind.AGENCY and actor.organisation_id is not None and actor.organisation_id == placement.agency_id:
        return Side.AGENCY
    return None


def visible_inspections(actor: Actor, wanted: Select[tuple[Inspection]]) -> Select[tuple[Inspection]]:
    """Those of the office's region; for the sides of a placement, once they have been asked."""
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(Inspection.region_code == actor.region_code)
    concerned = select(Placement.id).where(_concerns(actor))
    return wanted.where(Inspection.placement_id.in_(concerned), Inspection.state != InspectionState.OPENED)


def visible_samples(actor: Actor, wanted: Select[tuple[InspectionSample]]) -> Select[tuple[InspectionSample]]:
    if actor.kind is ActorKind.SYSTEM:
        return wanted
    if actor.is_office_staff and actor.region_code is not None:
        return wanted.where(InspectionSample.region_code == actor.region_code)
    return wanted.where(false())


def _is_of_region(actor: Actor, region_code: str) -> bool:
    return actor.is_office_staff and actor.region_code is not None and actor.region_code == region_code


def _concerns(actor: Actor) -> ColumnElement[bool]:
    model: Any = Placement
    if actor.kind is ActorKind.JOBSEEKER:
        return model.jobseeker_id == actor.jobseeker_id
    if actor.kind is ActorKind.EMPLOYER:
        return model.employer_id == actor.organisation_id
    if actor.kind is ActorKind.AGENCY:
        return model.agency_id == actor.organisation_id
    return false()
