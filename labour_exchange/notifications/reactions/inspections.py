"""Letters about inspections: every side is asked and told of the decision, the officer of a reply; each thing once."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.agencies.models import AgencyMember
from labour_exchange.employers.models import Employer, EmployerMember
from labour_exchange.inspections.models import Inspection
from labour_exchange.inspections.states import Decision, Side
from labour_exchange.inspections.texts.labels import DECISIONS, SIDES
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.operations import compose_message
from labour_exchange.notifications.states import MessageKind
from labour_exchange.placements.models import Placement

Facts = Mapping[str, Any]


def ask_sides(session: Session, facts: Facts) -> None:
    """Reaction to inspection_asked; what is held against the placement stands behind the sign-in, not in the letter."""
    inspection = session.get_one(Inspection, facts["inspection_id"])
    if inspection.due_on is not None:
        _tell_sides(session, inspection, MessageKind.INSPECTION_ASKED, {"until": f"{inspection.due_on:%d.%m.%Y}"})


def tell_officer_of_reply(session: Session, facts: Facts) -> None:
    """Reaction to inspection_answered: whoever opened the inspection goes on with it; the first reply of each side only."""
    inspection, side = session.get_one(Inspection, facts["inspection_id"]), Side(facts["side"])
    kind, path = MessageKind.INSPECTION_ANSWERED, f"/office/inspections/{inspection.public_id}"
    values = _about(session, inspection) | {"side": SIDES[side]}
    compose_message(session, kind, inspection.opened_by_id, occasion=f"{kind}:{inspection.id}:{side}", path=path, **values)


def tell_sides_of_decision(session: Session, facts: Facts) -> None:
    """Reaction to inspection_decided."""
    inspection = session.get_one(Inspection, facts["inspection_id"])
    _tell_sides(session, inspection, MessageKind.INSPECTION_DECIDED, {"decision": DECISIONS[Decision(facts["decision"])]})


def _tell_sides(session: Session, inspection: Inspection, kind: MessageKind, more: dict[str, object]) -> None:
    values = _about(session, inspection) | more
    for side, user_ids in _people(session, inspection.placement).items():
        for user_id in user_ids:
            path, occasion = f"/{side}/inspections/{inspection.public_id}", f"{kind}:{inspection.id}:{user_id}"
            compose_message(session, kind, user_id, occasion=occasion, path=path, **values)


def _people(session: Session, placement: Placement) -> dict[Side, list[int]]:
    """Who speaks for each side; an agency where it brought the placement."""
    person = select(Jobseeker.user_id).where(Jobseeker.id == placement.jobseeker_id, Jobseeker.user_id.is_not(None))
    hirers = select(EmployerMember.user_id).where(EmployerMember.employer_id == placement.employer_id).order_by(EmployerMember.id)
    agents = select(AgencyMember.user_id).where(AgencyMember.agency_id == placement.agency_id).order_by(AgencyMember.id)
    return {
        Side.JOBSEEKER: [one for one in session.scalars(person) if one is not None],
        Side.EMPLOYER: list(session.scalars(hirers)),
        Side.AGENCY: list(session.scalars(agents)),
    }


def _about(session: Session, inspection: Inspection) -> dict[str, object]:
    placement = inspection.placement
    return {"employer": session.get_one(Employer, placement.employer_id).name, "started_on": f"{placement.started_on:%d.%m.%Y}"}
