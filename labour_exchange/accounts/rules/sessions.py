"""How long a session lives, and who needs a second factor."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from labour_exchange.foundation.access import MINISTRY, OFFICE_STAFF, ActorKind

STAFF = OFFICE_STAFF | MINISTRY


@dataclass(frozen=True, slots=True)
class Limits:
    """A session ends `idle` after its last request and `absolute` after sign-in, whichever comes first."""

    idle: timedelta
    absolute: timedelta


STAFF_LIMITS = Limits(idle=timedelta(minutes=30), absolute=timedelta(hours=10))
OTHER_LIMITS = Limits(idle=timedelta(days=3), absolute=timedelta(days=30))


def limits_for(kind: ActorKind) -> Limits:
    return STAFF_LIMITS if kind in STAFF else OTHER_LIMITS


def needs_second_factor(kind: ActorKind) -> bool:
    return kind in STAFF


def is_idle(kind: ActorKind, seen_at: datetime, now: datetime) -> bool:
    """Whether nothing was heard from this session for too long."""
    return now - seen_at >= limits_for(kind).idle
