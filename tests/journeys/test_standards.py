"""A draft standard discussed by a stranger, answered and approved in one region; and a service rated once and only once: in a real browser."""

import re
from datetime import timedelta
from email import message_from_bytes, policy
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from config import Settings
from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.foundation.lifecycle.moves import log_transition
from labour_exchange.jobseekers.models import Registration
from labour_exchange.standards import operations
from labour_exchange.standards.models import Rating, RemarkSender, StandardVersion
from labour_exchange.standards.states import Promise, VersionState
from tests.factories import standards as made
from tests.factories.jobseekers import registered
from tests.factories.offices import office, officer, staff
from tests.journeys.desks import fill_day, sent, signed_in
from tests.journeys.steps import until
from tests.processes import worker

pytestmark = pytest.mark.browser
ADDRESS = "reader@example.kz"


def link_in_letter(mail: Path, to: str, part: str) -> str:
    """The own path behind the link of the letter that came to this address."""
    found: list[str] = []

    def has_come() -> bool:
        for path in mail.glob("*.eml"):
            letter = message_from_bytes(path.read_bytes(), policy=policy.default)
            body = letter.get_body(("plain",))
            if to in str(letter["To"]) and body is not None:
                found.extend(re.findall(rf"https?://[^/\s]+(\S*{part}\S+)", body.get_content()))
        return bool(found)

    until(has_come, f"a letter to {to}")
    return found[0]


def test_a_draft_is_discussed_answered_and_approved(
    protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser
) -> None:
    place = office(committed, "KZ-71")
    writer, second = staff(committed, place).user, staff(committed, place, approver=True).user
    committed.commit()
    stranger = browser.new_context(base_url=live_server).new_page()
    with worker(settings):
        publish(signed_in(browser, protected, committed, live_server, writer))
        comment(stranger)
        stranger.goto(link_in_letter(Path(settings.instance_dir) / "mail", ADDRESS, "/standards/remarks/confirm/"))
        stranger.get_by_role("button", name="Confirm").click()
        expect(stranger.get_by_role("heading", level=1)).to_contain_text("Your remark is confirmed")
    open_standard(stranger)
    expect(stranger.locator("main")).not_to_contain_text("Say what happens on holidays.")
    with clock.hold(clock.now() + timedelta(days=12)):
        answer_and_report(signed_in(browser, protected, committed, live_server, writer))
        approve(signed_in(browser, protected, committed, live_server, second))
        open_standard(stranger)
        for words in ("In force", "Say what happens on holidays.", "We say it in paragraph two.", "One wrote; it was taken over."):
            expect(stranger.locator("main")).to_contain_text(words)
        assert ADDRESS not in stranger.content()
        sent(stranger)
    committed.rollback()
    act_as(committed, system_actor("test"))
    version = committed.scalars(select(StandardVersion)).one()
    assert (version.state, version.prepared_by_id, version.approved_by_id) == (VersionState.IN_FORCE, writer.id, second.id)
    operations.forget_senders(committed)
    assert committed.scalars(select(RemarkSender.address)).all() == [None]


def publish(page: Page) -> None:
    page.goto("/en/office/standards")
    page.get_by_role("link", name="New standard").first.click()
    page.locator("[name='term_days']").fill("3")
    for code in ("kk", "ru", "en"):
        for name in ("title", "audience", "documents"):
            page.locator(f"[name='{name}_{code}']").fill(f"Careers guidance {name}")
        page.locator(f"[name='paragraphs_{code}']").fill("You get a time within three days.\n\nA meeting lasts half an hour.")
    page.locator("[name='paragraphs_ru']").fill("One paragraph only.")
    page.get_by_role("button", name="Save").click()
    expect(page.locator("#errors")).to_contain_text("Write as many paragraphs in each language")
    page.locator("[name='paragraphs_ru']").fill("One.\n\nTwo.")
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name="Put to discussion").click()
    fill_day(page, "until_on", 10)
    page.get_by_role("button", name="Publish the draft").click()
    expect(page.locator("main")).to_contain_text("In public discussion")
    sent(page)


def open_standard(page: Page) -> None:
    page.goto("/en/standards")
    page.locator("main").get_by_role("link", name="Careers guidance title").first.click()


def comment(page: Page) -> None:
    open_standard(page)
    page.get_by_role("link", name="Write about paragraph 2").click()
    page.get_by_label("Proposal").check()
    page.locator("[name='text']").fill("Say what happens on holidays.")
    page.locator("[name='email']").fill(ADDRESS)
    page.get_by_role("button", name="Send").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Look into your mailbox")
    sent(page)


def answer_and_report(page: Page) -> None:
    page.goto("/en/office/standards")
    page.get_by_role("link", name="Careers guidance title").click()
    expect(page.locator("main")).to_contain_text("Some remarks wait")
    page.get_by_role("link", name=re.compile("^Moderate")).click()
    page.get_by_label("Publish", exact=True).check()
    page.get_by_role("button", name="Save").click()
    page.get_by_role("link", name=re.compile("^Answer")).click()
    page.get_by_label("Taken over", exact=True).check()
    page.locator("[name='answer']").fill("We say it in paragraph two.")
    page.get_by_role("button", name="Answer").click()
    page.get_by_role("link", name="Write the closing report").click()
    page.locator("[name='report']").fill("One wrote; it was taken over.")
    page.get_by_role("button", name="Publish the report").click()
    expect(page.locator("main")).to_contain_text("a second person has to")
    assert page.get_by_role("link", name="Approve the standard").count() == 0
    sent(page)


def approve(page: Page) -> None:
    page.goto("/en/office/standards")
    page.get_by_role("link", name="Careers guidance title").click()
    page.get_by_role("link", name="Approve the standard").click()
    page.get_by_role("button", name="Approve the standard").click()
    expect(page.locator("main")).to_contain_text("In force")
    sent(page)


def test_a_service_is_rated_once_and_only_once(
    protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser
) -> None:
    place = office(committed, "KZ-71")
    writer, second = staff(committed, place), staff(committed, place, approver=True)
    made.in_force(committed, officer(writer), officer(second), promise=Promise.REGISTRATION, since=30)
    person = registered(committed, "KZ-71", at=place)
    registration = committed.scalars(select(Registration).where(Registration.jobseeker_id == person.id)).one()
    log_transition(committed, officer(writer), "registration", registration.id, "open", "", "active")
    committed.commit()
    page = browser.new_context(base_url=live_server).new_page()
    with worker(settings):
        operations.measure_commitments(committed, committed.commit)
        address = committed.get_one(User, person.user_id).email
        path = link_in_letter(Path(settings.instance_dir) / "mail", address, "/rate/")
    page.goto(re.sub("^/(kk|ru|en)/", "/en/", path))
    page.get_by_role("button", name="Send the rating").click()
    expect(page.locator("#errors")).to_be_visible()
    page.get_by_label("4 – good").check()
    page.locator("[name='words']").fill("Quick and clear.")
    page.get_by_role("button", name="Send the rating").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("Thank you for the rating")
    sent(page)
    page.goto(path)
    assert page.get_by_role("radio").count() == 0
    moderate(signed_in(browser, protected, committed, live_server, writer.user))
    committed.rollback()
    act_as(committed, system_actor("test"))
    assert committed.scalars(select(Rating.points)).all() == [4]


def moderate(page: Page) -> None:
    page.goto("/en/office/ratings")
    page.get_by_role("link", name="Quick and clear.").click()
    page.get_by_label("Publish", exact=True).check()
    page.get_by_role("button", name="Save").click()
    expect(page.locator("main")).to_contain_text("Published")
    sent(page)
