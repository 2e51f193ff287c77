"""Cases for tests, with the officer who leads them."""

from datetime import date, timedelta

from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Appointment, Case, Plan, SocialContract
from labour_exchange.cases.operations import open_case
from labour_exchange.cases.operations.contracts import approve_contract, draft_contract, offer_contract
from labour_exchange.cases.operations.meetings import propose_appointment
from labour_exchange.cases.operations.plans import add_step, agree_to_plan, write_goals
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.cases.rules.contracts import Term
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import Doer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories.jobseekers import actor_of, registered


def case(session: Session, officer: Actor, *, person: Jobseeker | None = None, due_on: date | None = None, step: str = "Bring the diploma") -> Case:
    """An open case of a registered person of the officer's region; it may be due in the past."""
    who = person or registered(session, officer.region_code or "")
    made = open_case(session, officer, who, CaseFacts(step, clock.today()))
    made.due_on = due_on or made.due_on
    session.flush()
    return made


def agreed_plan(session: Session, officer: Actor, one: Case, *, due_in: int = 30) -> Plan:
    """A plan with a step on each side, agreed by the person; the days are counted from today."""
    plan = write_goals(session, officer, one, None, goals="Work as a welder", revision=0)
    due_on = clock.today() + timedelta(days=due_in)
    add_step(session, officer, plan, StepFacts("Learn to weld", Doer.PERSON, due_on), revision=1)
    add_step(session, officer, plan, StepFacts("Find a course", Doer.OFFICE, due_on), revision=2)
    return agree_to_plan(session, actor_of(one.jobseeker), plan, revision=3)


def drafted_contract(session: Session, officer: Actor, one: Case, *, starts_in: int = 0) -> SocialContract:
    """From a plan that the person has agreed to; ninety days from when it begins."""
    starts_on = clock.today() + timedelta(days=starts_in)
    return draft_contract(session, officer, agreed_plan(session, officer, one), Term(starts_on, starts_on + timedelta(days=90)))


def approved_contract(session: Session, officer: Actor, approver: Actor, one: Case, *, starts_in: int = 0) -> SocialContract:
    """Offered to the person and approved by a second pair of eyes; not signed yet."""
    made = drafted_contract(session, officer, one, starts_in=starts_in)
    return approve_contract(session, approver, offer_contract(session, officer, made))


def appointment(session: Session, officer: Actor, one: Case, *, hours: int = 1) -> Appointment:
    """An hour with the officer, so many hours from now."""
    slot = Slot(clock.now() + timedelta(hours=hours), 60, "Room 4", "The plan")
    return propose_appointment(session, officer, one, slot, officer=session.get_one(User, officer.user_id))
