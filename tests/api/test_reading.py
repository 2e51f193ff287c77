"""Reads of the programming interface: pages without gaps, ETags, limits, figures that protect people, the document."""

import re
from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from labour_exchange.api.limits import LIMIT_SETTING
from labour_exchange.classifications.occupations import children_of, occupations
from labour_exchange.classifications.skills import skills
from labour_exchange.territory.queries import districts_of, regions

CODES = {
    "/api/v1/regions": ("code", [one.iso_code for one in regions()]),
    "/api/v1/regions/KZ-75/districts": ("code", [one.kato for one in districts_of("KZ-75")]),
    "/api/v1/occupations": ("code", [one.code for one in occupations()]),
    "/api/v1/occupations?level=2": ("code", [one.code for one in occupations(2)]),
    "/api/v1/occupations?parent=72": ("code", [one.code for one in children_of("72")]),
    "/api/v1/skills": ("id", [one.id for one in skills()]),
}


@pytest.fixture(autouse=True)
def _generous(app: Flask) -> Iterator[None]:
    before = app.config[LIMIT_SETTING]
    app.config[LIMIT_SETTING] = "1000000 per minute"
    yield
    app.config[LIMIT_SETTING] = before


def walk(client: FlaskClient, address: str) -> list[dict[str, object]]:
    """Every item, following Link from page to page."""
    items: list[dict[str, object]] = []
    following: str | None = address
    while following:
        answer = client.get(following)
        body = answer.get_json()
        assert answer.status_code == 200, body
        items += body["items"]
        link = re.fullmatch(r'<([^>]+)>; rel="next"', answer.headers.get("Link", ""))
        assert bool(link) == (body["next_cursor"] is not None)
        following = link[1] if link else None
        assert body["total"] >= len(items)
    assert body["total"] == len(items)
    return items


@pytest.mark.parametrize("address", CODES)
@pytest.mark.parametrize("limit", [3, 7, 100])
def test_a_walk_finds_everything_once(client: FlaskClient, address: str, limit: int) -> None:
    name, expected = CODES[address]
    joined = f"{address}{'&' if '?' in address else '?'}limit={limit}"
    assert [item[name] for item in walk(client, joined)] == expected


def test_a_cursor_belongs_to_its_question(client: FlaskClient) -> None:
    cursor = client.get("/api/v1/occupations?level=2&limit=3").get_json()["next_cursor"]
    assert client.get(f"/api/v1/occupations?level=2&limit=5&lang=ru&cursor={cursor}").status_code == 200
    for other in (
        f"/api/v1/occupations?level=3&cursor={cursor}",
        f"/api/v1/regions?cursor={cursor}",
        f"/api/v1/occupations?level=2&cursor={cursor}x",
    ):
        assert client.get(other).get_json()["code"] == "bad_cursor"


def test_what_has_not_changed_is_304(client: FlaskClient) -> None:
    first = client.get("/api/v1/regions?lang=en")
    again = client.get("/api/v1/regions?lang=en", headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")
    assert client.get("/api/v1/regions?lang=ru", headers={"If-None-Match": first.headers["ETag"]}).status_code == 200
    assert "Accept-Language" in first.headers["Vary"]
    assert first.headers["Cache-Control"].startswith("public")
    assert "Retry-After" not in first.headers


def test_texts_are_in_the_asked_language(client: FlaskClient) -> None:
    assert client.get("/api/v1/regions/KZ-71?lang=ru").get_json()["name"] == "город Астана"
    found = client.get("/api/v1/regions/KZ-71", headers={"Accept-Language": "en"}).get_json()
    assert (found["name"], set(found["names"])) == ("Astana", {"kk", "ru", "en"})


def test_one_occupation_with_its_place_and_skills(client: FlaskClient) -> None:
    found = client.get("/api/v1/occupations/7212?lang=en").get_json()
    assert [one["code"] for one in found["ancestors"]] == ["7", "72", "721"]
    assert found["children"] == []
    assert {one["essential"] for one in found["skills"]} <= {True, False}
    assert found["skills"]


def test_the_skills_of_an_occupation_come_with_the_essential_ones_first(client: FlaskClient) -> None:
    found = client.get("/api/v1/skills?occupation=7212&lang=en&limit=100").get_json()["items"]
    order = [not one["is_essential"] for one in found]
    assert order == sorted(order)
    assert set(order) == {True, False}
    assert "is_essential" not in client.get("/api/v1/skills?lang=en").get_json()["items"][0]


def test_suggestions_follow_what_is_typed(client: FlaskClient) -> None:
    found = client.get("/api/v1/occupations/suggest?q=сварщ&lang=ru").get_json()["items"]
    assert "7212" in [one["code"] for one in found]
    first = client.get("/api/v1/skills/suggest?q=excel&limit=1&lang=en").get_json()["items"]
    assert len(first) == 1
    assert client.get(f"/api/v1/skills/{first[0]['id']}").get_json()["id"] == first[0]["id"]


def test_too_many_questions_are_told_when_to_come_back(app: Flask, client: FlaskClient) -> None:
    app.config[LIMIT_SETTING] = "2 per minute"
    asked = [client.get("/api/v1/regions?lang=en", environ_base={"REMOTE_ADDR": "203.0.113.7"}) for _ in range(3)]
    assert [one.status_code for one in asked] == [200, 200, 429]
    assert asked[2].get_json()["code"] == "too_many_requests"
    assert 0 < int(asked[2].headers["Retry-After"]) <= 60
    assert asked[0].headers["X-RateLimit-Limit"] == "2"
    assert client.get("/api/v1/regions", environ_base={"REMOTE_ADDR": "203.0.113.8"}).status_code == 200
    assert client.get("/api/v1/skills", environ_base={"REMOTE_ADDR": "203.0.113.7"}).status_code == 429
