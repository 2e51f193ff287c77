"""The life of a standard's version, of a remark on it and of a complaint, and what a promise and a rating can be."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class VersionState(StrEnum):
    DRAFT = "draft"
    DISCUSSION = "discussion"
    APPROVED = "approved"
    IN_FORCE = "in_force"
    REPLACED = "replaced"
    WITHDRAWN = "withdrawn"


class RemarkKind(StrEnum):
    REMARK = "remark"
    PROPOSAL = "proposal"


class RemarkState(StrEnum):
    """Until the address is confirmed nobody reads a remark; until it is moderated only the body does."""

    UNCONFIRMED = "unconfirmed"
    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"


class RefusalCode(StrEnum):
    """Why words are not published."""

    PERSONAL_DATA = "personal_data"
    INSULT = "insult"
    ADVERTISING = "advertising"
    OTHER_SUBJECT = "other_subject"


class Outcome(StrEnum):
    """What became of a remark."""

    TAKEN = "taken"
    TAKEN_PARTLY = "taken_partly"
    NOT_TAKEN = "not_taken"


class Promise(StrEnum):
    """What a standard can promise that the registers can measure."""

    REGISTRATION = "registration"
    VACANCY_CHECK = "vacancy_check"
    REFERRAL = "referral"


class CommitmentState(StrEnum):
    OPEN = "open"
    KEPT = "kept"
    BREACHED = "breached"
    LAPSED = "lapsed"


class RatingState(StrEnum):
    """Points without words need no moderation; words are read by nobody outside the body before it."""

    WAITING = "waiting"
    PUBLISHED = "published"
    REFUSED = "refused"


class ComplaintState(StrEnum):
    """What was not answered in its time, or not to the person's mind, may be taken further to the ministry once."""

    FILED = "filed"
    ANSWERED = "answered"
    ESCALATED = "escalated"
    DECIDED = "decided"
    WITHDRAWN = "withdrawn"


class Remedy(StrEnum):
    """What the person who complains wants."""

    EXPLANATION = "explanation"
    DEED = "deed"
    CORRECTION = "correction"
    OTHER_OFFICER = "other_officer"
    APOLOGY = "apology"


class ComplaintChannel(StrEnum):
    """How the answer reaches the person: by a letter to the address of their account, or only through the link they keep."""

    LETTER = "letter"
    LINK = "link"


class Instance(StrEnum):
    """Who answers: the office first, the ministry where it is taken further."""

    OFFICE = "office"
    MINISTRY = "ministry"


class Finding(StrEnum):
    JUSTIFIED = "justified"
    PARTLY = "partly"
    NOT_JUSTIFIED = "not_justified"


_V = VersionState
VERSION_LIFECYCLE = Lifecycle(
    "standard_version",
    _V.DRAFT,
    {
        "publish": {_V.DRAFT: _V.DISCUSSION},
        "approve": {_V.DISCUSSION: _V.APPROVED},
        "bring_into_force": {_V.APPROVED: _V.IN_FORCE},
        "replace": {_V.IN_FORCE: _V.REPLACED},
        "withdraw": {_V.DRAFT: _V.WITHDRAWN, _V.DISCUSSION: _V.WITHDRAWN},
    },
)
_R = RemarkState
REMARK_LIFECYCLE = Lifecycle(
    "remark",
    _R.UNCONFIRMED,
    {
        "confirm": {_R.UNCONFIRMED: _R.WAITING},
        "publish": {_R.WAITING: _R.PUBLISHED},
        "refuse": {_R.WAITING: _R.REFUSED},
    },
)
_T = RatingState
RATING_LIFECYCLE = Lifecycle(
    "rating",
    _T.WAITING,
    {"publish": {_T.WAITING: _T.PUBLISHED}, "refuse": {_T.WAITING: _T.REFUSED}},
)
_C = ComplaintState
COMPLAINT_LIFECYCLE = Lifecycle(
    "service_complaint",
    _C.FILED,
    {
        "answer": {_C.FILED: _C.ANSWERED},
        "escalate": {_C.FILED: _C.ESCALATED, _C.ANSWERED: _C.ESCALATED},
        "decide": {_C.ESCALATED: _C.DECIDED},
        "withdraw": {_C.FILED: _C.WITHDRAWN, _C.ESCALATED: _C.WITHDRAWN},
    },
)
WAITING = frozenset({_C.FILED, _C.ESCALATED})
"""States in which somebody owes the person an answer."""
PUBLIC_STATES = frozenset({_V.DISCUSSION, _V.APPROVED, _V.IN_FORCE, _V.REPLACED})
UNFINISHED = frozenset({_V.DRAFT, _V.DISCUSSION, _V.APPROVED})
