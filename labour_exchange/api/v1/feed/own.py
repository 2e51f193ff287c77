"""The feed of an agency's own vacancies, in whatever state, for its program."""

from typing import Any

from flask import current_app

from labour_exchange.agencies.clients.access import READ_FEED
from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.programs.clients import proven
from labour_exchange.api.reading import keep_for
from labour_exchange.api.v1.feed.changes import change_item
from labour_exchange.api.v1.feed.shapes import OwnChangesAnswer, OwnFeedQuestion
from labour_exchange.api.v1.shapes import described
from labour_exchange.feeds import documents
from labour_exchange.feeds.queries import page_of_changes
from labour_exchange.feeds.rules import Wanted
from labour_exchange.foundation.access import permits
from labour_exchange.foundation.database import db

blueprint = Blueprint("api_own_feed", __name__, url_prefix="/api/v1/feed", description="Feed of an agency: what has become of its vacancies.")


@blueprint.get("/agency")
@permits(READ_FEED)
@blueprint.arguments(OwnFeedQuestion, location="query", unknown="raise")
@blueprint.response(200, OwnChangesAnswer)
@described(blueprint, "readOwnFeed", "Follow your vacancies", may_be_gone=True, scope=READ_FEED.scope.value)
def read_own_feed(question: dict[str, Any]) -> Any:
    """Every change of the vacancies you brought, whatever their state, with rejection codes and your own ids; without a cursor from the beginning."""
    keep_for(0)
    wanted = Wanted(agency_id=proven().client.agency_id)
    page = page_of_changes(db.session(), wanted, cursor=question.get("cursor"), limit=question["limit"])
    items = [change_item(one, documents.own_document) for one in page.changes]
    return current_app.json.response({"items": items, "next_cursor": page.next_cursor, "has_more": page.has_more})
