"""Inspections in the small country of the access matrix: for each side a sample, two that every side answered, and one with a claim."""

from sqlalchemy import select

from labour_exchange.agencies.models import AgencyMember
from labour_exchange.employers.models import EmployerMember
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection, InspectionReply, InspectionSample, Recovery, RecoveryEntry, RecoveryPayment
from labour_exchange.inspections.operations.opening import ask_parties, open_inspection
from labour_exchange.inspections.states import Decision, InspectionState, RecoveryKind, RecoveryState, Side
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.models.money import Payment

PRIVATE, SHARED = "zqprivate", "zqshared"
PLAN = {"seed": 1, "employer_share": 10, "file_share": 10, "high_from": 4, "chance": 0.01}
COUNTS = dict.fromkeys(("employers", "files", "drawn_high", "drawn_others", "opened"), 1)


def filled(
    session: ExchangeSession, side: str, acting: tuple[Actor, Actor], placements: tuple[str, str], paid: str
) -> dict[str, dict[str, str | int]]:
    """What leads to each record, by its name in the table. The second of the placements was brought by an agency; `paid` is a payment."""
    officer, (placed, brought) = acting[0], placements
    today, region = clock.today(), {"region_code": officer.region_code, "drawn_by_id": officer.user_id, "drawn_at": clock.now()}
    session.add(InspectionSample(since=today, until=today, register_hash=f"{SHARED}-{side}", **PLAN | COUNTS | region))
    found = {}
    for name, public_id in (("inspection", placed), ("agency inspection", brought)):
        placement = session.scalars(select(Placement).where(Placement.public_id == public_id)).one()
        made = open_inspection(session, officer, placement, reason=f"{SHARED}-{side} question")
        ask_parties(session, officer, made)
        _answer(session, side, made, placement)
        found[name] = {"public_id": made.public_id}
    return {**found, "recovery entry": _claim(session, side, acting, placed, paid)}


def _claim(session: ExchangeSession, side: str, acting: tuple[Actor, Actor], placed: str, paid: str) -> dict[str, str | int]:
    """Of an earlier inspection of the same placement: a part is given up, another part waits for the approver."""
    officer, approver = acting
    placement = session.scalars(select(Placement).where(Placement.public_id == placed)).one()
    prepared = {"prepared_by_id": officer.user_id, "prepared_at": clock.now()}
    decided = {"decided_by_id": approver.user_id, "decided_at": clock.now()}
    words, region = {"reason": f"{SHARED}-{side} report", "decision_reason": f"{SHARED}-{side} grounds"}, {"region_code": officer.region_code}
    facts = {"signals": [], "risk": 0, "opened_by_id": officer.user_id, "opened_at": clock.now(), "to_recover": 1_000, "closed_on": clock.today()}
    states = {"state": InspectionState.CLOSED, "decision": Decision.SUBSIDY_RECOVERED}
    earlier = Inspection(placement_id=placement.id, **words, **region, **facts, **states, **prepared, **decided)
    session.add(earlier)
    session.flush()
    claim = Recovery(inspection_id=earlier.id, owed=1_000, written_off=1, opened_at=clock.now(), **region)
    session.add(claim)
    session.flush()
    payment_id = session.scalars(select(Payment.id).where(Payment.public_id == paid)).one()
    session.add(RecoveryPayment(recovery_id=claim.id, payment_id=payment_id, amount=1_000))
    given_up = {"recovery_id": claim.id, "kind": RecoveryKind.WRITE_OFF, "amount": 1, "reason": f"{PRIVATE}-{side} why"}
    waiting = RecoveryEntry(**given_up, **prepared)
    session.add_all((waiting, RecoveryEntry(state=RecoveryState.CONFIRMED, **given_up, **prepared, **decided)))
    session.flush()
    return {"public_id": earlier.public_id, "entry_id": waiting.public_id}


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
