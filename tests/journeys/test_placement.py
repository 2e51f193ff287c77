"""From a registration to a figure for the region: the whole path in each language, with the real worker, mail folder and browser."""

from pathlib import Path

import pytest
from flask import Flask
from playwright.sync_api import Browser

from config import Settings
from labour_exchange.foundation.database import ExchangeSession
from tests.journeys import steps
from tests.journeys.cast import staged
from tests.journeys.reader import Reader, Words
from tests.processes import worker

pytestmark = pytest.mark.browser

PERSON = {"kk": ("Үлгіжанов", "Бекзат"), "ru": ("Примеркин", "Олег"), "en": ("Sampleton", "Timur")}


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_a_placement_from_registration_to_figure(
    protected: Flask, settings: Settings, committed: ExchangeSession, live_server: str, browser: Browser, language: str
) -> None:
    words, (family_name, given_name) = Words(protected, language), PERSON[language]
    cast, email, mail = staged(committed, language), f"person-{language}@example.kz", Path(settings.instance_dir) / "mail"
    person, employer, officer, ministry = (Reader(browser, live_server, words) for _ in range(4))
    with worker(settings):
        ministry.sign_in(cast.analyst.email, totp_secret=cast.analyst.totp_secret)
        declared, confirmed = steps.figures_of_region(ministry)
        steps.register(person, email, family_name, given_name)
        steps.confirm_by_letter(person, mail, email)
        person.sign_in(email, steps.PASSWORD)
        steps.fill_profile(person)
        steps.find_suggestion(person, cast)
        steps.apply(person)
        steps.answer_and_offer(employer, cast, f"{family_name} {given_name}")
        steps.accept_and_confirm(person, cast)
        steps.until(lambda: steps.figures_of_region(ministry) == (declared + 1, confirmed + 1), "the region's figures to rise by one each")
        steps.refer(officer, cast)
        steps.cannot_open_stranger(officer, cast)
        assert steps.pages_of_ministry(ministry, (family_name, *cast.names)) > 20
