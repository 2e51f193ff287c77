"""The page of an agency's programs: registered, given what is shown once, rotated, revoked; nobody else's."""

import re
from uuid import uuid4

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from labour_exchange.agencies.clients.models import ApiClient, ApiCredential
from labour_exchange.agencies.models import AgencyMember
from labour_exchange.foundation.access import ActorKind
from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from tests.factories import clients
from tests.factories.accounts import user
from tests.factories.clients import Program
from tests.factories.signing_in import sign_in_as


@pytest.fixture
def program(client: FlaskClient, session: ExchangeSession) -> Program:
    """A program of the agency whose member looks at the pages."""
    made = clients.program(session)
    account = user(session, ActorKind.AGENCY)
    session.add(AgencyMember(user_id=account.id, agency_id=made.agency.id))
    session.flush()
    sign_in_as(client, session, account)
    return made


def page(client: FlaskClient, address: str = "/en/agency/keys") -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    return answer.get_data(as_text=True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_programs_are_told_with_what_they_hold(client: FlaskClient, program: Program, language: str) -> None:
    shown = page(client, f"/{language}/agency/keys")
    assert program.client.public_id in shown
    assert f"…{program.key[-4:]}" in shown
    assert program.key not in shown


def test_a_program_is_registered_and_its_secret_shown_once(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    assert client.post("/en/agency/keys", data={"name": "Recruiter", "scopes": ["vacancies", "feed"]}).status_code == 303
    made = session.scalars(select(ApiClient).where(ApiClient.name == "Recruiter")).one()
    assert made.scopes == ["vacancies", "feed"]
    sent = {"submission_id": str(uuid4())}
    address = f"/en/agency/keys/{made.public_id}/new/secret"
    shown = client.post(address, data=sent)
    found = re.search(r'<code class="text-break">([^<]+)</code>', shown.get_data(as_text=True))
    assert found
    token = {"grant_type": "client_credentials"}
    assert client.post("/api/v1/oauth/token", data=token, auth=(made.public_id, found[1])).status_code == 200
    again = client.post(address, data=sent)
    assert again.status_code == 303, "a page that is loaded again makes no second one"
    assert found[1] not in page(client)
    assert len(session.scalars(select(ApiCredential).where(ApiCredential.client_id == made.id)).all()) == 1


@pytest.mark.parametrize(
    "data", [{}, {"name": " ", "scopes": ["feed"]}, {"name": "x", "scopes": ["everything"]}, {"name": "x" * 81, "scopes": ["feed"]}]
)
def test_what_is_wrong_is_shown(client: FlaskClient, session: ExchangeSession, program: Program, data: dict[str, object]) -> None:
    answer = client.post("/en/agency/keys", data=data)
    assert answer.status_code == 422
    assert 'id="errors"' in answer.get_data(as_text=True)
    assert len(session.scalars(select(ApiClient)).all()) == 1


def test_rotation_and_revocation(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    new = f"/en/agency/keys/{program.client.public_id}/new/key"
    assert client.post(new, data={"submission_id": str(uuid4())}).status_code == 200
    assert client.post(new, data={"submission_id": str(uuid4())}).status_code == 303, "two are alive"
    assert "Two of these are alive already" in page(client)
    first = session.scalars(select(ApiCredential).order_by(ApiCredential.id)).first()
    assert first
    address = f"/en/agency/keys/{program.client.public_id}/{first.public_id}/revoke"
    assert first.ending in page(client, address)
    assert client.get("/api/v1/own/vacancies", headers=program.headers).status_code == 200
    assert client.post(address).status_code == 303
    assert client.get("/api/v1/own/vacancies", headers=program.headers).status_code == 401
    assert client.post(f"/en/agency/keys/{program.client.public_id}/revoke").status_code == 303
    assert "shut out" in page(client)


def test_programs_of_another_agency_do_not_exist(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    other = clients.program(session)
    base = f"/en/agency/keys/{other.client.public_id}"
    held = session.scalars(select(ApiCredential).where(ApiCredential.client_id == other.client.id)).one()
    for address in (f"{base}/new/key", f"{base}/{held.public_id}/revoke", f"{base}/revoke"):
        assert client.post(address).status_code == 404
    assert client.post(f"/en/agency/keys/{program.client.public_id}/{held.public_id}/revoke").status_code == 404
    assert other.client.public_id not in page(client)
