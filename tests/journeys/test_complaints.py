"""A complaint in a real browser: from the link of a letter through the office to the ministry, and the pages that compare offices."""

import os
import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from config import Settings
from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.notifications.reactions.standards import ask_to_rate
from labour_exchange.offices.models import Office, StaffMember
from labour_exchange.standards import operations
from labour_exchange.standards.models import Commitment, ServiceComplaint, ServiceFigure
from labour_exchange.standards.rules.promises import quarter_of
from labour_exchange.standards.states import ComplaintState, Finding, Promise
from tests.factories import standards as made
from tests.factories.accounts import user
from tests.factories.jobseekers import actor_of, registered
from tests.factories.offices import office, officer, staff
from tests.journeys.desks import sent, signed_in
from tests.journeys.test_standards import link_in_letter
from tests.processes import worker
from tests.web.browser import WIDTHS, overflow, small_targets, violations

pytestmark = pytest.mark.browser
SCREENSHOTS = os.environ.get("SCREENSHOTS")
WORDS = "I waited three weeks and nobody called me back."


def served(session: ExchangeSession, place: Office, member: User, second: User, *, number: int) -> list[Commitment]:
    """Services of as many people at the office."""
    writers = [officer(one) for one in (staff_of(session, member), staff_of(session, second))]
    version = made.in_force(session, writers[0], writers[1], promise=Promise.REFERRAL, days=10, since=30)
    return [made.service(session, version, registered(session, "KZ-71", at=place), place.id, late=bool(one % 2)) for one in range(number)]


def staff_of(session: ExchangeSession, account: User) -> StaffMember:
    return session.scalars(select(StaffMember).where(StaffMember.user_id == account.id)).one()


def test_from_the_letter_to_the_ministry(
    protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser
) -> None:
    place = office(committed, "KZ-71")
    member, second = staff(committed, place).user, staff(committed, place, approver=True).user
    analyst = user(committed, ActorKind.ANALYST)
    service = served(committed, place, member, second, number=1)[0]
    person = committed.get_one(User, committed.get_one(Jobseeker, service.jobseeker_id).user_id)
    mail, page = Path(settings.instance_dir) / "mail", browser.new_context(base_url=live_server).new_page()
    ask_to_rate(committed, {"commitment_id": service.id})
    committed.commit()
    with worker(settings):
        page.goto(in_english(link_in_letter(mail, person.email, "/rate/")))
        page.get_by_role("link", name="Complain about how a promise was kept").click()
        complain(page)
        answer(signed_in(browser, protected, committed, live_server, second))
        page.goto(in_english(link_in_letter(mail, person.email, "/complaint/")))
        further(page)
        decide(signed_in(browser, protected, committed, live_server, analyst))
        page.reload()
    expect(page.locator("main")).to_contain_text("The office shall call today.")
    assert page.get_by_role("link", name="Take it to the ministry").count() == 0
    sent(page)
    committed.rollback()
    act_as(committed, system_actor("test"))
    assert committed.scalars(select(ServiceComplaint.state)).all() == [ComplaintState.DECIDED]


def in_english(path: str) -> str:
    return re.sub("^/(kk|ru|en)/", "/en/", path)


def complain(page: Page) -> None:
    page.get_by_role("button", name="Send the complaint").click()
    expect(page.locator("#errors")).to_be_visible()
    page.locator("[name='text']").fill("Too short.")
    page.get_by_label("Explain why it happened").check()
    page.get_by_label("By letter to my email address").check()
    page.get_by_role("button", name="Send the complaint").click()
    expect(page.locator("#errors")).to_contain_text("at least 20 characters")
    page.locator("[name='text']").fill(WORDS)
    page.get_by_role("button", name="Send the complaint").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Your complaint")
    sent(page)


