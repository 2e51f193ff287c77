"""The pages of employers and offices in a real browser: nothing that axe finds, nothing wider than the screen, in three languages at two widths."""

import os
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.employers.models import MemberRole
from labour_exchange.foundation import clock
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.jobseekers.models import Registration
from labour_exchange.vacancies.states import RejectionCode, VacancyState
from tests.factories import employers, jobseekers, offices, vacancies
from tests.factories.signing_in import COOKIE
from tests.web.browser import WIDTHS, is_read, launched, overflow, small_targets, violations

pytestmark = pytest.mark.campaign
LANGUAGES = ("kk", "ru", "en")
SCREENSHOTS = os.environ.get("SCREENSHOTS")
TEXT = "Күн сайын азық-түлік қабылдау, сөреге жинау және кассада жұмыс істеу.\nТауардың мерзімін тексеру.\n• Касса\n• Есеп беру"


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with launched() as found:
        yield found


def busy_employer(session: ExchangeSession) -> tuple[User, list[str]]:
    """Somebody of an employer with a vacancy in every interesting state, and the addresses of its pages."""
    one = employers.answering(session, name="«Береке» дүкені")
    boss = employers.member(session, one, display_name="Гүлмира С.")
    employers.member(session, one, MemberRole.STAFF, display_name="Ерлан Т.", email_confirmed_at=None)
    employers.establishment(session, one, name="Орталық дүкен", address="Абай даңғылы, 5")
    facts = {"by": one, "title": "Сатушы", "description": TEXT, "requirements": "Ұқыптылық", "language": "kk", "occupation_code": "5223"}
    facts |= {"occupation_codes": ["5223"], "skills_required": ["retail-sales"], "posts": 4}
    found = vacancies.published(session, **facts)
    vacancies.published(session, **facts | {"title": "Аға кассир", "apply_by_on": clock.today() + timedelta(days=3)})
    vacancies.vacancy(session, by=one, title="Бухгалтер")
    refused = {"state": VacancyState.REJECTED, "rejection_code": RejectionCode.UNLAWFUL_REQUIREMENT, "rejection_note": "Жас шегін алыңыз."}
    rejected = vacancies.vacancy(session, **facts | {"title": "Сатушы (25–35 жас)"} | refused)
    known, claimed = employers.unclaimed(session, name="Береке маркет"), employers.unclaimed(session, name="Береке қойма")
    employers.claim(session, one, claimed)
    for _ in range(2):
        jobseekers.open_to_employers(session, occupation_codes=["5223"], skills=["retail-sales"])
    pages = ["home", "vacancies", "vacancies/new", "company", "places", "colleagues", "claims", "candidates", f"claims/{known.public_id}"]
    for path in ("", "/edit", "/withdraw"):
        pages.append(f"vacancies/{found.public_id}{path}")
    return boss, [*pages, f"vacancies/{rejected.public_id}"]


def busy_office(session: ExchangeSession) -> tuple[User, list[str]]:
    """Somebody of an office with a full queue, and the addresses of its pages."""
    here = offices.office(session, "KZ-71")
    clerk = offices.staff(session, here, display_name="Сәуле Б.").user
    new = employers.employer(session, name="«Көктем» дәмханасы")
    text = "Залда қызмет көрсету. Возраст до 35 лет. Хабарласу: +7 701 123 45 67"
    late = vacancies.submitted(session, by=new, title="Даяшы", description=text, language="kk", submitted_at=clock.now() - timedelta(days=5))
    for title in ("Есепші", "Электрик, 4-разряд", "Мейіргер"):
        vacancies.of_import(session, title=title)
    claim = employers.claim(session, employers.verified(session, name="«Тараз Құрылыс» ЖШС"), employers.unclaimed(session, name="Taraz Build"))
    due = jobseekers.registered(session, at=here, on=clock.today() - timedelta(days=55))
    free = jobseekers.with_profile(session)
    period = session.query(Registration).filter_by(jobseeker_id=due.id).one()
    pages = [
        "queue",
        "vacancies",
        "vacancies/all",
        f"vacancies/{late.public_id}",
        "employers",
        f"employers/{new.public_id}",
        f"claims/{claim.public_id}",
    ]
    pages += ["jobseekers", f"jobseekers/{due.public_id}", "jobseekers/new", f"jobseekers/{free.public_id}/registrations/new"]
    return clerk, [*pages, f"registrations/{period.public_id}/end"]


def opened(browser: Browser, address: str, session: ExchangeSession, account: User) -> Page:
    _row, secret = open_session(session, account, second_factor_at=clock.now())
    session.commit()
    synchronise_all(session)
    context = browser.new_context(locale="en")
    context.add_cookies([{"name": COOKIE, "value": secret, "url": address}])
    return context.new_page()


def checked(page: Page, name: str, number: int, language: str) -> list[str]:
    found = []
    for width in (one for one in WIDTHS if is_read(number, language, one)):
        page.set_viewport_size({"width": width, "height": 900})
        found += [f"{name} {width}: {one}" for one in (*violations(page), *overflow(page), *small_targets(page))]
        if SCREENSHOTS:
            page.screenshot(path=str(Path(SCREENSHOTS) / f"{name.replace('/', '-')}-{width}.png"), full_page=True)
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_employer_pages_are_accessible_and_fit(live_server: str, committed: ExchangeSession, browser: Browser, language: str) -> None:
    account, paths = busy_employer(committed)
    page, found = opened(browser, live_server, committed, account), []
    for number, path in enumerate(paths):
        answer = page.goto(f"{live_server}/{language}/employer/{path}")
        assert answer is not None
        assert answer.status == 200, path
        found += checked(page, f"employer-{number:02}-{language}", number, language)
    page.goto(f"{live_server}/{language}/employer/vacancies/new")
    page.fill("#title", "Сатушы")
    page.click("button[value=submit]")
    assert page.locator("#errors").count() == 1
    found += checked(page, f"employer-errors-{language}", len(paths), language)
    assert found == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_office_pages_are_accessible_and_fit(live_server: str, committed: ExchangeSession, browser: Browser, language: str) -> None:
    account, paths = busy_office(committed)
    page, found = opened(browser, live_server, committed, account), []
    for number, path in enumerate(paths):
        answer = page.goto(f"{live_server}/{language}/office/{path}")
        assert answer is not None
        assert answer.status == 200, path
        found += checked(page, f"office-{number:02}-{language}", number, language)
    assert found == []


def test_a_vacancy_is_written_without_a_script(live_server: str, committed: ExchangeSession, browser: Browser) -> None:
    account, _paths = busy_employer(committed)
    _row, secret = open_session(committed, account, second_factor_at=None)
    committed.commit()
    context = browser.new_context(java_script_enabled=False)
    context.add_cookies([{"name": COOKIE, "value": secret, "url": live_server}])
    page = context.new_page()
    page.goto(f"{live_server}/ru/employer/vacancies/new")
    page.fill("#title", "Продавец")
    page.fill("#description", "Продавать продукты и работать на кассе каждый день.")
    page.select_option("#region_code", "KZ-71")
    page.click("button[value=submit]")
    if page.locator("#errors").count():
        page.locator("input[name=occupation_pick]").first.check()
        page.click("button[value=submit]")
    assert page.locator("h1").inner_text() == "Продавец"
    assert page.locator(".lx-flash").count() == 1
