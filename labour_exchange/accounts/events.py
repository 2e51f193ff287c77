"""Facts about accounts that other parts hear of; ids only, never an address or a secret."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class ConfirmationNeeded(Event):
    """An account was opened, or its owner tried to sign in before confirming the address."""

    kind: ClassVar[str] = "confirmation_needed"
    user_id: int


@dataclass(frozen=True, slots=True)
class RegisteredAgain(Event):
    """Somebody wanted to open an account under an address that has one."""

    kind: ClassVar[str] = "registered_again"
    user_id: int


@dataclass(frozen=True, slots=True)
class ResetAsked(Event):
    """Somebody forgot a password; `user_id` is None when no account has the address, so that both cost the same."""

    kind: ClassVar[str] = "reset_asked"
    user_id: int | None


@dataclass(frozen=True, slots=True)
class StaffInvited(Event):
    kind: ClassVar[str] = "staff_invited"
    user_id: int


@dataclass(frozen=True, slots=True)
class PasswordChanged(Event):
    kind: ClassVar[str] = "password_changed"
    user_id: int


@dataclass(frozen=True, slots=True)
class SecondFactorChanged(Event):
    kind: ClassVar[str] = "second_factor_changed"
    user_id: int


@dataclass(frozen=True, slots=True)
class UserClosed(Event):
    """An account was closed; parts that hold rows of this user decide what becomes of them."""

    kind: ClassVar[str] = "user_closed"
    user_id: int
