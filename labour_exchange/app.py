"""Assemble the application: the one place that knows every part."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps
from typing import Any

from flask import Flask
from flask_babel import Babel
from flask_bootstrap import Bootstrap5
from flask_migrate import Migrate
from flask_wtf import CSRFProtect
from werkzeug.middleware.proxy_fix import ProxyFix

from config import ROOT, Settings, read_settings
from labour_exchange import api, schedule, subscriptions, web
from labour_exchange.api.programs.clients import actor_of_request
from labour_exchange.cases import signing
from labour_exchange.commands import groups
from labour_exchange.commands.supervisor.elasticsearch import announced
from labour_exchange.commands.supervisor.postgres import start_embedded
from labour_exchange.discovery import engines
from labour_exchange.feeds import files
from labour_exchange.feeds.webhooks import sending
from labour_exchange.foundation import jobs, outside, paging, protection
from labour_exchange.foundation.access import action_of, permits, public, undeclared_views
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import DEFAULT_LANGUAGE
from labour_exchange.notifications import channels
from labour_exchange.web import catalogues
from labour_exchange.web.addresses import asked_language
from labour_exchange.web.sign_in import API_SEAM, register_sign_in

STATIC_FILES = public("read static files", "Stylesheets, scripts and icons are the same for everybody.")


def create_app(settings: Settings | None = None) -> Flask:
    """The whole application; raises RuntimeError when a view does not say who may use it."""
    home = str(ROOT / "labour_exchange")
    app = Flask("labour_exchange", static_folder=None, static_url_path="/static", template_folder="web/templates", root_path=home)
    settings = _with_database(app, settings or read_settings())
    _configure(app, settings)
    db.init_app(app)
    Migrate(app, db, directory=str(ROOT / "migrations"))
    protection.use_keys(protection.derive_keys(settings.personal_data_key))
    paging.sign_cursors_with(settings.secret_key)
    outside.keep_in(settings.instance_dir / "beside")
    files.keep_in(settings.instance_dir / "open-data", settings.base_url)
    sending.configure(settings)
    engines.configure(settings)
    channels.configure(settings)
    signing.configure(settings)
    subscriptions.register()
    schedule.register()
    jobs.within(app.app_context)
    Babel(app, default_locale=DEFAULT_LANGUAGE, locale_selector=asked_language)
    CSRFProtect(app)
    Bootstrap5(app)
    api.register(app)
    web.register(app)
    register_sign_in(app)
    app.extensions[API_SEAM] = actor_of_request
    groups.register(app)
    _declare_static_files(app)
    undeclared = undeclared_views(app.view_functions)
    if undeclared:
        raise RuntimeError(f"these views do not declare who may use them: {', '.join(undeclared)}")
    return app


def _with_database(app: Flask, settings: Settings) -> Settings:
    """The settings with a database: the embedded one, kept alive by the application, when none is named; and what runs beside it."""
    if settings.database_url:
        return settings
    if not settings.elasticsearch_url:
        settings = replace(settings, elasticsearch_url=announced(settings.instance_dir))
    database = start_embedded(settings.instance_dir / "postgres")
    app.extensions["embedded_postgres"] = database.server
    return replace(settings, database_url=database.application_url, owner_database_url=database.owner_url)


def _configure(app: Flask, settings: Settings) -> None:
    app.config.update(
        SETTINGS=settings,
        SECRET_KEY=settings.secret_key,
        SQLALCHEMY_DATABASE_URI=settings.database_url,
        SQLALCHEMY_ENGINE_OPTIONS={"pool_pre_ping": True, "hide_parameters": True, "pool_size": 5, "max_overflow": 10},
        BASE_URL=settings.base_url,
        BABEL_TRANSLATION_DIRECTORIES=catalogues.compile_catalogues(),
        SITE_NAME_KK=settings.site_name_kk,
        SITE_NAME_RU=settings.site_name_ru,
        SITE_NAME_EN=settings.site_name_en,
        SITE_MARK_URL=settings.site_mark_url or None,
        API_RATE_LIMIT=settings.api_rate_limit,
        API_RATE_STORAGE=settings.api_rate_storage,
        API_CLIENT_LIMIT=settings.api_client_limit,
        SANDBOX=settings.has_sandbox,
        MAX_CONTENT_LENGTH=64 * 1024 * 1024,
        SESSION_COOKIE_NAME="__Host-exchange" if settings.is_production else "exchange",
        SESSION_COOKIE_SECURE=settings.is_production,
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
    )
    if settings.trusted_hosts:
        app.config["TRUSTED_HOSTS"] = list(settings.trusted_hosts)
    if settings.trusted_proxies:
        hops = settings.trusted_proxies
        app.wsgi_app = ProxyFix(app.wsgi_app, x_for=hops, x_proto=hops, x_host=hops)  # type: ignore[method-assign]


def _declare_static_files(app: Flask) -> None:
    """Flask makes the static views of blueprints itself, so they cannot declare anything."""
    for name, view in app.view_functions.items():
        if name.endswith(".static") and action_of(view) is None:
            app.view_functions[name] = permits(STATIC_FILES)(_wrapped(view))


def _wrapped(view: Callable[..., Any]) -> Callable[..., Any]:
    """A view of its own, because a bound method takes no attributes."""

    @wraps(view)
    def static_file(**values: Any) -> Any:
        return view(**values)

    return static_file
