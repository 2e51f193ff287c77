"""The web edge: one frame, and the areas whose pages stand on it."""

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from importlib.util import find_spec

from flask import Blueprint, Flask

from labour_exchange.web import actor, addresses, errors, forms, headers, localisation, navigation, site


@dataclass(frozen=True, slots=True)
class Area:
    """A group of pages: its package in web/ and where its addresses begin after the language."""

    name: str
    prefix: str


AREAS = (
    Area("public", ""),
    Area("accounts", ""),
    Area("jobseeker", "/jobseeker"),
    Area("employer", "/employer"),
    Area("agency", "/agency"),
    Area("office", "/office"),
    Area("headquarters", "/headquarters"),
)

frame = Blueprint("web", __name__, template_folder="templates", static_folder="static", static_url_path="/assets")


def register(app: Flask, areas: Iterable[Area] = AREAS) -> None:
    """Put the web on an application that already has Babel, CSRF, Bootstrap and its database."""
    app.config["BOOTSTRAP_SERVE_LOCAL"] = True
    app.jinja_env.trim_blocks = app.jinja_env.lstrip_blocks = True
    for part in (addresses, localisation, forms, site, navigation, actor, headers, errors):
        part.register(app)
    app.register_blueprint(frame)
    for area in areas:
        if find_spec(f"{__name__}.{area.name}") is not None:
            pages = import_module(f"{__name__}.{area.name}").blueprint
            app.register_blueprint(pages, url_prefix=addresses.LANGUAGE_PREFIX + area.prefix)
