"""Candidates on the pages of offices and employers, and suggestions on those of jobseekers: blind, with reasons, in scope."""

import re

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.jobseekers.models import Jobseeker
from labour_exchange.vacancies.models import Vacancy
from tests.factories import vacancies
from tests.factories.jobseekers import open_to_employers, with_profile
from tests.factories.offices import office, staff
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as

NAME = "Құпияева"


class Scene:
    """A vacancy in Astana and two people who suit it."""

    def __init__(self, session: ExchangeSession) -> None:
        self.session = session
        self.employer, self.keeper = hiring_employer(session)
        self.vacancy: Vacancy = vacancies.published(session, by=self.employer)
        self.shared: Jobseeker = open_to_employers(session, headline="Five years on building sites")
        self.of_offices: Jobseeker = with_profile(session, headline="Ten years in workshops")
        for person in (self.shared, self.of_offices):
            person.family_name = NAME
        self.officers = {code: staff(session, office(session, code)) for code in ("KZ-71", "KZ-75")}
        session.commit()
        synchronise_all(session)

    def signed_in(self, client: FlaskClient, actor: Actor | User) -> None:
        account = actor if isinstance(actor, User) else self.session.get_one(User, actor.user_id)
        sign_in_as(client, self.session, account)
        self.session.commit()


@pytest.fixture
def scene(committed: ExchangeSession) -> Scene:
    return Scene(committed)


@pytest.fixture
def browser(app, committed: ExchangeSession) -> FlaskClient:  # type: ignore[no-untyped-def]
    made: FlaskClient = app.test_client()
    return made


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_office_of_the_region_sees_who_suits_without_names_and_refers(browser: FlaskClient, scene: Scene, language: str) -> None:
    scene.signed_in(browser, scene.officers["KZ-71"].user)
    answer = browser.get(f"/{language}/office/vacancies/{scene.vacancy.public_id}/candidates")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert "Five years on building sites" in page
    assert "Ten years in workshops" in page
    assert "lx-reasons" in page
    for secret in (NAME, scene.shared.given_name, "1990"):
        assert secret not in page
    refer = re.search(r'href="([^"]+/refer\?[^"]+)"', page)
    assert refer
    assert browser.get(refer[1].replace("&amp;", "&")).status_code == 200


def test_another_region_and_an_unknown_vacancy_do_not_exist(browser: FlaskClient, scene: Scene) -> None:
    scene.signed_in(browser, scene.officers["KZ-75"].user)
    for public_id in (scene.vacancy.public_id, "0000000000000000"):
        answer = browser.get(f"/en/office/vacancies/{public_id}/candidates")
        assert answer.status_code == 404
        assert "building sites" not in answer.get_data(as_text=True)


def test_the_employer_sees_only_who_is_open_to_employers_and_no_name(browser: FlaskClient, scene: Scene) -> None:
    scene.signed_in(browser, scene.keeper)
    page = browser.get(f"/en/employer/candidates?vacancy={scene.vacancy.public_id}").get_data(as_text=True)
    assert "Five years on building sites" in page
    assert "Ten years in workshops" not in page
    for secret in (NAME, scene.shared.given_name, scene.shared.public_id, "1990"):
        assert secret not in page


def test_another_employer_is_told_there_is_no_such_vacancy(browser: FlaskClient, scene: Scene) -> None:
    _other, stranger = hiring_employer(scene.session)
    scene.signed_in(browser, stranger)
    assert browser.get(f"/en/employer/candidates?vacancy={scene.vacancy.public_id}").status_code == 404


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_jobseeker_reads_why_and_takes_a_suggestion_away(browser: FlaskClient, scene: Scene, language: str) -> None:
    scene.signed_in(browser, scene.session.get_one(User, scene.shared.user_id))
    address = f"/{language}/jobseeker/suggestions"
    assert scene.vacancy.title in browser.get(address).get_data(as_text=True)
    why = browser.get(f"{address}/{scene.vacancy.public_id}").get_data(as_text=True)
    assert f'href="{address}/{scene.vacancy.public_id}/contest/pay_met"' in why
    assert browser.get(f"{address}/{scene.vacancy.public_id}/dismiss").status_code == 200
    done = browser.post(f"{address}/{scene.vacancy.public_id}/dismiss", data={"contested": ""})
    assert (done.status_code, done.headers["Location"]) == (303, address)
    assert scene.vacancy.public_id not in browser.get(address).get_data(as_text=True)


@pytest.mark.parametrize(("reason", "page"), [("occupation_same", "profile/occupations"), ("pay_met", "profile/wishes"), ("same_region", "contacts")])
def test_a_contested_reason_leads_to_where_it_is_put_right(browser: FlaskClient, scene: Scene, reason: str, page: str) -> None:
    scene.signed_in(browser, scene.session.get_one(User, scene.shared.user_id))
    done = browser.post(f"/en/jobseeker/suggestions/{scene.vacancy.public_id}/dismiss", data={"contested": reason})
    assert (done.status_code, done.headers["Location"]) == (303, f"/en/jobseeker/{page}")
    assert browser.get(done.headers["Location"]).status_code == 200


def test_a_reason_that_was_never_given_is_refused(browser: FlaskClient, scene: Scene) -> None:
    scene.signed_in(browser, scene.session.get_one(User, scene.shared.user_id))
    address = f"/en/jobseeker/suggestions/{scene.vacancy.public_id}/dismiss"
    assert browser.post(address, data={"contested": "star_sign"}).status_code == 422
    assert browser.get("/en/jobseeker/suggestions/0000000000000000").status_code == 404
