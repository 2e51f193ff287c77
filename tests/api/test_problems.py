"""Errors under /api: one shape, three languages, codes that stay; the pages keep theirs."""

import pytest
from flask import Flask, request
from flask.testing import FlaskClient
from sqlalchemy import text
from sqlalchemy.orm import Session

from labour_exchange.api import problems
from labour_exchange.api.texts import PROBLEMS
from labour_exchange.foundation import errors
from labour_exchange.foundation.texts import LANGUAGES
from search.results import BadCursor, EngineUnavailable

MEMBERS = {"type", "title", "status", "code", "detail", "request_id", "errors"}
REFUSED = [
    ("/api/v1/nothing-here", "GET", 404, "not_found"),
    ("/api/v1/occupations/99999", "GET", 404, "not_found"),
    ("/api/v1/regions", "POST", 405, "method_not_allowed"),
    ("/api/v1/regions?limit=0", "GET", 422, "invalid_input"),
    ("/api/v1/regions?cursor=invented", "GET", 422, "bad_cursor"),
    ("/api/v1/skills/suggest", "GET", 422, "invalid_input"),
]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize(("address", "method", "status", "code"), REFUSED)
def test_a_refusal_is_a_problem_in_the_asked_language(client: FlaskClient, language: str, address: str, method: str, status: int, code: str) -> None:
    answer = client.open(address, method=method, headers={"Accept-Language": language})
    assert (answer.status_code, answer.mimetype) == (status, "application/problem+json")
    body = answer.get_json()
    assert set(body) == MEMBERS
    assert (body["status"], body["code"]) == (status, code)
    assert body["type"].endswith(f"/api/v1/docs#{code}")
    assert body["title"] == PROBLEMS[status].text.in_language(language)
    assert answer.headers["Content-Language"] == language
    assert body["request_id"] == answer.headers["X-Request-Id"]
    assert answer.headers["Cache-Control"] == "no-store"


def test_the_address_decides_over_the_browser(client: FlaskClient) -> None:
    answer = client.get("/api/v1/nothing?lang=ru", headers={"Accept-Language": "en"})
    assert answer.get_json()["detail"] == PROBLEMS[404].text.ru


def test_every_wrong_value_is_named_with_its_own_code(client: FlaskClient) -> None:
    body = client.get("/api/v1/occupations?level=9&limit=many&lang=xx&colour=red&parent=0000").get_json()
    found = {one["pointer"]: one["code"] for one in body["errors"]}
    assert found == {
        "/query/level": "out_of_range",
        "/query/limit": "not_a_whole_number",
        "/query/lang": "not_listed",
        "/query/colour": "unknown_name",
        "/query/parent": "not_listed",
    }


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_is_said_in_the_asked_language(client: FlaskClient, language: str) -> None:
    said = client.get(f"/api/v1/occupations?level=9&lang={language}").get_json()["errors"][0]["detail"]
    expected = {"kk": "1 мен 4 аралығында", "ru": "от 1 до 4", "en": "from 1 to 4"}
    assert expected[language] in said


def test_a_name_in_a_pointer_is_escaped(client: FlaskClient) -> None:
    assert client.get("/api/v1/regions?a/b~c=1").get_json()["errors"][0]["pointer"] == "/query/a~1b~0c"


def test_what_a_stranger_typed_is_not_sent_back(client: FlaskClient) -> None:
    assert b"<script>" not in client.get("/api/v1/regions?lang=<script>").data


def test_pages_keep_their_own_errors(client: FlaskClient) -> None:
    assert client.get("/en/nothing-here").mimetype == "text/html"


def test_405_names_what_is_taken(client: FlaskClient) -> None:
    assert "GET" in client.delete("/api/v1/regions").headers["Allow"]


def test_no_cookie_is_read_or_set(client: FlaskClient, session: Session) -> None:
    client.set_cookie("session", "somebody's secret")
    answer = client.get("/api/v1/regions")
    assert answer.status_code == 200
    assert "Set-Cookie" not in answer.headers
    assert "Cookie" not in answer.headers["Vary"]


@pytest.fixture
def small_app() -> Flask:
    """An application of views that fail in every way, with our handlers and nothing else."""
    made = Flask(__name__)
    made.config["PROPAGATE_EXCEPTIONS"] = False
    problems.register(made)
    problems.answer_search_errors(made)
    failures = {
        "broken": ValueError("a secret of the inside"),
        "invalid": errors.InvalidInput([errors.FieldError("title", errors.NOT_ALLOWED_NOW)]),
        "conflict": errors.Conflict(errors.NOT_ALLOWED_NOW),
        "stale": errors.StaleVersion(),
        "often": errors.TooMany(errors.NOT_ALLOWED_NOW, retry_after=7),
        "away": EngineUnavailable("inside"),
        "cursor": BadCursor("inside"),
    }

    @made.get("/api/<name>")
    def fail(name: str) -> str:
        raise failures[name]

    @made.post("/api/body")
    def read_body() -> str:
        return str(request.get_json())

    return made


@pytest.mark.parametrize(
    ("name", "status", "code"),
    [
        ("broken", 500, "internal_error"),
        ("invalid", 422, "invalid_input"),
        ("conflict", 409, "not_allowed_now"),
        ("stale", 409, "stale_version"),
        ("often", 429, "not_allowed_now"),
        ("away", 503, "unavailable"),
        ("cursor", 422, "bad_cursor"),
    ],
)
def test_failures_of_the_domain_and_of_ours(small_app: Flask, name: str, status: int, code: str) -> None:
    answer = small_app.test_client().get(f"/api/{name}?lang=en")
    assert (answer.status_code, answer.get_json()["code"]) == (status, code)
    assert "inside" not in answer.get_data(as_text=True)


def test_fields_of_a_refusal_are_named(small_app: Flask) -> None:
    found = small_app.test_client().get("/api/invalid?lang=en").get_json()["errors"]
    assert found == [{"pointer": "/title", "code": "not_allowed_now", "detail": errors.NOT_ALLOWED_NOW.text.en}]


def test_waiting_times_are_told(small_app: Flask) -> None:
    browser = small_app.test_client()
    assert browser.get("/api/often").headers["Retry-After"] == "7"
    assert browser.get("/api/away").headers["Retry-After"] == "5"


def test_a_body_that_is_no_json(small_app: Flask) -> None:
    browser = small_app.test_client()
    wrong = browser.post("/api/body", data="{", content_type="application/json")
    assert (wrong.status_code, wrong.get_json()["code"]) == (400, "bad_request")
    strange = browser.post("/api/body", data="<a/>", content_type="text/xml")
    assert (strange.status_code, strange.get_json()["code"]) == (415, "unsupported_media_type")


def test_ready_and_measured(client: FlaskClient, session: Session) -> None:
    held = client.get("/readyz").get_json()
    assert held["state"] == "ready"
    assert session.execute(text("SELECT 1")).scalar() == 1
    assert b"exchange_request_seconds" in client.get("/metrics").data
    assert client.get("/healthz").get_json() == {"state": "alive"}
