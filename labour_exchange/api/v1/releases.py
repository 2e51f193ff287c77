"""Releases: the calendar with its announced minutes, and each published release as it was frozen."""

from typing import Any

import marshmallow as ma

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.shapes import described
from labour_exchange.api.v1.vacancy_shapes import Instant
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db
from labour_exchange.statistics.access import READ_STATISTICS
from labour_exchange.statistics.releases.files import document_of
from labour_exchange.statistics.releases.models import Release
from labour_exchange.statistics.releases.queries import calendar, published_release

blueprint = Blueprint("api_releases", __name__, url_prefix="/api/v1/statistics/releases", description="Statistics: releases.")


class AnnouncedRelease(ma.Schema):
    """What will be published; nothing else is told before."""

    period = ma.fields.String(required=True)
    edition = ma.fields.Integer(required=True)
    announced_at = Instant(required=True)


class PublishedRelease(AnnouncedRelease):
    """What is published. A later edition says what it changes and why."""

    release = ma.fields.String(required=True)
    published_at = Instant(required=True)
    as_of = ma.fields.Date(required=True)
    reason = ma.fields.String(required=True)
    content_sha256 = ma.fields.String(required=True)


class ReleaseCalendar(ma.Schema):
    """Announced releases, the next first; published ones, the newest first."""

    announced = ma.fields.List(ma.fields.Nested(AnnouncedRelease), required=True)
    published = ma.fields.List(ma.fields.Nested(PublishedRelease), required=True)


class FactsUsed(ma.Schema):
    """How many facts a release rests on, and the hash of their rows."""

    count = ma.fields.Integer(required=True)
    sha256 = ma.fields.String(required=True)


class ReleaseDocument(ma.Schema):
    """A whole release: `content_sha256` is the hash of its tables as JSON with sorted keys and no spaces."""

    release = ma.fields.String(required=True)
    period = ma.fields.String(required=True)
    edition = ma.fields.Integer(required=True)
    as_of = ma.fields.String(required=True)
    announced_at = ma.fields.String(required=True)
    reason = ma.fields.String(required=True)
    definitions_version = ma.fields.Integer(required=True)
    facts = ma.fields.Nested(FactsUsed, required=True)
    content_sha256 = ma.fields.String(required=True)
    previous_content_sha256 = ma.fields.String(required=True)
    tables = ma.fields.List(ma.fields.Dict(), required=True)


@blueprint.get("")
@permits(READ_STATISTICS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, ReleaseCalendar)
@described(blueprint, "listReleases", "List releases", "/api/v1/statistics/releases")
def list_releases(question: dict[str, Any]) -> Any:
    """What is announced with its minute, and what is published."""
    keep_for(60)
    announced, published = calendar(db.session())
    return {"announced": [_announced(one) for one in announced], "published": [_published(one) for one in published]}


@blueprint.get("/<string:name>")
@permits(READ_STATISTICS)
@blueprint.arguments(Question, location="query", unknown="raise")
@blueprint.response(200, ReleaseDocument)
@described(blueprint, "readRelease", "Read one release")
def read_release(question: dict[str, Any], name: str) -> Any:
    """One published release with its tables, as it was frozen. Before its minute it does not exist."""
    found = document_of(published_release(db.session(), name))
    keep_for(3600)
    return found


def _announced(one: Release) -> dict[str, Any]:
    return {"period": one.period_code, "edition": one.edition, "announced_at": one.announced_at}


def _published(one: Release) -> dict[str, Any]:
    more = {
        "release": one.name,
        "published_at": one.published_at,
        "as_of": one.as_of,
        "reason": one.reason,
        "content_sha256": one.content_hash,
    }
    return _announced(one) | more
