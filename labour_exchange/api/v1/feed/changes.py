"""The change feed of published vacancies, and all of them at one moment."""

import json
from collections.abc import Iterator
from typing import Any

from flask import Response, current_app, stream_with_context
from sqlalchemy import Engine

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.language import language
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.feed.shapes import ChangesAnswer, FeedQuestion, FilterQuestion, wanted_of
from labour_exchange.api.v1.shapes import described
from labour_exchange.feeds import documents, files, snapshots
from labour_exchange.feeds.access import READ_FEED
from labour_exchange.feeds.queries import Change, page_of_changes
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db

blueprint = Blueprint("api_feed", __name__, url_prefix="/api/v1/feed", description="Feed: what has changed, complete and in order.")
NDJSON = "application/x-ndjson"
LINES = {"type": "string", "description": "One JSON object a line: a heading with `cursor`, the vacancies, an ending with their number."}


@blueprint.get("/vacancies")
@permits(READ_FEED)
@blueprint.arguments(FeedQuestion, location="query", unknown="raise")
@blueprint.response(200, ChangesAnswer)
@described(blueprint, "readFeed", "Follow changes", "/api/v1/feed/vacancies?region=KZ-71&limit=2", may_be_gone=True)
def read_feed(question: dict[str, Any]) -> Any:
    """What has changed behind the cursor, or since the beginning. 410 when the cursor is older than 90 days: take the snapshot."""
    keep_for(0)
    page = page_of_changes(db.session(), wanted_of(question), cursor=question.get("cursor"), limit=question["limit"])
    items = [change_item(one, documents.vacancy_document) for one in page.changes]
    return current_app.json.response({"items": items, "next_cursor": page.next_cursor, "has_more": page.has_more})


@blueprint.get("/vacancies/snapshot")
@permits(READ_FEED)
@blueprint.arguments(FilterQuestion, location="query", unknown="raise")
@blueprint.response(200, LINES, content_type=NDJSON)
@described(blueprint, "readSnapshot", "Take a snapshot", "/api/v1/feed/vacancies/snapshot?region=KZ-71")
def read_snapshot(question: dict[str, Any]) -> Any:
    """Every published vacancy at one moment, as a stream. The feed goes on from `cursor` of the first line, with nothing missing or double."""
    lines = _lines(db.session().get_bind().engine, question, current_app.config["BASE_URL"], language())
    answer = Response(stream_with_context(lines), mimetype=NDJSON)
    answer.headers["Cache-Control"] = "no-store"
    return answer


def change_item(one: Change, document: Any) -> dict[str, Any]:
    """A change as it is told; `document` writes the vacancy."""
    return {
        "kind": one.kind.value,
        "id": one.public_id,
        "changed_at": documents.instant(one.changed_at),
        "region": one.region_code,
        "occupation": one.occupation_code,
        "vacancy": None if one.row is None else document(one.row, current_app.config["BASE_URL"], language()),
    }


def _lines(engine: Engine, question: dict[str, Any], base_url: str, said: str) -> Iterator[str]:
    with snapshots.opened(engine, VISITOR, wanted_of(question)) as snapshot:
        yield _line(files.heading(snapshot.cursor))
        count = 0
        for row in snapshot.rows:
            yield _line(documents.vacancy_document(row, base_url, said))
            count += 1
        yield _line(files.ending(count))


def _line(document: dict[str, Any]) -> str:
    return json.dumps(document, ensure_ascii=False) + "\n"
