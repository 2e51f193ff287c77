"""Cases for tests, with the officer who leads them."""

from datetime import date

from sqlalchemy.orm import Session

from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import open_case
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories.jobseekers import registered


def case(session: Session, officer: Actor, *, person: Jobseeker | None = None, due_on: date | None = None, step: str = "Bring the diploma") -> Case:
    """An open case of a registered person of the officer's region; it may be due in the past."""
    who = person or registered(session, officer.region_code or "")
    made = open_case(session, officer, who, CaseFacts(step, clock.today()))
    made.due_on = due_on or made.due_on
    session.flush()
    return made
