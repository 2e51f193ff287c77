"""Steps at a desk: somebody who is signed in already fills forms, and each page that comes is looked at."""

from datetime import timedelta

from flask import Flask
from playwright.sync_api import Browser, Page

from labour_exchange.accounts.models import User
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from tests.factories.signing_in import sign_in_as
from tests.web.browser import overflow, violations


def signed_in(browser: Browser, app: Flask, session: ExchangeSession, server: str, account: User) -> Page:
    """A page of a browser that has the session of this user, committed."""
    with app.test_client() as client:
        secret = sign_in_as(client, session, account)
    session.commit()
    context = browser.new_context(base_url=server)
    context.add_cookies([{"name": "session", "value": secret, "url": server}])
    return context.new_page()


def fill_day(page: Page, name: str, days: int) -> None:
    found = clock.today() + timedelta(days=days)
    for part in ("day", "month", "year"):
        page.locator(f"[name='{name}-{part}']").fill(str(getattr(found, part)))


def sent(page: Page) -> None:
    """The page after a form is right and whole: no error, nothing that axe finds, nothing wider than the window."""
    assert not page.title().startswith("Error"), page.locator("main").inner_text()
    assert violations(page) == []
    assert overflow(page) == []
