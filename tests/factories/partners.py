"""Follow-up partners for tests, each function a situation; they are made by the operations, as in life."""

from datetime import timedelta
from itertools import count

from sqlalchemy.orm import Session

from labour_exchange.agencies.models import Agency
from labour_exchange.cases.models import Case
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, system_actor
from labour_exchange.partners.models import FollowUpPartner
from labour_exchange.partners.operations.proposing import consent_to_partner, propose_partner
from labour_exchange.partners.rules import ProposalFacts
from labour_exchange.partners.states import NameShown
from labour_exchange.programmes.models.training import Provider
from tests.factories.cases import agreed_plan
from tests.factories.jobseekers import actor_of
from tests.factories.placements import bin_number

_serials = count(1)


def provider(session: Session, region_code: str = "KZ-71") -> Provider:
    made = Provider(bin=bin_number(), name=f"Trade college {next(_serials)}", region_code=region_code)
    session.add(made)
    session.flush()
    return made


def proposed(session: Session, officer: Actor, case: Case, organisation: Agency | Provider, *, days: int = 90) -> FollowUpPartner:
    """Waits for the person; it is to follow up every step of the plan, which is written where there is none."""
    plan = plan_of(session, system_actor("test"), case) or agreed_plan(session, officer, case)
    facts = ProposalFacts("Finds work for a welder", clock.today() + timedelta(days=days), len(plan.steps))
    return propose_partner(session, officer, case, facts, organisation=organisation, steps=plan.steps)


def active(
    session: Session, officer: Actor, case: Case, organisation: Agency | Provider, *, days: int = 90, name: NameShown = NameShown.GIVEN
) -> FollowUpPartner:
    """The person has consented."""
    made = proposed(session, officer, case, organisation, days=days)
    return consent_to_partner(session, actor_of(case.jobseeker), made, name=name)
