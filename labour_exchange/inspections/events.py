"""Facts announced about inspections."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class InspectionOpened(Event):
    """From a sample or by an officer; nobody is told before the parties are asked."""

    kind: ClassVar[str] = "inspection_opened"
    inspection_id: int


@dataclass(frozen=True, slots=True)
class InspectionAsked(Event):
    """The right of reply begins."""

    kind: ClassVar[str] = "inspection_asked"
    inspection_id: int


@dataclass(frozen=True, slots=True)
class InspectionAnswered(Event):
    kind: ClassVar[str] = "inspection_answered"
    inspection_id: int
    side: str


@dataclass(frozen=True, slots=True)
class InspectionDecided(Event):
    kind: ClassVar[str] = "inspection_decided"
    inspection_id: int
    decision: str
