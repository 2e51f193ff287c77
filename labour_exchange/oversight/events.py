"""Facts announced about reports and instructions."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class ReportOpened(Event):
    """A draft that the regions may comment on."""

    kind: ClassVar[str] = "report_opened"
    report_id: int


@dataclass(frozen=True, slots=True)
class ReportPublished(Event):
    kind: ClassVar[str] = "report_published"
    report_id: int


@dataclass(frozen=True, slots=True)
class InstructionGiven(Event):
    kind: ClassVar[str] = "instruction_given"
    instruction_id: int


@dataclass(frozen=True, slots=True)
class InstructionOverdue(Event):
    """Somebody of this level has to know."""

    kind: ClassVar[str] = "instruction_overdue"
    instruction_id: int
    level: str


@dataclass(frozen=True, slots=True)
class InstructionReported(Event):
    """Evidence waits for a second person."""

    kind: ClassVar[str] = "instruction_reported"
    instruction_id: int


@dataclass(frozen=True, slots=True)
class InstructionDecided(Event):
    """Evidence or a later date was accepted or refused."""

    kind: ClassVar[str] = "instruction_decided"
    instruction_id: int
    state: str
