"""Facts about jobseekers that other parts hear of: row ids, codes and dates, never anything that names a person."""

from dataclasses import dataclass
from typing import ClassVar

from labour_exchange.foundation.events import Event


@dataclass(frozen=True, slots=True)
class JobseekerRegistered(Event):
    """A person is now known to the exchange; not yet on the register of an office."""

    kind: ClassVar[str] = "jobseeker_registered"
    jobseeker_id: int
    region_code: str


@dataclass(frozen=True, slots=True)
class ProfileChanged(Event):
    """What the profile says or who may read it has changed."""

    kind: ClassVar[str] = "profile_changed"
    jobseeker_id: int
    profile_id: int


@dataclass(frozen=True, slots=True)
class RegistrationOpened(Event):
    """`on` is an ISO date."""

    kind: ClassVar[str] = "registration_opened"
    registration_id: int
    jobseeker_id: int
    category: str
    region_code: str
    on: str


@dataclass(frozen=True, slots=True)
class RegistrationLapsed(Event):
    """Nobody renewed in time; the person can still renew."""

    kind: ClassVar[str] = "registration_lapsed"
    registration_id: int
    jobseeker_id: int
    category: str
    region_code: str
    on: str


@dataclass(frozen=True, slots=True)
class RegistrationRenewed(Event):
    """`was_lapsed` tells a return to the register from an ordinary renewal."""

    kind: ClassVar[str] = "registration_renewed"
    registration_id: int
    jobseeker_id: int
    category: str
    region_code: str
    on: str
    was_lapsed: bool


@dataclass(frozen=True, slots=True)
class RegistrationEnded(Event):
    kind: ClassVar[str] = "registration_ended"
    registration_id: int
    jobseeker_id: int
    category: str
    region_code: str
    on: str
    reason: str


@dataclass(frozen=True, slots=True)
class JobseekerInactive(Event):
    """Nothing was heard from the person for almost two years; without a sign of life the record is anonymised on `erased_on`."""

    kind: ClassVar[str] = "jobseeker_inactive"
    jobseeker_id: int
    erased_on: str


@dataclass(frozen=True, slots=True)
class JobseekerErased(Event):
    """Identity and profile are gone; parts that hold free text of this person empty it."""

    kind: ClassVar[str] = "jobseeker_erased"
    jobseeker_id: int
    profile_public_id: str | None


@dataclass(frozen=True, slots=True)
class AgencyLinked(Event):
    """A person lets an agency read the profile."""

    kind: ClassVar[str] = "agency_linked"
    jobseeker_id: int
    agency_id: int


@dataclass(frozen=True, slots=True)
class AgencyUnlinked(Event):
    kind: ClassVar[str] = "agency_unlinked"
    jobseeker_id: int
    agency_id: int
