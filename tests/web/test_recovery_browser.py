"""The pages of a claim in a real browser: nothing that axe finds, nothing wider than the screen, no target too small."""

import os
from pathlib import Path

import pytest
from playwright.sync_api import Page

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.inspections.operations import recoveries
from labour_exchange.inspections.states import Payer
from tests.factories import inspections as made
from tests.factories.accounts import user
from tests.web.browser import WIDTHS, launched, overflow, small_targets, violations

pytestmark = pytest.mark.browser

SHOTS = os.environ.get("SHOTS", "")
WHY = "Жұмыс беруші таратылды, таратушының тізіліміне енгізу мерзімі өткен"


def arranged(session: ExchangeSession) -> dict[Actor, list[str]]:
    """A claim with an entry in each state, and the pages of everybody who reads of it."""
    cast = made.cast(session)
    inspection = made.owing(session, cast, paid=190_000)
    recoveries.confirm_entry(session, cast.approver, made.returned(session, cast, inspection, 80_000, reference="Төлем тапсырмасы № 118, 12.11.2026"))
    wrong = made.returned(session, cast, inspection, 15_000, payer=Payer.BAILIFF)
    recoveries.refuse_entry(session, cast.approver, wrong, reason="Құжат басқа кәсіпорынға тиесілі")
    waiting = recoveries.propose_write_off(session, cast.officer, inspection, amount=60_000, reason=WHY)
    here = f"office/inspections/{inspection.public_id}"
    analyst = Actor(ActorKind.ANALYST, user_id=user(session, ActorKind.ANALYST).id)
    return {
        cast.second_approver: [here, f"{here}/entries/{waiting.public_id}/refuse"],
        cast.officer: [f"{here}/returns/new", f"{here}/write-offs/new"],
        cast.hirer: [f"employer/inspections/{inspection.public_id}"],
        analyst: ["headquarters/inspections"],
    }


def wrong_with(page: Page, name: str, language: str, width: int) -> list[str]:
    if SHOTS:
        page.screenshot(path=Path(SHOTS) / f"{name}_{language}_{width}.png", full_page=True)
    return [f"{language} {width} {name}: {one}" for one in (*violations(page), *overflow(page), *small_targets(page))]


def test_pages_are_clean(live_server: str, committed: ExchangeSession) -> None:
    pages = arranged(committed)
    secrets = {actor: open_session(committed, committed.get_one(User, actor.user_id), second_factor_at=clock.now())[1] for actor in pages}
    committed.commit()
    wrong = []
    with launched() as browser:
        for actor, paths in pages.items():
            context = browser.new_context()
            context.add_cookies([{"name": "session", "value": secrets[actor], "url": live_server}])
            page = context.new_page()
            for language in LANGUAGES:
                for path in paths:
                    answer = page.goto(f"{live_server}/{language}/{path}")
                    assert answer is not None
                    assert answer.status == 200, path
                    for width in WIDTHS:
                        page.set_viewport_size({"width": width, "height": 900})
                        wrong += wrong_with(page, "-".join(part for part in path.split("/") if len(part) != 16), language, width)
    assert not wrong, "\n".join(wrong)
