"""Saved criteria of a program: kept, asked, replaced, refused with the filter that is wrong, and of one agency only."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.agencies.clients import operations
from labour_exchange.discovery import synchronisation
from labour_exchange.foundation.database import ExchangeSession
from tests.factories import clients, vacancies

ADDRESS = "/api/v1/criteria"
WELDER = {"occupation_code": "7212", "occupation_codes": ["7212"]}


def test_a_search_is_kept_asked_replaced_and_forgotten(app: Flask, committed: ExchangeSession) -> None:
    client, session = app.test_client(), committed
    program = clients.program(session)
    near = vacancies.published(session, title="Welder", region_code="KZ-71", **WELDER)
    far = vacancies.published(session, title="Welder", region_code="KZ-75", **WELDER)
    session.commit()
    synchronisation.synchronise_all(session)
    one = f"{ADDRESS}/welders-north"
    made = client.put(one, json={"query": "?q=Welder&region=KZ-71&lang=kk&limit=1"}, headers=program.headers)
    assert made.status_code == 201
    asked = client.get(f"{one}/vacancies", headers=program.headers)
    assert [hit["id"] for hit in asked.json["items"]] == [near.public_id]
    again = client.put(one, json={"query": "q=Welder&facets=true"}, headers=program.headers)
    assert (again.status_code, again.json["query"], again.json["created_at"]) == (200, "q=Welder&facets=true", made.json["created_at"])
    first = client.get(f"{one}/vacancies?limit=1", headers=program.headers)
    assert first.json["facets"]
    second = client.get(f"{one}/vacancies?limit=1&cursor={first.json['next_cursor']}", headers=program.headers)
    assert {hit["id"] for answer in (first, second) for hit in answer.json["items"]} == {near.public_id, far.public_id}
    assert client.get(f"{one}/vacancies?cursor=nonsense", headers=program.headers).status_code == 422
    listed = client.get(ADDRESS, headers=program.headers).json
    assert (listed["total"], listed["items"]) == (1, [client.get(one, headers=program.headers).json])
    assert client.delete(one, headers=program.headers).status_code == 200
    assert client.get(one, headers=program.headers).status_code == 404


@pytest.mark.parametrize(
    ("query", "pointer", "code"),
    [
        ("region=KZ-99", "/json/query/region", "not_listed"),
        ("colour=red", "/json/query/colour", "unknown_name"),
        ("pay_from=much", "/json/query/pay_from", "not_a_whole_number"),
    ],
)
def test_a_wrong_filter_is_named(client: FlaskClient, session: ExchangeSession, query: str, pointer: str, code: str) -> None:
    program = clients.program(session)
    answer = client.put(f"{ADDRESS}/a", json={"query": f"q=x&{query}"}, headers=program.headers)
    assert (answer.status_code, [(one["pointer"], one["code"]) for one in answer.json["errors"]]) == (422, [(pointer, code)])
    assert client.get(f"{ADDRESS}/a", headers=program.headers).status_code == 404


def test_names_are_of_one_agency_and_there_is_an_end(client: FlaskClient, session: ExchangeSession, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(operations, "MOST_CRITERIA", 1)
    mine, other = clients.program(session), clients.program(session)
    assert client.put(f"{ADDRESS}/a", json={"query": "q=x"}, headers=mine.headers).status_code == 201
    assert client.put(f"{ADDRESS}/b", json={"query": "q=x"}, headers=mine.headers).json["code"] == "too_many_criteria"
    assert client.get(f"{ADDRESS}/a", headers=other.headers).status_code == 404
    assert client.put(f"{ADDRESS}/a", json={"query": "q=y"}, headers=other.headers).status_code == 201
    assert client.get(f"{ADDRESS}/a", headers=mine.headers).json["query"] == "q=x"
    assert client.put(f"{ADDRESS}/Big name", json={"query": "q=x"}, headers=mine.headers).status_code == 404
