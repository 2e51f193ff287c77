"""The programming interface: REST under /api/v1, and what supervisors ask."""

from flask import Flask

from labour_exchange.api import health, limits, metrics, problems, reading
from labour_exchange.api.documentation import page
from labour_exchange.api.documentation.document import TITLE, VERSION, Api
from labour_exchange.api.programs import clients, oauth
from labour_exchange.api.v1 import PROGRAMS, PUBLIC


def register(app: Flask) -> None:
    """Add the interface; before the web, whose error pages leave what is under /api/ to the handlers that are there already."""
    problems.register(app)
    # Texts are sent as letters, not as numbers of letters.
    app.json.ensure_ascii = False  # type: ignore[attr-defined]
    app.config.update(API_TITLE=TITLE, API_VERSION=VERSION, OPENAPI_VERSION="3.1.0")
    # Handlers that run after a request do so in the opposite order: this one looks at what the limiter has written.
    reading.register(app)
    interface = Api(app)
    limiter = limits.register(app)
    # Nothing here reads a cookie, so no form of another site can act in a reader's name.
    csrf = app.extensions.get("csrf")
    clients.register(app)
    oauth.register(app)
    for blueprint in PUBLIC + PROGRAMS:
        # Programs are counted by themselves, in the database, wherever they ask from.
        if blueprint in PUBLIC:
            limits.limit_public_reads(limiter, blueprint)
        interface.register_blueprint(blueprint)
        if csrf is not None:
            csrf.exempt(blueprint)
    limits.limit_public_reads(limiter, page.blueprint)
    app.register_blueprint(page.blueprint)
    app.register_blueprint(health.blueprint)
    app.extensions[page.EXTENSION] = interface
    metrics.register(app)
