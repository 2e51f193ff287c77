"""Facts about standards: ids and codes only."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class DiscussionOpened(Event):
    kind: ClassVar[str] = "discussion_opened"
    version_id: int


@dataclass(frozen=True, slots=True)
class StandardApproved(Event):
    kind: ClassVar[str] = "standard_approved"
    version_id: int


@dataclass(frozen=True, slots=True)
class StandardInForce(Event):
    kind: ClassVar[str] = "standard_in_force"
    standard_id: int
    version_id: int


@dataclass(frozen=True, slots=True)
class RemarkSent(Event):
    """Its sender is yet to confirm the address."""

    kind: ClassVar[str] = "remark_sent"
    remark_id: int


@dataclass(frozen=True, slots=True)
class RemarkConfirmed(Event):
    kind: ClassVar[str] = "remark_confirmed"
    remark_id: int


@dataclass(frozen=True, slots=True)
class RemarkAnswered(Event):
    kind: ClassVar[str] = "remark_answered"
    remark_id: int


@dataclass(frozen=True, slots=True)
class ServiceReceived(Event):
    """Somebody got what was promised, in time or late, and may rate it."""

    kind: ClassVar[str] = "service_received"
    commitment_id: int


@dataclass(frozen=True, slots=True)
class ServiceRated(Event):
    kind: ClassVar[str] = "service_rated"
    rating_id: int
