"""Pages of cases: the queue, one case, two officers at once, what the person sees; nobody of another region."""

from datetime import timedelta

import pytest
from flask.testing import FlaskClient

from labour_exchange.cases.models import Case
from labour_exchange.cases.operations import close_case
from labour_exchange.cases.queries import latest_case_of
from labour_exchange.cases.states import CaseState, CloseReason
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import jobseekers, offices
from tests.factories.cases import case
from tests.factories.signing_in import sign_in_as
from tests.web.test_office_pages import LANGUAGES, acts, at_work

DAY = timedelta(days=1)


def working(client: FlaskClient, session: ExchangeSession, region_code: str = "KZ-71") -> Actor:
    return offices.officer(at_work(client, session, region_code))


def sent(one: Case, step: str, **more: object) -> dict[str, object]:
    day = clock.today() + DAY
    date_parts = {"due_on-day": day.day, "due_on-month": day.month, "due_on-year": day.year}
    return {"next_step": step, "lead": one.lead.public_id, "version": one.version} | date_parts | more


def again(session: ExchangeSession, one: Case) -> Case:
    session.expire_all()
    return session.get_one(Case, one.id)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pages_open_in_every_language(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    made = case(session, working(client, session), step="Diploma, please")
    session.commit()
    here = f"/{language}/office/cases"
    for path in ("", "?whose=all&standing=later", f"/{made.public_id}", f"/{made.public_id}/edit", f"/{made.public_id}/close"):
        answer = client.get(here + path)
        assert answer.status_code == 200
        assert answer.text.count("<h1") == 1
    assert "Diploma, please" in client.get(here).text
    assert acts(session, "read case") == 1


def test_a_case_is_opened_from_the_page_of_the_person(client: FlaskClient, session: ExchangeSession) -> None:
    officer, person = working(client, session), jobseekers.registered(session)
    session.commit()
    here = f"/en/office/jobseekers/{person.public_id}"
    assert f"{here}/case/new" in client.get(here).text
    refused = client.post(f"{here}/case/new", data={"next_step": ""})
    assert refused.status_code == 422
    day = clock.today()
    facts = {"next_step": "Bring the diploma", "due_on-day": day.day, "due_on-month": day.month, "due_on-year": day.year}
    assert client.post(f"{here}/case/new", data=facts).status_code == 303
    made = latest_case_of(session, officer, person.id)
    assert made is not None
    assert made.lead_id == officer.user_id
    assert f"/en/office/cases/{made.public_id}" in client.get(here).text


def test_two_officers_at_once_lose_nothing(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, working(client, session))
    session.commit()
    here, read = f"/en/office/cases/{made.public_id}/edit", made.version
    assert client.post(here, data=sent(made, "Call the school", version=read)).status_code == 303
    second = client.post(here, data=sent(made, "Write to the school", version=read))
    assert second.status_code == 409
    assert "Call the school" in second.text
    assert "Write to the school" in second.text
    now = again(session, made)
    assert now.next_step == "Call the school"
    assert f'name="version" type="hidden" value="{now.version}"' in second.text
    assert client.post(here, data=sent(made, "Write to the school", version=now.version)).status_code == 303
    assert again(session, made).next_step == "Write to the school"


def test_a_case_waits_goes_on_and_is_closed(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, working(client, session))
    session.commit()
    here = f"/en/office/cases/{made.public_id}"
    assert client.post(f"{here}/wait").status_code == 303
    assert again(session, made).state is CaseState.WAITING_FOR_PERSON
    assert client.post(f"{here}/wait").status_code == 409
    assert client.post(f"{here}/resume").status_code == 303
    assert client.post(f"{here}/close", data={}).status_code == 422
    assert client.post(f"{here}/close", data={"reason": "found_work"}).status_code == 303
    assert again(session, made).close_reason is CloseReason.FOUND_WORK
    assert client.get(f"{here}/edit").status_code == 409


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_person_sees_the_step_and_the_end(client: FlaskClient, session: ExchangeSession, language: str) -> None:
    member = offices.staff(session, offices.office(session, "KZ-71"), display_name="Айсұлу Т.")
    officer, person = offices.officer(member), jobseekers.registered(session)
    sign_in_as(client, session, session.get_one(type(member.user), person.user_id))
    here = f"/{language}/jobseeker/case"
    assert client.get(here).status_code == 200
    made = case(session, officer, person=person, step="Bring the diploma")
    session.commit()
    text = client.get(here).text
    assert "Bring the diploma" in text
    assert "Айсұлу Т." in text
    close_case(session, officer, made, reason=CloseReason.OWN_WISH)
    session.commit()
    assert "Bring the diploma" not in client.get(here).text


def test_a_case_of_another_region_does_not_exist(client: FlaskClient, session: ExchangeSession) -> None:
    made = case(session, offices.officer(offices.staff(session, offices.office(session, "KZ-75"))))
    at_work(client, session)
    here = f"/en/office/cases/{made.public_id}"
    for path in ("", "/edit", "/close"):
        assert client.get(here + path).status_code == 404
    assert client.post(f"{here}/wait").status_code == 404
