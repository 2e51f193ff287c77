"""The language in every page's address: read from it, kept by url_for, changed by the language switch."""

from dataclasses import dataclass
from functools import lru_cache

from flask import Flask, current_app, g, has_request_context, redirect, request
from werkzeug.routing import Map
from werkzeug.wrappers import Response

from labour_exchange.foundation.access import permits, public
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE, LANGUAGES

LANGUAGE_PREFIX = f"/<any({', '.join(LANGUAGES)}):lang>"
NAMES = {"kk": ("Қазақша", "Қаз"), "ru": ("Русский", "Рус"), "en": ("English", "Eng")}
CHOOSE_LANGUAGE = public("choose language", "The first address only leads to the reader's language.")


@dataclass(frozen=True, slots=True)
class Translation:
    """The page being read, in one of the languages."""

    code: str
    name: str
    short_name: str
    href: str
    absolute_url: str
    is_current: bool


def asked_language() -> str:
    """The language of the address, else the one the browser prefers, else the default. Babel's locale selector."""
    if not has_request_context():
        return DEFAULT_LANGUAGE
    language: str = g.get("language") or _preferred_language()
    return language


def base_url() -> str:
    """Where the exchange is known from outside, without a slash at its end."""
    return str(current_app.config.get("BASE_URL") or request.url_root).rstrip("/")


def canonical_url() -> str:
    """The one address of this page: filters and cursors in the query string do not make another page."""
    return base_url() + request.path


def translations() -> list[Translation]:
    """The page being read in each language; the path after the language is the same in all of them."""
    current = asked_language()
    first, _, rest = request.path.removeprefix("/").partition("/")
    if first not in LANGUAGES:
        rest = ""
    query = f"?{request.query_string.decode('utf-8', 'replace')}" if request.query_string and request.method in {"GET", "HEAD"} else ""
    return [
        Translation(code, *NAMES[code], href=f"/{code}/{rest}{query}", absolute_url=f"{base_url()}/{code}/{rest}", is_current=code == current)
        for code in LANGUAGES
    ]


def own_path(target: str | None, otherwise: str) -> str:
    """`target` when it is a path of this exchange, else `otherwise`: nobody is sent elsewhere by a crafted link."""
    if not target or not target.startswith("/") or target.startswith(("//", "/\\")) or any(sign in target for sign in "\\\r\n\t"):
        return otherwise
    return target


def register(app: Flask) -> None:
    app.url_value_preprocessor(_take_language)
    app.url_defaults(_keep_language)
    app.add_url_rule("/", "root", _root)


@permits(CHOOSE_LANGUAGE)
def _root() -> Response:
    answer = redirect(f"/{_preferred_language()}/")
    answer.vary.add("Accept-Language")
    return answer


def _take_language(endpoint: str | None, values: dict[str, str] | None) -> None:
    if values and "lang" in values:
        g.language = values.pop("lang")
        return
    first = request.path.removeprefix("/").partition("/")[0]
    g.language = first if first in LANGUAGES else _preferred_language()


def _keep_language(endpoint: str, values: dict[str, str]) -> None:
    if "lang" not in values and endpoint in current_app.view_functions and _has_language(current_app.url_map, endpoint):
        values["lang"] = asked_language()


@lru_cache(maxsize=2_000)
def _has_language(addresses: Map, endpoint: str) -> bool:
    """Remembered, because a page of search results writes more than a hundred addresses."""
    return addresses.is_endpoint_expecting(endpoint, "lang")


def _preferred_language() -> str:
    return request.accept_languages.best_match(LANGUAGES, DEFAULT_LANGUAGE) or DEFAULT_LANGUAGE
