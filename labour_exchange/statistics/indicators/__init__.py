"""The catalogue: every indicator by its code, in the order in which they are listed."""

from labour_exchange.statistics.indicators.approaches import APPROACH_INDICATORS
from labour_exchange.statistics.indicators.definition import Entry, Estimate, Indicator
from labour_exchange.statistics.indicators.estimates import ESTIMATED
from labour_exchange.statistics.indicators.flows import CROSSINGS
from labour_exchange.statistics.indicators.jobseekers import JOBSEEKER_INDICATORS
from labour_exchange.statistics.indicators.outcomes import OUTCOME_INDICATORS
from labour_exchange.statistics.indicators.placements import PLACEMENT_INDICATORS
from labour_exchange.statistics.indicators.programme import PROGRAMME_INDICATORS
from labour_exchange.statistics.indicators.vacancies import VACANCY_INDICATORS

EVERY = (*PLACEMENT_INDICATORS, *JOBSEEKER_INDICATORS, *VACANCY_INDICATORS, *OUTCOME_INDICATORS, *APPROACH_INDICATORS, *PROGRAMME_INDICATORS)
CATALOGUE: dict[str, Indicator] = {one.code: one for one in EVERY}
ESTIMATES: dict[str, Estimate] = {one.code: one for one in ESTIMATED}
ENTRIES: dict[str, Entry] = {**CATALOGUE, **ESTIMATES}
"""Every definition that has a figure for each region: what adds up, and what has to be estimated."""
DEFINED = (*ENTRIES.values(), *CROSSINGS.values())
"""Those and the matrices, as the page of definitions lists them."""
DEFINITIONS_VERSION = 5
"""Counts changes of the catalogue as a whole; a release names it."""
