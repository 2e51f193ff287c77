"""The jobseeker's pages in a real browser: nothing that axe finds, nothing wider than the screen, in three languages at two widths."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import jobseekers as people
from tests.factories.signing_in import COOKIE
from tests.web.browser import WIDTHS, focused, is_read, launched, overflow, small_targets, violations
from tests.web.test_jobseeker_home import busy_person
from tests.web.test_jobseeker_pages import PAGES

pytestmark = pytest.mark.campaign
SCREENSHOTS = os.environ.get("SCREENSHOTS")


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


def signed_in_context(browser: Browser, address: str, session: ExchangeSession, *, is_new: bool) -> BrowserContext:
    person = people.jobseeker(session) if is_new else people.registered(session, person=busy_person(session))
    account = session.get_one(User, person.user_id)
    account.display_name = "Айсұлу Т."
    _row, secret = open_session(session, account, second_factor_at=None)
    session.commit()
    context = browser.new_context(locale="en")
    context.add_cookies([{"name": COOKIE, "value": secret, "url": address}])
    return context


def checked(page: Page, name: str, number: int, language: str) -> list[str]:
    found = []
    for width in (one for one in WIDTHS if is_read(number, language, one)):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{name} {width}: {one}" for one in (*violations(page), *overflow(page), *small_targets(page))]
        if SCREENSHOTS:
            page.screenshot(path=str(Path(SCREENSHOTS) / f"{name.replace('/', '-')}-{width}.png"), full_page=True)
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_pages_are_accessible_and_fit(app: Flask, live_server: str, committed: ExchangeSession, browser: Browser, language: str) -> None:
    page = signed_in_context(browser, live_server, committed, is_new=False).new_page()
    found = []
    for number, name in enumerate(PAGES):
        page.goto(f"{live_server}/{language}/jobseeker/{name}")
        found += checked(page, f"{language}-{name}", number, language)
    assert found == []


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_an_empty_profile_an_error_and_a_conflict_are_accessible(
    app: Flask, live_server: str, committed: ExchangeSession, browser: Browser, language: str
) -> None:
    page = signed_in_context(browser, live_server, committed, is_new=True).new_page()
    found = []
    for number, name in enumerate(("home", "profile", "registration", "profile/work")):
        page.goto(f"{live_server}/{language}/jobseeker/{name}")
        found += checked(page, f"{language}-new-{name}", number, language)
    page.goto(f"{live_server}/{language}/jobseeker/profile/about")
    page.locator("form.lx-form button[type=submit]").click()
    assert focused(page, "errors")
    found += checked(page, f"{language}-error", 0, language)
    page.goto(f"{live_server}/{language}/jobseeker/profile/about")
    page.locator("#headline").fill("Осы терезеде жазылған сөйлем")
    other = page.context.new_page()
    other.goto(f"{live_server}/{language}/jobseeker/profile/about")
    other.locator("#headline").fill("Басқа терезеде бұрын сақталған сөйлем")
    other.locator("form.lx-form button[type=submit]").click()
    page.locator("form.lx-form button[type=submit]").click()
    assert page.locator("form.lx-form #headline").input_value() == "Осы терезеде жазылған сөйлем"
    found += checked(page, f"{language}-conflict", 1, language)
    assert found == []


def test_a_language_is_added_without_a_mouse(app: Flask, live_server: str, committed: ExchangeSession, browser: Browser) -> None:
    page = signed_in_context(browser, live_server, committed, is_new=True).new_page()
    page.goto(f"{live_server}/en/jobseeker/profile/languages")
    page.locator("#code").focus()
    page.keyboard.type("Kazakh")
    page.keyboard.press("Tab")
    page.keyboard.type("Native")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.wait_for_selector(".lx-flash")
    assert "Kazakh" in page.locator(".lx-queue").inner_text()