def answer(page: Page) -> None:
    page.goto("/en/office/service-complaints")
    page.locator("main").get_by_role("link", name="Registration en").click()
    expect(page.locator("main")).to_contain_text(WORDS)
    page.get_by_label("Not justified").check()
    page.locator("[name='text']").fill("We did call.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.locator("main")).to_contain_text("Answered by the office")
    sent(page)


def further(page: Page) -> None:
    expect(page.locator("main")).to_contain_text("We did call.")
    page.get_by_role("link", name="Take it to the ministry").click()
    page.locator("[name='why']").fill("They did not call, and the term is over.")
    page.get_by_role("button", name="Take it to the ministry").click()
    expect(page.locator("main")).to_contain_text("Waits for the ministry")
    sent(page)


def decide(page: Page) -> None:
    page.goto("/en/headquarters/service-complaints")
    page.locator("main").get_by_role("link", name="Registration en").click()
    page.get_by_label("Justified", exact=True).check()
    page.locator("[name='text']").fill("The office shall call today.")
    page.get_by_role("button", name="Send the answer").click()
    expect(page.locator("main")).to_contain_text("Answered by the ministry")
    sent(page)


def test_every_page_in_three_languages_at_two_widths(protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser) -> None:
    place = office(committed, "KZ-71")
    member, second = staff(committed, place).user, staff(committed, place, approver=True).user
    services = served(committed, place, member, second, number=4)
    filed, answered, escalated = (made.complaint(committed, one, text=WORDS * 8, officer="Somebody") for one in services[:3])
    for one in (answered, escalated):
        operations.answer_complaint(committed, officer(staff_of(committed, second)), one, finding=Finding.PARTLY, text="We called. " * 20)
    person = committed.get_one(Jobseeker, filed.jobseeker_id)
    services[3].jobseeker_id = filed.jobseeker_id
    operations.escalate_complaint(committed, actor_of(committed.get_one(Jobseeker, escalated.jobseeker_id)), escalated, why=WORDS)
    facts = {"quarter": quarter_of(clock.today()), "standard_id": services[0].standard_id, "counted_at": clock.now(), "complaint_days": 4.0}
    for at, count in ((place.id, 12), (office(committed, "KZ-75").id, 3)):
        counts = dict.fromkeys(("complaints", "complaints_answered", "complaints_in_time", "complaints_justified"), count)
        committed.add(ServiceFigure(office_id=at, kept=960, breached=40, ratings=0, points=0, **counts, **facts))
    analyst, own_account = user(committed, ActorKind.ANALYST), committed.get_one(User, person.user_id)
    committed.commit()
    visitor = browser.new_context(base_url=live_server).new_page()
    at_home, at_work, at_ministry = (signed_in(browser, protected, committed, live_server, one) for one in (own_account, second, analyst))
    pages = (
        (visitor, "standards/monitoring?promise=referral"),
        (visitor, f"standards/monitoring/{place.public_id}"),
        (at_home, "jobseeker/service-complaints"),
        (at_home, f"jobseeker/service-complaints/about/{services[3].public_id}"),
        (at_home, f"jobseeker/service-complaints/{filed.public_id}"),
        (at_work, "office/service-complaints"),
        (at_work, f"office/service-complaints/{filed.public_id}"),
        (at_work, "office/standards/new"),
        (at_ministry, "headquarters/service-complaints"),
        (at_ministry, f"headquarters/service-complaints/{escalated.public_id}"),
    )
    found = []
    for number, (page, path) in enumerate(pages):
        readings = [(code, width) for code in LANGUAGES for width in WIDTHS] if SCREENSHOTS else [(LANGUAGES[number % 3], WIDTHS[number % 2])]
        for code, width in readings:
            page.set_viewport_size({"width": width, "height": 900})
            page.goto(f"/{code}/{path}")
            found += [f"{code} {width} {path}: {one}" for one in (*violations(page), *overflow(page), *small_targets(page))]
            if SCREENSHOTS:
                page.screenshot(path=f"{SCREENSHOTS}/{number}-{code}-{width}.png", full_page=True)
    assert found == []
