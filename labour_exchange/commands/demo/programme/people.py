"""Invented people of the programme's years, and every row that is written about one of them."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from random import Random
from typing import Any

import psycopg

from labour_exchange.commands.demo import names
from labour_exchange.commands.demo.careers import noon
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.demo.programme.ground import Ground, MeasureFacts, public_id
from labour_exchange.commands.demo.scales import RURAL_SHARE
from labour_exchange.commands.demo.writing import copy_rows
from labour_exchange.foundation.database import Base
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.placements.models import Placement, PlacementEvidence
from labour_exchange.programmes.models.enrolments import Enrolment
from labour_exchange.programmes.models.history import ArchivedContract
from labour_exchange.programmes.models.training import CoursePlace

CATEGORIES, CATEGORY_WEIGHTS = ("unemployed", "self_employed", "low_income"), (62, 24, 14)
EDUCATION, EDUCATION_WEIGHTS = (2, 3, 4, 5, 6), (12, 34, 26, 16, 12)
TRADE_WEIGHTS = [trade.weight for trade in TRADES]
YEAR_DAYS = 365.25
# In the order in which rows refer to each other.
WRITTEN: tuple[type[Base], ...] = (Jobseeker, Profile, Registration, Placement, PlacementEvidence, Enrolment, CoursePlace, ArchivedContract)
AT_ONCE = 10_000


class Rows:
    """Rows of people, kept until there are enough to be written together."""

    def __init__(self, owner: psycopg.Connection) -> None:
        self.owner = owner
        self.written: dict[str, int] = {}
        self._kept: dict[type[Base], list[dict[str, Any]]] = {model: [] for model in WRITTEN}

    def add(self, model: type[Base], *rows: dict[str, Any]) -> None:
        """A new person is the moment at which nobody's rows are half there."""
        if model is Jobseeker and len(self._kept[Jobseeker]) >= AT_ONCE:
            self.write()
        self._kept[model].extend(rows)

    def write(self) -> None:
        for model in WRITTEN:
            count = copy_rows(self.owner, model, self._kept[model])
            self.written[model.__tablename__] = self.written.get(model.__tablename__, 0) + count
            self._kept[model].clear()


