"""OAuth 2 client credentials (RFC 6749, 4.4): a program's secret is exchanged for a token that lives for an hour."""

from typing import Any

from authlib.integrations.flask_oauth2 import AuthorizationServer
from authlib.oauth2.base import OAuth2Error
from authlib.oauth2.rfc6749.errors import InvalidRequestError
from authlib.oauth2.rfc6749.grants import ClientCredentialsGrant
from flask import Flask, Response

from labour_exchange.agencies.clients.models import ApiClient, ApiCredential
from labour_exchange.agencies.clients.operations import issue_token, note_use
from labour_exchange.agencies.clients.queries import client_by_public_id, credential_of
from labour_exchange.agencies.clients.rules import TOKEN_LIVES
from labour_exchange.foundation.database import db
from labour_exchange.foundation.errors import Unreadable

EXTENSION = "labour_exchange.oauth"
METHODS = ("client_secret_basic", "client_secret_post")


# What the standard leaves to the server: what is wrong, and what to do. These texts are for programmers and have one language (RFC 6749, 5.2).
DESCRIPTIONS = {
    "unsupported_grant_type": "send grant_type=client_credentials",
    "invalid_client": "no such client, or its secret is wrong, revoked or too old: register the program again or make a new secret",
}


class KnownClient:
    """A program as authlib asks about it; remembers which of its secrets was right, because the token dies with that one."""

    def __init__(self, client: ApiClient) -> None:
        self.client = client
        self.credential: ApiCredential | None = None

    def get_client_id(self) -> str:
        return self.client.public_id

    def get_allowed_scope(self, scope: str | None) -> str:
        wanted = (scope or "").split() or self.client.scopes
        return " ".join(one for one in self.client.scopes if one in wanted)

    def check_client_secret(self, client_secret: str) -> bool:
        self.credential = credential_of(db.session(), self.client, client_secret)
        return self.credential is not None

    def check_endpoint_auth_method(self, method: str, endpoint: str) -> bool:
        return endpoint == "token" and method in METHODS

    def check_grant_type(self, grant_type: str) -> bool:
        return grant_type == ClientCredentialsGrant.GRANT_TYPE


class ClientCredentials(ClientCredentialsGrant):  # type: ignore[misc]
    """The one grant there is: programs act for their agency, never for a person who lends them an account."""

    TOKEN_ENDPOINT_AUTH_METHODS = list(METHODS)

    def validate_requested_scope(self) -> None:
        """Asking for nothing asks for all; what the program does not have is left out of the token, not refused."""


class TokenServer(AuthorizationServer):  # type: ignore[misc]
    """Says with every refusal what to do."""

    def handle_error_response(self, request: Any, error: OAuth2Error) -> Any:
        error.description = DESCRIPTIONS.get(error.error, error.description)
        return super().handle_error_response(request, error)


def register(app: Flask) -> None:
    server = TokenServer(app, query_client=_known_client, save_token=_keep_token)
    server.register_grant(ClientCredentials)
    server.register_token_generator("default", _token)
    app.extensions[EXTENSION] = server


def answer(app: Flask) -> Response:
    """The token, or the error as RFC 6749 writes it; the caller commits."""
    server: AuthorizationServer = app.extensions[EXTENSION]
    try:
        response: Response = server.create_token_response()
    except (UnicodeError, ValueError, Unreadable):
        # A header or body that no encoding explains, or that no text can hold.
        response = server.handle_error_response(server.create_oauth2_request(None), InvalidRequestError(description="invalid request"))
    return response


def _known_client(client_id: str) -> KnownClient | None:
    found = client_by_public_id(db.session(), client_id)
    return KnownClient(found) if found else None


def _token(grant_type: str, client: KnownClient, user: Any = None, scope: str | None = None, **_options: Any) -> dict[str, Any]:
    granted = client.get_allowed_scope(scope)
    assert client.credential is not None  # noqa: S101 - a client without a right secret never comes this far
    words = issue_token(db.session(), client.credential, granted.split())
    return {"token_type": "Bearer", "access_token": words, "expires_in": int(TOKEN_LIVES.total_seconds()), "scope": granted}


def _keep_token(token: dict[str, Any], request: Any) -> None:
    """It is kept where it is made; here its secret's day of use is noted."""
    note_use(db.session(), request.client.credential)
