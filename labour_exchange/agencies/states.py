"""The licence of an agency: granted, suspended, expired, withdrawn."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class LicenceState(StrEnum):
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


_S = LicenceState
LICENCE_LIFECYCLE = Lifecycle(
    "licence",
    _S.APPLIED,
    {
        "grant": {_S.APPLIED: _S.GRANTED},
        "refuse": {_S.APPLIED: _S.REFUSED},
        "suspend": {_S.GRANTED: _S.SUSPENDED},
        "restore": {_S.SUSPENDED: _S.GRANTED},
        "expire": {_S.GRANTED: _S.EXPIRED, _S.SUSPENDED: _S.EXPIRED},
        "withdraw": {_S.GRANTED: _S.WITHDRAWN, _S.SUSPENDED: _S.WITHDRAWN},
    },
)
