"""The life of a follow-up partner, of a step that it follows up, of a meeting with it; what a contact comes to."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class PartnerState(StrEnum):
    """`active`: the person has consented. Whether the partner may see anything today is asked beside it (access.py)."""

    PROPOSED = "proposed"
    ACTIVE = "active"
    DECLINED = "declined"
    ENDED = "ended"


class PartnerEnd(StrEnum):
    WITHDRAWN = "withdrawn"
    OFFICER = "officer"
    TERM_OVER = "term_over"
    CASE_CLOSED = "case_closed"
    TRANSFERRED = "transferred"
    ERASED = "erased"


class NameShown(StrEnum):
    """How much of the name the person lets the partner read."""

    GIVEN = "given"
    FULL = "full"


class FollowedState(StrEnum):
    """A step as the partner and the officer stand on it; the step of the plan has a state of its own."""

    OPEN = "open"
    REPORTED = "reported"
    CONFIRMED = "confirmed"


class ContactOutcome(StrEnum):
    AS_AGREED = "as_agreed"
    NEEDS_HELP = "needs_help"
    NOT_REACHED = "not_reached"
    DID_NOT_COME = "did_not_come"
    STARTED = "started"
    STOPPED = "stopped"


class MeetingState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    CANCELLED = "cancelled"


_P = PartnerState
PARTNER_LIFECYCLE = Lifecycle(
    "follow_up_partner",
    _P.PROPOSED,
    {
        "consent": {_P.PROPOSED: _P.ACTIVE},
        "decline": {_P.PROPOSED: _P.DECLINED},
        "withdraw": {_P.ACTIVE: _P.ENDED},
        "end": {_P.PROPOSED: _P.ENDED, _P.ACTIVE: _P.ENDED},
    },
)
_F = FollowedState
FOLLOWED_LIFECYCLE = Lifecycle(
    "followed_step",
    _F.OPEN,
    {
        "report": {_F.OPEN: _F.REPORTED},
        "confirm": {_F.REPORTED: _F.CONFIRMED},
        "return": {_F.REPORTED: _F.OPEN},
    },
)
_M = MeetingState
MEETING_LIFECYCLE = Lifecycle(
    "partner_meeting",
    _M.PROPOSED,
    {
        "accept": {_M.PROPOSED: _M.ACCEPTED},
        "decline": {_M.PROPOSED: _M.DECLINED, _M.ACCEPTED: _M.DECLINED},
        "cancel": {_M.PROPOSED: _M.CANCELLED, _M.ACCEPTED: _M.CANCELLED},
    },
)
OPEN_PARTNERS = (_P.PROPOSED, _P.ACTIVE)
OPEN_MEETINGS = (_M.PROPOSED, _M.ACCEPTED)
