"""Kinds of measures, and the lifecycles of measures, enrolments and payments."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class MeasureKind(StrEnum):
    """What a measure is; `rural_jobs` are jobs through projects and infrastructure."""

    TRAINING = "training"
    SOCIAL_JOB = "social_job"
    YOUTH_PRACTICE = "youth_practice"
    PUBLIC_WORKS = "public_works"
    MICROCREDIT = "microcredit"
    GRANT = "grant"
    RELOCATION = "relocation"
    RURAL_JOBS = "rural_jobs"


SUBSIDISED = frozenset({MeasureKind.SOCIAL_JOB, MeasureKind.YOUTH_PRACTICE, MeasureKind.PUBLIC_WORKS})
"""Jobs that the state pays a share of, month by month."""

BUSINESS = frozenset({MeasureKind.MICROCREDIT, MeasureKind.GRANT})
"""Money for a business of one's own."""


class MeasureState(StrEnum):
    OPEN = "open"
    CLOSED = "closed"


class EnrolmentState(StrEnum):
    """`refused` by a rule, `declined` by the approver, `withdrawn` by the person."""

    APPLIED = "applied"
    ELIGIBLE = "eligible"
    REFUSED = "refused"
    PREPARED = "prepared"
    APPROVED = "approved"
    DECLINED = "declined"
    STARTED = "started"
    COMPLETED = "completed"
    DROPPED_OUT = "dropped_out"
    WITHDRAWN = "withdrawn"


_E = EnrolmentState
OPEN_ENROLMENTS = (_E.APPLIED, _E.ELIGIBLE, _E.PREPARED, _E.APPROVED, _E.STARTED)
TOOK_PART = (_E.STARTED, _E.COMPLETED, _E.DROPPED_OUT)
ENROLMENT_LIFECYCLE = Lifecycle(
    "enrolment",
    _E.APPLIED,
    {
        "accept": {_E.APPLIED: _E.ELIGIBLE},
        "refuse": {_E.APPLIED: _E.REFUSED},
        "prepare": {_E.ELIGIBLE: _E.PREPARED},
        "return": {_E.PREPARED: _E.ELIGIBLE},
        "approve": {_E.PREPARED: _E.APPROVED},
        "decline": {_E.PREPARED: _E.DECLINED},
        "start": {_E.APPROVED: _E.STARTED},
        "complete": {_E.STARTED: _E.COMPLETED},
        "drop_out": {_E.STARTED: _E.DROPPED_OUT},
        "withdraw": dict.fromkeys((_E.APPLIED, _E.ELIGIBLE, _E.PREPARED, _E.APPROVED), _E.WITHDRAWN),
    },
)


class DropReason(StrEnum):
    FOUND_WORK = "found_work"
    ILLNESS = "illness"
    MOVED = "moved"
    ABSENT = "absent"
    EMPLOYER_ENDED = "employer_ended"
    CONTRIBUTIONS_STOPPED = "contributions_stopped"
    INSPECTION = "inspection"
    OTHER = "other"


class WithdrawReason(StrEnum):
    """Why the exchange itself takes an enrolment back; who withdraws it by hand gives none."""

    TRANSFERRED = "transferred"


class Outcome(StrEnum):
    """What came after: a placement, or none."""

    PLACEMENT = "placement"
    NONE = "none"


class Approval(StrEnum):
    """Who approves what an officer prepared: one approver of the office, or a committee of two."""

    APPROVER = "approver"
    COMMITTEE = "committee"


class EntryKind(StrEnum):
    """What a row of the ledger records."""

    PLAN = "plan"
    COMMIT = "commit"
    RELEASE = "release"
    PAY = "pay"
    REALLOCATE = "reallocate"
    RETURN = "return"


class PaymentKind(StrEnum):
    SUBSIDY = "subsidy"
    COURSE = "course"
    STIPEND = "stipend"
    LOAN = "loan"
    GRANT = "grant"
    MOVING = "moving"
    HOUSING = "housing"


PAYMENTS_OF = {
    MeasureKind.TRAINING: (PaymentKind.COURSE, PaymentKind.STIPEND),
    MeasureKind.SOCIAL_JOB: (PaymentKind.SUBSIDY,),
    MeasureKind.YOUTH_PRACTICE: (PaymentKind.SUBSIDY,),
    MeasureKind.PUBLIC_WORKS: (PaymentKind.SUBSIDY,),
    MeasureKind.MICROCREDIT: (PaymentKind.LOAN,),
    MeasureKind.GRANT: (PaymentKind.GRANT,),
    MeasureKind.RELOCATION: (PaymentKind.MOVING, PaymentKind.HOUSING),
    MeasureKind.RURAL_JOBS: (),
}
"""What can be paid to somebody in a measure of each kind."""


class PaymentState(StrEnum):
    PREPARED = "prepared"
    PAID = "paid"
    REFUSED = "refused"


PAYMENT_LIFECYCLE = Lifecycle(
    "payment",
    PaymentState.PREPARED,
    {"pay": {PaymentState.PREPARED: PaymentState.PAID}, "refuse": {PaymentState.PREPARED: PaymentState.REFUSED}},
)


class ReallocationState(StrEnum):
    PROPOSED = "proposed"
    ACCEPTED = "accepted"
    REFUSED = "refused"


REALLOCATION_LIFECYCLE = Lifecycle(
    "reallocation",
    ReallocationState.PROPOSED,
    {
        "accept": {ReallocationState.PROPOSED: ReallocationState.ACCEPTED},
        "refuse": {ReallocationState.PROPOSED: ReallocationState.REFUSED},
    },
)


class PostState(StrEnum):
    """An employer's application for subsidised jobs."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"
    CLOSED = "closed"


_P = PostState
POST_LIFECYCLE = Lifecycle(
    "subsidised post",
    _P.SUBMITTED,
    {"accept": {_P.SUBMITTED: _P.ACCEPTED}, "refuse": {_P.SUBMITTED: _P.REFUSED}, "close": {_P.SUBMITTED: _P.CLOSED, _P.ACCEPTED: _P.CLOSED}},
)


class ClaimState(StrEnum):
    """An employer's claim for one month; accepted when its payment is prepared."""

    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    REFUSED = "refused"


CLAIM_LIFECYCLE = Lifecycle(
    "subsidy claim",
    ClaimState.SUBMITTED,
    {"accept": {ClaimState.SUBMITTED: ClaimState.ACCEPTED}, "refuse": {ClaimState.SUBMITTED: ClaimState.REFUSED}},
)


class SeatState(StrEnum):
    """A person's place on a course."""

    WAITING = "waiting"
    SEATED = "seated"
    LEFT = "left"


SEAT_LIFECYCLE = Lifecycle(
    "course place",
    SeatState.WAITING,
    {"seat": {SeatState.WAITING: SeatState.SEATED}, "leave": {SeatState.WAITING: SeatState.LEFT, SeatState.SEATED: SeatState.LEFT}},
)


class FacilityKind(StrEnum):
    """What was built or repaired in a village."""

    SCHOOL = "school"
    HOSPITAL = "hospital"
    ROAD = "road"
    WATER = "water"
    HOUSING = "housing"
    CULTURE = "culture"
    OTHER = "other"
