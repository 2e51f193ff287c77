"""From claimed to verified to closed; and from unclaimed, by a claim, to closed."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class EmployerState(StrEnum):
    """`unclaimed` is known only from imported advertisements; `claimed` has staff but nobody has checked its BIN.

    An unclaimed one whose claim was accepted is closed: it lives on as the registered employer that claimed it.
    """

    UNCLAIMED = "unclaimed"
    CLAIMED = "claimed"
    VERIFIED = "verified"
    REFUSED = "refused"
    CLOSED = "closed"


_S = EmployerState
EMPLOYER_LIFECYCLE = Lifecycle(
    "employer",
    _S.CLAIMED,
    {
        "claim": {_S.UNCLAIMED: _S.CLOSED},
        "verify": {_S.CLAIMED: _S.VERIFIED, _S.REFUSED: _S.VERIFIED},
        "refuse": {_S.CLAIMED: _S.REFUSED, _S.VERIFIED: _S.REFUSED},
        "close": {_S.CLAIMED: _S.CLOSED, _S.VERIFIED: _S.CLOSED, _S.REFUSED: _S.CLOSED, _S.UNCLAIMED: _S.CLOSED},
    },
)
