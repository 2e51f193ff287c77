"""What a programmer gets wrong in the first hour: each answer names the place and what to do, in the asked language."""

from typing import Any

import pytest
from flask.testing import FlaskClient

from labour_exchange.foundation.database import ExchangeSession
from labour_exchange.foundation.texts import LANGUAGES
from tests.factories import clients
from tests.factories.clients import Program, sent

ADDRESS = "/api/v1/vacancies/ours/a-1"


@pytest.fixture
def program(session: ExchangeSession) -> Program:
    return clients.program(session)


def errors_of(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422
    return [(one["pointer"], one["code"]) for one in answer.get_json()["errors"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_body_without_its_type_is_not_taken_for_an_empty_one(
    client: FlaskClient, session: ExchangeSession, program: Program, language: str
) -> None:
    sent_plainly = {"data": '{"title": "Welder"}', "content_type": "application/x-www-form-urlencoded", "headers": program.headers}
    answer = client.put(f"{ADDRESS}?lang={language}", **sent_plainly)
    assert (answer.status_code, answer.get_json()["code"]) == (415, "unsupported_media_type")
    assert "application/json" in answer.get_json()["detail"]


@pytest.mark.parametrize(
    ("field", "value", "code", "shown"),
    [
        ("employer_bin", "123", "wrong_form", "260140100001"),
        ("employer_bin", 260140100001, "not_a_text", ""),
        ("occupation_code", "welder", "wrong_form", "7212"),
        ("district_code", "Алматы", "wrong_form", "711310000"),
        ("pay_currency", "tenge", "wrong_form", "KZT"),
        ("pay_from", "300000", "not_a_whole_number", ""),
        ("region_code", "Astana", "not_listed", "KZ-10"),
        ("title", "a\x00b", "invalid_value", ""),
    ],
)
def test_a_wrong_value(client: FlaskClient, session: ExchangeSession, program: Program, field: str, value: object, code: str, shown: str) -> None:
    for language in LANGUAGES:
        answer = client.put(f"{ADDRESS}?lang={language}", json=sent(program.employer, **{field: value}), headers=program.headers)
        assert errors_of(answer) == [(f"/json/{field}", code)]
        assert shown in answer.get_json()["errors"][0]["detail"]


@pytest.mark.parametrize(
    ("address", "pointers"),
    [
        ("/api/v1/vacancies/Our-CRM/a-1", ["/path/source"]),
        ("/api/v1/vacancies/ours/a%201", ["/path/external_id"]),
        ("/api/v1/vacancies/o_o/%D1%8F", ["/path/source", "/path/external_id"]),
    ],
)
def test_names_in_the_address(client: FlaskClient, session: ExchangeSession, program: Program, address: str, pointers: list[str]) -> None:
    answer = client.put(address, json=sent(program.employer), headers=program.headers)
    assert errors_of(answer) == [(pointer, "wrong_form") for pointer in pointers]
    assert client.get(address, headers=program.headers).status_code == 404


def test_an_unknown_event_is_named_where_it_was_sent(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    wanted = {"url": "https://hooks.agency.example/", "events": ["application.sent", "application.sen"]}
    answer = client.post("/api/v1/webhooks?lang=en", json=wanted, headers=program.headers)
    assert errors_of(answer) == [("/json/events/1", "not_listed")]
    assert "vacancy.published" in answer.get_json()["errors"][0]["detail"]


def test_requests_for_a_token_say_what_to_do(client: FlaskClient, session: ExchangeSession, program: Program) -> None:
    nobody = client.post("/api/v1/oauth/token", data={"grant_type": "client_credentials"}, auth=("nobody", "nothing"))
    assert (nobody.status_code, nobody.get_json()["error"]) == (401, "invalid_client")
    assert "secret" in nobody.get_json()["error_description"]
    nothing = client.post("/api/v1/oauth/token", auth=("nobody", "nothing"))
    assert nothing.get_json() == {"error": "unsupported_grant_type", "error_description": "send grant_type=client_credentials"}
