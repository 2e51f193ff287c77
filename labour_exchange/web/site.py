"""Name and mark of the exchange, which are settings of whoever runs it."""

from dataclasses import dataclass

from flask import Flask, current_app, request
from flask_babel import gettext as _

from labour_exchange.foundation.texts import Text
from labour_exchange.web import addresses
from labour_exchange.web.localisation import language

DEFAULT_NAMES = Text(kk="Жұмыс көпірі", ru="Мост к работе", en="Work Bridge")


@dataclass(frozen=True, slots=True)
class Site:
    """What the masthead says in the reader's language; `mark_url` is an own path, empty for the built-in mark."""

    name: str
    tagline: str
    mark_url: str
    home_href: str


def site() -> Site:
    code = language()
    name = current_app.config.get(f"SITE_NAME_{code.upper()}") or DEFAULT_NAMES.in_language(code)
    return Site(str(name), _("Open labour exchange"), str(current_app.config.get("SITE_MARK_URL") or ""), f"/{code}/")


def register(app: Flask) -> None:
    app.context_processor(_frame_words)


def _frame_words() -> dict[str, object]:
    if not request:
        return {"site": site()}
    return {"site": site(), "language": language(), "translations": addresses.translations(), "canonical_url": addresses.canonical_url()}
