"""Inspections in the small country of the access matrix: for each side a sample, and two that every side answered, one of them of an agency."""

from sqlalchemy import select

from labour_exchange.agencies.models import AgencyMember
from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection, InspectionReply, InspectionSample
from labour_exchange.inspections.operations.opening import ask_parties, open_inspection
from labour_exchange.inspections.states import Side
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement

PRIVATE, SHARED = "zqprivate", "zqshared"
PLAN = {"seed": 1, "employer_share": 10, "file_share": 10, "high_from": 4, "chance": 0.01}
COUNTS = dict.fromkeys(("employers", "files", "drawn_high", "drawn_others", "opened"), 1)


def filled(session: ExchangeSession, side: str, officer: Actor, placed: str, brought: str) -> dict[str, dict[str, str | int]]:
    """What leads to each record, by its name in the table. `placed` and `brought` are placements, the second brought by an agency."""
    today, region = clock.today(), {"region_code": officer.region_code, "drawn_by_id": officer.user_id, "drawn_at": clock.now()}
    session.add(InspectionSample(since=today, until=today, register_hash=f"{SHARED}-{side}", **PLAN | COUNTS | region))
    found = {}
    for name, public_id in (("inspection", placed), ("agency inspection", brought)):
        placement = session.scalars(select(Placement).where(Placement.public_id == public_id)).one()
        made = open_inspection(session, officer, placement, reason=f"{SHARED}-{side} question")
        ask_parties(session, officer, made)
        _answer(session, side, made, placement)
        found[name] = {"public_id": made.public_id}
    return dict(found)


def _answer(session: ExchangeSession, side: str, inspection: Inspection, placement: Placement) -> None:
    """Every side has replied."""
    people = {
        Side.JOBSEEKER: select(Jobseeker.user_id).where(Jobseeker.id == placement.jobseeker_id),
        Side.EMPLOYER: select(EmployerMember.user_id).where(EmployerMember.employer_id == placement.employer_id).limit(1),
        Side.AGENCY: select(AgencyMember.user_id).where(AgencyMember.agency_id == placement.agency_id).limit(1),
    }
    assert {one.value for one in people} < {kind.value for kind in ActorKind}
    for who, wanted in people.items():
        user_id = session.scalar(wanted)
        if user_id is not None:
            said = {"text": f"{PRIVATE}-{side} reply", "user_id": user_id, "replied_at": clock.now()}
            session.add(InspectionReply(inspection_id=inspection.id, side=who, **said))
    session.flush()
