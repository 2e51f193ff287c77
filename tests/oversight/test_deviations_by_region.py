"""Where plans are behind: regions added up, the one that lacks most first, and how many plans nobody is on."""

from datetime import date
from types import SimpleNamespace
from typing import Any

from labour_exchange.oversight.queries.deviations import Deviation, Place, by_region


def behind(region: str, expected: int, taken: int, since: date, instruction: Any = None) -> Deviation:
    allocation: Any = SimpleNamespace(region_code=region, places_taken=taken)
    return Deviation(allocation, expected, since, instruction)


def test_regions_are_added_up_with_the_earliest_day_and_plans_that_nobody_is_on() -> None:
    found = [
        behind("KZ-10", 50, 20, date(2026, 3, 31)),
        behind("KZ-71", 40, 10, date(2026, 5, 31), instruction=object()),
        behind("KZ-71", 30, 10, date(2026, 2, 28)),
    ]
    assert by_region(found) == [Place("KZ-71", 2, 50, date(2026, 2, 28), 1), Place("KZ-10", 1, 30, date(2026, 3, 31), 1)]
    assert by_region([]) == []
