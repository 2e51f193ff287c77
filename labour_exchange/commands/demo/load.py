"""Load the demo country: replaces demo rows only, in one transaction, with progress said as it goes."""

import time
from collections.abc import Callable, Iterable, Iterator
from datetime import date, datetime
from itertools import islice
from random import Random
from typing import Any, TypeVar

import psycopg
from psycopg import sql

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.commands.demo import careers, market, state
from labour_exchange.commands.demo.occupations import TRADES
from labour_exchange.commands.demo.people import Person, people, registration
from labour_exchange.commands.demo.programme import load as programme
from labour_exchange.commands.demo.scales import SCALES, SEED, Scale
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.commands.worker import libpq_address
from labour_exchange.discovery.models import DocumentChange
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.jobseekers.models import Jobseeker, Profile, Registration
from labour_exchange.placements.models import JobApplication, Placement, PlacementEvidence
from labour_exchange.vacancies.models import Vacancy

Say = Callable[[str], None]
Made = TypeVar("Made")
FILLED = (Employer, Agency, Jobseeker, Profile, Registration, Placement, PlacementEvidence, Vacancy, JobApplication)
AT_ONCE = 10_000  # Rows held in memory: a country is loaded in less than what a web worker takes.
OWN_VACANCIES, OWN_APPLICATIONS = 6, 9
DEMO_LOCK = 20_170_101


def load(owner_url: str, scale_name: str, say: Say, *, is_replacing: bool = True) -> dict[str, Any]:
    """Put the country of one scale in the place of the one that is there; gives the counts and the seconds it took.

    Without `is_replacing` a country that is there stays; of two loads at once the second then finds the first one's.
    """
    started, scale, chance, now = time.monotonic(), _scale(scale_name), Random(SEED), clock.now()
    with psycopg.connect(libpq_address(owner_url)) as owner:
        owner.execute("SELECT pg_advisory_xact_lock(%s)", (DEMO_LOCK,))
        if not is_replacing and state.holds_demo(owner):
            return {}
        state.remove(owner)
        counts = programme.fill(owner, chance, now, say) if scale is None else _fill(owner, scale, chance, now, say)
    return counts | {"seconds": round(time.monotonic() - started, 1)}


def _scale(name: str) -> Scale | None:
    """None for the years of the programme, which are no country of today."""
    return None if name == programme.SCALE else SCALES[name]


def _fill(owner: psycopg.Connection, scale: Scale, chance: Random, now: datetime, say: Say) -> dict[str, Any]:
    hirers = list(market.employers(chance, take_ids(owner, Employer, scale.employers), now))
    copy_rows(owner, Employer, hirers)
    say(f"{len(hirers):,} employers")
    agency_rows = list(market.agencies(chance, take_ids(owner, Agency, scale.agencies), now))
    copy_rows(owner, Agency, agency_rows)
    copy_rows(owner, Licence, (_licence(row) for row in agency_rows))
    agency_ids = [row["id"] for row in agency_rows]
    who = _people(owner, scale, chance, now, say)
    offices = _offices(owner)
    started, evidence = _careers(owner, scale, chance, who, hirers, agency_ids, offices, now, say)
    copy_rows(owner, Registration, (registration(chance, person, offices[person.region.iso_code], now, started.get(person.id)) for person in who))
    vacancies, applications = _market(owner, scale, chance, who, hirers, agency_ids, now, say)
    _count_for_the_planner(owner)
    return {
        "employers": len(hirers),
        "agencies": len(agency_ids),
        "jobseekers": len(who),
        "vacancies": vacancies,
        "placements": scale.placements,
        "evidence": evidence,
        "applications": applications,
    }


def _people(owner: psycopg.Connection, scale: Scale, chance: Random, now: datetime, say: Say) -> list[Person]:
    """Rows are written by the thousand and forgotten; what is remembered of a person is what others have to know."""
    who: list[Person] = []
    made = people(chance, take_ids(owner, Jobseeker, scale.jobseekers), take_ids(owner, Profile, scale.jobseekers), now)
    for part in _parts(made):
        copy_rows(owner, Jobseeker, (row for _, row, _ in part))
        copy_rows(owner, Profile, (profile for _, _, profile in part))
        who += [person for person, _, _ in part]
        say(f"{len(who):,} of {scale.jobseekers:,} jobseekers")
    return who


