"""Facts about agencies."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class LicenceChanged(Event):
    kind: ClassVar[str] = "licence_changed"
    agency_id: int
    licence_id: int
    state: str


@dataclass(frozen=True, slots=True)
class MandateGiven(Event):
    kind: ClassVar[str] = "mandate_given"
    agency_id: int
    employer_id: int


@dataclass(frozen=True, slots=True)
class MandateWithdrawn(Event):
    kind: ClassVar[str] = "mandate_withdrawn"
    agency_id: int
    employer_id: int
