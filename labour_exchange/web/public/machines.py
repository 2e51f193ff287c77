"""For machines that read the exchange: feed of a search, sitemaps, robots, search description, security contact."""

from dataclasses import replace
from datetime import timedelta

from flask import Flask, Response, current_app, make_response, render_template
from flask.blueprints import BlueprintSetupState

from labour_exchange.discovery import finders
from labour_exchange.discovery.finders import listing
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db
from labour_exchange.foundation.texts import LANGUAGES
from labour_exchange.vacancies.access import READ_VACANCY
from labour_exchange.web.addresses import base_url
from labour_exchange.web.public import wording
from labour_exchange.web.public.asking import address_of, asked
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.home import READ_ABOUT

FEED_SIZE = 50
TEN_MINUTES, A_DAY = 600, 86_400
PAGES = ("", "vacancies", "statistics", "for-employers", "open-data", "standards", "standards/monitoring", "help")


@blueprint.get("/vacancies.atom")
@permits(READ_VACANCY)
def feed() -> Response:
    """The newest vacancies of a search, as Atom."""
    query = replace(asked(), sort="newest", limit=FEED_SIZE, cursor=None, facets=False)
    page = finders.find_vacancies(db.session(), VISITOR, query)
    latest = max((hit.vacancy.published_at for hit in page.hits if hit.vacancy.published_at), default=clock.now())
    shown = replace(query, sort=None)
    body = render_template(
        "public/feed.xml", hits=page.hits, latest=latest, own=address_of(shown, "public.feed"), page=address_of(shown), base=base_url(), say=wording
    )
    return _kept(body, "application/atom+xml", TEN_MINUTES)


@blueprint.get("/opensearch.xml")
@permits(READ_ABOUT)
def opensearch() -> Response:
    return _kept(render_template("public/opensearch.xml", base=base_url()), "application/opensearchdescription+xml", A_DAY)


@permits(READ_ABOUT)
def robots() -> Response:
    hidden = ("account", "employer", "jobseeker", "agency", "office", "headquarters", "suggest")
    lines = ["User-agent: *", *(f"Disallow: /{code}/{area}/" for code in LANGUAGES for area in hidden), "Disallow: /api/"]
    return _kept("\n".join([*lines, "", f"Sitemap: {base_url()}/sitemap.xml", ""]), "text/plain", A_DAY)


@permits(READ_ABOUT)
def security() -> Response:
    """RFC 9116."""
    settings = current_app.config["SETTINGS"]
    until = (clock.now() + timedelta(days=180)).strftime("%Y-%m-%dT%H:%M:%SZ")
    lines = (
        f"Contact: mailto:{settings.mail_from}",
        f"Expires: {until}",
        "Preferred-Languages: kk, ru, en",
        f"Canonical: {base_url()}/.well-known/security.txt",
    )
    return _kept("\n".join([*lines, ""]), "text/plain", A_DAY)


@permits(READ_VACANCY)
def sitemap() -> Response:
    parts = listing.parts_of_all(db.session())
    return _kept(render_template("public/sitemap_index.xml", parts=parts, base=base_url()), "application/xml", TEN_MINUTES)


@permits(READ_VACANCY)
def sitemap_of_pages() -> Response:
    entries = [(f"/{page}", None) for page in PAGES]
    return _kept(render_template("public/sitemap.xml", entries=entries, languages=LANGUAGES, base=base_url()), "application/xml", A_DAY)


@permits(READ_VACANCY)
def sitemap_of_vacancies(part: int) -> Response:
    entries = [(f"/vacancies/{public_id}", published_at) for public_id, published_at in listing.open_vacancies_of_part(db.session(), part)]
    return _kept(render_template("public/sitemap.xml", entries=entries, languages=LANGUAGES, base=base_url()), "application/xml", TEN_MINUTES)


@blueprint.record
def _stand_without_language(state: BlueprintSetupState) -> None:
    """These addresses are the same in every language, where machines look for them."""
    app: Flask = state.app
    app.add_url_rule("/robots.txt", "public.robots", robots)
    app.add_url_rule("/.well-known/security.txt", "public.security", security)
    app.add_url_rule("/sitemap.xml", "public.sitemap", sitemap)
    app.add_url_rule("/sitemaps/pages.xml", "public.sitemap_of_pages", sitemap_of_pages)
    app.add_url_rule("/sitemaps/vacancies-<int:part>.xml", "public.sitemap_of_vacancies", sitemap_of_vacancies)


def _kept(body: str, mimetype: str, seconds: int) -> Response:
    made = make_response(body)
    made.mimetype = mimetype
    made.headers["Cache-Control"] = f"public, max-age={seconds}"
    return made
