"""Figures by measure and people in measures in a real browser, of the country and of an office's own region: axe-clean, in three languages."""

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
from labour_exchange.statistics.indicators import CATALOGUE
from tests.factories import accounts, offices, programmes
from tests.factories.signing_in import COOKIE
from tests.statistics.facts import put
from tests.web.browser import WIDTHS, launched, overflow, small_targets, violations

pytestmark = pytest.mark.browser
PICTURES = os.environ.get("PICTURES")
MEASURES = {"now-training": 41, "now-social-jobs": 22, "now-public-works": 9, "now-youth-practice": 3}
PARTS = (
    ("placements_declared", "programme_measure", "now-training"),
    ("programme_participants", "programme_measure", "now-training"),
    ("programme_dropouts", "reason", "illness"),
)


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def readers(committed: ExchangeSession) -> dict[str, User]:
    """An analyst and an officer of Astana, each by the address they open."""
    programmes.measure(committed)
    day = clock.today().replace(day=1).isoformat()
    put(committed, "placements_declared", "KZ-71", day, 310)
    for code, count in MEASURES.items():
        put(committed, "placements_declared", "KZ-71", day, count, programme_measure=code)
        put(committed, "enrolments_started", "KZ-71", day, count, programme_measure=code, sex="female", age_group="25-34")
    for reason, count in (("illness", 3), ("found_work", 5)):
        put(committed, "enrolments_dropped_out", "KZ-71", day, count, programme_measure="now-training", sex="female", reason=reason)
    found = {
        "headquarters/explore": accounts.user(committed, ActorKind.ANALYST),
        "headquarters/regions/KZ-71/explore": offices.staff(committed, offices.office(committed, "KZ-71")).user,
    }
    committed.commit()
    return found


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_what_only_staff_see_is_laid_out(
    live_server: str, chromium: Browser, committed: ExchangeSession, readers: dict[str, User], language: str
) -> None:
    wrong: dict[str, list[str]] = {}
    for path, account in readers.items():
        _row, secret = open_session(committed, account, second_factor_at=clock.now())
        committed.commit()
        context = chromium.new_context()
        context.add_cookies([{"name": COOKIE, "value": secret, "url": live_server}])
        for width in WIDTHS:
            page = context.new_page()
            page.set_viewport_size({"width": width, "height": 800})
            page.goto(f"{live_server}/{language}/{path}?by=sex&view=bars")
            for code, dimension, group in PARTS:
                page.locator("#indicator").select_option(code)
                page.locator("form.lx-pick button").click()
                page.locator("#by").select_option(dimension)
                page.locator("form.lx-pick button").click()
                assert CATALOGUE[code].name.in_language(language) in page.locator("h2#chart").inner_text()
                assert page.locator(f"#g-{group}").is_visible()
                if found := [*violations(page), *overflow(page), *small_targets(page)]:
                    wrong[f"{width} {path} {code}"] = found
                if PICTURES:
                    page.screenshot(path=Path(PICTURES) / f"{code}-{language}-{width}-{path.count('/')}.png", full_page=True)
            page.close()
        context.close()
    assert wrong == {}
