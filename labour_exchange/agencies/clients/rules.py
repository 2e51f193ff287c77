"""When a credential lives, how many may, and what a program and its searches may be called."""

import re
from collections.abc import Iterable
from datetime import datetime, timedelta

from labour_exchange.agencies.clients import texts
from labour_exchange.agencies.clients.states import ClientScope
from labour_exchange.foundation.errors import FieldError

LIVES = timedelta(days=365)
TOKEN_LIVES = timedelta(hours=1)
MOST_ALIVE = 2
LONGEST_NAME = 80
KEY_PREFIX, TOKEN_PREFIX = "elx_", "elt_"
SHOWN_LETTERS = 4
MOST_CRITERIA = 500
CRITERIA_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")


def is_alive(expires_at: datetime, revoked_at: datetime | None, now: datetime) -> bool:
    """Until its last moment, and not from the moment it is revoked."""
    return revoked_at is None and now < expires_at


def client_errors(name: str, scopes: Iterable[str]) -> list[FieldError]:
    """Everything that keeps a program from being registered under this name with these scopes."""
    errors = []
    if not name.strip():
        errors.append(FieldError("name", texts.NAME_MISSING))
    elif len(name) > LONGEST_NAME:
        errors.append(FieldError("name", texts.NAME_LONG, {"most": LONGEST_NAME}))
    wanted = list(scopes)
    if not wanted or set(wanted) - set(ClientScope):
        errors.append(FieldError("scopes", texts.SCOPES_WRONG))
    return errors
