"""The figures of a report by the keys of its definitions, for the country or one region, and the plan of the next year beside them."""

from collections.abc import Mapping

from labour_exchange.foundation.access import system_actor
from labour_exchange.foundation.database import ExchangeSession, acting_as
from labour_exchange.programmes.reporting import counting
from labour_exchange.programmes.reporting.definitions import HALF_YEAR_LINES, YEAR_LINES
from labour_exchange.programmes.reporting.periods import ReportCode, half_year, whole_year

COUNTER = system_actor("programme reports")
Figure = int | float | None
Figures = dict[str, Figure]


def figures(session: ExchangeSession, report_code: str, year: int, region: str | None = None) -> Figures:
    """Every line of a report, key -> value; None where the year before has nothing to compare with. Raises ValueError for an unknown report."""
    return figures_by_region(session, report_code, year, region)[region]


def figures_by_region(session: ExchangeSession, report_code: str, year: int, region: str | None = None) -> dict[str | None, Figures]:
    """The same for the country (None) and each region with a record, or for one region only when it is named."""
    code = ReportCode(report_code)
    with acting_as(session, COUNTER):
        if code is ReportCode.HALF_YEAR:
            now = counting.counts_of(session, counting.HALF_YEAR, half_year(year), region)
            found = {place: _half_year(counts) for place, counts in now.items() if place is not None}
            return found | {region: _half_year(now[None])}
        now = counting.counts_of(session, counting.YEAR, whole_year(year), region)
        before = counting.counts_of(session, counting.YEAR, whole_year(year - 1), region)
    found = {place: _year(counts, before[place]) for place, counts in now.items() if place is not None}
    return found | {region: _year(now[None], before[None])}


def plan_after(session: ExchangeSession, year: int, region: str | None = None) -> dict[str | None, dict[str, int]]:
    """What is planned for the year after: places and tenge by measure, None being all measures."""
    with acting_as(session, COUNTER):
        return counting.plan_of(session, whole_year(year + 1), region)


def growth_percent(now: int, before: int) -> int | None:
    """By how many per cent more than before; None when there was nothing before."""
    return round(100 * (now - before) / before) if before else None


def ratio(now: int, before: int) -> float | None:
    """How many times as much as before, to one digit."""
    return round(now / before, 1) if before else None


def share_percent(part: int, whole: int) -> int | None:
    return round(100 * part / whole) if whole else None


def _half_year(counts: Mapping[str, int]) -> Figures:
    return {line.key: counts.get(line.key, 0) for line in HALF_YEAR_LINES}


def _year(now: Mapping[str, int], before: Mapping[str, int]) -> Figures:
    made: Figures = {
        "participants_growth_percent": growth_percent(now.get("participants", 0), before.get("participants", 0)),
        "social_contracts_growth_percent": growth_percent(now.get("social_contracts", 0), before.get("social_contracts", 0)),
        "rural_low_income_ratio": ratio(now.get("rural_low_income", 0), before.get("rural_low_income", 0)),
        "trained_employed_percent": share_percent(now.get("trained_employed", 0), now.get("trained_finished", 0)),
        "employers_creating_subsidised_jobs_ratio": ratio(
            now.get("employers_creating_subsidised_jobs", 0), before.get("employers_creating_subsidised_jobs", 0)
        ),
        "microcredit_ratio": ratio(now.get("microcredit_kzt", 0), before.get("microcredit_kzt", 0)),
    }
    return {line.key: made[line.key] if line.key in made else now.get(line.key, 0) for line in YEAR_LINES}
