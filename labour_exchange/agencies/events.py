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


@dataclass(frozen=True, slots=True)
class MandateAsked(Event):
    kind: ClassVar[str] = "mandate_asked"
    request_id: int


@dataclass(frozen=True, slots=True)
class MandateDeclined(Event):
    kind: ClassVar[str] = "mandate_declined"
    request_id: int


@dataclass(frozen=True, slots=True)
class ComplaintFiled(Event):
    kind: ClassVar[str] = "complaint_filed"
    complaint_id: int
    agency_id: int


@dataclass(frozen=True, slots=True)
class ComplaintReplied(Event):
    kind: ClassVar[str] = "complaint_replied"
    complaint_id: int
    agency_id: int


@dataclass(frozen=True, slots=True)
class ComplaintDecided(Event):
    kind: ClassVar[str] = "complaint_decided"
    complaint_id: int
    agency_id: int
    state: str
