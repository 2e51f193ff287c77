"""Search and suggestions by keyboard alone: every stop of the way is seen, and nothing needs a pointer, in three languages at two widths."""

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, TimeoutError

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.discovery import synchronisation, vocabulary
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.states import Hours
from tests.factories import employers, vacancies
from tests.factories import jobseekers as people
from tests.factories import placements as dealings
from tests.factories.signing_in import COOKIE
from tests.web.browser import WIDTHS

pytestmark = pytest.mark.browser
MOST_STOPS = 150
HAS_FOCUS = """wanted => {
  const here = document.activeElement;
  return here !== document.body && here.matches(wanted);
}"""
# A stop is seen when it stands in the window and its look differs from that without the focus.
IS_SEEN = """() => {
  const here = document.activeElement;
  if (here === document.body) return true;
  const box = here.getBoundingClientRect();
  const stands = box.bottom > 0 && box.top < innerHeight && box.width > 0 && box.height > 0;
  const look = (one) => { const of = getComputedStyle(one); return [of.outlineStyle, of.outlineWidth, of.boxShadow, of.backgroundColor].join(); };
  const shown = here.labels?.[0] && box.width < 2 ? here.labels[0] : here;
  const focused = look(shown);
  here.blur();
  const plain = look(shown);
  here.focus({preventScroll: true, focusVisible: true});
  return stands && focused !== plain;
}"""
WHO = "() => document.activeElement.outerHTML.slice(0, 160)"


def tab_to(page: Page, wanted: str) -> None:
    """Press Tab until the focus stands there; every stop on the way is to be seen."""
    for _ in range(MOST_STOPS):
        page.keyboard.press("Tab")
        _is_seen(page)
        if page.evaluate(HAS_FOCUS, wanted):
            return
    raise AssertionError(f"{wanted} is not reached by keyboard on {page.url}")


def _is_seen(page: Page) -> None:
    """Far stops are scrolled to, which takes a moment."""
    try:
        page.wait_for_function(IS_SEEN, timeout=3000)
    except TimeoutError:
        raise AssertionError(f"not seen: {page.evaluate(WHO)}") from None


def go(page: Page, wanted: str, address: str) -> None:
    tab_to(page, wanted)
    page.keyboard.press("Enter")
    page.wait_for_url(address)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_vacancy_is_found_and_filtered_by_keyboard(
    live_server: str, browser: Browser, committed: ExchangeSession, language: str, width: int
) -> None:
    by = employers.answering(committed, name="«Жұлдыз Құрылыс» ЖШС")
    facts = {"occupation_code": "7212", "occupation_codes": ["7212"], "region_code": "KZ-35", "language": "ru"}
    for hours in (Hours.FULL, Hours.ROTATIONAL):
        vacancies.published(committed, by=by, title=f"Сварщик {hours.value}", hours=hours, **facts)
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    page = browser.new_page(viewport={"width": width, "height": 900})
    page.goto(f"{live_server}/{language}/vacancies")
    tab_to(page, ".lx-skip")
    tab_to(page, "#q")
    page.keyboard.type("сварщик")
    page.keyboard.press("Enter")
    page.wait_for_url("**/vacancies?q=%D1%81**")
    assert page.locator(".lx-result").count() == 2
    if page.locator(".lx-facets > summary").first.is_visible():
        tab_to(page, ".lx-facets > summary")
        page.keyboard.press("Enter")
    tab_to(page, "input[name=hours][value=rotational]")
    page.keyboard.press("Space")
    go(page, ".lx-facets button[type=submit]", "**hours=rotational**")
    assert page.locator(".lx-result").count() == 1
    go(page, ".lx-result a", "**/vacancies/*")
    assert "rotational" in page.get_by_role("heading", level=1).inner_text()
    page.close()


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("width", WIDTHS)
def test_a_suggestion_is_read_contested_and_taken_away_by_keyboard(
    app: Flask, live_server: str, browser: Browser, committed: ExchangeSession, language: str, width: int
) -> None:
    employer, _actor = dealings.hiring_employer(committed)
    made = [dealings.open_vacancy(committed, employer, title=f"Electrician {number}") for number in (1, 2)]
    person = people.open_to_employers(committed)
    synchronisation.synchronise_all(committed)
    _row, secret = open_session(committed, committed.get_one(User, person.user_id), second_factor_at=None)
    committed.commit()
    context = browser.new_context(viewport={"width": width, "height": 900})
    context.add_cookies([{"name": COOKIE, "value": secret, "url": live_server}])
    page = context.new_page()
    page.goto(f"{live_server}/{language}/jobseeker/suggestions")
    assert page.locator(".lx-result").count() == len(made)
    go(page, "main a[href*='/jobseeker/suggestions/']:not([href$=dismiss])", "**/jobseeker/suggestions/*")
    go(page, "main a[href*='/contest/']", "**/contest/*")
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url(lambda address: "/contest/" not in address)
    page.goto(f"{live_server}/{language}/jobseeker/suggestions")
    tab_to(page, "main a[href$=dismiss]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/dismiss")
    tab_to(page, "input[type=radio]")
    page.keyboard.press("Space")
    tab_to(page, "main form button[type=submit]")
    page.keyboard.press("Enter")
    page.wait_for_url("**/jobseeker/suggestions")
    assert page.locator(".lx-result").count() == len(made) - 1
    context.close()
