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


@dataclass(frozen=True, slots=True)
class RecoveryEntered(Event):
    """A return or a write-off of a claim was confirmed by a second person."""

    kind: ClassVar[str] = "recovery_entered"
    inspection_id: int
    entry_id: int
    entry: str


@dataclass(frozen=True, slots=True)
class RecoverySettled(Event):
    """Nothing is outstanding any more; the inspection is closed."""

    kind: ClassVar[str] = "recovery_settled"
    inspection_id: int
