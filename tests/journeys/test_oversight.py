"""A report from the draft to its public, printed page, and an instruction that falls overdue, is escalated and closed; in a real browser."""

import re
import time
from datetime import date, timedelta
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from config import Settings
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.foundation.lifecycle.moves import history
from labour_exchange.notifications.models import Message
from labour_exchange.notifications.states import MessageKind, MessageState
from labour_exchange.oversight.models.instructions import Instruction
from labour_exchange.oversight.models.reports import Report
from labour_exchange.oversight.operations.instructions import escalate_overdue
from labour_exchange.oversight.operations.reports import hash_of
from labour_exchange.oversight.states import InstructionState, ReportState
from tests.factories import offices
from tests.factories.accounts import user
from tests.journeys.desks import signed_in
from tests.processes import worker
from tests.statistics.facts import put
from tests.web.browser import overflow, violations

pytestmark = pytest.mark.browser
LATER = 3
A4_BYTES = 10_000


def right(page: Page) -> None:
    """The page is no error, axe finds nothing, and nothing is wider than the window."""
    assert not page.title().startswith("Error"), page.locator("main").inner_text()
    assert violations(page) == []
    assert overflow(page) == []


def press(page: Page, words: str) -> None:
    page.get_by_role("button", name=words, exact=True).click()
    right(page)


def fill_line(page: Page, line: str, **values: str) -> None:
    page.get_by_role("link", name=line, exact=True).click()
    for name, value in values.items():
        page.locator(f"[name='{name}']").fill(value)
    press(page, "Save")


def fill_day(page: Page, name: str, day: date) -> None:
    for part in ("day", "month", "year"):
        page.locator(f"[name='{name}-{part}']").fill(str(getattr(day, part)))


def test_from_the_draft_to_the_printed_report(
    protected: Flask, committed: ExchangeSession, live_server: str, browser: Browser, tmp_path: Path
) -> None:
    for measure in ("placements_declared", "placements_confirmed"):
        put(committed, measure, "KZ-71", "2017-05-10", 243, channel="agency")
    first, second = user(committed, ActorKind.ANALYST), user(committed, ActorKind.ANALYST)
    analyst = signed_in(browser, protected, committed, live_server, first)
    draft(analyst)
    report = committed.scalars(select(Report)).one()
    page = signed_in(browser, protected, committed, live_server, second)
    page.goto(f"/en/headquarters/reports/{report.public_id}")
    press(page, "Sign")
    press(page, "Publish")
    read_and_print(browser.new_context(base_url=live_server).new_page(), tmp_path)
    committed.rollback()
    act_as(committed, system_actor("test"))
    committed.refresh(report)
    assert (report.state, report.signed_by_id, report.countersigned_by_id) == (ReportState.PUBLISHED, first.id, second.id)
    assert report.content_hash == hash_of(committed, report)


def draft(page: Page) -> None:
    page.goto("/en/headquarters/reports")
    page.get_by_role("link", name="Draft a report").click()
    page.locator("[name='definition']").select_option("half_year")
    page.locator("[name='period']").fill("2017-H1")
    press(page, "Open the draft")
    fill_line(page, "Employed, confirmed", plan="300", next_plan="320")
    fill_line(page, "Digital health posts", fact="209", source="Letter 14-2/1170")
    expect(page.locator("#line-employed")).to_contain_text("81.0%")
    press(page, "Freeze the figures")
    expect(page.locator("main")).to_contain_text("frozen")
    press(page, "Sign")
    expect(page.get_by_role("button", name="Sign", exact=True)).to_have_count(0)


def read_and_print(page: Page, folder: Path) -> None:
    page.goto("/en/reports")
    right(page)
    page.get_by_role("link", name="Employment measures: half-year report").click()
    right(page)
    row = page.locator("#line-employed")
    for words in ("300", "243", "81.0%", "320", "computed from records"):
        expect(row).to_contain_text(words)
    expect(page.locator("#line-digital_posts")).to_contain_text("Letter 14-2/1170")
    for language in ("kk", "ru"):
        page.goto(re.sub("/en/", f"/{language}/", page.url) if "/en/" in page.url else re.sub("/kk/", f"/{language}/", page.url))
        printed = folder / f"report-{language}.pdf"
        page.pdf(path=printed, format="A4", prefer_css_page_size=True)
        content = printed.read_bytes()
        assert content.startswith(b"%PDF")
        assert len(content) > A4_BYTES
        assert content.count(b"/Type /Page\n") <= 3


def test_from_the_session_to_the_accepted_evidence(
    protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser
) -> None:
    member = offices.staff(committed, offices.office(committed, "KZ-71"))
    giver, checker = user(committed, ActorKind.ANALYST), user(committed, ActorKind.ANALYST)
    committed.commit()
    with clock.hold(clock.now() - timedelta(days=LATER)):
        give(signed_in(browser, protected, committed, live_server, giver))
    instruction = committed.scalars(select(Instruction)).one()
    assert escalate_overdue(committed) == 1
    committed.commit()
    with worker(settings):
        wait_for_letter(committed, member.user_id)
    answer(signed_in(browser, protected, committed, live_server, member.user))
    accept(signed_in(browser, protected, committed, live_server, checker))
    committed.rollback()
    act_as(committed, system_actor("test"))
    committed.refresh(instruction)
    assert instruction.state is InstructionState.DONE
    assert [one.action for one in history(committed, "instruction", instruction.id)] == ["give", "fall_overdue", "report", "accept"]


def give(page: Page) -> None:
    page.goto("/en/headquarters/instructions")
    page.get_by_role("link", name="Record a session").click()
    page.locator("[name='body']").fill("Board of the ministry")
    page.locator("[name='title']").fill("Half-year results")
    press(page, "Record it")
    page.locator("[name='text_kk']").fill("Жоспарды орындаңыз.")
    page.locator("[name='text_ru']").fill("Выполните план.")
    page.locator("[name='text_en']").fill("Carry out the plan.")
    page.locator("[name='responsible']").select_option("KZ-71")
    fill_day(page, "due_on", clock.today() + timedelta(days=1))
    press(page, "Give the instruction")
    expect(page.locator("main")).to_contain_text("open")


def wait_for_letter(session: ExchangeSession, user_id: int, seconds: float = 40) -> None:
    """The letter that it is overdue, sent by the worker."""
    wanted = select(Message).where(Message.user_id == user_id, Message.kind == MessageKind.INSTRUCTION_OVERDUE, Message.state == MessageState.SENT)
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        found = session.scalars(wanted).one_or_none()
        session.rollback()
        if found is not None:
            assert "Carry out the plan." in found.body
            return
        time.sleep(0.5)
    raise AssertionError("no letter came")


def answer(page: Page) -> None:
    page.goto("/en/office/queue")
    right(page)
    page.get_by_role("link", name="Carry out the plan.").click()
    expect(page.locator("main")).to_contain_text("overdue")
    right(page)
    page.get_by_role("link", name="Give the evidence").click()
    page.locator("[name='text']").fill("Contracts are signed.")
    press(page, "Give the evidence")
    expect(page.locator("main")).to_contain_text("evidence to check")


def accept(page: Page) -> None:
    page.goto("/en/headquarters/instructions")
    page.get_by_role("link", name="Carry out the plan.").click()
    expect(page.locator("main")).to_contain_text("Contracts are signed.")
    press(page, "Accept and close")
    expect(page.locator("main")).to_contain_text("The evidence is accepted. The instruction is closed.")
