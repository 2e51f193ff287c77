"""One post announced by several: its page names the sources, its employer decides, its agency sees what is stated differently."""

import pytest
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.duplicates.operations import find_duplicates
from labour_exchange.vacancies.models import Vacancy
from labour_exchange.vacancies.states import VacancySource
from tests.factories import vacancies
from tests.factories.accounts import user
from tests.factories.placements import hiring_employer
from tests.factories.signing_in import sign_in_as
from tests.web.test_agency_pages import agency_with_user

TEXT = "You mend wiring and switchboards in homes and workshops, keep a log and teach an apprentice."
PAGE = "/en/employer/duplicates"


def announced_twice(session: ExchangeSession) -> tuple[Vacancy, Vacancy, User, User]:
    """The employer's own announcement, its agency's with other pay, and who signs in for each."""
    employer, keeper = hiring_employer(session)
    agency, agent = agency_with_user(session)
    own = vacancies.published(session, by=employer, description=TEXT)
    pushed = vacancies.published(session, by=employer, description=TEXT, source=VacancySource.AGENCY, agency_id=agency.id, pay_from=320_000)
    find_duplicates(session)
    return own, pushed, session.get_one(User, keeper.user_id), agent


def test_the_page_of_the_post_names_its_sources_and_the_other_leads_to_it(client: FlaskClient, session: ExchangeSession) -> None:
    own, pushed, _owner, _agent = announced_twice(session)
    shown = client.get(f"/en/vacancies/{own.public_id}").text
    assert "Announced by several" in shown
    assert "320" in shown
    answer = client.get(f"/en/vacancies/{pushed.public_id}")
    assert (answer.status_code, answer.headers["Location"]) == (302, f"/en/vacancies/{own.public_id}")


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_employer_sees_every_announcement_and_lets_another_stand_for_it(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    own, pushed, owner, _agent = announced_twice(session)
    sign_in_as(client, session, owner)
    page = client.get(f"/{language}/employer/duplicates")
    assert page.status_code == 200
    assert page.text.count(f"duplicates/{pushed.public_id}/") == 2
    assert client.post(f"/{language}/employer/duplicates/{pushed.public_id}/lead").status_code == 303
    session.expire_all()
    assert (session.get_one(Vacancy, own.id).duplicate_of_id, session.get_one(Vacancy, pushed.id).duplicate_of_id) == (pushed.id, None)


def test_the_employer_says_that_they_are_two_posts(client: FlaskClient, session: ExchangeSession) -> None:
    own, pushed, owner, _agent = announced_twice(session)
    sign_in_as(client, session, owner)
    assert "pay from" in client.get(PAGE).text
    assert client.post(f"{PAGE}/{pushed.public_id}/apart").status_code == 303
    session.expire_all()
    assert {session.get_one(Vacancy, one.id).duplicate_of_id for one in (own, pushed)} == {None}
    assert "Nobody else announces your posts." in client.get(PAGE).text
    assert client.post(f"{PAGE}/{pushed.public_id}/apart").status_code == 404


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
def test_the_agency_reads_the_same_and_decides_nothing(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    own, pushed, _owner, agent = announced_twice(session)
    sign_in_as(client, session, agent)
    page = client.get(f"/{language}/agency/duplicates")
    assert page.status_code == 200
    assert own.public_id in page.text
    assert "<form" not in page.text[page.text.index("<main") : page.text.index("</main")]
    assert client.post(f"/{language}/employer/duplicates/{pushed.public_id}/lead").status_code == 404


def test_somebody_elses_post_is_nobodys_to_decide(client: FlaskClient, session: ExchangeSession) -> None:
    _own, pushed, _owner, _agent = announced_twice(session)
    _other, stranger = hiring_employer(session)
    sign_in_as(client, session, session.get_one(User, stranger.user_id))
    assert client.post(f"{PAGE}/{pushed.public_id}/lead").status_code == 404
    sign_in_as(client, session, user(session, ActorKind.JOBSEEKER))
    assert client.get(PAGE).status_code == 404
