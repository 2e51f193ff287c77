"""Follow-up partners of the demo's person: the demo's agency at work, and another agency that waits for an answer."""

from datetime import timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.agencies.models import Agency, AgencyMember
from labour_exchange.agencies.queries import agencies_in_force
from labour_exchange.cases.models import Case, Plan, PlanStep
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.commands.demo.accounts import DOMAIN
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.operations.proposing import consent_to_partner, propose_partner
from labour_exchange.partners.rules import PartnerContactFacts, ProposalFacts
from labour_exchange.partners.states import ContactOutcome, NameShown

PURPOSE = "Бос орындарды бірге іздеп, сұхбатқа дайындау"
REMARK = "Екі жұмыс берушімен сұхбат күні келісілді"


def tell_partners(session: Session, officer: Actor, case: Case, plan: Plan) -> None:
    """Nothing without the demo's agency; the second one only where another agency has a licence in force."""
    agent = _agent(session)
    if agent is None:
        return
    first, last = plan.steps[0], plan.steps[-1]
    partner = _proposed(session, officer, case, session.get_one(Agency, agent.organisation_id), [first, last])
    person = Actor(ActorKind.JOBSEEKER, user_id=case.jobseeker.user_id, jobseeker_id=case.jobseeker_id)
    consent_to_partner(session, person, partner, name=NameShown.GIVEN)
    following.record_contact(session, agent, partner, PartnerContactFacts(clock.today(), ContactChannel.PHONE, ContactOutcome.AS_AGREED, REMARK))
    following.report_step(session, agent, partner, partner.steps[0])
    starts_at = (clock.now() + timedelta(days=3)).astimezone(clock.COUNTRY_ZONE).replace(hour=11, minute=0, second=0, microsecond=0)
    meetings.propose_meeting(session, agent, partner, Slot(starts_at, 30, "Агенттік кеңсесі", "Сұхбатқа дайындық"))
    others = [one for one in agencies_in_force(session) if one.id != partner.agency_id and not one.is_sandbox]
    if others:
        _proposed(session, officer, case, others[0], [last])


def _proposed(session: Session, officer: Actor, case: Case, agency: Agency, steps: list[PlanStep]) -> FollowUpPartner:
    facts = ProposalFacts(PURPOSE, clock.today() + timedelta(days=180), len(steps))
    return propose_partner(session, officer, case, facts, organisation=agency, steps=steps)


def _agent(session: Session) -> Actor | None:
    """Whoever signs in as the demo's agency."""
    wanted = select(AgencyMember).join(User, User.id == AgencyMember.user_id).where(User.email == f"agency@{DOMAIN}")
    found = session.scalars(wanted).one_or_none()
    return Actor(ActorKind.AGENCY, user_id=found.user_id, organisation_id=found.agency_id) if found else None