@dataclass(frozen=True, slots=True)
class Participant:
    """What is drawn of a person once; the rows below are written from it."""

    id: int
    region_code: str
    born_on: date
    is_male: bool
    is_rural: bool
    category: str
    education: int
    occupation: str
    registered_on: date

    def facts(self, on: date) -> dict[str, Any]:
        """What was known on the day of the application, as the rules keep it."""
        return {
            "age": int((on - self.born_on).days // YEAR_DAYS),
            "region_code": self.region_code,
            "is_rural": self.is_rural,
            "category": self.category,
            "days_registered": (on - self.registered_on).days,
            "education_level": self.education,
            "has_plan": True,
        }


def participant(
    chance: Random, ground: Ground, person_id: int, on: date, *, region_code: str = "", is_rural_low_income: bool | None = None
) -> Participant:
    """Somebody who applies on a day; `is_rural_low_income` says whether it is a villager of low income, or certainly not, or as it falls."""
    place = ground.region(chance) if not region_code else None
    code = region_code or (place.iso_code if place else "")
    category = chance.choices(CATEGORIES, CATEGORY_WEIGHTS)[0]
    is_rural = chance.random() < RURAL_SHARE
    if is_rural_low_income:
        category, is_rural = "low_income", True
    elif is_rural_low_income is not None and category == "low_income":
        is_rural = False
    return Participant(
        person_id,
        code,
        on - timedelta(days=int(chance.triangular(18, 62, 31) * YEAR_DAYS)),
        chance.random() < 0.48,
        is_rural,
        category,
        chance.choices(EDUCATION, EDUCATION_WEIGHTS)[0],
        chance.choices(TRADES, TRADE_WEIGHTS)[0].code,
        on - timedelta(days=int(chance.triangular(5, 300, 30))),
    )


def jobseeker_row(chance: Random, person: Participant, iin: str | None, *, is_erased: bool) -> dict[str, Any]:
    """People of long ago are erased as the house erases them: the month of birth stays, and nothing that says who it was."""
    family, given, patronymic = ("", "", "") if is_erased else names.person_name(chance, person.is_male)
    return {
        "id": person.id,
        "public_id": public_id(chance),
        "iin": iin,
        "iin_hash": lookup_hash(iin) if iin else None,
        "family_name": family,
        "given_name": given,
        "patronymic": patronymic,
        "born_on": person.born_on.replace(day=1) if is_erased else person.born_on,
        "sex": "male" if person.is_male else "female",
        "region_code": person.region_code,
        "is_rural": person.is_rural,
        "has_disability": chance.random() < 0.03,
        "is_demo": True,
        "created_at": noon(person.registered_on),
        "anonymised_at": noon(person.registered_on + timedelta(days=1_200)) if is_erased else None,
    }


def registration_row(chance: Random, ground: Ground, person: Participant, ended_on: date, reason: str) -> dict[str, Any]:
    return {
        "public_id": public_id(chance),
        "jobseeker_id": person.id,
        "office_id": ground.offices[person.region_code],
        "region_code": person.region_code,
        "category": person.category,
        "is_rural": person.is_rural,
        "state": "ended",
        "registered_on": person.registered_on,
        "renewed_on": person.registered_on,
        "ended_on": ended_on,
        "end_reason": reason,
        "is_demo": True,
        "version": 1,
    }


@dataclass(frozen=True, slots=True)
class Participation:
    """One person in one measure: when, how it ended, and the job it led to, if any."""

    id: int
    measure: MeasureFacts
    year: int
    started_on: date
    ended_on: date
    amount: int = 0
    employer_id: int | None = None
    drop_reason: str | None = None
    placement_id: int | None = None


def enrolment_row(chance: Random, ground: Ground, person: Participant, part: Participation) -> dict[str, Any]:
    applied_on = max(person.registered_on, part.started_on - timedelta(days=chance.randint(3, 20)))
    return {
        "id": part.id,
        "public_id": public_id(chance),
        "jobseeker_id": person.id,
        "measure_id": part.measure.id,
        "terms_id": part.measure.terms_id,
        "office_id": ground.offices[person.region_code],
        "region_code": person.region_code,
        "employer_id": part.employer_id,
        "state": "dropped_out" if part.drop_reason else "completed",
        "facts": person.facts(applied_on),
        "findings": [],
        "applied_on": applied_on,
        "decided_at": noon(applied_on),
        "decline_reason": "",
        "starts_on": part.started_on,
        "ends_on": part.ended_on,
        "started_on": part.started_on,
        "ended_on": part.ended_on,
        "drop_reason": part.drop_reason,
        "allocation_id": ground.allocations[part.measure.id, part.year, person.region_code],
        "amount": part.amount,
        "committed": part.amount,
        "paid": part.amount,
        "outcome": "placement" if part.placement_id else "none",
        "placement_id": part.placement_id,
        "outcome_at": noon(part.ended_on + timedelta(days=30)),
        "is_demo": True,
        "version": 1,
        "created_at": noon(applied_on),
    }


def placement_row(
    chance: Random, ground: Ground, person: Participant, placement_id: int, employer_id: int, started_on: date, channel: str, *, is_permanent: bool
) -> dict[str, Any]:
    """A job in the person's own region; who moves is given another region of work by the caller."""
    return {
        "id": placement_id,
        "public_id": public_id(chance),
        "jobseeker_id": person.id,
        "employer_id": employer_id,
        "occupation_code": person.occupation,
        "region_of_work": person.region_code,
        "region_of_residence": person.region_code,
        "started_on": started_on,
        "employment_kind": "permanent" if is_permanent else chance.choice(("fixed_term", "seasonal", "temporary")),
        "channel": channel,
        "agency_id": None,
        "office_id": ground.offices[person.region_code] if channel in ("office_referral", "programme") else None,
        "state": "declared",
        "declared_by": "employer" if chance.random() < 0.8 else "jobseeker",
        "declared_on": started_on,
        "is_demo": True,
        "version": 1,
        "created_at": noon(started_on),
    }


def profile_row(chance: Random, person: Participant, now: Any) -> dict[str, Any]:
    """What an assessment has to know of people: schooling and occupation. Nobody may read it, so search has no document of it."""
    return {
        "public_id": public_id(chance),
        "jobseeker_id": person.id,
        "audience": "nobody",
        "headline": "",
        "summary": "",
        "language": "kk",
        "occupation_codes": [person.occupation],
        **{name: [] for name in ("skills", "licences", "languages", "education", "move_regions", "hours", "employment_kinds")},
        "education_level": person.education,
        "experience_months": 0,
        "region_code": person.region_code,
        "wants_remote": False,
        "is_quota_eligible": False,
        "is_active": False,
        "active_at": now,
        "version": 1,
        "document_version": 1,
    }


def amounts(chance: Random, count: int, total: int) -> list[int]:
    """So many amounts around their mean, whole tenge, that make the total."""
    if not count:
        return []
    mean = total // count
    drawn = []
    for _ in range(count // 2):
        step = chance.randrange(0, max(1, int(mean * 0.45)))
        drawn += [mean - step, mean + step]
    drawn += [mean] * (count - len(drawn))
    drawn[0] += total - sum(drawn)
    return drawn


class IinSeries:
    """National ids that no register holds, another one for everybody born on one day; from the other end than the people of today."""

    def __init__(self) -> None:
        self._serials: dict[tuple[date, bool], Iterator[int]] = {}

    def next_for(self, person: Participant) -> str | None:
        """None when the day has no more: such a person is known by no number."""
        serials = self._serials.setdefault((person.born_on, person.is_male), iter(reversed(names.CROWD_SERIALS)))
        return next((found for serial in serials if (found := names.invented_iin(person.born_on, person.is_male, serial))), None)
