"""Figures by measure in a real browser, of the country and of an office's own region: axe-clean, nothing overflowing, in three languages."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import accounts, offices, programmes
from tests.factories.signing_in import COOKIE
from tests.statistics.facts import put
from tests.web.browser import WIDTHS, launched, overflow, small_targets, violations

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("PICTURES")
ASKED = "indicator=placements_declared&by=programme_measure&view=bars"


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def readers(committed: ExchangeSession) -> dict[str, User]:
    """An analyst and an officer of Astana, each by the address they open."""
    programmes.measure(committed)
    day = clock.today().replace(day=1)
    for code, count in ((None, 310), ("now-training", 41), ("now-social-jobs", 22), ("now-public-works", 9), ("now-youth-practice", 3)):
        put(committed, "placements_declared", "KZ-71", day.isoformat(), count, programme_measure=code)
    found = {
        "headquarters/explore": accounts.user(committed, ActorKind.ANALYST),
        "headquarters/regions/KZ-71/explore": offices.staff(committed, offices.office(committed, "KZ-71")).user,
    }
    committed.commit()
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_figures_by_measure_are_accessible(
    live_server: str, chromium: Browser, committed: ExchangeSession, readers: dict[str, User], language: str
) -> None:
    wrong: dict[str, list[str]] = {}
    for number, (path, account) in enumerate(readers.items()):
        _row, secret = open_session(committed, account, second_factor_at=clock.now())
        committed.commit()
        context = chromium.new_context()
        context.add_cookies([{"name": COOKIE, "value": secret, "url": live_server}])
        for width in WIDTHS:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{live_server}/{language}/{path}?{ASKED}")
            assert page.locator("#g-now-training").is_visible()
            if found := [*violations(page), *overflow(page), *small_targets(page)]:
                wrong[f"{width} {path}"] = found
            if PICTURES:
                page.screenshot(path=Path(PICTURES) / f"measure-{language}-{width}-{number}.png", full_page=True)
        context.close()
    assert wrong == {}
