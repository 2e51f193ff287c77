"""The catalogue: every indicator by its code, in the order in which they are listed."""

from labour_exchange.statistics.indicators.approaches import APPROACH_INDICATORS
from labour_exchange.statistics.indicators.definition import Entry, Estimate, Indicator
from labour_exchange.statistics.indicators.estimates import ESTIMATED
from labour_exchange.statistics.indicators.jobseekers import JOBSEEKER_INDICATORS
from labour_exchange.statistics.indicators.outcomes import OUTCOME_INDICATORS
from labour_exchange.statistics.indicators.placements import PLACEMENT_INDICATORS
from labour_exchange.statistics.indicators.vacancies import VACANCY_INDICATORS

EVERY = (*PLACEMENT_INDICATORS, *JOBSEEKER_INDICATORS, *VACANCY_INDICATORS, *OUTCOME_INDICATORS, *APPROACH_INDICATORS)
CATALOGUE: dict[str, Indicator] = {one.code: one for one in EVERY}
ESTIMATES: dict[str, Estimate] = {one.code: one for one in ESTIMATED}
ENTRIES: dict[str, Entry] = {**CATALOGUE, **ESTIMATES}
"""Every definition: what adds up, and what has to be estimated."""
DEFINITIONS_VERSION = 4
"""Counts changes of the catalogue as a whole; a release names it."""
