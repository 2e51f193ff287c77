"""The countries that rows are measured in: the demo's people and placements, and an exact number of open vacancies."""

from random import Random

import psycopg

from labour_exchange.commands.demo import market
from labour_exchange.commands.demo.scales import SCALES
from labour_exchange.commands.demo.writing import copy_rows, take_ids
from labour_exchange.commands.worker import libpq_address
from labour_exchange.employers.models import Employer
from labour_exchange.foundation import clock
from labour_exchange.vacancies.models import Vacancy

SEED = 20_261_128
# Open vacancies, each with its document. `nation` has twice as many as a country and few people: what search is measured with.
OPEN = {"small": 2_000, "region": 20_000, "country": 150_000, "nation": 300_000}
PEOPLE_OF = {scale: scale for scale in SCALES} | {"nation": "small"}
EMPLOYERS_AT_ONCE = 2_000
AT_ONCE = 10_000


def fill_up(owner_url: str, scale: str) -> int:
    """Add open vacancies of invented employers until the scale has its number; gives how many were added."""
    chance, now = Random(SEED), clock.now()
    with psycopg.connect(libpq_address(owner_url)) as owner:
        found = owner.execute("SELECT count(*) FROM vacancies WHERE state = 'published'").fetchone()
        missing = OPEN[scale] - (found[0] if found else 0)
        hirers = _hirers(owner)
        for start in range(0, missing, AT_ONCE):
            count = min(AT_ONCE, missing - start)
            made = market.vacancies(chance, take_ids(owner, Vacancy, count), hirers, [], now)
            copy_rows(owner, Vacancy, (_opened(row) for row in made))
        owner.execute("ANALYZE vacancies, employers, document_changes")
    return max(missing, 0)


def _hirers(owner: psycopg.Connection) -> list[dict[str, object]]:
    wanted = "SELECT id, region_code FROM employers WHERE region_code IS NOT NULL AND state = 'verified'"
    if not owner.execute(wanted).fetchone():
        copy_rows(owner, Employer, market.employers(Random(SEED), take_ids(owner, Employer, EMPLOYERS_AT_ONCE), clock.now()))
    return [{"id": id, "region_code": region_code, "state": "verified"} for id, region_code in owner.execute(wanted)]


def _opened(row: dict[str, object]) -> dict[str, object]:
    return row | {"state": "published", "closed_at": None, "posts_filled": 0}
