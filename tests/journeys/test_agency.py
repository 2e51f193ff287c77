"""An agency from nothing to its first answered application, in a real browser: licence, mandate, vacancy, answer."""

import re
from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser, Page, expect
from sqlalchemy import select

from config import Settings
from labour_exchange.accounts.models import User
from labour_exchange.classifications.occupations import occupation
from labour_exchange.foundation.access import ActorKind, system_actor
from labour_exchange.foundation.database import ExchangeSession, act_as
from labour_exchange.placements.models import JobApplication
from labour_exchange.placements.states import ApplicationState
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource, VacancyState
from tests.factories import jobseekers as people
from tests.factories.accounts import PASSWORD, user
from tests.factories.placements import application, bin_number, hiring_employer
from tests.journeys import steps
from tests.journeys.desks import fill_day, sent, signed_in
from tests.journeys.reader import Reader, Words
from tests.processes import worker

pytestmark = pytest.mark.browser
OCCUPATION = "7212"
EMAIL = "first@agency.example.kz"


def test_from_application_to_answer(protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser) -> None:
    mail = Path(settings.instance_dir) / "mail"
    employer, keeper = hiring_employer(committed, name="Үлгі зауыты")
    analyst, owner = user(committed, ActorKind.ANALYST), committed.get_one(User, keeper.user_id)
    committed.commit()
    agent = Reader(browser, live_server, Words(protected, "en"))
    with worker(settings):
        apply_for_connection(agent.page, live_server)
        steps.confirm_by_letter(agent, mail, EMAIL)
        agent.sign_in(EMAIL, PASSWORD)
        expect(agent.page.locator("main")).to_contain_text("The ministry is checking your licence.")
        grant(signed_in(browser, protected, committed, live_server, analyst))
        ask(agent.page, live_server, employer.bin or "")
        give(signed_in(browser, protected, committed, live_server, owner))
        post(agent.page, live_server)
        vacancy = committed.scalars(select(Vacancy).where(Vacancy.employer_id == employer.id)).one()
        assert (vacancy.source, vacancy.state) == (VacancySource.AGENCY, VacancyState.PUBLISHED)
        application(committed, vacancy, people.jobseeker(committed), note="I weld frames.")
        committed.commit()
        answer(agent.page, live_server)
    committed.rollback()
    act_as(committed, system_actor("test"))
    assert committed.scalars(select(JobApplication.state)).all() == [ApplicationState.INTERVIEW]


def apply_for_connection(page: Page, server: str) -> None:
    page.goto(f"{server}/en/register/agency")
    facts = {"bin": bin_number(), "name": "Үлгі агенттік", "licence_number": "L-2026-1", "contact_name": "Office", "contact_phone": "+77000000000"}
    for name, value in (facts | {"display_name": "Invented Person", "email": EMAIL, "password": PASSWORD}).items():
        page.locator(f"[name='{name}']").fill(value)
    page.locator("[name='region_code']").select_option("KZ-71")
    fill_day(page, "asked_until_on", 365)
    page.locator("[name='consent']").check()
    page.get_by_role("button", name="Apply for connection").click()
    sent(page)


def grant(page: Page) -> None:
    page.goto("/en/headquarters/agencies")
    page.get_by_role("link", name="Үлгі агенттік").click()
    page.locator("[name='is_checked']").check()
    page.get_by_role("button", name="Grant the licence").click()
    expect(page.locator("main")).to_contain_text("In force")
    sent(page)


def ask(page: Page, server: str, bin_of_employer: str) -> None:
    page.goto(f"{server}/en/agency/home")
    page.locator("main").get_by_role("link", name="Ask for a mandate").first.click()
    page.locator("[name='q']").fill(bin_of_employer)
    page.get_by_role("button", name="Search").click()
    page.get_by_role("link", name=re.compile("Choose")).click()
    for scope in ("post", "answer"):
        page.locator(f"[name='scopes'][value='{scope}']").check()
    page.get_by_role("button", name="Ask the employer").click()
    expect(page.locator("main")).to_contain_text("Waiting for an answer")
    sent(page)


def give(page: Page) -> None:
    page.goto("/en/employer/mandates")
    page.locator("main").get_by_role("link", name=re.compile("Answer")).click()
    page.get_by_role("button", name="Give the mandate").click()
    expect(page.locator("main")).to_contain_text("in force")
    sent(page)


def post(page: Page, server: str) -> None:
    page.goto(f"{server}/en/agency/vacancies/new")
    page.locator("main").get_by_role("link", name=re.compile("Write a vacancy")).click()
    page.locator("[name='title']").fill("Welder")
    page.locator("[name='occupation']").fill(occupation(OCCUPATION).name.in_language("en"))
    page.locator("[name='description']").fill("Welds the frames of buses in a warm hall.")
    page.locator("[name='region_code']").select_option("KZ-71")
    page.locator("[name='pay_from']").fill("350000")
    page.locator("button[value='submit']").click()
    expect(page.locator("main")).to_contain_text("Published")
    sent(page)


def answer(page: Page, server: str) -> None:
    page.goto(f"{server}/en/agency/home")
    page.get_by_role("link", name=re.compile("1 application waits")).click()
    page.locator("main table").get_by_role("link").first.click()
    expect(page.locator("main")).to_contain_text("I weld frames.")
    page.locator("summary", has_text="Invite to talk").click()
    page.locator("[name='interview-note']").fill("Tomorrow at nine, at the gate.")
    page.get_by_role("button", name="Send the invitation").click()
    expect(page.locator("main")).to_contain_text("Tomorrow at nine, at the gate.")
    sent(page)
