"""The states of a user and how they change, and what a one-time token is for."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class UserState(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"
    CLOSED = "closed"


class TokenPurpose(StrEnum):
    CONFIRM = "confirm"
    RESET = "reset"
    INVITE = "invite"


USER_LIFECYCLE = Lifecycle(
    name="user",
    initial=UserState.ACTIVE,
    moves={
        "block": {UserState.ACTIVE: UserState.BLOCKED},
        "unblock": {UserState.BLOCKED: UserState.ACTIVE},
        "close": {UserState.ACTIVE: UserState.CLOSED, UserState.BLOCKED: UserState.CLOSED},
    },
)
