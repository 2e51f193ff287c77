"""Measures that have ended and of which nobody has said what came of them, with the placements that the ledger proposes."""

from datetime import date

from sqlalchemy import Select, select
from sqlalchemy.orm import Session

from labour_exchange.foundation.access import Actor
from labour_exchange.placements.access import visible
from labour_exchange.placements.models import Placement
from labour_exchange.placements.states import PlacementState
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.queries.enrolments import enrolments_in_region
from labour_exchange.programmes.rules.participation import may_be_outcome
from labour_exchange.programmes.states import EnrolmentState

ENDED = (EnrolmentState.COMPLETED, EnrolmentState.DROPPED_OUT)


def outcomes_to_record(actor: Actor) -> Select[tuple[Enrolment]]:
    """Ended measures without an outcome, those that ended first first."""
    wanted = enrolments_in_region(actor).where(Enrolment.state.in_(ENDED), Enrolment.outcome.is_(None))
    return wanted.order_by(Enrolment.ended_on, Enrolment.id)


def placements_proposed(session: Session, actor: Actor, enrolment: Enrolment) -> list[Placement]:
    """Placements of the person that may be what came of the measure, the first one first; annulled ones are none."""
    if enrolment.started_on is None or enrolment.ended_on is None:
        return []
    wanted = select(Placement).where(Placement.jobseeker_id == enrolment.jobseeker_id, Placement.state != PlacementState.ANNULLED)
    found = session.scalars(visible(actor, wanted, Placement).order_by(Placement.started_on, Placement.id))
    return [one for one in found if may_be_outcome(one.started_on, enrolment.started_on, enrolment.ended_on)]


def first_proposals(session: Session, actor: Actor, enrolments: list[Enrolment]) -> dict[int, date]:
    """For each enrolment the first day of the placement that the ledger proposes, where there is one."""
    people = {one.jobseeker_id for one in enrolments}
    wanted = select(Placement).where(Placement.jobseeker_id.in_(people), Placement.state != PlacementState.ANNULLED)
    placed: dict[int, list[date]] = {}
    for placement in session.scalars(visible(actor, wanted, Placement)):
        placed.setdefault(placement.jobseeker_id, []).append(placement.started_on)
    found = {}
    for one in enrolments:
        if one.started_on is None or one.ended_on is None:
            continue
        days = [day for day in placed.get(one.jobseeker_id, ()) if may_be_outcome(day, one.started_on, one.ended_on)]
        if days:
            found[one.id] = min(days)
    return found
