"""Every page in a real browser: nothing that axe finds, nothing wider than the screen, in three languages at two widths.

The ordinary run reads each page at both widths in one language each, another page in another; CAMPAIGN=full reads every page in all, in six lots
that several workers share (`-n 2 --dist load`).
SCREENSHOTS names a folder for pictures of what was read.
"""

import os
import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, BrowserContext, Page
from sqlalchemy import select

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.accounts.rules.sessions import needs_second_factor
from labour_exchange.discovery import synchronisation
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.statistics.collection import collect
from tests.access.matrix import Cell, cells
from tests.access.table import KINDS_OF_AREA
from tests.access.world import Side, World, made
from tests.factories.signing_in import COOKIE
from tests.web.browser import IS_FULL, WIDTHS, is_read, overflow, violations

pytestmark = [pytest.mark.browser, pytest.mark.campaign]

SCREENSHOTS = os.environ.get("SCREENSHOTS")
NARROWEST = 320
REFUSED = (404, 410, 422)
FILES = {
    "public.feed",
    "public.opensearch",
    "public.open_data_file",
    "public.standards_feed",
    "public.statistics_file",
    *(
        "public.forecasts_file",
        "public.flows_file",
        "public.release_file",
        "public.explore_file",
        "headquarters.explore_file",
        "headquarters.explore_region_file",
        "agency.feed_file",
        "agency.vacancies_file",
        "agency.placements_file",
        "headquarters.agencies_file",
    ),
    "office.payments_file",
    *("office.efficiency_cells_file", "headquarters.efficiency_cells_file"),
    *("office.contract_file", "jobseeker.contract_file"),
    "office.placements_file",
    "headquarters.figures",
    "headquarters.flows_file",
    "headquarters.lexicon_file",
    "headquarters.searches_file",
    "jobseeker.download_own_data",
    *(f"public.{name}_suggestions" for name in ("occupation", "place", "search", "skill")),
}
"""What is read by programs, or saved."""
OBJECT = re.compile(r"(Text|Message)\((kk|code)=|&lt;\w+ object at 0x")
AS_SIGNED_IN = {"accounts.account", "accounts.change_password", "accounts.close", "accounts.messages", "accounts.message"}


def pages(app: Flask, world: World) -> list[Cell]:
    """Each page once, as the first kind of actor it is for."""
    found: dict[tuple[str, str], Cell] = {}
    for cell in cells(app, world):
        if cell.method == "GET" and cell.path.startswith("/en/") and cell.endpoint not in FILES and cell.is_permitted and _is_reader(cell):
            found.setdefault((cell.endpoint, cell.path if cell.side is None else ""), cell)
    return list(found.values())


def _is_reader(cell: Cell) -> bool:
    area = cell.endpoint.split(".")[0]
    if cell.side not in (None, Side.HOME):
        return False
    if area in KINDS_OF_AREA:
        return cell.kind in KINDS_OF_AREA[area]
    return cell.kind is (ActorKind.JOBSEEKER if cell.endpoint in AS_SIGNED_IN else ActorKind.VISITOR)


def contexts(browser: Browser, session: ExchangeSession, world: World, address: str) -> dict[ActorKind, BrowserContext]:
    """A browser of each kind of actor, signed in."""
    opened = {ActorKind.VISITOR: browser.new_context()}
    for kind, public_id in world.users.items():
        account = session.scalars(select(User).where(User.public_id == public_id)).one()
        account.display_name = "Айсұлу Т."
        _row, secret = open_session(session, account, second_factor_at=clock.now() if needs_second_factor(kind) else None)
        opened[kind] = browser.new_context()
        opened[kind].add_cookies([{"name": COOKIE, "value": secret, "url": address}])
    session.commit()
    return opened


def readings(number: int, lot: int) -> list[tuple[str, tuple[int, ...]]]:
    """Language and widths of each reading of the page with this number in this lot."""
    if IS_FULL:
        return [(LANGUAGES[lot // 2], WIDTHS)] if number % 2 == lot % 2 else []
    return [(language, (width,)) for width in WIDTHS for language in LANGUAGES if is_read(number, language, width)]


@pytest.mark.parametrize("lot", range(2 * len(LANGUAGES) if IS_FULL else 1))
def test_every_page_is_accessible_and_fits(app: Flask, live_server: str, committed: ExchangeSession, browser: Browser, lot: int) -> None:
    world = made(committed)
    synchronisation.synchronise_all(committed)
    collect(committed)
    committed.commit()
    opened = {kind: context.new_page() for kind, context in contexts(browser, committed, world, live_server).items()}
    found, asked = [], pages(app, world)
    assert len(asked) > 70
    for number, cell in enumerate(asked):
        for language, widths in readings(number, lot):
            found += _read(opened[cell.kind], cell, live_server, language, widths)
    assert not found, "\n".join(found)


def _read(page: Page, cell: Cell, address: str, language: str, widths: tuple[int, ...]) -> list[str]:
    page.set_viewport_size({"width": widths[0], "height": 900})
    answer = page.goto(f"{address}/{language}{cell.path[3:]}")
    if answer is None or not (answer.status == 200 or (cell.is_missing and answer.status in REFUSED)):
        return [f"{cell}: answered {answer.status if answer else 'nothing'}"]
    # What a template wrote without asking for the reader's language.
    wrong = ["shows an object"] if OBJECT.search(page.content()) else []
    for width in widths:
        page.set_viewport_size({"width": width, "height": 900})
        wrong += [f"{width} px: {one}" for one in (*violations(page), *overflow(page))]
        if SCREENSHOTS:
            page.screenshot(path=str(Path(SCREENSHOTS) / f"{cell.endpoint}-{width}-{language}.png"), full_page=True)
    if min(WIDTHS) in widths:
        page.set_viewport_size({"width": NARROWEST, "height": 900})
        wrong += [f"{NARROWEST} px: {one}" for one in overflow(page)]
    return [f"{cell.endpoint} {language} {one}" for one in wrong]
