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


@dataclass(frozen=True, slots=True)
class PlanChanged(Event):
    """The plan has new words, which the person has not agreed to yet."""

    kind: ClassVar[str] = "plan_changed"
    plan_id: int
    jobseeker_id: int
    revision: int


@dataclass(frozen=True, slots=True)
class PlanAgreed(Event):
    kind: ClassVar[str] = "plan_agreed"
    plan_id: int
    jobseeker_id: int
    revision: int


@dataclass(frozen=True, slots=True)
class ContractOffered(Event):
    kind: ClassVar[str] = "contract_offered"
    contract_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class ContractApproved(Event):
    """The person may sign it now."""

    kind: ClassVar[str] = "contract_approved"
    contract_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class ContractSigned(Event):
    kind: ClassVar[str] = "contract_signed"
    contract_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class ContractEnded(Event):
    kind: ClassVar[str] = "contract_ended"
    contract_id: int
    jobseeker_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class AppointmentProposed(Event):
    kind: ClassVar[str] = "appointment_proposed"
    appointment_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class AppointmentAnswered(Event):
    """The person comes, or asks for another time."""

    kind: ClassVar[str] = "appointment_answered"
    appointment_id: int
    jobseeker_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class AppointmentCancelled(Event):
    kind: ClassVar[str] = "appointment_cancelled"
    appointment_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class TransferAsked(Event):
    kind: ClassVar[str] = "transfer_asked"
    transfer_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class TransferDecided(Event):
    """Accepted: the person, the register and the case are the other region's now; or declined with a reason."""

    kind: ClassVar[str] = "transfer_decided"
    transfer_id: int
    jobseeker_id: int
    decision: str
