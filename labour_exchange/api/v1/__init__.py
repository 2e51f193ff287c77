"""Version 1: one module for each resource."""

from labour_exchange.api.problems import answer_search_errors
from labour_exchange.api.v1 import forecasts, occupations, regions, skills, statistics, vacancies

BLUEPRINTS = (vacancies.blueprint, occupations.blueprint, skills.blueprint, regions.blueprint, statistics.blueprint, forecasts.blueprint)

answer_search_errors(vacancies.blueprint)
