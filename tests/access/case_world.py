"""What the access matrix asks of case work, marked with words that give away whose it is."""

from collections.abc import Callable
from datetime import timedelta

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations.contracts import draft_contract, offer_contract
from labour_exchange.cases.operations.meetings import propose_appointment, record_contact
from labour_exchange.cases.operations.plans import add_step, agree_to_plan, write_goals
from labour_exchange.cases.operations.transfers import ask_transfer
from labour_exchange.cases.rules.contracts import Term
from labour_exchange.cases.rules.meetings import ContactFacts, Slot
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import ContactChannel, Doer, TransferReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from tests.factories.jobseekers import actor_of

Put = Callable[..., None]


def fill(session: ExchangeSession, put: Put, case: Case, officer: Actor, words: str) -> None:
    """`put` takes the name of a record and its arguments; `words` begin every text that only the people concerned may read."""
    plan = write_goals(session, officer, case, None, goals=f"{words} goal", revision=0)
    step = add_step(session, officer, plan, StepFacts(f"{words} step", Doer.PERSON, clock.today()), revision=1)
    add_step(session, officer, plan, StepFacts(f"{words} help", Doer.OFFICE, clock.today()), revision=2)
    agree_to_plan(session, actor_of(case.jobseeker), plan, revision=plan.revision)
    term = Term(clock.today(), clock.today() + timedelta(days=30))
    contract = offer_contract(session, officer, draft_contract(session, officer, plan, term))
    put("contract", public_id=contract.public_id)
    put("obligation", public_id=contract.public_id, obligation_id=contract.obligations[0].public_id)
    put("plan", public_id=plan.public_id)
    put("plan step", public_id=case.public_id, step_id=step.public_id)
    record_contact(session, officer, case, ContactFacts(clock.today(), ContactChannel.PHONE, f"{words} purpose", f"{words} result"))
    slot = Slot(clock.now() + timedelta(days=1), 30, f"{words} room", f"{words} meeting")
    met = propose_appointment(session, officer, case, slot, officer=session.get_one(User, officer.user_id))
    put("appointment", public_id=met.public_id)


def fill_transfers(session: ExchangeSession, put: Put, person: Jobseeker, stranger: Jobseeker, region_code: str) -> None:
    """The person of the side asks to leave, and somebody of a region that is nobody's asks to come."""
    left = ask_transfer(session, actor_of(person), person, to_region=stranger.region_code, reason=TransferReason.MOVED)
    put("leaving", public_id=left.public_id)
    came = ask_transfer(session, actor_of(stranger), stranger, to_region=region_code, reason=TransferReason.FAMILY)
    put("arriving", public_id=came.public_id)
