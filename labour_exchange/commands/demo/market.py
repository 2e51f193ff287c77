"""Invented employers, agencies and vacancies: wages by region and major group, texts in three languages."""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random
from typing import Any

from labour_exchange.commands.demo import grammar, names
from labour_exchange.commands.demo.occupations import TRADES, Trade, trade_skills
from labour_exchange.commands.demo.people import draw
from labour_exchange.commands.demo.scales import LANGUAGE_SHARES, WAGE_GROWTH_SINCE_2022, WAGE_OF_MAJOR
from labour_exchange.foundation.database import new_public_id
from labour_exchange.territory.places import Region
from labour_exchange.territory.queries import districts_of, region, regions

KINDS = (("permanent", 0.78), ("fixed_term", 0.12), ("seasonal", 0.06), ("temporary", 0.04))
EXPERIENCE = ((None, 0.25), ("none", 0.3), ("year_1_3", 0.3), ("year_3_6", 0.12), ("over_6", 0.03))
OPEN_SHARE = 0.82
POSTS = ((1, 0.66), (2, 0.18), (3, 0.08), (5, 0.05), (10, 0.03))


def employers(chance: Random, ids: Iterator[int], now: datetime) -> Iterator[dict[str, Any]]:
    """One employer for each identity."""
    places, populations, serial = regions(), [place.population for place in regions()], 0
    for employer_id in ids:
        bin_number = None
        while bin_number is None:
            serial += 1
            bin_number = names.invented_bin(serial)
        due = chance.randint(0, 120)
        yield {
            "id": employer_id,
            "public_id": new_public_id(),
            "bin": bin_number,
            "name": names.employer_name(chance, serial),
            "about": "",
            "website": "",
            "region_code": chance.choices(places, populations)[0].iso_code,
            "state": "verified" if chance.random() < 0.93 else "claimed",
            "applications_due": due,
            "applications_answered": round(due * chance.triangular(0.2, 1, 0.8)),
            "is_demo": True,
            "version": 1,
            "created_at": now - timedelta(days=chance.randint(30, 900)),
        }


def agencies(chance: Random, ids: Iterator[int], now: datetime) -> Iterator[dict[str, Any]]:
    """One agency for each identity; their serial numbers begin where no employer's does."""
    serial = 90_000
    for agency_id in ids:
        bin_number = None
        while bin_number is None:
            serial += 1
            bin_number = names.invented_bin(serial)
        yield {
            "id": agency_id,
            "public_id": new_public_id(),
            "bin": bin_number,
            "name": f"ЖЖА «{chance.choice(names.FIRST_WORDS['kk'])} {chance.choice(names.SECOND_WORDS['kk'])} {serial - 90_000}»",
            "region_code": chance.choice(regions()).iso_code,
            "contact_name": "",
            "contact_phone": "",
            "connected_on": (now - timedelta(days=chance.randint(60, 900))).date(),
            "is_demo": True,
            "created_at": now - timedelta(days=900),
        }


def vacancies(chance: Random, ids: Iterator[int], hirers: list[dict[str, Any]], agency_ids: list[int], now: datetime) -> Iterator[dict[str, Any]]:
    """One vacancy for each identity, most of them open."""
    weights = [trade.weight for trade in TRADES]
    for vacancy_id in ids:
        hirer = chance.choice(hirers)
        yield vacancy(chance, vacancy_id, hirer, chance.choices(TRADES, weights)[0], now, agency_ids)


def vacancy(chance: Random, vacancy_id: int, hirer: dict[str, Any], trade: Trade, now: datetime, agency_ids: list[int]) -> dict[str, Any]:
    """One vacancy of one employer."""
    place, language = region(hirer["region_code"]), draw(chance, LANGUAGE_SHARES)
    description, requirements = grammar.vacancy_text(chance, language, trade.title(language))
    is_open = chance.random() < OPEN_SHARE and hirer["state"] == "verified"
    published_at = now - timedelta(days=chance.randint(0, 40) if is_open else chance.randint(60, 700), minutes=chance.randint(0, 1440))
    agency_id = chance.choice(agency_ids) if agency_ids and chance.random() < 0.1 else None
    row = {
        "id": vacancy_id,
        "public_id": new_public_id(),
        "employer_id": hirer["id"],
        "agency_id": agency_id,
        "source": "agency" if agency_id else "direct",
        "title": trade.title(language),
        "description": description,
        "requirements": requirements,
        "language": language,
        "occupation_code": trade.code,
        "occupation_codes": [trade.code],
        **_where(chance, place),
        **_conditions(chance, trade, place),
        **_life(chance, is_open, published_at),
        "is_demo": True,
        "created_at": published_at,
        "version": 1,
        "document_version": 1,
    }
    return row | {"posts_filled": row["posts"]} if row["state"] == "filled" else row


def _where(chance: Random, place: Region) -> dict[str, Any]:
    districts = districts_of(place.iso_code)
    district = next((one for one in districts if one.kato == place.centre_kato), None) if chance.random() < 0.6 else None
    district = district or (chance.choice(districts) if districts else None)
    return {
        "region_code": place.iso_code,
        "district_code": district.kato if district else None,
        "place_text": "",
        "latitude": round((district or place).latitude + chance.uniform(-0.03, 0.03), 4),
        "longitude": round((district or place).longitude + chance.uniform(-0.04, 0.04), 4),
    }


def _conditions(chance: Random, trade: Trade, place: Region) -> dict[str, Any]:
    known = trade_skills()[trade.code]
    chosen = chance.sample(known, min(len(known), 6))
    wage = place.average_wage * WAGE_OF_MAJOR[trade.code[0]] * WAGE_GROWTH_SINCE_2022 * chance.uniform(0.75, 1.25)
    pay_from = max(90_000, round(wage / 5_000) * 5_000) if chance.random() < 0.86 else None
    return {
        "posts": draw(chance, POSTS),
        "posts_filled": 0,
        "pay_from": pay_from,
        "pay_to": round(pay_from * 1.25 / 5_000) * 5_000 if pay_from and chance.random() < 0.5 else pay_from,
        "pay_stated": "",
        "employment_kind": draw(chance, KINDS),
        "hours": chance.choice(trade.hours),
        "is_remote": trade.code[0] == "2" and chance.random() < 0.12,
        "experience": draw(chance, EXPERIENCE),
        "education_level": trade.education_level,
        "skills_required": chosen[:3],
        "skills_wished": chosen[3:5],
        "licences": list(trade.licences),
        "languages": [code for code in ("kk", "ru") if chance.random() < 0.15],
        "is_quota": chance.random() < 0.03,
        "contact_name": "",
        "contact_phone": "",
        "applications": 0,
    }


def _life(chance: Random, is_open: bool, published_at: datetime) -> dict[str, Any]:
    last_day: date = published_at.date() + timedelta(days=chance.randint(45, 90))
    state = "published" if is_open else chance.choice(("filled", "filled", "withdrawn", "expired"))
    return {
        "state": state,
        "rejection_note": "",
        "submitted_at": published_at,
        "published_at": published_at,
        "checked_at": published_at + timedelta(hours=chance.randint(1, 30)) if not is_open or chance.random() < 0.97 else None,
        "closed_at": None if is_open else published_at + timedelta(days=chance.randint(4, 45)),
        "apply_by_on": last_day,
    }
