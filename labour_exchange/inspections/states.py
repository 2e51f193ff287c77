"""The lifecycle of an inspection, and the words that stand for its sides and decisions in the database."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class InspectionState(StrEnum):
    """`decided` waits until what is owed has come back or is written off; with nothing to recover a decision closes the inspection at once."""

    OPENED = "opened"
    ASKED = "asked"
    ANSWERED = "answered"
    PREPARED = "prepared"
    DECIDED = "decided"
    CLOSED = "closed"


_I = InspectionState
OPEN_INSPECTIONS = tuple(state for state in _I if state is not _I.CLOSED)
INSPECTION_LIFECYCLE = Lifecycle(
    "inspection",
    _I.OPENED,
    {
        "ask": {_I.OPENED: _I.ASKED},
        "answer": {_I.ASKED: _I.ANSWERED, _I.ANSWERED: _I.ANSWERED},
        "prepare": {_I.ASKED: _I.PREPARED, _I.ANSWERED: _I.PREPARED},
        "return": {_I.PREPARED: _I.ASKED},
        "return_answered": {_I.PREPARED: _I.ANSWERED},
        "decide": {_I.PREPARED: _I.DECIDED},
        "close": {_I.DECIDED: _I.CLOSED},
    },
)


class Decision(StrEnum):
    """What an inspection ends with; each stronger one includes what the weaker ones do."""

    KEPT = "kept"
    SUBSIDY_STOPPED = "subsidy_stopped"
    SUBSIDY_RECOVERED = "subsidy_recovered"
    ANNULLED = "annulled"


class Payer(StrEnum):
    """Who gave the money back; by kind, because a name is not needed to count it."""

    EMPLOYER = "employer"
    PERSON = "person"
    AGENCY = "agency"
    BAILIFF = "bailiff"
    OTHER = "other"


class RecoveryKind(StrEnum):
    """Money that came back, or a part of the claim that is given up."""

    RETURN = "return"
    WRITE_OFF = "write_off"


class RecoveryState(StrEnum):
    """Of one entry of a claim: written down by one person, confirmed or refused by another."""

    PREPARED = "prepared"
    CONFIRMED = "confirmed"
    REFUSED = "refused"


_R = RecoveryState
RECOVERY_LIFECYCLE = Lifecycle("recovery entry", _R.PREPARED, {"confirm": {_R.PREPARED: _R.CONFIRMED}, "refuse": {_R.PREPARED: _R.REFUSED}})


class Side(StrEnum):
    """Who replies; the words are those of the kinds of actor, so that row policies can compare them."""

    JOBSEEKER = "jobseeker"
    EMPLOYER = "employer"
    AGENCY = "agency"
