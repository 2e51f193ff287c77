"""The states of a user, and what a one-time token is for."""

from enum import StrEnum


class UserState(StrEnum):
    ACTIVE = "active"
    BLOCKED = "blocked"
    CLOSED = "closed"


class TokenPurpose(StrEnum):
    CONFIRM = "confirm"
    RESET = "reset"
    INVITE = "invite"
