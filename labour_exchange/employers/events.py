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
