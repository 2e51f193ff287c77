"""Users for tests, and browsers that are signed in as them."""

from functools import cache
from itertools import count
from typing import Any

from argon2 import PasswordHasher
from sqlalchemy.orm import Session

from labour_exchange.accounts.models import User
from labour_exchange.accounts.states import UserState
from labour_exchange.foundation import clock
from labour_exchange.foundation.access import Actor, ActorKind

PASSWORD = "three green apples 1984"
_numbers = count(1)


@cache
def password_hash() -> str:
    """The hash of PASSWORD, made once a run with the weakest parameters: signing in makes a strong one of it."""
    return PasswordHasher(time_cost=1, memory_cost=64, parallelism=1).hash(PASSWORD)


def user(session: Session, kind: ActorKind = ActorKind.JOBSEEKER, **facts: Any) -> User:
    """A user whose address is confirmed and whose password is PASSWORD."""
    given = {
        "email": f"{kind.value}{next(_numbers)}@example.kz",
        "email_confirmed_at": clock.now(),
        "password_hash": password_hash(),
        "display_name": "Invented Person",
        "language": "en",
        "created_at": clock.now(),
    }
    made = User(kind=kind, **given | facts)
    session.add(made)
    session.flush()
    return made


def unconfirmed_user(session: Session, **facts: Any) -> User:
    return user(session, email_confirmed_at=None, **facts)


def blocked_user(session: Session, **facts: Any) -> User:
    return user(session, state=UserState.BLOCKED, **facts)


def actor_of(account: User, **facts: Any) -> Actor:
    """The actor this user is; say `jobseeker_id`, `organisation_id`, `office_id` and `region_code` where they matter."""
    return Actor(account.kind, user_id=account.id, **facts)
