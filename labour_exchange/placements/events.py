"""Facts about approaches, offers, placements and their evidence: ids, dates and codes only."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class ApplicationSent(Event):
    kind: ClassVar[str] = "application_sent"
    application_id: int


@dataclass(frozen=True, slots=True)
class ApplicationReminded(Event):
    """The employer has been silent for 7 days (1) or 14 (2)."""

    kind: ClassVar[str] = "application_reminded"
    application_id: int
    reminder: int


@dataclass(frozen=True, slots=True)
class ApplicationAnswered(Event):
    """The employer's answer: `interview` or `declined`. An offer is announced as OfferMade."""

    kind: ClassVar[str] = "application_answered"
    application_id: int
    state: str


@dataclass(frozen=True, slots=True)
class ApplicationClosed(Event):
    """It ended without the employer's word: withdrawn, withdrawn_hired_elsewhere, unanswered or vacancy_closed."""

    kind: ClassVar[str] = "application_closed"
    application_id: int
    state: str


@dataclass(frozen=True, slots=True)
class InvitationSent(Event):
    kind: ClassVar[str] = "invitation_sent"
    invitation_id: int


@dataclass(frozen=True, slots=True)
class InvitationAnswered(Event):
    """Accepted, declined, expired or withdrawn."""

    kind: ClassVar[str] = "invitation_answered"
    invitation_id: int
    state: str


@dataclass(frozen=True, slots=True)
class ReferralIssued(Event):
    kind: ClassVar[str] = "referral_issued"
    referral_id: int


@dataclass(frozen=True, slots=True)
class ReferralAnswered(Event):
    """Accepted, refused by one side, expired or withdrawn."""

    kind: ClassVar[str] = "referral_answered"
    referral_id: int
    state: str


@dataclass(frozen=True, slots=True)
class OfferMade(Event):
    kind: ClassVar[str] = "offer_made"
    offer_id: int


@dataclass(frozen=True, slots=True)
class OfferAnswered(Event):
    """Accepted, declined, withdrawn or expired."""

    kind: ClassVar[str] = "offer_answered"
    offer_id: int
    state: str


@dataclass(frozen=True, slots=True)
class PlacementDeclared(Event):
    kind: ClassVar[str] = "placement_declared"
    placement_id: int


@dataclass(frozen=True, slots=True)
class PlacementConfirmed(Event):
    """The other side said that the work has begun; `jobseeker_id` because the register of jobseekers reacts."""

    kind: ClassVar[str] = "placement_confirmed"
    placement_id: int
    jobseeker_id: int


@dataclass(frozen=True, slots=True)
class PlacementDisputed(Event):
    kind: ClassVar[str] = "placement_disputed"
    placement_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class PlacementEnded(Event):
    kind: ClassVar[str] = "placement_ended"
    placement_id: int
    reason: str


@dataclass(frozen=True, slots=True)
class EvidenceRecorded(Event):
    """One more row in the ledger; `evidence_kind` is its kind, `month` is 1, 3, 6 or 12 for contributions and else 0."""

    kind: ClassVar[str] = "evidence_recorded"
    placement_id: int
    evidence_id: int
    evidence_kind: str
    month: int


@dataclass(frozen=True, slots=True)
class AnnulmentProposed(Event):
    kind: ClassVar[str] = "annulment_proposed"
    proposal_id: int


@dataclass(frozen=True, slots=True)
class AnnulmentDecided(Event):
    kind: ClassVar[str] = "annulment_decided"
    proposal_id: int
    is_accepted: bool


@dataclass(frozen=True, slots=True)
class PlacementAnnulled(Event):
    kind: ClassVar[str] = "placement_annulled"
    placement_id: int
