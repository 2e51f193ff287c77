"""A registration's life, and the words a person's situation and wishes are described in."""

from enum import StrEnum

from labour_exchange.foundation.lifecycle.transitions import Lifecycle


class Sex(StrEnum):
    FEMALE = "female"
    MALE = "male"


class Audience(StrEnum):
    """Who may read a profile; `employers` includes the offices."""

    NOBODY = "nobody"
    OFFICES = "offices"
    EMPLOYERS = "employers"


class LinkLevel(StrEnum):
    """What a linked agency may read: the shared profile, or name and phone as well."""

    PROFILE = "profile"
    CONTACTS = "contacts"


class Category(StrEnum):
    """Labour-market status as registered."""

    UNEMPLOYED = "unemployed"
    SELF_EMPLOYED = "self_employed"
    LOW_INCOME = "low_income"
    EMPLOYED_LOOKING = "employed_looking"


class RegistrationState(StrEnum):
    ACTIVE = "active"
    LAPSED = "lapsed"
    ENDED = "ended"


class EndReason(StrEnum):
    PLACED = "placed"
    FOUND_WORK = "found_work"
    TRAINING = "training"
    MOVED = "moved"
    RETIRED = "retired"
    OWN_WISH = "own_wish"
    NOT_RENEWED = "not_renewed"
    OTHER = "other"


_S = RegistrationState
REGISTRATION_LIFECYCLE = Lifecycle(
    "registration",
    _S.ACTIVE,
    {
        "renew": {_S.ACTIVE: _S.ACTIVE, _S.LAPSED: _S.ACTIVE},
        "lapse": {_S.ACTIVE: _S.LAPSED},
        "end": {_S.ACTIVE: _S.ENDED, _S.LAPSED: _S.ENDED},
    },
)
