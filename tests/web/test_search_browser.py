"""The search box in a real browser: a combobox by keyboard alone, in three languages, and a plain box without script."""

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser

from labour_exchange.discovery import synchronisation, vocabulary
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import employers, vacancies
from tests.web.browser import WIDTHS, launched, overflow, violations

pytestmark = pytest.mark.browser
TYPED = {"kk": ("дәнек", "дәнекерлеуші", "Кәсіп"), "ru": ("сварщ", "сварщик", "Профессия"), "en": ("weld", "welder", "Occupation")}


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def market(committed: ExchangeSession) -> None:
    by = employers.answering(committed, name="ТОО «Жұлдыз Құрылыс»")
    facts = {"occupation_code": "7212", "occupation_codes": ["7212"], "region_code": "KZ-35", "district_code": "351000000", "language": "ru"}
    vacancies.published(committed, by=by, title="Сварщик труб", **facts)
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)


@pytest.mark.parametrize("language", sorted(TYPED))
def test_the_box_works_by_keyboard_and_says_what_it_offers(live_server: str, chromium: Browser, market: None, language: str) -> None:
    typed, wanted, kind = TYPED[language]
    for width in WIDTHS:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        page.goto(f"{live_server}/{language}/vacancies")
        box = page.locator("#q")
        assert box.get_attribute("role") == "combobox"
        assert box.get_attribute("aria-expanded") == "false"
        box.focus()
        page.keyboard.type(typed)
        page.wait_for_selector("#q-list [role=option]")
        assert box.get_attribute("aria-expanded") == "true"
        assert box.get_attribute("aria-controls") == "q-list"
        assert page.locator("#q ~ [role=status]").inner_text().split()[-1].isdigit()
        assert page.locator("#q-list [role=option]").first.inner_text().split("\n")[-1].strip().find(kind) >= 0
        assert [*violations(page), *overflow(page)] == []
        page.keyboard.press("Escape")
        assert page.locator("#q-list").is_hidden()
        assert box.input_value() == typed
        page.keyboard.press("ArrowDown")
        page.wait_for_selector("#q-list [role=option]")
        page.keyboard.press("ArrowDown")
        active = box.get_attribute("aria-activedescendant")
        assert active
        assert page.locator(f"#{active}").get_attribute("aria-selected") == "true"
        page.keyboard.press("Enter")
        assert box.input_value() == wanted
        assert box.get_attribute("aria-expanded") == "false"
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{language}/vacancies?q=**")
        assert page.locator(".lx-result").count() == 1
        page.close()


def test_without_script_it_is_a_plain_box(live_server: str, chromium: Browser, market: None) -> None:
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{live_server}/ru/vacancies")
    page.locator("#q").fill("сварщик")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/vacancies?q=**")
    assert page.locator("#q").get_attribute("role") is None
    assert page.locator(".lx-result").count() == 1
    context.close()
