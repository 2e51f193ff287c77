"""What the programme's years stand on: regions with offices, measures with terms, employers, and a plan for each measure, region and year."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from random import Random
from typing import Any

import psycopg

from labour_exchange.commands.demo import market
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.employers.models import Employer
from labour_exchange.foundation.database import PUBLIC_ID_ALPHABET
from labour_exchange.programmes.models.money import Allocation
from labour_exchange.programmes.states import MeasureKind
from labour_exchange.territory.places import Region
from labour_exchange.territory.queries import regions

PREFIXES = {2011: "e2020-", 2012: "e2020-", 2017: "p2017-", 2018: "p2017-"}
MEASURES = """
SELECT m.code, m.id, m.kind, t.id, t.most_months, t.most_amount FROM measures m
JOIN measure_terms t ON t.measure_id = m.id AND t.version = 1 WHERE m.code LIKE 'e2020-%' OR m.code LIKE 'p2017-%'
"""
FOUNDED = datetime(2011, 1, 10, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class MeasureFacts:
    """A measure and its first terms, as an enrolment needs them."""

    id: int
    kind: MeasureKind
    terms_id: int
    months: int
    most_amount: int


@dataclass(slots=True)
class Ground:
    """Everything that stands before the first person comes; identities of rows by what they are of."""

    places: list[Region]
    weights: list[int]
    offices: dict[str, int]
    measures: dict[str, MeasureFacts]
    employers: list[tuple[int, str]]
    officer_id: int
    approver_id: int
    allocations: dict[tuple[int, int, str], int] = field(default_factory=dict)
    employers_of: dict[str, list[int]] = field(default_factory=dict)

    def measure(self, year: int, code: str) -> MeasureFacts:
        return self.measures[PREFIXES[year] + code]

    def region(self, chance: Random) -> Region:
        """One of the regions, by its population."""
        return chance.choices(self.places, self.weights)[0]

    def employer_in(self, chance: Random, region_code: str) -> int:
        return chance.choice(self.employers_of[region_code]) if region_code in self.employers_of else chance.choice(self.employers)[0]


def public_id(chance: Random) -> str:
    """Drawn like the rest of the country: nothing in it is secret, and half a million of them are made."""
    return "".join(chance.choices(PUBLIC_ID_ALPHABET, k=16))


def exactly(chance: Random, count: int, of: int) -> list[bool]:
    """So many of them, whichever."""
    drawn = [True] * min(count, of) + [False] * (of - min(count, of))
    chance.shuffle(drawn)
    return drawn


def prepare_ground(owner: psycopg.Connection, chance: Random, employers: int) -> Ground:
    """Employers are added; offices, measures and the sign-ins of officer and approver must be there."""
    rows = list(market.employers(chance, take_ids(owner, Employer, employers), FOUNDED))
    copy_rows(owner, Employer, rows)
    known = [(row["id"], row["region_code"]) for row in rows]
    by_region: dict[str, list[int]] = {}
    for employer_id, region_code in known:
        by_region.setdefault(region_code, []).append(employer_id)
    staff = dict(owner.execute("SELECT kind, min(id) FROM users WHERE is_demo AND kind IN ('office', 'approver') GROUP BY kind").fetchall())
    places = list(regions())
    return Ground(
        places,
        [place.population for place in places],
        dict(owner.execute("SELECT region_code, min(id) FROM offices WHERE region_code IS NOT NULL GROUP BY region_code").fetchall()),
        {code: MeasureFacts(id, MeasureKind(kind), *terms) for code, id, kind, *terms in owner.execute(MEASURES).fetchall()},
        known,
        staff["office"],
        staff["approver"],
        employers_of=by_region,
    )


def plan_year(owner: psycopg.Connection, chance: Random, ground: Ground, year: int) -> int:
    """An allocation for each measure of the year's programme in each region, still without figures; gives how many."""
    wanted = [facts for code, facts in ground.measures.items() if code.startswith(PREFIXES[year])]
    return copy_rows(owner, Allocation, _allocations(owner, chance, ground, year, wanted))


def _allocations(owner: psycopg.Connection, chance: Random, ground: Ground, year: int, measures: list[MeasureFacts]) -> Iterator[dict[str, Any]]:
    ids = take_ids(owner, Allocation, len(measures) * len(ground.places))
    for facts in measures:
        for place in ground.places:
            made = ground.allocations[facts.id, year, place.iso_code] = next(ids)
            yield {
                "id": made,
                "public_id": public_id(chance),
                "measure_id": facts.id,
                "region_code": place.iso_code,
                "starts_on": date(year, 1, 1),
                "ends_on": date(year, 12, 31),
                **dict.fromkeys(("places", "places_taken", "planned", "committed", "paid"), 0),
                "is_demo": True,
                "created_at": datetime(year - 1, 12, 1, tzinfo=UTC),
            }
