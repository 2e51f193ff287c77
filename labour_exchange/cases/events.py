"""Facts about cases: ids and codes only."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class CaseOpened(Event):
    kind: ClassVar[str] = "case_opened"
    case_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class CaseClosed(Event):
    kind: ClassVar[str] = "case_closed"
    case_id: int
    jobseeker_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class EffortAssessed(Event):
    """The group differs from the one before, or is the first."""

    kind: ClassVar[str] = "effort_assessed"
    case_id: int
    jobseeker_id: int
    effort_group: str
