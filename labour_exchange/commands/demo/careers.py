"""What became of invented people: two years of placements with their evidence, and applications that wait or were answered."""

from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from random import Random
from typing import Any

from labour_exchange.commands.demo.people import Person, draw
from labour_exchange.commands.demo.scales import CHANNEL_SHARES, EVIDENCE_SHARES, YEARS_BACK
from labour_exchange.foundation.clock import COUNTRY_ZONE
from labour_exchange.foundation.database import new_public_id

KINDS = (("permanent", 0.8), ("fixed_term", 0.12), ("seasonal", 0.05), ("temporary", 0.03))
SEASONS = (0.7, 0.8, 1.0, 1.15, 1.25, 1.2, 1.0, 0.95, 1.2, 1.1, 0.9, 0.75)
APPLICATION_STATES = (("sent", 0.3), ("seen", 0.2), ("interview", 0.1), ("declined", 0.25), ("withdrawn", 0.05), ("unanswered", 0.1))
MONTH = 30


def placements(
    chance: Random, ids: Iterator[int], who: list[Person], hirers: list[dict[str, Any]], agency_ids: list[int], offices: dict[str, int], now: datetime
) -> Iterator[dict[str, Any]]:
    """One placement for each identity, more in spring and autumn; nobody is placed twice at one employer on one day."""
    by_region: dict[str, list[dict[str, Any]]] = {}
    for hirer in hirers:
        by_region.setdefault(hirer["region_code"], []).append(hirer)
    seen: set[tuple[int, int, date]] = set()
    for placement_id in ids:
        person, hirer, started_on = chance.choice(who), None, now.date()
        while hirer is None or (person.id, hirer["id"], started_on) in seen:
            started_on = _start(chance, now.date())
            hirer = chance.choice(by_region.get(person.region.iso_code) or hirers) if chance.random() < 0.93 else chance.choice(hirers)
        seen.add((person.id, hirer["id"], started_on))
        channel = draw(chance, CHANNEL_SHARES)
        declared_on = min(started_on + timedelta(days=chance.randint(0, 6)), now.date())
        yield {
            "id": placement_id,
            "public_id": new_public_id(),
            "jobseeker_id": person.id,
            "employer_id": hirer["id"],
            "occupation_code": person.trade.code,
            "region_of_work": hirer["region_code"],
            "region_of_residence": person.region.iso_code,
            "started_on": started_on,
            "employment_kind": draw(chance, KINDS),
            "channel": channel,
            "agency_id": chance.choice(agency_ids) if channel == "agency" and agency_ids else None,
            "office_id": offices.get(person.region.iso_code) if channel in ("office_referral", "programme") else None,
            "state": "declared",
            "declared_by": "employer" if chance.random() < 0.8 else "jobseeker",
            "declared_on": declared_on,
            "is_demo": True,
            "version": 1,
            "created_at": noon(declared_on),
        }


def evidence(chance: Random, placement: dict[str, Any], today: date) -> Iterator[dict[str, Any]]:
    """The ledger of one placement as far as it can be known today; sets the placement's state by it."""
    declared = placement["declared_on"]
    yield _row(placement, "declared", placement["declared_by"], declared, declared)
    other = "jobseeker" if placement["declared_by"] == "employer" else "employer"
    if chance.random() > EVIDENCE_SHARES["confirmed"]:
        return
    confirmed = declared + timedelta(days=chance.randint(0, 9))
    if confirmed > today:
        return
    placement["state"] = "confirmed"
    yield _row(placement, "confirmed", other, confirmed, confirmed)
    before = EVIDENCE_SHARES["confirmed"]
    steps = [("contract", 0, 12), *(("contribution", months, MONTH * months + 18) for months in (1, 3, 6, 12))]
    for kind, months, days in steps:
        share = EVIDENCE_SHARES[kind if kind == "contract" else f"month_{months}"]
        known_on = placement["started_on"] + timedelta(days=days)
        if known_on > today:
            return
        if chance.random() > share / before:
            if months >= 3:
                placement["state"] = "ended"
                yield _row(placement, "ended", "pension_register", known_on - timedelta(days=MONTH), known_on, reason="contributions stopped")
            return
        before = share
        source = "contract_register" if kind == "contract" else "pension_register"
        yield _row(placement, kind, source, placement["started_on"] + timedelta(days=MONTH * months), known_on, month=months)


def applications(
    chance: Random, who: dict[tuple[str, str], list[Person]], vacancies: list[dict[str, Any]], count: int, now: datetime
) -> Iterator[dict[str, Any]]:
    """So many applications to these open vacancies, of people of the same region and trade, counted in the vacancies as they are made."""
    made: set[tuple[int, int]] = set()
    for _ in range(count * 3 if vacancies else 0):
        vacancy = chance.choice(vacancies)
        likely = who.get((vacancy["region_code"], vacancy["occupation_code"]))
        if not likely or len(made) >= count:
            continue
        person = chance.choice(likely)
        if (person.id, vacancy["id"]) not in made:
            made.add((person.id, vacancy["id"]))
            vacancy["applications"] += 1
            yield application(chance, person, vacancy, draw(chance, APPLICATION_STATES), now)


def application(chance: Random, person: Person, vacancy: dict[str, Any], state: str, now: datetime) -> dict[str, Any]:
    created_at = max(vacancy["published_at"], now - timedelta(days=chance.randint(0, 20)))
    answered_at = created_at + timedelta(days=chance.randint(0, 5)) if state in ("interview", "declined") else None
    answered_at = min(answered_at, now) if answered_at else None
    return {
        "public_id": new_public_id(),
        "jobseeker_id": person.id,
        "vacancy_id": vacancy["id"],
        "employer_id": vacancy["employer_id"],
        "region_code": person.region.iso_code,
        "note": "",
        "answer_note": "",
        "is_demo": True,
        "created_at": created_at,
        "answered_at": answered_at,
        "closed_at": answered_at if state == "declined" else now if state in ("withdrawn", "unanswered") else None,
        "version": 1,
        "state": state,
        "reminders": 0,
    }


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), COUNTRY_ZONE)


def _start(chance: Random, today: date) -> date:
    while True:
        day = today - timedelta(days=int(chance.random() * 365 * YEARS_BACK))
        if chance.random() < SEASONS[day.month - 1] / 1.25:
            return day


def _row(
    placement: dict[str, Any], kind: str, source: str, effective_on: date, known_on: date, *, month: int = 0, reason: str = ""
) -> dict[str, Any]:
    return {
        "placement_id": placement["id"],
        "kind": kind,
        "source": source,
        "month": month,
        "effective_on": effective_on,
        "recorded_at": noon(known_on),
        "reason": reason,
        "reference": "",
    }
