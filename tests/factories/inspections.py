"""Inspections for tests, each function a situation; they are made by the operations, as in life."""

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from sqlalchemy import select

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.inspections.models import Inspection, RecoveryEntry
from labour_exchange.inspections.operations import decisions, opening, recoveries, replies
from labour_exchange.inspections.states import Decision, Payer
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.placements.models import Placement
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.operations import payments
from labour_exchange.programmes.states import PaymentKind
from tests.factories import placements, programmes
from tests.factories.jobseekers import actor_of, jobseeker
from tests.factories.offices import office, officer, staff

REGION = "KZ-71"


@dataclass
class Cast:
    """A confirmed placement of a person at an employer, and three people of the region's office: who prepares and two who decide."""

    placement: Placement
    person: Actor
    hirer: Actor
    officer: Actor
    approver: Actor
    second_approver: Actor


def cast(session: ExchangeSession, region_code: str = REGION) -> Cast:
    employer, hirer = placements.hiring_employer(session, region_code)
    who, place = jobseeker(session, region_code), office(session, region_code)
    made = placements.confirmed(session, placements.open_vacancy(session, employer), hirer, who)
    approvers = [officer(staff(session, place, approver=True)) for _ in range(2)]
    return Cast(made, actor_of(who), hirer, officer(staff(session, place)), *approvers)


def subsidised(session: ExchangeSession, of: Cast, *, paid: int = 0) -> Enrolment:
    """A social job of the same person at the same employer, begun, with so much paid for the month of the start."""
    measure = programmes.measure(session)
    region_code = of.officer.region_code or REGION
    if session.scalar(select(Allocation.id).where(Allocation.measure_id == measure.id, Allocation.region_code == region_code)) is None:
        programmes.allocation(session, measure, region_code, places=1_000, amount=1_000_000_000)
    who = session.get_one(Jobseeker, of.placement.jobseeker_id)
    programmes.registered(session, who.region_code, person=who, on=clock.today() - timedelta(days=100), renewed_on=clock.today())
    made = programmes.started(session, measure, of.officer, of.approver, who)
    made.employer_id = of.placement.employer_id
    if paid:
        month = clock.today().replace(day=1)
        payment = payments.prepare_payment(session, of.officer, made, kind=PaymentKind.SUBSIDY, amount=paid, month=month)
        payments.approve_payment(session, of.approver, payment)
    session.flush()
    return made


def opened(session: ExchangeSession, of: Cast) -> Inspection:
    return opening.open_inspection(session, of.officer, of.placement, reason="Nobody is seen at work.")


def asked(session: ExchangeSession, of: Cast) -> Inspection:
    return opening.ask_parties(session, of.officer, opened(session, of))


def answered(session: ExchangeSession, of: Cast) -> Inspection:
    made = asked(session, of)
    replies.reply_to_inspection(session, of.hirer, made, text="The person works in the second shift.")
    return made


def prepared(session: ExchangeSession, of: Cast, decision: Decision = Decision.ANNULLED, by: Actor | None = None) -> Inspection:
    facts = {"reason": "The timesheet is empty.", "unfounded_since": of.placement.started_on}
    return decisions.prepare_decision(session, by or of.officer, answered(session, of), decision, **facts)


def owing(session: ExchangeSession, of: Cast, *, paid: int = 50_000, decision: Decision = Decision.SUBSIDY_RECOVERED) -> Inspection:
    """Decided: what was paid for the subsidised job has to come back."""
    subsidised(session, of, paid=paid)
    return decisions.decide_inspection(session, of.approver, prepared(session, of, decision))


def returned(session: ExchangeSession, of: Cast, inspection: Inspection, amount: int, **facts: Any) -> RecoveryEntry:
    """Written down by the officer; it waits for an approver."""
    given = {"received_on": clock.today(), "payer": Payer.EMPLOYER, "reference": f"Payment order {amount}"}
    return recoveries.record_return(session, of.officer, inspection, amount=amount, **given | facts)
