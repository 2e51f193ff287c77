"""From draft to published to filled, withdrawn, expired or rejected; and the words a vacancy is described in."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class VacancyState(StrEnum):
    DRAFT = "draft"
    SUBMITTED = "submitted"
    PUBLISHED = "published"
    SUSPENDED = "suspended"
    FILLED = "filled"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    REJECTED = "rejected"


class RejectionCode(StrEnum):
    NOT_A_JOB = "not_a_job"
    UNLAWFUL_REQUIREMENT = "unlawful_requirement"
    BELOW_MINIMUM_WAGE = "below_minimum_wage"
    FEE_CHARGED = "fee_charged"
    DUPLICATE = "duplicate"
    EMPLOYER_NOT_VERIFIED = "employer_not_verified"
    CONTACT_IN_TEXT = "contact_in_text"
    OTHER = "other"


class EmploymentKind(StrEnum):
    PERMANENT = "permanent"
    FIXED_TERM = "fixed_term"
    SEASONAL = "seasonal"
    TEMPORARY = "temporary"


class Hours(StrEnum):
    FULL = "full"
    PART = "part"
    SHIFT = "shift"
    ROTATIONAL = "rotational"


class Experience(StrEnum):
    NONE = "none"
    YEAR_1_3 = "year_1_3"
    YEAR_3_6 = "year_3_6"
    OVER_6 = "over_6"


class VacancySource(StrEnum):
    """Who brought it: the employer itself, an agency with a mandate, or an import of advertisements."""

    DIRECT = "direct"
    AGENCY = "agency"
    IMPORT = "import"


_S = VacancyState
VACANCY_LIFECYCLE = Lifecycle(
    "vacancy",
    _S.DRAFT,
    {
        "submit": {_S.DRAFT: _S.SUBMITTED, _S.REJECTED: _S.SUBMITTED},
        "publish": {_S.DRAFT: _S.PUBLISHED, _S.SUBMITTED: _S.PUBLISHED, _S.REJECTED: _S.PUBLISHED},
        "recheck": {_S.PUBLISHED: _S.SUBMITTED, _S.SUSPENDED: _S.SUBMITTED},
        "suspend": {_S.PUBLISHED: _S.SUSPENDED},
        "resume": {_S.SUSPENDED: _S.PUBLISHED},
        "fill": {_S.PUBLISHED: _S.FILLED, _S.SUSPENDED: _S.FILLED, _S.EXPIRED: _S.FILLED},
        "reopen": {_S.FILLED: _S.PUBLISHED},
        "withdraw": {_S.DRAFT: _S.WITHDRAWN, _S.SUBMITTED: _S.WITHDRAWN, _S.PUBLISHED: _S.WITHDRAWN, _S.SUSPENDED: _S.WITHDRAWN},
        "expire": {_S.PUBLISHED: _S.EXPIRED, _S.SUSPENDED: _S.EXPIRED},
        "renew": {_S.EXPIRED: _S.PUBLISHED, _S.WITHDRAWN: _S.PUBLISHED},
        "reject": {_S.SUBMITTED: _S.REJECTED, _S.PUBLISHED: _S.REJECTED, _S.SUSPENDED: _S.REJECTED},
    },
)
