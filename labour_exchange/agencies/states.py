"""Lifecycles of an agency's licence, of an asked mandate and of a complaint; what a mandate may allow."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class LicenceState(StrEnum):
    APPLIED = "applied"
    GRANTED = "granted"
    REFUSED = "refused"
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"


class Scope(StrEnum):
    """What a mandate may let an agency do for the employer."""

    POST = "post"
    REFER = "refer"
    ANSWER = "answer"
    REPORT = "report"


class RequestState(StrEnum):
    ASKED = "asked"
    GIVEN = "given"
    DECLINED = "declined"
    WITHDRAWN = "withdrawn"


class ComplaintCategory(StrEnum):
    FEE_CHARGED = "fee_charged"
    MISLEADING_ADVERT = "misleading_advert"
    NO_ANSWER = "no_answer"
    DATA_MISUSE = "data_misuse"
    OTHER = "other"


class ComplaintState(StrEnum):
    FILED = "filed"
    REPLIED = "replied"
    UPHELD = "upheld"
    NOT_UPHELD = "not_upheld"


class ComplaintEffect(StrEnum):
    """What an upheld complaint does to the agency."""

    WARNING = "warning"
    SUSPENSION = "suspension"


_S = LicenceState
LICENCE_LIFECYCLE = Lifecycle(
    "licence",
    _S.APPLIED,
    {
        "grant": {_S.APPLIED: _S.GRANTED},
        "refuse": {_S.APPLIED: _S.REFUSED},
        "suspend": {_S.GRANTED: _S.SUSPENDED},
        "restore": {_S.SUSPENDED: _S.GRANTED},
        "renew": {_S.GRANTED: _S.GRANTED},
        "expire": {_S.GRANTED: _S.EXPIRED, _S.SUSPENDED: _S.EXPIRED},
        "withdraw": {_S.GRANTED: _S.WITHDRAWN, _S.SUSPENDED: _S.WITHDRAWN},
        "apply_again": {_S.REFUSED: _S.APPLIED, _S.EXPIRED: _S.APPLIED, _S.WITHDRAWN: _S.APPLIED},
    },
)
_R = RequestState
REQUEST_LIFECYCLE = Lifecycle(
    "mandate_request",
    _R.ASKED,
    {
        "give": {_R.ASKED: _R.GIVEN},
        "decline": {_R.ASKED: _R.DECLINED},
        "withdraw": {_R.ASKED: _R.WITHDRAWN},
    },
)
_C = ComplaintState
COMPLAINT_LIFECYCLE = Lifecycle(
    "agency_complaint",
    _C.FILED,
    {
        "reply": {_C.FILED: _C.REPLIED},
        "uphold": {_C.FILED: _C.UPHELD, _C.REPLIED: _C.UPHELD},
        "dismiss": {_C.FILED: _C.NOT_UPHELD, _C.REPLIED: _C.NOT_UPHELD},
    },
)
