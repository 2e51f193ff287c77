"""The lifecycle of a microcredit that was paid out, and how it stands on a day."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class CreditState(StrEnum):
    """`doubted` while one person has proposed to write it off and nobody has decided."""

    RUNNING = "running"
    DOUBTED = "doubted"
    REPAID = "repaid"
    WRITTEN_OFF = "written_off"


_C = CreditState
CREDIT_LIFECYCLE = Lifecycle(
    "microcredit",
    _C.RUNNING,
    {
        "doubt": {_C.RUNNING: _C.DOUBTED},
        "keep": {_C.DOUBTED: _C.RUNNING},
        "write_off": {_C.DOUBTED: _C.WRITTEN_OFF},
        "repay": {_C.RUNNING: _C.REPAID, _C.DOUBTED: _C.REPAID},
    },
)


class RepaymentCode(StrEnum):
    """What became of one line of a bank's list."""

    RECORDED = "recorded"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"
