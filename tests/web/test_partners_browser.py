"""The pages of follow-up partners in a real browser, on all three sides: nothing that axe finds, nothing wider than the screen."""

from datetime import timedelta

import pytest
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.cases.models import PlanStep
from labour_exchange.cases.rules.meetings import Slot
from labour_exchange.cases.states import ContactChannel
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.partners.operations import following, meetings
from labour_exchange.partners.rules import PartnerContactFacts
from labour_exchange.partners.states import ContactOutcome, NameShown
from tests.factories import agencies
from tests.factories.cases import case
from tests.factories.jobseekers import actor_of
from tests.factories.offices import office, officer, staff
from tests.factories.partners import active, proposed, provider
from tests.web.browser import WIDTHS, launched
from tests.web.test_cases_browser import wrong_with

pytestmark = pytest.mark.browser

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
    pages = arranged(committed)
    secrets = {actor: open_session(committed, committed.get_one(User, actor.user_id), second_factor_at=clock.now())[1] for actor in pages}
    committed.commit()
    wrong = []
    with launched() as browser:
        for actor, paths in pages.items():
            context = browser.new_context()
            context.add_cookies([{"name": "session", "value": secrets[actor], "url": live_server}])
            page = context.new_page()
            for language in LANGUAGES:
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    for place, path in enumerate(paths):
                        answer = page.goto(f"{live_server}/{language}/{path}")
                        assert answer is not None
                        assert answer.status == 200, path
                        name = "_".join(part for part in path.split("/") if len(part) != 16)
                        wrong += wrong_with(page, f"{place}_{name}", language, width)
            context.close()
    assert wrong == []
