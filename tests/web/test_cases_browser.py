"""The pages of cases in a real browser: nothing that axe finds, nothing wider than the screen; and the page of two texts."""

import pytest
from playwright.sync_api import Page
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import override_effort, record_absence
from labour_exchange.cases.operations.meetings import record_contact
from labour_exchange.cases.operations.undertakings import record_paper_signature
from labour_exchange.cases.queries.plans import plan_of
from labour_exchange.cases.rules.absences import AbsenceDays
from labour_exchange.cases.rules.contracts import PaperSignature
from labour_exchange.cases.rules.meetings import ContactFacts
from labour_exchange.cases.states import ContactChannel, EffortGroup
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.texts import LANGUAGES
from tests.factories.cases import appointment, approved_contract, case, drafted_contract
from tests.factories.jobseekers import actor_of, registered, with_profile
from tests.factories.offices import office, officer, staff
from tests.web.browser import WIDTHS, launched, signed_in, wrong_in, wrong_with

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

STEP = "Дипломның көшірмесін әкелу және электрмонтер курсына өтініш жазу"


def arranged(session: Session) -> tuple[Case, dict[Actor, list[str]]]:
    """An officer with a case and a person without one; the pages of both sides."""
    place = office(session, "KZ-71")
    worker = officer(staff(session, place, display_name="Айсұлу Т."))
    made, without = case(session, worker, step=STEP), registered(session)
    override_effort(session, worker, made, group=EffortGroup.INTENSIVE, reason="Күтімге мұқтаж ата-анасы бар")
    colleague, days = staff(session, place, display_name="Бақыт С."), AbsenceDays(clock.today(), clock.today())
    record_absence(session, worker, days, absent=colleague.user, substitute=session.get_one(User, worker.user_id))
    here = f"office/cases/{made.public_id}"
    registering = f"office/jobseekers/{with_profile(session).public_id}/registrations/new"
    contract = approved_contract(session, worker, officer(staff(session, place, approver=True)), made)
    record_paper_signature(session, worker, contract, PaperSignature(clock.today(), "17-204"))
    record_contact(session, worker, made, ContactFacts(clock.today(), ContactChannel.PHONE, STEP, STEP, STEP))
    met = appointment(session, worker, made)
    second = drafted_contract(session, worker, case(session, worker))
    plan = plan_of(session, worker, made)
    assert plan is not None
    at = f"office/contracts/{contract.public_id}"
    working = [f"{here}/plan", f"{here}/plan/edit", f"{here}/plan/steps/new", f"{here}/plan/steps/{plan.steps[0].public_id}/drop"]
    working += [at, f"office/contracts/{second.public_id}", f"{at}/document", f"{at}/end", f"office/contracts/{second.public_id}/signature"]
    working += [f"office/contracts/{second.public_id}/obligations/new", f"office/cases/{second.case.public_id}/contract/new"]
    working += [f"{here}/contacts/new", f"{here}/appointments/new", f"office/appointments/{met.public_id}/move"]
    helping = [f"{here}/effort", "office/cases/absences/new", registering]
    office_pages = ["office/cases", here, f"{here}/close", f"office/jobseekers/{without.public_id}/case/new", *helping, *working]
    own = ["jobseeker/case", "jobseeker/registration", f"jobseeker/case/appointments/{met.public_id}/move"]
    return made, {worker: office_pages, actor_of(made.jobseeker): [*own, f"jobseeker/case/contracts/{contract.public_id}"]}


def test_pages_are_clean(live_server: str, committed: Session) -> None:
    _made, pages = arranged(committed)
    assert wrong_in(live_server, committed, pages) == []


def test_the_page_of_two_texts_is_clean(live_server: str, committed: Session) -> None:
    made, pages = arranged(committed)
    wrong = []
    with launched() as browser:
        page = signed_in(browser, committed, live_server, next(actor for actor in pages if actor.is_office_staff))
        for language in LANGUAGES:
            for width in WIDTHS:
                page.set_viewport_size({"width": width, "height": 900})
                _save_twice(page, f"{live_server}/{language}/office/cases/{made.public_id}/edit")
                wrong += wrong_with(page, "conflict", language, width)
    assert wrong == []


def _save_twice(page: Page, address: str) -> None:
    """The form as two officers would send it: the second with the version that the first has replaced."""
    page.goto(address)
    step, version = page.locator("[name=next_step]"), page.locator("[name=version]").input_value()
    step.fill(f"{STEP} {version}")
    page.locator("main form [type=submit]").click()
    page.goto(address)
    page.locator("[name=version]").evaluate("(field, old) => { field.value = old }", version)
    step.fill("Call the school")
    with page.expect_navigation() as answered:
        page.locator("main form [type=submit]").click()
    assert answered.value is not None
    assert answered.value.status == 409
