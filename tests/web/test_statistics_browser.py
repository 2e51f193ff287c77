"""Forecasts and releases in a real browser: axe-clean, nothing overflowing, in three languages at two widths."""

import os
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.statistics.forecasts.operations import make_forecasts
from tests.statistics.facts import put
from tests.statistics.test_releases import MINUTE, NOVEMBER, analyst, prepare_release, published
from tests.web.browser import WIDTHS, is_read, launched, overflow, small_targets, violations

pytestmark = [pytest.mark.browser, pytest.mark.campaign]
PICTURES = os.environ.get("PICTURES")
PATHS = ("forecasts", "forecasts?region=KZ-71", "forecasts?region=KZ-79", "releases", "releases/2026-09.1", "releases/2026-Q3.1")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def figures(committed: ExchangeSession) -> None:
    for place in range(60):
        day = f"{2021 + (place + 10) // 12}-{(place + 10) % 12 + 1:02}-05"
        for region, count in (("KZ-71", 1100 + 10 * place + 90 * (place % 12)), ("KZ-75", 2000 + place), ("KZ-10", 6), ("KZ-79", 3)):
            put(committed, "placements_declared", region, day, count, channel="agency")
    with clock.hold(NOVEMBER):
        make_forecasts(committed)
    published(committed, "2026-09")
    published(committed, "2026-Q3")
    with clock.hold(NOVEMBER):
        prepare_release(committed, analyst(committed), "2026-10", announced_at=MINUTE)
    committed.commit()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_forecasts_and_releases_are_accessible(live_server: str, chromium: Browser, figures: None, language: str) -> None:
    wrong: dict[str, list[str]] = {}
    for width in WIDTHS:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        for path in (path for number, path in enumerate(PATHS) if is_read(number, language, width)):
            page.goto(f"{live_server}/{language}/statistics/{path}")
            found = [*violations(page), *overflow(page), *small_targets(page)]
            if found:
                wrong[f"{width} {path}"] = found
            if PICTURES:
                page.screenshot(path=Path(PICTURES) / f"{language}-{width}-{PATHS.index(path)}.png", full_page=True)
        page.close()
    assert wrong == {}
