"""The life of a case, why it ends, where it stands in the officer's queue, and how much help the person needs."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class CaseState(StrEnum):
    OPEN = "open"
    WAITING_FOR_PERSON = "waiting_for_person"
    CLOSED = "closed"


class CloseReason(StrEnum):
    FOUND_WORK = "found_work"
    LEFT_REGISTER = "left_register"
    OWN_WISH = "own_wish"
    NO_CONTACT = "no_contact"
    ERASED = "erased"
    OTHER = "other"


class Standing(StrEnum):
    """Where an open case stands today; an officer works from the first to the last."""

    OVERDUE = "overdue"
    DUE_TODAY = "due_today"
    WAITING = "waiting"
    LATER = "later"


class EffortGroup(StrEnum):
    """How much of an officer's work a person needs; the order is from least to most."""

    INDEPENDENT = "independent"
    SUPPORTED = "supported"
    INTENSIVE = "intensive"


_S = CaseState
CASE_LIFECYCLE = Lifecycle(
    "case",
    _S.OPEN,
    {
        "wait": {_S.OPEN: _S.WAITING_FOR_PERSON},
        "resume": {_S.WAITING_FOR_PERSON: _S.OPEN},
        "close": {_S.OPEN: _S.CLOSED, _S.WAITING_FOR_PERSON: _S.CLOSED},
    },
)
