"""Facts about follow-up partners: ids and codes only."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class PartnerProposed(Event):
    kind: ClassVar[str] = "partner_proposed"
    partner_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class PartnerAnswered(Event):
    """The person consents or declines."""

    kind: ClassVar[str] = "partner_answered"
    partner_id: int
    jobseeker_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class PartnerEnded(Event):
    """The partner sees nothing any more. `was_active`: the person had consented."""

    kind: ClassVar[str] = "partner_ended"
    partner_id: int
    jobseeker_id: int
    reason: str
    was_active: bool


@dataclass(frozen=True, slots=True)
class PartnerContactRecorded(Event):
    kind: ClassVar[str] = "partner_contact_recorded"
    partner_id: int
    contact_id: int


@dataclass(frozen=True, slots=True)
class FollowedStepReported(Event):
    """The partner says that a step is done; an officer confirms it or gives it back."""

    kind: ClassVar[str] = "followed_step_reported"
    partner_id: int
    followed_id: int


@dataclass(frozen=True, slots=True)
class FollowedStepSettled(Event):
    kind: ClassVar[str] = "followed_step_settled"
    partner_id: int
    followed_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class PartnerMeetingProposed(Event):
    kind: ClassVar[str] = "partner_meeting_proposed"
    meeting_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class PartnerMeetingAnswered(Event):
    kind: ClassVar[str] = "partner_meeting_answered"
    meeting_id: int
    answer: str


@dataclass(frozen=True, slots=True)
class PartnerMeetingCancelled(Event):
    kind: ClassVar[str] = "partner_meeting_cancelled"
    meeting_id: int
    jobseeker_id: int
