"""A byte that no text can hold, wherever a reader or a program may send it: an answer, never a failure of ours."""

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation.database import ExchangeSession
from tests.factories import jobseekers as people
from tests.web.test_jobseeker_pages import signed_in

NUL = "%00"


@pytest.mark.parametrize(
    "address",
    [
        f"/en/vacancies?q=a{NUL}b",
        f"/en/vacancies?region={NUL}",
        f"/en/vacancies?occupation={NUL}&employer={NUL}",
        f"/en/vacancies/{NUL}",
        f"/en/employers/{NUL}",
        f"/en/suggestions/occupation?q={NUL}",
        f"/en/statistics/explore?indicator={NUL}",
        f"/en/releases/{NUL}",
        f"/api/v1/vacancies/{NUL}",
        f"/api/v1/vacancies?q={NUL}",
        f"/en/sign-in?next={NUL}",
    ],
)
def test_in_an_address(client: FlaskClient, session: ExchangeSession, address: str) -> None:
    assert client.get(address).status_code in {200, 302, 400, 404, 422}


@pytest.mark.parametrize("address", ["/en/sign-in", "/en/register/jobseeker", "/en/register/employer"])
def test_in_a_form(client: FlaskClient, session: ExchangeSession, address: str) -> None:
    sent = dict.fromkeys(("email", "password", "given_name", "family_name", "display_name"), "a\x00b@example.kz")
    assert client.post(address, data=sent).status_code in {200, 302, 303, 400, 404, 422}


@pytest.mark.parametrize("name", ["client_id", "client_secret", "scope"])
def test_in_a_request_for_a_token(client: FlaskClient, session: ExchangeSession, name: str) -> None:
    sent = {"grant_type": "client_credentials", "client_id": "nobody", "client_secret": "nothing", name: "a\0b"}
    answer = client.post("/api/v1/oauth/token", data=sent)
    assert answer.status_code in {400, 401}
    assert answer.get_json()["error"] in {"invalid_request", "invalid_client"}


def test_as_a_key(client: FlaskClient, session: ExchangeSession) -> None:
    assert client.get("/api/v1/applications", headers={"Authorization": "Bearer elx_a\0b"}).status_code in {400, 401}


@pytest.mark.parametrize(
    ("address", "sent"),
    [
        ("/en/jobseeker/profile/education", {"level": "6", "institution": "a\x00b", "subject": "", "finished_in": "2012"}),
        ("/en/jobseeker/searches/new?q=weld%00er", {"name": "Welding", "frequency": "daily"}),
        ("/en/jobseeker/searches/new?q=welder", {"name": "a\x00b", "frequency": "daily"}),
    ],
)
def test_in_what_a_person_keeps(client: FlaskClient, session: ExchangeSession, address: str, sent: dict[str, str]) -> None:
    signed_in(client, session, people.jobseeker(session))
    assert client.post(address, data=sent).status_code == 422
    assert client.get("/en/jobseeker/profile").status_code == 200
