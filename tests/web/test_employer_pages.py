"""The pages of employers in three languages, and what only their own people may open."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.accounts.models import User
from labour_exchange.discovery.synchronisation import synchronise_all
from labour_exchange.employers.models import Employer, MemberRole
from labour_exchange.employers.queries import members_of
from labour_exchange.employers.states import EmployerState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.vacancies.states import RejectionCode, VacancyState
from tests.factories import accounts, employers, jobseekers, placements, vacancies
from tests.factories.signing_in import sign_in_as

LANGUAGES = ("kk", "ru", "en")
PAGES = ("home", "vacancies", "vacancies/new", "company", "places", "colleagues", "claims", "candidates")


def signed_in(client: FlaskClient, session: ExchangeSession, of: Employer | None = None, role: MemberRole = MemberRole.OWNER) -> Employer:
    """The browser of somebody who acts for a verified employer (or this one)."""
    one = of or employers.answering(session, name="Invented Bakery")
    sign_in_as(client, session, employers.member(session, one, role))
    session.commit()
    return one


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_every_page_opens_in_every_language(client: FlaskClient, session: ExchangeSession, language: str, path: str) -> None:
    one = signed_in(client, session)
    vacancies.published(session, by=one)
    employers.establishment(session, one)
    answer = client.get(f"/{language}/employer/{path}")
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in answer.text
    assert answer.text.count("<h1") == 1
    assert "no-store" in answer.headers["Cache-Control"]


@pytest.mark.parametrize("path", PAGES)
def test_visitors_sign_in_first_and_others_find_nothing(client: FlaskClient, session: ExchangeSession, path: str) -> None:
    assert client.get(f"/ru/employer/{path}").status_code == 302
    sign_in_as(client, session, accounts.user(session, ActorKind.JOBSEEKER))
    assert client.get(f"/ru/employer/{path}").status_code == 404


def test_home_says_what_to_do_first(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    waiting = vacancies.published(session, by=one, title="Baker of bread")
    placements.application(session, vacancy=waiting)
    rejected = {"state": VacancyState.REJECTED, "rejection_code": RejectionCode.CONTACT_IN_TEXT}
    vacancies.vacancy(session, by=one, title="Driver", **rejected)
    vacancies.published(session, by=one, title="Cleaner", apply_by_on=clock.today())
    text = client.get("/en/employer/home").text
    order = ["An application waits: Baker of bread", "Correct and hand in again: Driver", "Ends soon: Cleaner"]
    assert sorted(order, key=text.index) == order
    assert "90%" in text


def test_home_says_how_the_check_stands(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session, employers.employer(session))
    assert "The office is checking your BIN." in client.get("/en/employer/home").text
    assert "Write your first vacancy" in client.get("/en/employer/home").text
    one.state = EmployerState.REFUSED
    session.commit()
    assert "The office could not verify you." in client.get("/en/employer/home").text


def test_the_owner_sees_why_a_vacancy_was_rejected_and_what_to_do(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    facts = {"state": VacancyState.REJECTED, "rejection_code": RejectionCode.UNLAWFUL_REQUIREMENT, "rejection_note": "Take out «до 35 лет»."}
    found = vacancies.vacancy(session, by=one, **facts)
    text = client.get(f"/en/employer/vacancies/{found.public_id}").text
    assert "which the law forbids" in text
    assert "Take out «до 35 лет»." in text
    assert "Take this requirement out of the title" in text


def test_another_employers_vacancy_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    theirs = vacancies.published(session)
    for path in ("", "/edit", "/withdraw"):
        assert client.get(f"/en/employer/vacancies/{theirs.public_id}{path}").status_code == 404
    for move in ("pause", "withdraw", "renew", "submit", "resume", "edit"):
        assert client.post(f"/en/employer/vacancies/{theirs.public_id}/{move}", data={"reason": "other"}).status_code == 404
    assert client.get(f"/en/employer/candidates?vacancy={theirs.public_id}").status_code == 404
    session.refresh(theirs)
    assert theirs.state is VacancyState.PUBLISHED


def test_pause_withdraw_and_a_move_that_is_not_lawful(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    found = vacancies.published(session, by=one)
    here = f"/en/employer/vacancies/{found.public_id}"
    assert client.post(f"{here}/pause").status_code == 303
    assert client.post(f"{here}/pause").status_code == 409
    assert client.post(f"{here}/withdraw", data={}).status_code == 422
    assert client.post(f"{here}/withdraw", data={"reason": "not_needed"}).status_code == 303
    session.refresh(found)
    assert found.state is VacancyState.WITHDRAWN
    assert "Nobody is needed any more" in client.get(here).text


def test_the_list_by_state(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    vacancies.published(session, by=one, title="Open one")
    vacancies.vacancy(session, by=one, title="Draft one")
    assert "Draft one" in client.get("/en/employer/vacancies").text
    assert "Draft one" not in client.get("/en/employer/vacancies?state=published").text
    assert client.get("/en/employer/vacancies?state=nonsense").status_code == 200
    assert client.get("/en/employer/vacancies?cursor=forged").status_code == 422


def test_candidates_have_reasons_and_no_name(app: Flask, committed: ExchangeSession) -> None:
    # The engine searches over connections of its own, so what it is to find must be committed.
    client = app.test_client()
    one = signed_in(client, committed)
    vacancies.published(committed, by=one)
    person = jobseekers.open_to_employers(committed, headline="Electrician, five years")
    committed.commit()
    synchronise_all(committed)
    text = client.get("/en/employer/candidates").text
    assert "Electrician, five years" in text
    assert person.family_name not in text
    assert 'class="lx-reasons"' in text


def test_company_is_changed_and_a_second_save_shows_both_texts(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    data = {"name": "Invented Bakery", "about": "We bake.", "website": "https://bakery.example.kz", "version": one.version}
    assert client.post("/en/employer/company", data=data | {"website": "javascript:alert(1)"}).status_code == 422
    assert client.post("/en/employer/company", data=data).status_code == 303
    late = client.post("/en/employer/company", data=data | {"about": "We bake at night."})
    assert late.status_code == 409
    assert "We bake." in late.text
    assert "We bake at night." in late.text
    session.refresh(one)
    assert one.about == "We bake."


def test_places_open_and_close(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    wrong = {"region_code": "KZ-75", "district_code": "111600000", "address": "1 Invented Street"}
    assert client.post("/en/employer/places", data=wrong).status_code == 422
    assert client.post("/en/employer/places", data=wrong | {"region_code": "KZ-11"}).status_code == 303
    place = one.establishments[0]
    assert client.post(f"/en/employer/places/{place.public_id}/close").status_code == 303
    assert "1 Invented Street" not in client.get("/en/employer/places").text


def test_colleagues_are_invited_by_owners(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session)
    data = {"email": "colleague@example.kz", "display_name": "Invented Colleague", "language": "en"}
    assert client.post("/en/employer/colleagues", data=data | {"email": "no address"}).status_code == 422
    assert client.post("/en/employer/colleagues", data=data).status_code == 303
    assert client.post("/en/employer/colleagues", data=data).status_code == 422
    text = client.get("/en/employer/colleagues").text
    assert "Invented Colleague" in text
    added = session.get_one(User, members_of(session, one.id)[1].user_id)
    assert client.post(f"/en/employer/colleagues/{added.public_id}/remove").status_code == 303
    assert len(members_of(session, one.id)) == 1


def test_staff_invite_nobody(client: FlaskClient, session: ExchangeSession) -> None:
    one = signed_in(client, session, role=MemberRole.STAFF)
    data = {"email": "colleague@example.kz", "display_name": "Invented Colleague", "language": "en"}
    assert client.post("/en/employer/colleagues", data=data).status_code == 404
    assert "Invite a colleague" not in client.get("/en/employer/colleagues").text
    assert len(members_of(session, one.id)) == 1


def test_advertisements_are_found_and_claimed(client: FlaskClient, session: ExchangeSession) -> None:
    signed_in(client, session)
    known = employers.unclaimed(session, name="TOO Invented Bakery")
    assert "TOO Invented Bakery" in client.get("/en/employer/claims").text
    assert client.post(f"/en/employer/claims/{known.public_id}", data={"reason": ""}).status_code == 422
    assert client.post(f"/en/employer/claims/{known.public_id}", data={"reason": "The same phone"}).status_code == 303
    assert "The office is checking" in client.get("/en/employer/claims").text
    verified = employers.verified(session)
    assert client.get(f"/en/employer/claims/{verified.public_id}").status_code == 404
