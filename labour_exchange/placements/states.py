"""One lifecycle for each: application, invitation, referral, offer, placement; and the kinds of evidence."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class ApplicationState(StrEnum):
    SENT = "sent"
    SEEN = "seen"
    INTERVIEW = "interview"
    OFFERED = "offered"
    HIRED = "hired"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    WITHDRAWN_HIRED_ELSEWHERE = "withdrawn_hired_elsewhere"
    UNANSWERED = "unanswered"
    VACANCY_CLOSED = "vacancy_closed"


_A = ApplicationState
_A_OPEN = (_A.SENT, _A.SEEN, _A.INTERVIEW, _A.OFFERED)
APPLICATION_LIFECYCLE = Lifecycle(
    "application",
    _A.SENT,
    {
        "see": {_A.SENT: _A.SEEN},
        "interview": {_A.SENT: _A.INTERVIEW, _A.SEEN: _A.INTERVIEW},
        "offer": {_A.SENT: _A.OFFERED, _A.SEEN: _A.OFFERED, _A.INTERVIEW: _A.OFFERED},
        "hire": dict.fromkeys(_A_OPEN, _A.HIRED),
        "decline": dict.fromkeys(_A_OPEN, _A.DECLINED),
        "withdraw": dict.fromkeys(_A_OPEN, _A.WITHDRAWN),
        "hired_elsewhere": dict.fromkeys(_A_OPEN, _A.WITHDRAWN_HIRED_ELSEWHERE),
        "close_unanswered": {_A.SENT: _A.UNANSWERED, _A.SEEN: _A.UNANSWERED},
        "vacancy_closed": dict.fromkeys(_A_OPEN, _A.VACANCY_CLOSED),
    },
)


class InvitationState(StrEnum):
    SENT = "sent"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_I = InvitationState
INVITATION_LIFECYCLE = Lifecycle(
    "invitation",
    _I.SENT,
    {
        "accept": {_I.SENT: _I.ACCEPTED},
        "decline": {_I.SENT: _I.DECLINED},
        "expire": {_I.SENT: _I.EXPIRED},
        "withdraw": {_I.SENT: _I.WITHDRAWN},
    },
)


class ReferralState(StrEnum):
    ISSUED = "issued"
    ACCEPTED = "accepted"
    REFUSED_BY_PERSON = "refused_by_person"
    REFUSED_BY_EMPLOYER = "refused_by_employer"
    OFFERED = "offered"
    HIRED = "hired"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_R = ReferralState
REFERRAL_LIFECYCLE = Lifecycle(
    "referral",
    _R.ISSUED,
    {
        "accept": {_R.ISSUED: _R.ACCEPTED},
        "refuse_by_person": {_R.ISSUED: _R.REFUSED_BY_PERSON, _R.ACCEPTED: _R.REFUSED_BY_PERSON},
        "refuse_by_employer": {_R.ISSUED: _R.REFUSED_BY_EMPLOYER, _R.ACCEPTED: _R.REFUSED_BY_EMPLOYER},
        "offer": {_R.ISSUED: _R.OFFERED, _R.ACCEPTED: _R.OFFERED},
        "hire": {_R.ISSUED: _R.HIRED, _R.ACCEPTED: _R.HIRED, _R.OFFERED: _R.HIRED},
        "expire": {_R.ISSUED: _R.EXPIRED, _R.ACCEPTED: _R.EXPIRED},
        "withdraw": {_R.ISSUED: _R.WITHDRAWN, _R.ACCEPTED: _R.WITHDRAWN, _R.OFFERED: _R.WITHDRAWN},
    },
)


class OfferState(StrEnum):
    MADE = "made"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"


_O = OfferState
OFFER_LIFECYCLE = Lifecycle(
    "offer",
    _O.MADE,
    {
        "accept": {_O.MADE: _O.ACCEPTED},
        "decline": {_O.MADE: _O.DECLINED},
        "withdraw": {_O.MADE: _O.WITHDRAWN},
        "expire": {_O.MADE: _O.EXPIRED},
    },
)


class PlacementState(StrEnum):
    """Where a placement stands; how well it is proven is told by its evidence, not by the state."""

    DECLARED = "declared"
    CONFIRMED = "confirmed"
    DISPUTED = "disputed"
    ENDED = "ended"
    ANNULLED = "annulled"


_P = PlacementState
PLACEMENT_LIFECYCLE = Lifecycle(
    "placement",
    _P.DECLARED,
    {
        "confirm": {_P.DECLARED: _P.CONFIRMED, _P.DISPUTED: _P.CONFIRMED},
        "dispute": {_P.DECLARED: _P.DISPUTED, _P.CONFIRMED: _P.DISPUTED},
        "end": {_P.DECLARED: _P.ENDED, _P.CONFIRMED: _P.ENDED},
        "annul": {_P.DECLARED: _P.ANNULLED, _P.CONFIRMED: _P.ANNULLED, _P.DISPUTED: _P.ANNULLED, _P.ENDED: _P.ANNULLED},
    },
)


class Channel(StrEnum):
    """The move that led to the placement."""

    SELF_SERVICE = "self_service"
    OFFICE_REFERRAL = "office_referral"
    AGENCY = "agency"
    PROGRAMME = "programme"


class EvidenceKind(StrEnum):
    DECLARED = "declared"
    CONFIRMED = "confirmed"
    CONTRACT = "contract"
    CONTRIBUTION = "contribution"
    ENDED = "ended"
    DISPUTED = "disputed"
    ANNULLED = "annulled"


class EvidenceSource(StrEnum):
    EMPLOYER = "employer"
    JOBSEEKER = "jobseeker"
    AGENCY = "agency"
    OFFICE = "office"
    CONTRACT_REGISTER = "contract_register"
    PENSION_REGISTER = "pension_register"


class EndReason(StrEnum):
    """Why somebody no longer works there."""

    CONTRACT_OVER = "contract_over"
    OWN_WISH = "own_wish"
    DISMISSED = "dismissed"
    REDUNDANT = "redundant"
    MOVED = "moved"
    OTHER = "other"


class DisputeReason(StrEnum):
    """What one side says against a declared placement."""

    NEVER_STARTED = "never_started"
    OTHER_DATE = "other_date"
    OTHER_TERMS = "other_terms"
    NOT_THIS_PERSON = "not_this_person"
    OTHER = "other"


class EvidenceLevel(StrEnum):
    """How well a placement is proven, from weakest to strongest; derived from its evidence, never stored."""

    DECLARED = "declared"
    CONFIRMED = "confirmed"
    CONTRACT = "contract"
    MONTH_1 = "month_1"
    MONTH_3 = "month_3"
    MONTH_6 = "month_6"
    MONTH_12 = "month_12"


class Register(StrEnum):
    """A state register whose files are evidence."""

    CONTRACTS = "contracts"
    CONTRIBUTIONS = "contributions"
