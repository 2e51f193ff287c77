"""Invented jobseekers: where they live by population, what they can do, what they wish for, and their time on the register."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from labour_exchange.commands.demo import grammar, names
from labour_exchange.commands.demo.occupations import TRADES, Trade, trade_skills
from labour_exchange.commands.demo.scales import LANGUAGE_SHARES, RURAL_SHARE, WAGE_GROWTH_SINCE_2022, WAGE_OF_MAJOR
from labour_exchange.foundation.database import new_public_id
from labour_exchange.foundation.protection import lookup_hash
from labour_exchange.jobseekers.states import Audience, Category, Sex
from labour_exchange.territory.places import Region
from labour_exchange.territory.queries import districts_of, regions

AUDIENCES = ((Audience.EMPLOYERS, 0.62), (Audience.OFFICES, 0.3), (Audience.NOBODY, 0.08))
CATEGORIES = ((Category.UNEMPLOYED, 0.58), (Category.SELF_EMPLOYED, 0.18), (Category.LOW_INCOME, 0.12), (Category.EMPLOYED_LOOKING, 0.12))
DAYS_BACK = 730


@dataclass(frozen=True, slots=True)
class Person:
    """One invented jobseeker, as the other tables need to know it: small, because a country of them is held in memory."""

    id: int
    region: Region
    trade: Trade
    registered_on: date
    is_rural: bool


def draw(chance: Random, shares: tuple[tuple[Any, float], ...]) -> Any:
    """One of the values, by its share."""
    values, weights = zip(*shares, strict=True)
    return chance.choices(values, weights)[0]


def people(chance: Random, ids: Iterator[int], profile_ids: Iterator[int], now: datetime) -> Iterator[tuple[Person, dict[str, Any], dict[str, Any]]]:
    """One person for each identity, with the rows of jobseeker and profile."""
    places, populations = regions(), [region.population for region in regions()]
    weights, serials = [trade.weight for trade in TRADES], {}
    for person_id in ids:
        region = chance.choices(places, populations)[0]
        trade = chance.choices(TRADES, weights)[0]
        row = _jobseeker(chance, person_id, region, now, serials)
        person = Person(person_id, region, trade, row["created_at"].date(), row["is_rural"])
        yield person, row, _profile(chance, next(profile_ids), row, trade, region, now)


def _jobseeker(chance: Random, person_id: int, region: Region, now: datetime, serials: dict[tuple[date, bool], int]) -> dict[str, Any]:
    is_male = chance.random() < 0.48
    iin, born_on = None, now.date()
    while iin is None:
        born_on = now.date() - timedelta(days=int(chance.triangular(18, 62, 31) * 365.25))
        serial = serials[born_on, is_male] = serials.get((born_on, is_male), names.CROWD_SERIALS[0] - 1) + 1
        iin = names.invented_iin(born_on, is_male, serial) if serial in names.CROWD_SERIALS else None
    family, given, patronymic = names.person_name(chance, is_male)
    is_rural = not region.is_city and chance.random() < RURAL_SHARE / 0.78
    districts = districts_of(region.iso_code)
    district = chance.choice(districts).kato if is_rural else (region.centre_kato or (districts[0].kato if districts else None))
    return {
        "id": person_id,
        "public_id": new_public_id(),
        "iin": iin,
        "iin_hash": lookup_hash(iin),
        "family_name": family,
        "given_name": given,
        "patronymic": patronymic,
        "born_on": born_on,
        "sex": Sex.MALE if is_male else Sex.FEMALE,
        "region_code": region.iso_code,
        "district_code": district,
        "is_rural": is_rural,
        "has_disability": chance.random() < 0.03,
        "is_demo": True,
        "created_at": now - timedelta(days=chance.randint(0, DAYS_BACK), minutes=chance.randint(0, 1440)),
    }


def _profile(chance: Random, profile_id: int, person: dict[str, Any], trade: Trade, region: Region, now: datetime) -> dict[str, Any]:
    language = draw(chance, LANGUAGE_SHARES)
    months = int(chance.triangular(0, 240, 40))
    known = trade_skills()[trade.code]
    wage = region.average_wage * WAGE_OF_MAJOR[trade.code[0]] * WAGE_GROWTH_SINCE_2022
    movers = [other.iso_code for other in regions() if other.iso_code != region.iso_code]
    return {
        "id": profile_id,
        "public_id": new_public_id(),
        "jobseeker_id": person["id"],
        "audience": draw(chance, AUDIENCES),
        "headline": trade.title(language),
        "summary": grammar.profile_summary(chance, language, months // 12),
        "language": language,
        "occupation_codes": [trade.code],
        "skills": chance.sample(known, min(len(known), chance.randint(1, 6))),
        "licences": [licence for licence in trade.licences if chance.random() < 0.8],
        "languages": [{"code": code, "level": level} for code, level in (("kk", "C1"), ("ru", "B2")) if chance.random() < 0.85],
        "education_level": trade.education_level or chance.choice((2, 3, 3, 4, 5)),
        "education": [],
        "experience_months": months,
        "region_code": region.iso_code,
        "district_code": person["district_code"],
        "move_regions": chance.sample(movers, chance.randint(1, 3)) if chance.random() < 0.18 else [],
        "pay_from": round(wage * chance.uniform(0.7, 1.1) / 5_000) * 5_000,
        "hours": list(trade.hours) if chance.random() < 0.7 else [],
        "employment_kinds": ["permanent"] if chance.random() < 0.5 else [],
        "wants_remote": trade.code[0] == "2" and chance.random() < 0.4,
        "is_quota_eligible": person["has_disability"] and chance.random() < 0.7,
        "is_active": True,
        "active_at": now - timedelta(days=chance.randint(0, 90)),
        "version": 1,
        "document_version": 1,
    }


def registration(chance: Random, person: Person, office_id: int, now: datetime, ended_on: date | None) -> dict[str, Any]:
    """The period on the register; it ended with the placement when there was one."""
    registered_on = person.registered_on
    if ended_on is not None and ended_on < registered_on:
        registered_on = ended_on - timedelta(days=chance.randint(5, 90))
    return {
        "public_id": new_public_id(),
        "jobseeker_id": person.id,
        "office_id": office_id,
        "region_code": person.region.iso_code,
        "category": draw(chance, CATEGORIES),
        "is_rural": person.is_rural,
        "state": "ended" if ended_on else "active",
        "registered_on": registered_on,
        "renewed_on": ended_on or max(registered_on, now.date() - timedelta(days=chance.randint(0, 55))),
        "ended_on": ended_on,
        "end_reason": "placed" if ended_on else None,
        "is_demo": True,
        "version": 1,
    }
