"""A test's browser, signed in as a user."""

from flask.testing import FlaskClient
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.operations import open_session
from labour_exchange.accounts.rules.sessions import needs_second_factor
from labour_exchange.foundation import clock

COOKIE = "session"


def sign_in_as(client: FlaskClient, session: Session, account: User, *, has_second_factor: bool = True) -> str:
    """Give the browser a session of the user, staff with the second factor already given; the secret of the cookie."""
    factor_at = clock.now() if has_second_factor and needs_second_factor(account.kind) else None
    _row, secret = open_session(session, account, second_factor_at=factor_at)
    client.set_cookie(COOKIE, secret)
    return secret
