"""The feed in the manner of EURES, for exchanges that ask so: every reference, what has changed, and the details of some."""

from typing import Any

import marshmallow as ma
from flask import current_app

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.fields import Question, Sized, Words
from labour_exchange.api.language import language
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.feed.shapes import FeedQuestion, FeedVacancy, FilterQuestion, wanted_of
from labour_exchange.api.v1.shapes import described
from labour_exchange.feeds import documents, snapshots
from labour_exchange.feeds.access import READ_FEED
from labour_exchange.feeds.queries import page_of_changes, readable_among
from labour_exchange.feeds.rules import Wanted
from labour_exchange.feeds.states import ChangeKind
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db

blueprint = Blueprint("api_exchange", __name__, url_prefix="/api/v1/exchange/vacancies", description="Exchange: the feed in the manner of EURES.")
MOST_REFERENCES = 100
LISTS = {ChangeKind.PUBLISHED: "created", ChangeKind.CHANGED: "modified", ChangeKind.CLOSED: "closed"}


class DetailsQuestion(Question):
    """Whose details to give."""

    reference = ma.fields.List(
        Words(validate=Sized(1, 64)),
        required=True,
        validate=Sized(1, MOST_REFERENCES),
        metadata={"description": "References of vacancies; repeat the name, up to a hundred times."},
    )


def _references() -> ma.fields.List:
    return ma.fields.List(ma.fields.String(), required=True)


class AllReferences(ma.Schema):
    """Every open vacancy, and where the changes go on."""

    references = _references()
    next_cursor = ma.fields.String(required=True, metadata={"description": "Ask for changes with it."})


class ChangedReferences(ma.Schema):
    """What has changed, by what happened; a modified one may be new to you."""

    created, modified, closed = (_references() for _ in range(3))
    next_cursor = ma.fields.String(required=True, metadata={"description": "Always there: keep it and ask again with it."})
    has_more = ma.fields.Boolean(required=True, metadata={"description": "Whether more is waiting, so that you may ask again at once."})


class ExchangeDetail(ma.Schema):
    """One vacancy; one that is not open any more, or never was, is closed and has no text."""

    reference = ma.fields.String(required=True)
    status = ma.fields.String(required=True, metadata={"enum": ["active", "closed"]})
    vacancy = ma.fields.Nested(FeedVacancy, required=True, allow_none=True)


class ExchangeDetails(ma.Schema):
    """In the order asked."""

    items = ma.fields.List(ma.fields.Nested(ExchangeDetail), required=True)


@blueprint.get("/all")
@permits(READ_FEED)
@blueprint.arguments(FilterQuestion, location="query", unknown="raise")
@blueprint.response(200, AllReferences)
@described(blueprint, "getAll", "List every reference", "/api/v1/exchange/vacancies/all?region=KZ-71")
def get_all(question: dict[str, Any]) -> Any:
    """References of every published vacancy at one moment; changes go on from there."""
    keep_for(0)
    with snapshots.opened(db.session().get_bind().engine, VISITOR, wanted_of(question)) as snapshot:
        return current_app.json.response({"references": [row.public_id for row in snapshot.rows], "next_cursor": snapshot.cursor})


@blueprint.get("/changes")
@permits(READ_FEED)
@blueprint.arguments(FeedQuestion, location="query", unknown="raise")
@blueprint.response(200, ChangedReferences)
@described(blueprint, "getChanges", "List changed references", "/api/v1/exchange/vacancies/changes?region=KZ-71", may_be_gone=True)
def get_changes(question: dict[str, Any]) -> Any:
    """References of what has changed behind the cursor, or since the beginning."""
    keep_for(0)
    page = page_of_changes(db.session(), wanted_of(question), cursor=question.get("cursor"), limit=question["limit"])
    lists: dict[str, list[str]] = {name: [] for name in LISTS.values()}
    for change in page.changes:
        lists[LISTS[change.kind]].append(change.public_id)
    return current_app.json.response(lists | {"next_cursor": page.next_cursor, "has_more": page.has_more})


@blueprint.get("/details")
@permits(READ_FEED)
@blueprint.arguments(DetailsQuestion, location="query", unknown="raise")
@blueprint.response(200, ExchangeDetails)
@described(blueprint, "getDetails", "Read details", "/api/v1/exchange/vacancies/details?reference=0123456789abcdef")
def get_details(question: dict[str, Any]) -> Any:
    """The text of each vacancy that is open."""
    keep_for(0)
    found = readable_among(db.session(), Wanted(), question["reference"])
    base, said = current_app.config["BASE_URL"], language()
    items = [
        {
            "reference": one,
            "status": "active" if one in found else "closed",
            "vacancy": documents.vacancy_document(found[one], base, said) if one in found else None,
        }
        for one in question["reference"]
    ]
    return current_app.json.response({"items": items})
