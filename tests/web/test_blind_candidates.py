"""Candidates are seen blind: two people who differ in nothing but name, sex and age look the same to employer and office."""

import re
from datetime import date

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.states import Audience, Sex
from tests.factories import vacancies
from tests.factories.jobseekers import jobseeker, open_to_employers
from tests.factories.offices import office, staff
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as

PEOPLE = (
    {"family_name": "Құпияева", "given_name": "Айсұлу", "sex": Sex.FEMALE, "born_on": date(2001, 3, 4)},
    {"family_name": "Жасырынов", "given_name": "Нұрбол", "sex": Sex.MALE, "born_on": date(1963, 11, 12), "has_disability": True},
)


@pytest.mark.parametrize("language", LANGUAGES)
def test_name_sex_and_age_leave_no_trace(app, committed: ExchangeSession, language: str) -> None:  # type: ignore[no-untyped-def]
    browser: FlaskClient = app.test_client()
    employer, keeper = hiring_employer(committed)
    vacancy = vacancies.published(committed, by=employer)
    for facts in PEOPLE:
        open_to_employers(committed, person=jobseeker(committed, **facts), audience=Audience.EMPLOYERS)
    officer = staff(committed, office(committed, "KZ-71"))
    committed.commit()
    synchronise_all(committed)
    for account, address in (
        (committed.get_one(User, keeper.user_id), f"/{language}/employer/candidates?vacancy={vacancy.public_id}"),
        (officer.user, f"/{language}/office/vacancies/{vacancy.public_id}/candidates"),
    ):
        sign_in_as(browser, committed, account)
        committed.commit()
        page = browser.get(address).get_data(as_text=True)
        cards = re.findall(r"<article.*?</article>", page, re.DOTALL)
        assert len(cards) == len(PEOPLE)
        seen = {re.sub(r'href="[^"]*"', "", card) for card in cards}
        assert len(seen) == 1
        assert not re.search(r"<img|<picture|background-image", cards[0])
        said = [str(facts[name]) for facts in PEOPLE for name in ("family_name", "given_name")] + ["2001", "1963"]
        assert [word for word in said if word in page] == []
