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
