"""A real browser for pages: Chromium without a screen, and the checks every page must pass in it."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path

from axe_playwright_python.base import AXE_FILE_PATH
from playwright.sync_api import Browser, Page, TimeoutError, sync_playwright
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.texts import LANGUAGES

CHROMIUM = Path("/usr/bin/chromium")
WIDTHS = (1280, 360)
SHOTS = os.environ.get("SHOTS", "")
"""A folder for a picture of each reading, if anybody wants to look."""
IS_FULL = os.environ.get("CAMPAIGN") == "full"
AXE = Path(AXE_FILE_PATH)
OVERFLOWING = """() => {
  const edge = document.documentElement.clientWidth;
  const wide = document.documentElement.scrollWidth > edge;
  return wide ? [...document.querySelectorAll("body *")].filter((one) => one.getBoundingClientRect().right > edge + 1)
    .slice(0, 5).map((one) => one.outerHTML.slice(0, 120)) : [];
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll("a[href], button, input:not([type=hidden]), select, textarea, summary")]
  .filter((one) => one.checkVisibility() && !one.closest("p") && !one.matches(".lx-skip"))
  .map((one) => [one, one.getBoundingClientRect()])
  .filter(([one, box]) => box.width > 1 && (box.height < 23.5 || box.width < 23.5))
  .map(([one]) => one.outerHTML.slice(0, 120))"""


def is_read(number: int, language: str, width: int) -> bool:
    """Whether the page of this number is read so: in the ordinary run each width in one language, and the next page in the next; else in all."""
    return IS_FULL or LANGUAGES[(number + WIDTHS.index(width)) % len(LANGUAGES)] == language


@contextmanager
def launched() -> Iterator[Browser]:
    """Debian's Chromium, or Playwright's own where there is none."""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(
            executable_path=str(CHROMIUM) if CHROMIUM.exists() else None, args=["--no-sandbox", "--disable-dev-shm-usage", "--disable-gpu"]
        )
        yield browser
        browser.close()


def violations(page: Page) -> list[str]:
    """What axe-core finds wrong with the page, one line each; empty is right. The script is evaluated, so the page's policy need not allow it."""
    page.evaluate(AXE.read_text())
    found = page.evaluate("() => axe.run({resultTypes: ['violations']})")["violations"]
    return [f"{one['id']}: {one['help']} {[node['html'][:160] for node in one['nodes'][:3]]}" for one in found]


def overflow(page: Page) -> list[str]:
    """Elements that make the page scroll sideways; empty is right."""
    found: list[str] = page.evaluate(OVERFLOWING)
    return found


def small_targets(page: Page) -> list[str]:
    """Controls under 24 by 24 px outside running text; empty is right."""
    found: list[str] = page.evaluate(SMALL_TARGETS)
    return found


def focused(page: Page, element_id: str) -> bool:
    """Whether the element gets the focus within a moment; scripts give it after the page has answered."""
    try:
        page.wait_for_function("id => document.activeElement?.id === id", arg=element_id, timeout=5000)
    except TimeoutError:
        return False
    return True


def signed_in(browser: Browser, session: Session, address: str, actor: Actor) -> Page:
    """A page of a browser of its own, in which the actor has signed in. Commits."""
    _row, secret = open_session(session, session.get_one(User, actor.user_id), second_factor_at=clock.now())
    session.commit()
    context = browser.new_context()
    context.add_cookies([{"name": "session", "value": secret, "url": address}])
    return context.new_page()


def wrong_with(page: Page, name: str, language: str, width: int) -> list[str]:
    """What axe finds, what is too wide and what is too small on the page as it stands; with a picture of it, if pictures are wanted."""
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}_{language}_{width}.png", full_page=True)
    return [f"{language} {width} {name}: {one}" for one in (*violations(page), *overflow(page), *small_targets(page))]


def wrong_in(address: str, session: Session, pages: Mapping[Actor, Sequence[str]], *, in_all: bool = False) -> list[str]:
    """What is wrong with the pages of each actor; `in_all` reads each in every language and width, also in the ordinary run."""
    wrong = []
    with launched() as browser:
        for actor, paths in pages.items():
            page = signed_in(browser, session, address, actor)
            for language in LANGUAGES:
                for width in WIDTHS:
                    page.set_viewport_size({"width": width, "height": 900})
                    for number, path in enumerate(paths):
                        if not in_all and not is_read(number, language, width):
                            continue
                        answer = page.goto(f"{address}/{language}/{path}")
                        assert answer is not None
                        assert answer.status == 200, path
                        name = "_".join(part for part in path.split("?")[0].split("/") if len(part) != 16)
                        wrong += wrong_with(page, f"{number}_{name}", language, width)
            page.context.close()
    return wrong
