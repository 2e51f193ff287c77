"""Lifecycles of reports and of instructions, and the words that stand for them in the database."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class LineKind(StrEnum):
    """Computed from this exchange's records, or reported by a body that keeps the records elsewhere."""

    COMPUTED = "computed"
    REPORTED = "reported"


class Unit(StrEnum):
    """What a line counts."""

    PEOPLE = "people"
    JOBS = "jobs"
    AGENCIES = "agencies"
    REGIONS = "regions"
    FACILITIES = "facilities"
    CONTRACTS = "contracts"
    EMPLOYERS = "employers"
    CREDITS = "credits"
    TENGE = "tenge"
    PER_CENT = "per_cent"
    TIMES = "times"


class ReportState(StrEnum):
    DRAFT = "draft"
    FROZEN = "frozen"
    SIGNED = "signed"
    PUBLISHED = "published"


_R = ReportState
REPORT_LIFECYCLE = Lifecycle(
    "report",
    _R.DRAFT,
    {"freeze": {_R.DRAFT: _R.FROZEN}, "sign": {_R.FROZEN: _R.FROZEN}, "countersign": {_R.FROZEN: _R.SIGNED}, "publish": {_R.SIGNED: _R.PUBLISHED}},
)


class InstructionState(StrEnum):
    """`reported`: evidence was given and waits for a second person."""

    OPEN = "open"
    OVERDUE = "overdue"
    EXTENDED = "extended"
    REPORTED = "reported"
    DONE = "done"


_I = InstructionState
RUNNING = (_I.OPEN, _I.EXTENDED)
UNFINISHED = (_I.OPEN, _I.EXTENDED, _I.OVERDUE, _I.REPORTED)
INSTRUCTION_LIFECYCLE = Lifecycle(
    "instruction",
    _I.OPEN,
    {
        "report": dict.fromkeys((_I.OPEN, _I.EXTENDED, _I.OVERDUE), _I.REPORTED),
        "accept": {_I.REPORTED: _I.DONE},
        "return": {_I.REPORTED: _I.OPEN},
        "extend": dict.fromkeys((_I.OPEN, _I.EXTENDED, _I.OVERDUE), _I.EXTENDED),
        "fall_overdue": dict.fromkeys(RUNNING, _I.OVERDUE),
    },
)


class EscalationLevel(StrEnum):
    """Who is told that an instruction is overdue: the body itself, who gave it, the whole ministry."""

    RESPONSIBLE = "responsible"
    CONTROL = "control"
    LEADERSHIP = "leadership"


class Decision(StrEnum):
    """What a second person says about evidence or about a later date."""

    ACCEPTED = "accepted"
    REFUSED = "refused"
