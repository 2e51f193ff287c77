"""The OpenAPI document and its page: whole, true, and readable in three languages."""

import json
import re

import pytest
from flask import Flask
from flask.testing import FlaskClient

from config import ROOT
from labour_exchange.api.documentation.descriptions import DESCRIPTIONS
from labour_exchange.api.documentation.texts import PAGE
from labour_exchange.api.texts import PROBLEMS
from labour_exchange.foundation.texts import LANGUAGES

NOT_RESOURCES = {"/api/v1/openapi.json", "/api/v1/docs"}


def document(client: FlaskClient) -> dict:  # type: ignore[type-arg]
    return dict(client.get("/api/v1/openapi.json").get_json())


def test_every_route_is_in_the_document(app: Flask, client: FlaskClient) -> None:
    paths = document(client)["paths"]
    for rule in app.url_map.iter_rules():
        if rule.rule.startswith("/api/") and rule.rule not in NOT_RESOURCES:
            written = re.sub(r"<(?:\w+:)?(\w+)>", r"{\1}", rule.rule)
            for method in rule.methods - {"HEAD", "OPTIONS"}:
                assert method.lower() in paths[written], rule


def test_every_operation_is_described(client: FlaskClient) -> None:
    found = document(client)
    assert found["openapi"] == "3.1.0"
    ids = []
    for methods in found["paths"].values():
        for method, operation in methods.items():
            if method != "parameters":
                ids.append(operation["operationId"])
                assert {"400", "404", "415", "422", "429", "500"} <= set(operation["responses"])
                assert {"200", "201"} & set(operation["responses"])
                assert ("304" in operation["responses"]) is (method == "get")
                assert ({"401", "403"} <= set(operation["responses"])) is bool(operation.get("security"))
                assert all(one.get("description") for one in operation["parameters"] if "name" in one)
    assert len(ids) == len(set(ids))


def test_every_reference_leads_somewhere(client: FlaskClient) -> None:
    found = document(client)
    for reference in re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(found)):
        place = found
        for part in reference.split("/"):
            place = place[part]
    assert found["components"]["schemas"]["Problem"]["required"]


def test_every_example_works(client: FlaskClient) -> None:
    for methods in document(client)["paths"].values():
        for operation in methods.values():
            if "x-example" in operation:
                assert client.get(operation["x-example"]).status_code == 200, operation["x-example"]


def test_every_description_on_the_page_is_in_three_languages(client: FlaskClient) -> None:
    found = document(client)
    said = {tag["description"] for tag in found["tags"]}
    for methods in found["paths"].values():
        for method, operation in methods.items():
            if method != "parameters":
                said |= {operation["summary"], operation["description"]}
                said |= {one.get("description", "") for one in operation["parameters"]}
    answers = [shape for name, shape in found["components"]["schemas"].items() if name not in ("Problem", "WrongValue")]
    said |= {field.get("description", "") for shape in answers for field in shape.get("properties", {}).values()}
    assert said - {""} - set(DESCRIPTIONS) == set(), "say it in kk and ru in descriptions.py"
    assert set(DESCRIPTIONS) - said == set(), "said no more"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_explains_every_operation(client: FlaskClient, language: str) -> None:
    answer = client.get(f"/api/v1/docs?lang={language}")
    page = answer.get_data(as_text=True)
    assert answer.status_code == 200
    assert f'<html lang="{language}">' in page
    assert PAGE["lead"].in_language(language) in page
    for address, methods in document(client)["paths"].items():
        for method in set(methods) - {"parameters"}:
            assert f"{method.upper()} {address}" in page
    assert page.count("<h1") == 1
    assert DESCRIPTIONS["Search vacancies"].in_language(language) in page
    assert " object at 0x" not in page
    nonce = re.search(r"'nonce-([^']+)'", answer.headers["Content-Security-Policy"])
    assert nonce
    assert all(nonce[1] in script for script in re.findall(r"<script[^>]*>", page))
    assert not re.search(r'(?:src|href)="https?://(?!localhost)', page)


def test_the_addresses_that_the_guide_shows_work(client: FlaskClient) -> None:
    guide = (ROOT / "docs" / "api" / "README.md").read_text()
    shown = re.findall(r"curl 'http://127\.0\.0\.1:8000(/api/[^']+)'", guide)
    assert len(shown) >= 4
    for address in shown:
        # Servers refuse other letters in an address, and curl writes an address as it stands.
        assert address.isascii()
        assert client.get(address).status_code == 200, address
    typed = re.findall(r"--data-urlencode '(\w+)=([^']+)'", guide)
    assert typed
    for name, value in typed:
        assert client.get("/api/v1/vacancies", query_string={name: value}).status_code == 200
    for message in PROBLEMS.values():
        if message.code in ("not_acceptable", "conflict", "too_large", "address_too_long"):
            continue
        assert f"`{message.code}`" in guide
