"""Public pages in a real browser: axe-clean in three languages at two widths, usable by keyboard and without script."""

from collections.abc import Iterator
from urllib.parse import quote

import pytest
from playwright.sync_api import Browser, Page

from labour_exchange.discovery import synchronisation, vocabulary
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import employers, vacancies
from tests.web.browser import WIDTHS, is_read, launched, overflow, small_targets, violations

pytestmark = [pytest.mark.browser, pytest.mark.campaign]
LANGUAGES = ("kk", "ru", "en")
SEARCHES = ("", f"?q={quote('сварщик Караганда от 100 000')}", "?q=cdfhobr&place=nowhere", "?pay_from=90000000&q=welder", "?view=map")


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    with launched() as browser:
        yield browser


@pytest.fixture
def paths(committed: ExchangeSession) -> list[str]:
    by = employers.answering(committed, name="«Сарыарқа Металл» ЖШС", about="Металл жасаймыз.")
    text = {"language": "ru", "region_code": "KZ-35", "district_code": "351000000", "by": by}
    of_work = {"occupation_code": "7212", "occupation_codes": ["7212"], "skills_required": ["ms-excel"], "languages": ["kk"], "posts": 3}
    welder = vacancies.published(committed, title="Сварщик", description="Вы будете:\n- варить трубы\n- чистить швы", **of_work, **text)
    for number in range(22):
        vacancies.published(committed, title=f"Сварщик {number}", pay_from=None, pay_to=None, is_quota=True, **text)
    over = vacancies.expired(committed, title="Сварщик", **text)
    committed.commit()
    synchronisation.synchronise_all(committed)
    vocabulary.count(committed)
    searches = [f"vacancies{search}" for search in SEARCHES]
    return ["", *searches, f"vacancies/{welder.public_id}", f"vacancies/{over.public_id}", f"employers/{by.public_id}", "for-employers", "help"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_public_pages_are_accessible(live_server: str, chromium: Browser, paths: list[str], language: str) -> None:
    wrong: dict[str, list[str]] = {}
    for width in WIDTHS:
        page = chromium.new_page(viewport={"width": width, "height": 800})
        broken: list[str] = []
        page.on("pageerror", lambda error, broken=broken: broken.append(str(error)))
        page.on("console", lambda message, broken=broken: broken.append(message.text) if "Content Security" in message.text else None)
        for path in (path for number, path in enumerate(paths) if is_read(number, language, width)):
            page.goto(f"{live_server}/{language}/{path}")
            found = [*violations(page), *overflow(page), *small_targets(page), *broken]
            if found:
                wrong[f"{width} {path}"] = found
        page.close()
    assert wrong == {}


def test_a_jobseeker_searches_by_keyboard(live_server: str, chromium: Browser, paths: list[str]) -> None:
    page: Page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{live_server}/ru/")
    box = page.get_by_role("combobox", name="Какую работу вы ищете?")
    box.press_sequentially("сварщ")
    page.wait_for_selector("[role=option]")
    page.keyboard.press("ArrowDown")
    page.keyboard.press("Enter")
    assert box.input_value().startswith("сварщик")
    page.keyboard.press("Enter")
    page.wait_for_url("**/ru/vacancies?**")
    assert page.get_by_role("heading", level=1).inner_text() == "23 вакансии найдены"
    page.get_by_role("link", name="Следующие вакансии").click()
    page.wait_for_url("**cursor=**")
    assert page.locator(".lx-result").count() == 3
    page.close()


def test_filters_work_without_script(live_server: str, chromium: Browser, paths: list[str]) -> None:
    context = chromium.new_context(java_script_enabled=False, viewport={"width": 360, "height": 800})
    page = context.new_page()
    page.goto(f"{live_server}/en/vacancies?q=welder")
    page.locator(".lx-facets > summary").first.click()
    page.get_by_label("Quota for people with disabilities").check()
    page.get_by_role("button", name="Apply filters").click()
    assert page.get_by_role("heading", level=1).inner_text() == "22 vacancies found"
    page.get_by_role("link", name="Occupation: Welders and flamecutters remove").click()
    assert "without=7212" in page.url
    context.close()


def test_a_filter_that_was_read_in_the_words_can_be_unchecked(live_server: str, chromium: Browser, paths: list[str]) -> None:
    page = chromium.new_page(viewport={"width": 1280, "height": 900})
    page.goto(f"{live_server}/ru/vacancies?q=сварщик вахта")
    assert page.get_by_role("heading", level=1).inner_text() == "0 вакансий найдено"
    assert page.get_by_label("Вахта").is_checked()
    page.get_by_label("Вахта").uncheck()
    page.get_by_role("button", name="Применить фильтры").click()
    page.wait_for_url("**without=hours**")
    assert page.get_by_role("heading", level=1).inner_text() == "23 вакансии найдены"
    page.close()


def test_a_vacancy_is_saved_and_found_again(live_server: str, chromium: Browser, paths: list[str]) -> None:
    page = chromium.new_page(viewport={"width": 360, "height": 800})
    page.goto(f"{live_server}/ru/{paths[6]}")
    page.get_by_role("button", name="Сохранить").click()
    page.get_by_role("link", name="Сохранённые вакансии").click()
    page.wait_for_url("**/ru/vacancies/saved")
    assert [*violations(page), *overflow(page), *small_targets(page)] == []
    page.get_by_role("button", name="Убрать из списка").click()
    assert page.get_by_text("Здесь ничего не сохранено").is_visible()
    page.close()
