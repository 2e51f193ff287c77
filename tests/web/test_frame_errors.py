"""Error pages say what happened in three languages, and nothing of the refused record."""

import pytest
from flask import Flask, Response, request
from flask.testing import FlaskClient
from werkzeug.exceptions import HTTPException

from labour_exchange.foundation.access import VISITOR, Actor
from labour_exchange.web import errors
from labour_exchange.web.actor import provide_actor
from tests.web.frame_app import make_app


@pytest.fixture(scope="module")
def app() -> Flask:
    made = make_app()
    made.config["PROPAGATE_EXCEPTIONS"] = False
    return made


@pytest.fixture(scope="module")
def client(app: Flask) -> FlaskClient:
    return app.test_client()


@pytest.mark.parametrize("language", ["kk", "ru", "en"])
@pytest.mark.parametrize("status", [400, 404, 405, 409, 410, 413, 422, 429, 500, 503])
def test_status_has_a_page_of_its_own(client: FlaskClient, status: int, language: str) -> None:
    answer = client.get(f"/{language}/fail/{status}")
    assert answer.status_code == status
    assert answer.text.count("<h1>") == 1
    assert f'<html lang="{language}">' in answer.text
    english = str(errors.PAGES[status].title)
    assert (english in answer.text) == (language == "en")


def test_forbidden_does_not_exist(client: FlaskClient) -> None:
    forbidden, absent = client.get("/en/fail/403"), client.get("/en/nowhere")
    assert forbidden.status_code == absent.status_code == 404
    assert "Page not found" in forbidden.text


def test_status_without_a_page_takes_that_of_its_family(client: FlaskClient) -> None:
    answer = client.get("/en/fail/415")
    assert (answer.status_code, "We could not read this request" in answer.text) == (415, True)


def test_unknown_address_is_answered_in_its_language(client: FlaskClient) -> None:
    assert "Страница не найдена" in client.get("/ru/nowhere", headers={"Accept-Language": "en"}).text
    assert "Страница не найдена" in client.get("/nowhere", headers={"Accept-Language": "ru"}).text


def test_wrong_method_names_the_right_ones(client: FlaskClient) -> None:
    answer = client.delete("/en/link")
    assert answer.status_code == 405
    assert "GET" in answer.headers["Allow"]


def test_refusal_that_no_form_shows_becomes_its_page(client: FlaskClient) -> None:
    assert client.get("/en/refuse/absent").status_code == 404
    conflict = client.get("/ru/refuse/changed")
    assert conflict.status_code == 409
    assert "За это время всё изменилось" in conflict.text


def test_stale_form_is_explained(client: FlaskClient) -> None:
    answer = client.post("/en/gallery/forms", data={"title": "x"})
    assert answer.status_code == 400
    assert "open for too long" in answer.text


def test_page_of_a_broken_server_asks_nobody_who_reads_it() -> None:
    app = make_app()
    app.config["PROPAGATE_EXCEPTIONS"] = False
    asked = []

    def broken_loader() -> Actor:
        asked.append(request.path)
        raise RuntimeError("the database is gone")

    provide_actor(app, broken_loader)
    answer = app.test_client().get("/kk/gallery/blocks")
    assert asked
    assert answer.status_code == 500
    assert "Біздің жағымызда ақау шықты" in answer.text
    assert answer.headers["X-Request-Id"] in answer.text


def test_errors_of_the_api_stay_with_the_api() -> None:
    app = Flask("bare")
    app.secret_key = "of tests"

    @app.errorhandler(HTTPException)
    def problem(error: HTTPException) -> Response:
        return Response('{"status": 404}', status=404, mimetype="application/problem+json")

    errors.register(app)
    answer = app.test_client().get("/api/v1/nothing")
    assert answer.mimetype == "application/problem+json"


def test_actor_is_loaded_once_a_request() -> None:
    app = make_app()
    loads: list[int] = []

    def loader() -> Actor:
        loads.append(1)
        return VISITOR

    provide_actor(app, loader)
    app.test_client().get("/kk/gallery/blocks")
    assert loads == [1]
