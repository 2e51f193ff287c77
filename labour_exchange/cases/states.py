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


class Doer(StrEnum):
    """Whose turn a step is."""

    PERSON = "person"
    OFFICE = "office"


class StepState(StrEnum):
    OPEN = "open"
    DONE = "done"
    DROPPED = "dropped"


_T = StepState
STEP_LIFECYCLE = Lifecycle(
    "plan_step",
    _T.OPEN,
    {
        "finish": {_T.OPEN: _T.DONE},
        "drop": {_T.OPEN: _T.DROPPED},
        "reopen": {_T.DONE: _T.OPEN, _T.DROPPED: _T.OPEN},
    },
)


class ContractState(StrEnum):
    DRAFT = "draft"
    OFFERED = "offered"
    SIGNED = "signed"
    IN_FORCE = "in_force"
    ENDED = "ended"


class ContractEnd(StrEnum):
    FULFILLED = "fulfilled"
    FOUND_WORK = "found_work"
    TERM_OVER = "term_over"
    OWN_WISH = "own_wish"
    NOT_FULFILLED = "not_fulfilled"
    NOT_SIGNED = "not_signed"
    ERASED = "erased"
    OTHER = "other"


class SignatureWay(StrEnum):
    PAPER = "paper"
    ELECTRONIC = "electronic"


_K = ContractState
CONTRACT_LIFECYCLE = Lifecycle(
    "social_contract",
    _K.DRAFT,
    {
        "offer": {_K.DRAFT: _K.OFFERED},
        "return": {_K.OFFERED: _K.DRAFT},
        "sign": {_K.OFFERED: _K.SIGNED},
        "begin": {_K.SIGNED: _K.IN_FORCE},
        "end": dict.fromkeys((_K.DRAFT, _K.OFFERED, _K.SIGNED, _K.IN_FORCE), _K.ENDED),
    },
)
OBLIGATION_LIFECYCLE = Lifecycle("obligation", STEP_LIFECYCLE.initial, STEP_LIFECYCLE.moves)


class ContactChannel(StrEnum):
    VISIT = "visit"
    PHONE = "phone"
    MESSAGE = "message"
    LETTER = "letter"


class AppointmentState(StrEnum):
    """`moved`: the person asks for another time, or the slot was given up for a later one."""

    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    MOVE_ASKED = "move_asked"
    MOVED = "moved"
    KEPT = "kept"
    MISSED = "missed"
    CANCELLED = "cancelled"


_A = AppointmentState
APPOINTMENT_LIFECYCLE = Lifecycle(
    "appointment",
    _A.PROPOSED,
    {
        "accept": {_A.PROPOSED: _A.ACCEPTED},
        "ask_to_move": {_A.PROPOSED: _A.MOVE_ASKED, _A.ACCEPTED: _A.MOVE_ASKED},
        "move": dict.fromkeys((_A.PROPOSED, _A.ACCEPTED, _A.MOVE_ASKED), _A.MOVED),
        "keep": dict.fromkeys((_A.PROPOSED, _A.ACCEPTED, _A.MOVE_ASKED), _A.KEPT),
        "miss": dict.fromkeys((_A.PROPOSED, _A.ACCEPTED, _A.MOVE_ASKED), _A.MISSED),
        "cancel": dict.fromkeys((_A.PROPOSED, _A.ACCEPTED, _A.MOVE_ASKED), _A.CANCELLED),
    },
)
OPEN_APPOINTMENTS = (_A.PROPOSED, _A.ACCEPTED, _A.MOVE_ASKED)
"""Those that hold the officer's time."""


class TransferState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class TransferReason(StrEnum):
    MOVED = "moved"
    WORK_THERE = "work_there"
    STUDY_THERE = "study_there"
    FAMILY = "family"
    RELOCATION = "relocation"


_R = TransferState
TRANSFER_LIFECYCLE = Lifecycle(
    "case_transfer",
    _R.PROPOSED,
    {
        "accept": {_R.PROPOSED: _R.ACCEPTED},
        "decline": {_R.PROPOSED: _R.DECLINED},
        "withdraw": {_R.PROPOSED: _R.WITHDRAWN},
    },
)
