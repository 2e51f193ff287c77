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


@dataclass(frozen=True, slots=True)
class ServiceComplaintFiled(Event):
    kind: ClassVar[str] = "service_complaint_filed"
    complaint_id: int


@dataclass(frozen=True, slots=True)
class ServiceComplaintAnswered(Event):
    """By the office or by the ministry: `instance` says which."""

    kind: ClassVar[str] = "service_complaint_answered"
    complaint_id: int
    instance: str


@dataclass(frozen=True, slots=True)
class ServiceComplaintEscalated(Event):
    kind: ClassVar[str] = "service_complaint_escalated"
    complaint_id: int


@dataclass(frozen=True, slots=True)
class ServiceComplaintWithdrawn(Event):
    kind: ClassVar[str] = "service_complaint_withdrawn"
    complaint_id: int
