"""The pages of follow-up partners in a real browser, on all three sides: nothing that axe finds, nothing wider than the screen."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.cases.models import PlanStep
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.rules import PartnerContactFacts
from labour_exchange.partners.states import ContactOutcome, NameShown
from tests.factories import agencies
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of
from tests.factories.offices import office, officer, staff
from tests.factories.partners import active, proposed, provider
from tests.web.browser import wrong_in

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

LONG = "Электр желілерін орнату бойынша сынақ мерзіміне шақыру алу және еңбек шартына қол қою"


def arranged(session: Session) -> dict[Actor, list[str]]:
    """A case with an agency that has written and reported, a provider, and a second agency that waits for the person."""
    worker = officer(staff(session, office(session, "KZ-71"), display_name="Айсұлу Т."))
    made, bare = case(session, worker), case(session, worker)
    agency, agent = agencies.in_force(session)
    partner = active(session, worker, made, agency, name=NameShown.FULL)
    following.report_step(session, agent, partner, partner.steps[0])
    facts = PartnerContactFacts(clock.today(), ContactChannel.PHONE, ContactOutcome.STARTED, LONG)
    following.record_contact(session, agent, partner, facts)
    meetings.propose_meeting(session, agent, partner, Slot(clock.now() + timedelta(days=2), 30, LONG, LONG))
    taught = active(session, worker, made, provider(session))
    following.record_contact(session, worker, taught, facts)
    meetings.propose_meeting(session, worker, taught, Slot(clock.now() + timedelta(days=3), 30, "Room 2", LONG))
    waiting = proposed(session, worker, made, agencies.in_force(session)[0])
    session.get_one(PlanStep, taught.steps[0].step_id).what = LONG
    here, ours, his = f"office/cases/{made.public_id}", f"office/partners/{partner.public_id}", f"office/partners/{taught.public_id}"
    of_office = [
        "office/cases",
        here,
        f"{here}/partners/new",
        f"office/cases/{bare.public_id}/partners/new",
        ours,
        his,
        f"office/partners/{waiting.public_id}",
    ]
    of_office += [f"{ours}/steps/{partner.steps[0].public_id}/return", *(f"{his}/{name}" for name in ("sheet", "contacts/new", "meetings/new"))]
    of_person = ["jobseeker/home", "jobseeker/case", *(f"jobseeker/case/partners/{one.public_id}" for one in (partner, taught, waiting))]
    followed = f"agency/followed/{partner.public_id}"
    of_agency = ["agency/home", "agency/candidates", "agency/followed", followed, f"{followed}/contacts/new", f"{followed}/meetings/new"]
    return {worker: of_office, actor_of(made.jobseeker): of_person, agent: of_agency}


def test_pages_are_clean(live_server: str, committed: Session) -> None:
    assert wrong_in(live_server, committed, arranged(committed), in_all=True) == []
