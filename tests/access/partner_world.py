"""Follow-up partners in the small country of the access matrix: one that stands, one of each kind that does not, and a provider without accounts."""

from collections.abc import Callable
from datetime import timedelta

from sqlalchemy import select, update

from labour_exchange.agencies.models import Agency
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import open_case
from labour_exchange.cases.operations.plans import add_step, write_goals
from labour_exchange.cases.queries.plans import plan_for
from labour_exchange.cases.rules import CaseFacts
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.rules.plans import StepFacts
from labour_exchange.cases.states import ContactChannel, Doer
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.operations.proposing import consent_to_partner, decline_partner, propose_partner, withdraw_consent
from labour_exchange.partners.rules import PartnerContactFacts, ProposalFacts
from labour_exchange.partners.states import ContactOutcome, NameShown, PartnerState
from labour_exchange.programmes.models.training import Provider
from tests.factories.jobseekers import actor_of
from tests.factories.placements import bin_number

PRIVATE, SHARED, ELSEWHERE = "zqprivate", "zqshared", "KZ-63"
Put = Callable[..., None]


def fill(session: ExchangeSession, put: Put, side: str, officer: Actor, agent: Actor, case_id: str, another: Callable[[], Jobseeker]) -> None:
    """`put` takes the name of a record and its arguments; `another` makes one more person on the register at the side."""
    agency, words = session.get_one(Agency, agent.organisation_id), f"{PRIVATE}-{side}"
    case = session.scalars(select(Case).where(Case.public_id == case_id)).one()
    partner = _active(session, officer, case, agency, words)
    put("partner", public_id=partner.public_id)
    # An office reads it, and yet does not write for it: not a question of whose row it is.
    put("speaks for itself", public_id=partner.public_id)
    following.report_step(session, agent, partner, partner.steps[0])
    put("followed step", public_id=partner.public_id, step_id=partner.steps[0].public_id)
    put("step of one that speaks", public_id=partner.public_id, step_id=partner.steps[0].public_id)
    facts = PartnerContactFacts(clock.today(), ContactChannel.PHONE, ContactOutcome.AS_AGREED, f"{words} remark")
    following.record_contact(session, agent, partner, facts)
    slot = Slot(clock.now() + timedelta(days=2), 30, f"{words} place", f"{words} interview")
    put("partner meeting", public_id=meetings.propose_meeting(session, agent, partner, slot).public_id)
    college, other = (_provider(session, officer, f"{SHARED}-{side} {name}") for name in ("college", "school"))
    taught = _active(session, officer, case, college, words)
    put("provider", public_id=taught.public_id)
    put("provider step", public_id=taught.public_id, step_id=taught.steps[0].public_id)
    put("provider meeting", public_id=meetings.propose_meeting(session, officer, taught, slot).public_id)
    put("unanswered partner", public_id=_proposed(session, officer, case, other, words).public_id)
    _fill_what_does_not_stand(session, put, officer, agency, words, another)


def _fill_what_does_not_stand(
    session: ExchangeSession, put: Put, officer: Actor, agency: Agency, words: str, another: Callable[[], Jobseeker]
) -> None:
    """Of the agency that may follow the first person up, each of another person: whatever is missing, it finds nothing."""
    waiting = _proposed(session, officer, _case(session, officer, another(), words), agency, words)
    put("waiting partner", public_id=waiting.public_id)
    put("waiting step", public_id=waiting.public_id, step_id=waiting.steps[0].public_id)
    declined = _proposed(session, officer, _case(session, officer, another(), words), agency, words)
    decline_partner(session, actor_of(declined.case.jobseeker), declined)
    put("declined partner", public_id=declined.public_id)
    withdrawn = _active(session, officer, _case(session, officer, another(), words), agency, words)
    withdraw_consent(session, actor_of(withdrawn.case.jobseeker), withdrawn)
    put("withdrawn partner", public_id=withdrawn.public_id)
    put("withdrawn step", public_id=withdrawn.public_id, step_id=withdrawn.steps[0].public_id)
    overdue = _overdue(session, _case(session, officer, another(), words), agency, words)
    left = _active(session, officer, _case(session, officer, another(), words), agency, words)
    # As after an accepted transfer, before the worker has ended what the office that was left had proposed.
    session.execute(update(Case).where(Case.id == left.case_id).values(region_code=ELSEWHERE))
    put("overdue partner", public_id=overdue.public_id)
    put("left partner", public_id=left.public_id)


def _case(session: ExchangeSession, officer: Actor, person: Jobseeker, words: str) -> Case:
    case = open_case(session, officer, person, CaseFacts(f"{words} next step", clock.today()))
    plan = write_goals(session, officer, case, None, goals=f"{words} goal", revision=0)
    add_step(session, officer, plan, StepFacts(f"{words} step", Doer.PERSON, clock.today()), revision=1)
    return case


def _proposed(session: ExchangeSession, officer: Actor, case: Case, organisation: Agency | Provider, words: str) -> FollowUpPartner:
    steps = plan_for(session, officer, case).steps
    facts = ProposalFacts(f"{words} purpose", clock.today() + timedelta(days=30), len(steps))
    return propose_partner(session, officer, case, facts, organisation=organisation, steps=steps)


def _active(session: ExchangeSession, officer: Actor, case: Case, organisation: Agency | Provider, words: str) -> FollowUpPartner:
    made = _proposed(session, officer, case, organisation, words)
    return consent_to_partner(session, actor_of(case.jobseeker), made, name=NameShown.FULL)


def _overdue(session: ExchangeSession, case: Case, agency: Agency, words: str) -> FollowUpPartner:
    """Its last day was yesterday, and the worker has not ended it yet."""
    made = FollowUpPartner(case_id=case.id, jobseeker_id=case.jobseeker_id, region_code=case.region_code, agency_id=agency.id)
    made.purpose, made.shown_name, made.name_shown = f"{words} purpose", f"{words} name", NameShown.FULL
    made.until_on, made.state = clock.today() - timedelta(days=1), PartnerState.ACTIVE
    made.proposed_at = made.answered_at = clock.now() - timedelta(days=60)
    session.add(made)
    session.flush()
    return made


def _provider(session: ExchangeSession, officer: Actor, name: str) -> Provider:
    made = Provider(bin=bin_number(), name=name, region_code=officer.region_code or "")
    session.add(made)
    session.flush()
    return made
