"""Write the programme's years into an installation: drawn from the seed, person by person, in the caller's transaction."""

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from random import Random
from typing import Any

import psycopg
from psycopg import sql

from labour_exchange.agencies.models import Agency, Licence
from labour_exchange.commands.demo import market
from labour_exchange.commands.demo.programme import money, targets
from labour_exchange.commands.demo.programme.ground import Ground, can_be_drawn, plan_year, prepare_ground
from labour_exchange.commands.demo.programme.half_year import CoveredHalfYear
from labour_exchange.commands.demo.programme.history import draw_year
from labour_exchange.commands.demo.programme.people import WRITTEN, Rows
from labour_exchange.commands.demo.writing import copy_rows, take_ids

SCALE = "programme"
SMALL = 400
"""How many times smaller the years are in the demo of `make run`."""
CONNECTED_BEFORE, CONNECTED_AFTER = datetime(2017, 6, 1, tzinfo=UTC), datetime(2017, 11, 1, tzinfo=UTC)
LICENCE_DAYS = 1095
BY_TRIGGERS = ("outcome_links", "participation_records", "uncounted")
FURTHER = ("payments", "ledger_entries", "allocations", "courses", "licences", "agencies")
COUNTED = (*(model.__tablename__ for model in WRITTEN), *FURTHER, *BY_TRIGGERS)
Say = Callable[[str], None]


def fill_small(owner: psycopg.Connection, chance: Random, now: datetime, say: Say) -> None:
    """The first half of last year beside the country of today, so that a report and an assessment have something to say.

    Nothing where the measures are not written.
    """
    if not can_be_drawn(owner):
        return
    half_year = targets.H2017.one_in(SMALL, now.year - 1)
    ground = prepare_ground(owner, chance, half_year.employers)
    plan_year(owner, chance, ground, half_year.year)
    known = owner.execute("SELECT id FROM agencies WHERE is_demo AND NOT is_sandbox ORDER BY id").fetchall()
    rows = Rows(owner)
    _draw_half_year(owner, chance, ground, half_year, rows, [row[0] for row in known], now)
    say(f"{half_year.year}: {rows.written['jobseekers']:,} people of the programme")
    _settle(owner, ground, (half_year.year,), None)


def fill(owner: psycopg.Connection, chance: Random, now: datetime, say: Say, *, one_in: int = 1) -> dict[str, Any]:
    """The years at full size, or so many times smaller. Gives how many rows there are of each.

    The measures, the offices and the demo's sign-ins must be there.
    """
    half_year = targets.H2017.one_in(one_in) if one_in > 1 else targets.H2017
    ground = prepare_ground(owner, chance, max(half_year.employers, targets.Y2012.employers // one_in))
    for year in (2011, 2012, 2017, 2018):
        plan_year(owner, chance, ground, year)
    agency_ids = _agencies(owner, chance, half_year)
    rows = Rows(owner)
    for target in (targets.Y2011, targets.Y2012):
        draw_year(owner, chance, ground, target.one_in(one_in) if one_in > 1 else target, rows)
        say(f"{target.year}: {rows.written['jobseekers']:,} people written")
    _draw_half_year(owner, chance, ground, half_year, rows, agency_ids, now)
    say(f"2017: {rows.written['jobseekers']:,} people, {rows.written['placements']:,} placements written")
    _settle(owner, ground, (2011, 2012, 2017), 2018)
    return rows.written | {"employers": len(ground.employers), "agencies": half_year.agencies + half_year.agencies_later}


def _draw_half_year(
    owner: psycopg.Connection, chance: Random, ground: Ground, target: targets.HalfYear, rows: Rows, agency_ids: list[int], now: datetime
) -> None:
    # Nobody may read these profiles, so there is no document to be made of any of them.
    owner.execute("ALTER TABLE profiles DISABLE TRIGGER mark_document")
    drawn = CoveredHalfYear(owner, chance, ground, target, rows, agency_ids, now)
    drawn.draw()
    owner.execute("ALTER TABLE profiles ENABLE TRIGGER mark_document")
    drawn.courses.fill()


def _settle(owner: psycopg.Connection, ground: Ground, years: tuple[int, ...], next_year: int | None) -> None:
    # Whoever reads next would else be planned for empty tables.
    names = sql.SQL(", ").join(map(sql.Identifier, COUNTED))
    owner.execute(sql.SQL("ANALYZE {}").format(names))
    money.settle(owner, ground, years, next_year)
    owner.execute(sql.SQL("ANALYZE {}").format(names))


def _agencies(owner: psycopg.Connection, chance: Random, target: targets.HalfYear) -> list[int]:
    """Agencies with their licences; gives those that were connected before the end of the half-year. The others came in the autumn."""
    rows = list(market.agencies(chance, take_ids(owner, Agency, target.agencies + target.agencies_later), CONNECTED_BEFORE))
    for row in rows[target.agencies :]:
        row["connected_on"] = (CONNECTED_AFTER + timedelta(days=chance.randint(0, 50))).date()
    copy_rows(owner, Agency, rows)
    copy_rows(owner, Licence, [_licence(row) for row in rows])
    return [row["id"] for row in rows[: target.agencies]]


def _licence(agency: dict[str, Any]) -> dict[str, Any]:
    return {
        "agency_id": agency["id"],
        "number": f"DEMO-{agency['bin'][-6:]}",
        "state": "expired",
        "granted_on": agency["connected_on"],
        "expires_on": agency["connected_on"] + timedelta(days=LICENCE_DAYS),
        "reason": "",
    }
