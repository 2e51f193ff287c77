"""The token endpoint: a program's id and secret for a token."""

from typing import Any

import marshmallow as ma
from flask import current_app
from flask.typing import ResponseReturnValue

from labour_exchange.api.blueprints import Blueprint
from labour_exchange.api.programs import oauth
from labour_exchange.api.programs.clients import PROVING, count_address
from labour_exchange.api.v1.shapes import described
from labour_exchange.foundation.access import permits, public
from labour_exchange.foundation.database import act_as, db

blueprint = Blueprint("api_tokens", __name__, url_prefix="/api/v1", description="Tokens: OAuth 2 client credentials.")
PROVE_CLIENT = public("prove a program", "A program says here who it is; before that nobody is anybody.")
TOKENS_A_MINUTE = 60
FORM = {
    "type": "object",
    "required": ["grant_type"],
    "properties": {
        "grant_type": {"type": "string", "enum": ["client_credentials"]},
        "client_id": {"type": "string", "description": "Unless it is sent by HTTP Basic."},
        "client_secret": {"type": "string", "description": "Unless it is sent by HTTP Basic."},
        "scope": {"type": "string", "description": "Scopes with spaces between them; all of the program when left out."},
    },
}


class Token(ma.Schema):
    """A bearer token. `expires_in` is in seconds."""

    access_token = ma.fields.String(required=True)
    token_type = ma.fields.String(required=True, metadata={"enum": ["Bearer"]})
    expires_in = ma.fields.Integer(required=True)
    scope = ma.fields.String(required=True)


class TokenRefusal(ma.Schema):
    """A refusal as RFC 6749 writes it."""

    error = ma.fields.String(required=True, metadata={"description": "invalid_client, invalid_request, unsupported_grant_type"})
    error_description = ma.fields.String()


@blueprint.post("/oauth/token")
@permits(PROVE_CLIENT)
@blueprint.response(200, Token)
@blueprint.alt_response(400, schema=TokenRefusal, description="Not a request for a token, or no such program.", content_type="application/json")
@blueprint.alt_response(401, schema=TokenRefusal, description="The secret is wrong.", content_type="application/json")
@described(
    blueprint,
    "issueToken",
    "Get a token",
    requestBody={"required": True, "content": {"application/x-www-form-urlencoded": {"schema": FORM}}},
    **{"x-own-refusals": ["400", "401"]},
)
def issue_token() -> ResponseReturnValue:
    """A token for an hour, by client id and secret, sent by HTTP Basic or in the form."""
    count_address("token", TOKENS_A_MINUTE)
    session = db.session()
    act_as(session, PROVING)
    response: Any = oauth.answer(current_app)
    session.commit()
    return response