def _careers(
    owner: psycopg.Connection,
    scale: Scale,
    chance: Random,
    who: list[Person],
    hirers: list[dict[str, Any]],
    agency_ids: list[int],
    offices: dict[str, int],
    now: datetime,
    say: Say,
) -> tuple[dict[int, date], int]:
    """Placements with their evidence; gives the day each person started last, and how many rows of evidence there are."""
    started: dict[int, date] = {}
    written = done = 0
    for part in _parts(careers.placements(chance, take_ids(owner, Placement, scale.placements), who, hirers, agency_ids, offices, now)):
        ledger = [row for placement in part for row in careers.evidence(chance, placement, clock.today())]
        copy_rows(owner, Placement, part)
        written += copy_rows(owner, PlacementEvidence, ledger)
        done += len(part)
        for placement in part:
            person_id = placement["jobseeker_id"]
            started[person_id] = max(started.get(person_id, placement["started_on"]), placement["started_on"])
        say(f"{done:,} of {scale.placements:,} placements, {written:,} rows of evidence")
    return started, written


def _market(
    owner: psycopg.Connection,
    scale: Scale,
    chance: Random,
    who: list[Person],
    hirers: list[dict[str, Any]],
    agency_ids: list[int],
    now: datetime,
    say: Say,
) -> tuple[int, int]:
    """Vacancies with the applications for them; gives how many of each."""
    likely: dict[tuple[str, str], list[Person]] = {}
    for person in who:
        likely.setdefault((person.region.iso_code, person.trade.code), []).append(person)
    vacancies = applications = 0
    for part in _parts(market.vacancies(chance, take_ids(owner, Vacancy, scale.vacancies), hirers, agency_ids, now)):
        wanted = scale.applications * len(part) // scale.vacancies
        open_ones = [vacancy for vacancy in part if vacancy["state"] == "published"]
        applied = list(careers.applications(chance, likely, open_ones, wanted, now))
        vacancies += copy_rows(owner, Vacancy, part)
        applications += copy_rows(owner, JobApplication, applied)
        say(f"{vacancies:,} of {scale.vacancies:,} vacancies, {applications:,} applications")
    own = _own_vacancies(owner, chance, now)
    applied = _own_applications(chance, who, own, now)
    return vacancies + copy_rows(owner, Vacancy, own), applications + copy_rows(owner, JobApplication, applied)


def _count_for_the_planner(owner: psycopg.Connection) -> None:
    """Whoever reads next would else be planned for empty tables: rendering the documents took five times as long."""
    tables = [model.__tablename__ for model in (*FILLED, DocumentChange)]
    owner.execute(sql.SQL("ANALYZE {}").format(sql.SQL(", ").join(map(sql.Identifier, tables))))


def _parts(rows: Iterable[Made]) -> Iterator[list[Made]]:
    remaining = iter(rows)
    while part := list(islice(remaining, AT_ONCE)):
        yield part


def _offices(owner: psycopg.Connection) -> dict[str, int]:
    rows = owner.execute("SELECT region_code, min(id) FROM offices WHERE region_code IS NOT NULL GROUP BY region_code").fetchall()
    return dict(rows)


def _own_vacancies(owner: psycopg.Connection, chance: Random, now: datetime) -> list[dict[str, Any]]:
    """Open vacancies of the employer that can be signed in as."""
    row = owner.execute(
        "SELECT e.id, e.region_code FROM employers e JOIN employer_members m ON m.employer_id = e.id WHERE e.is_demo ORDER BY e.id LIMIT 1"
    ).fetchone()
    if row is None:
        return []
    hirer = {"id": row[0], "region_code": row[1], "state": "verified"}
    trades = [trade for trade in TRADES if trade.code in ("7212", "7411", "7112", "3123", "8342", "9313")]
    made = [
        market.vacancy(chance, vacancy_id, hirer, trade, now, [])
        for vacancy_id, trade in zip(take_ids(owner, Vacancy, OWN_VACANCIES), trades, strict=False)
    ]
    return [vacancy | {"state": "published", "closed_at": None, "posts_filled": 0, "published_at": now, "apply_by_on": None} for vacancy in made]


def _own_applications(chance: Random, who: list[Person], vacancies: list[dict[str, Any]], now: datetime) -> list[dict[str, Any]]:
    rows = []
    for vacancy in vacancies:
        for person in chance.sample([one for one in who if one.region.iso_code == vacancy["region_code"]] or who, OWN_APPLICATIONS // 3):
            vacancy["applications"] += 1
            rows.append(careers.application(chance, person, vacancy, chance.choice(("sent", "sent", "seen")), now))
    return rows


def _licence(agency: dict[str, Any]) -> dict[str, Any]:
    granted_on = agency["connected_on"]
    expires_on = granted_on.replace(year=granted_on.year + 3, day=min(granted_on.day, 28))
    return {
        "agency_id": agency["id"],
        "number": f"DEMO-{agency['bin'][-6:]}",
        "state": "granted",
        "granted_on": granted_on,
        "expires_on": expires_on,
        "reason": "",
    }
