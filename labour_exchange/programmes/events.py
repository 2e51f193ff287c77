"""Facts about the programme."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class TermsChanged(Event):
    kind: ClassVar[str] = "measure_terms_changed"
    measure_id: int
    version: int


@dataclass(frozen=True, slots=True)
class EnrolmentDecided(Event):
    """A rule, an approver or the person moved it; `state` says where to."""

    kind: ClassVar[str] = "enrolment_decided"
    enrolment_id: int
    state: str


@dataclass(frozen=True, slots=True)
class EnrolmentStarted(Event):
    kind: ClassVar[str] = "enrolment_started"
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class EnrolmentEnded(Event):
    kind: ClassVar[str] = "enrolment_ended"
    enrolment_id: int
    state: str


@dataclass(frozen=True, slots=True)
class EnrolmentLeftBehind(Event):
    """The person's register moved to another region before it was recorded as begun: withdrawn, or left to its office as its first day has come."""

    kind: ClassVar[str] = "enrolment_left_behind"
    enrolment_id: int
    transfer_id: int
    is_withdrawn: bool


@dataclass(frozen=True, slots=True)
class OutcomeRecorded(Event):
    """What came of a measure, also when it was said otherwise before: a placement or none."""

    kind: ClassVar[str] = "outcome_recorded"
    enrolment_id: int
    outcome: str


@dataclass(frozen=True, slots=True)
class PaymentMade(Event):
    kind: ClassVar[str] = "payment_made"
    payment_id: int
    enrolment_id: int


@dataclass(frozen=True, slots=True)
class MoneyReturned(Event):
    """So many tenge of an enrolment's payments came back."""

    kind: ClassVar[str] = "money_returned"
    enrolment_id: int
    amount: int


@dataclass(frozen=True, slots=True)
class MoneyReallocated(Event):
    kind: ClassVar[str] = "money_reallocated"
    reallocation_id: int


@dataclass(frozen=True, slots=True)
class CheckDue(Event):
    kind: ClassVar[str] = "check_due"
    check_id: int
    enrolment_id: int
