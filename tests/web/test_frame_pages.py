"""Every macro in a real browser: axe-clean in three languages at two widths, and usable by keyboard."""

import threading
from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page
from werkzeug.serving import make_server

from tests.web.browser import WIDTHS, focused, launched, overflow, small_targets, violations
from tests.web.frame_app import OFFICER, make_app

PAGES = ("gallery/blocks", "gallery/forms", "gallery/figures", "office/queue", "fail/404")


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    server = make_server("127.0.0.1", 0, make_app(OFFICER), threaded=True)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def page(chromium: Browser) -> Iterator[Page]:
    """A page that fails the test when a script breaks or the content policy stops something."""
    context = chromium.new_context()
    made = context.new_page()
    broken: list[str] = []
    made.on("pageerror", lambda error: broken.append(str(error)))
    made.on("console", lambda message: broken.append(message.text) if "Content Security" in message.text else None)
    yield made
    context.close()
    assert broken == []


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_every_macro_is_accessible(page: Page, address: str, language: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    for name in PAGES:
        page.goto(f"{address}/{language}/{name}")
        assert violations(page) == [], name
        assert overflow(page) == [], name
        assert small_targets(page) == [], name


def test_pages_reflow_at_320(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 320, "height": 640})
    for name in PAGES:
        page.goto(f"{address}/ru/{name}")
        assert overflow(page) == [], name


def test_the_checks_see_what_is_wrong(page: Page, address: str) -> None:
    page.set_viewport_size({"width": 360, "height": 640})
    page.goto(f"{address}/en/gallery/forms")
    page.evaluate("""() => {
        document.querySelector('label[for=title]').remove();
        const wide = document.createElement('button');
        wide.style.cssText = 'width: 900px; height: 10px; padding: 0; min-height: 0; display: block';
        document.querySelector('main').append(wide);
    }""")
    assert any("label" in one for one in violations(page))
    assert len(overflow(page)) == 1
    assert len(small_targets(page)) == 1


@pytest.mark.parametrize("width", WIDTHS)
def test_summary_takes_the_focus_and_leads_to_the_control(page: Page, address: str, width: int) -> None:
    page.set_viewport_size({"width": width, "height": 800})
    page.goto(f"{address}/kk/gallery/forms")
    page.click(".lx-form button[type=submit]")
    page.wait_for_selector(".lx-errors")
    assert page.title().startswith("Қате: ")
    assert focused(page, "errors")
    assert violations(page) == []
    page.click(".lx-errors a[href='#hours-0']")
    assert focused(page, "hours-0")


def test_suggestions_are_chosen_by_keyboard(page: Page, address: str) -> None:
    page.goto(f"{address}/en/gallery/forms")
    box = page.get_by_role("combobox", name="Title")
    box.press_sequentially("city")
    page.wait_for_selector("[role=option]")
    assert box.get_attribute("aria-expanded") == "true"
    assert page.get_by_role("status").inner_text() == "Suggestions: 2"
    assert violations(page) == []
    page.keyboard.press("ArrowDown")
    page.keyboard.press("ArrowDown")
    assert box.get_attribute("aria-activedescendant") == "title-list-1"
    page.keyboard.press("Enter")
    assert (box.input_value(), page.input_value("#title_code")) == ("Astana city", "KZ-71")
    assert box.get_attribute("aria-expanded") == "false"
    box.press_sequentially("x")
    assert page.input_value("#title_code") == ""


def test_suggestions_close_on_escape_and_keep_the_words(page: Page, address: str) -> None:
    page.goto(f"{address}/en/gallery/forms")
    box = page.get_by_role("combobox", name="Title")
    box.press_sequentially("city")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("Escape")
    assert page.locator("[role=option]:visible").count() == 0
    assert box.input_value() == "city"


def test_form_is_sent_once_by_an_impatient_reader(page: Page, address: str) -> None:
    page.goto(f"{address}/en/gallery/forms")
    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method) if request.method == "POST" else None)
    page.evaluate("""() => { const form = document.querySelector('.lx-form'); form.requestSubmit(); form.requestSubmit(); }""")
    page.wait_for_selector(".lx-errors")
    assert sent == ["POST"]


def test_menu_opens_by_keyboard_on_a_phone_without_script(chromium: Browser, address: str) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 640})
    page = context.new_page()
    page.goto(f"{address}/en/office/queue")
    assert page.get_by_role("link", name="Reports").count() == 0
    page.locator(".lx-menu > summary").focus()
    page.keyboard.press("Enter")
    assert page.get_by_role("link", name="Reports").is_visible()
    context.close()


def test_skip_link_comes_first(page: Page, address: str) -> None:
    page.goto(f"{address}/en/gallery/blocks")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "lx-skip"
    page.keyboard.press("Enter")
    assert focused(page, "main")
