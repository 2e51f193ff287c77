"""The catalogue: every indicator by its code, in the order in which they are listed."""

from labour_exchange.statistics.indicators.definition import Indicator
from labour_exchange.statistics.indicators.jobseekers import JOBSEEKER_INDICATORS
from labour_exchange.statistics.indicators.outcomes import OUTCOME_INDICATORS
from labour_exchange.statistics.indicators.placements import PLACEMENT_INDICATORS
from labour_exchange.statistics.indicators.vacancies import VACANCY_INDICATORS

EVERY = (*PLACEMENT_INDICATORS, *JOBSEEKER_INDICATORS, *VACANCY_INDICATORS, *OUTCOME_INDICATORS)
CATALOGUE: dict[str, Indicator] = {one.code: one for one in EVERY}
DEFINITIONS_VERSION = 2
"""Counts changes of the catalogue as a whole; a release names it."""
