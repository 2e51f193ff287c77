"""Drafts in discussion as an Atom feed, for an e-government portal that shows them too."""

from datetime import UTC, datetime
from hashlib import sha256

from flask import Response, make_response, render_template, request

from labour_exchange.foundation import clock
from labour_exchange.foundation.access import VISITOR, permits
from labour_exchange.foundation.database import db
from labour_exchange.standards.access import READ_STANDARDS
from labour_exchange.standards.queries.registers import versions_in
from labour_exchange.standards.rules.drafting import takes_remarks
from labour_exchange.standards.states import VersionState
from labour_exchange.web.addresses import base_url
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.standards.wording import body_of

KEPT_SECONDS = 600
NEVER = datetime(2020, 1, 1, tzinfo=UTC)
"""When the feed was last changed while it has held nothing yet."""


@blueprint.get("/standards/drafts.atom")
@permits(READ_STANDARDS)
def standards_feed() -> Response:
    """Each with its closing day. The ETag is of what is said, so a portal that has it already gets 304."""
    today = clock.today()
    drafts = [one for one in versions_in(db.session(), VISITOR, VersionState.DISCUSSION) if takes_remarks(one.state, one.discussed_until_on, today)]
    latest = max((one.published_at for one in drafts if one.published_at), default=NEVER)
    body = render_template("public/standards/drafts.xml", drafts=drafts, latest=latest, base=base_url(), body_of=body_of)
    answer = make_response(body)
    answer.mimetype = "application/atom+xml"
    answer.headers["Cache-Control"] = f"public, max-age={KEPT_SECONDS}"
    answer.set_etag(sha256(body.encode()).hexdigest()[:32])
    return answer.make_conditional(request)
