"""The OpenAPI document, and the page that makes it readable without anybody else's scripts."""

from dataclasses import dataclass
from typing import Any

from flask import Blueprint, current_app, g, jsonify, render_template, url_for
from flask.typing import ResponseReturnValue

from labour_exchange.api.documentation.descriptions import described_as
from labour_exchange.api.documentation.texts import PAGE
from labour_exchange.api.language import language
from labour_exchange.api.texts import PROBLEMS
from labour_exchange.foundation.access import permits, public
from labour_exchange.foundation.texts import Text

EXTENSION = "labour_exchange.api"
READ_DOCUMENTATION = public("read the API's documentation", "Whoever may use the interface may read how.")
SCHEMAS = "#/components/schemas/"
LANGUAGE_NAMES = {"kk": ("Қазақша", "Қаз"), "ru": ("Русский", "Рус"), "en": ("English", "Eng")}

blueprint = Blueprint("api", __name__, url_prefix="/api/v1", template_folder="templates")


@dataclass(frozen=True, slots=True)
class Row:
    """A parameter or a field as the page shows it."""

    name: str
    kind: str
    is_required: bool
    description: Text | str
    values: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Operation:
    """One address and method as the page shows it."""

    id: str
    method: str
    path: str
    summary: Text | str
    description: Text | str
    parameters: list[Row]
    body: list[Row]
    fields: list[Row]
    example: str
    scope: str


@dataclass(frozen=True, slots=True)
class Translation:
    """The page in one of the languages, as the frame's language switch wants it."""

    code: str
    name: str
    short_name: str
    href: str
    absolute_url: str
    is_current: bool


@blueprint.get("/openapi.json")
@permits(READ_DOCUMENTATION)
def openapi() -> ResponseReturnValue:
    """The document for programs."""
    return jsonify(_document())


@blueprint.get("/docs")
@permits(READ_DOCUMENTATION)
def docs() -> ResponseReturnValue:
    """The document for people; the frame's words follow `lang`, and neither a sign-in nor a waiting message is looked at."""
    g.language = language()
    page = render_template(
        "api/documentation.html",
        words=PAGE,
        base=current_app.config.get("BASE_URL", ""),
        groups=_groups(_document()),
        problems=PROBLEMS,
        translations=_translations(),
        is_personal_page=False,
        get_flashed_messages=lambda **_options: (),
    )
    return page, 200, {"Cache-Control": "no-cache", "Content-Language": language(), "Vary": "Accept-Language"}


def _translations() -> list[Translation]:
    base, address = current_app.config.get("BASE_URL", ""), url_for("api.docs")
    return [
        Translation(code, *names, f"{address}?lang={code}", f"{base}{address}?lang={code}", code == language())
        for code, names in LANGUAGE_NAMES.items()
    ]


def _document() -> dict[str, Any]:
    document: dict[str, Any] = current_app.extensions[EXTENSION].document
    return document


def _groups(document: dict[str, Any]) -> list[tuple[Text | str, list[Operation]]]:
    """Operations under the description of their tag."""
    names = {tag["name"]: tag["description"] for tag in document["tags"]}
    groups: dict[str, list[Operation]] = {}
    for path, methods in document["paths"].items():
        shared = methods.get("parameters", [])
        for method, found in methods.items():
            if method != "parameters":
                groups.setdefault(names[found["tags"][0]], []).append(_operation(document, method, path, found, shared))
    return [(described_as(name), operations) for name, operations in groups.items()]


def _operation(document: dict[str, Any], method: str, path: str, found: dict[str, Any], shared: list[dict[str, Any]]) -> Operation:
    parameters = [_row(one["name"], one["schema"], one.get("required", False), one.get("description", "")) for one in (*shared, *found["parameters"])]
    answer = next(answer for status, answer in found["responses"].items() if status.startswith("2"))
    said = found["operationId"], method.upper(), path, described_as(found["summary"]), described_as(found.get("description", ""))
    example = found.get("x-example", path if method == "get" and not found.get("security") else "")
    scopes = [scope for one in found.get("security", ()) for scope in one.get("oauth2", ())]
    sent, told = _body(document, found.get("requestBody", {})), _body(document, answer)
    return Operation(*said, parameters, sent, told, example, scopes[0] if scopes else "")


def _body(document: dict[str, Any], found: dict[str, Any]) -> list[Row]:
    """The fields of what is sent or told, whatever it is written in."""
    contents = list(found.get("content", {}).values())
    return _fields(document, contents[0]["schema"]) if contents else []


def _fields(document: dict[str, Any], shape: dict[str, Any], before: str = "", depth: int = 2) -> list[Row]:
    """The fields of an answer, those of its items under dotted names."""
    resolved = _resolved(document, shape)
    rows = []
    for name, field in resolved.get("properties", {}).items():
        described = _resolved(document, field)
        rows.append(_row(before + name, described, name in resolved.get("required", []), described.get("description", "")))
        inner = described.get("items", described) if described.get("type") == "array" else described
        if depth and ("$ref" in inner or "properties" in inner):
            rows += _fields(document, inner, f"{before}{name}{'[]' if inner is not described else ''}.", depth - 1)
    return rows


def _resolved(document: dict[str, Any], shape: dict[str, Any]) -> dict[str, Any]:
    named: dict[str, Any] = shape
    if shape.get("$ref", "").startswith(SCHEMAS):
        named = document["components"]["schemas"][shape["$ref"].removeprefix(SCHEMAS)]
    return named


def _row(name: str, schema: dict[str, Any], is_required: bool, description: str) -> Row:
    inner = schema.get("items", {}) if schema.get("type") == "array" else schema
    kinds = inner.get("type", "object")
    kind = " | ".join(kinds) if isinstance(kinds, list) else str(kinds)
    written = f"{kind}[]" if inner is not schema else kind
    return Row(name, written, is_required, described_as(description), tuple(str(value) for value in inner.get("enum", ()) if value is not None))
