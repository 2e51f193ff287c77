"""Facts about employers."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class EmployerRegistered(Event):
    kind: ClassVar[str] = "employer_registered"
    employer_id: int


@dataclass(frozen=True, slots=True)
class EmployerVerified(Event):
    kind: ClassVar[str] = "employer_verified"
    employer_id: int


@dataclass(frozen=True, slots=True)
class EmployerRefused(Event):
    kind: ClassVar[str] = "employer_refused"
    employer_id: int


@dataclass(frozen=True, slots=True)
class EmployerClaimed(Event):
    """An office agreed that an imported employer is a registered one: its vacancies are the claimant's now."""

    kind: ClassVar[str] = "employer_claimed"
    employer_id: int
    claimant_id: int
