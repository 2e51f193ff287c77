"""Version 1: one module for each resource."""

from labour_exchange.api.problems import answer_search_errors
from labour_exchange.api.v1 import occupations, regions, skills, statistics, vacancies
from labour_exchange.api.v1.feed import changes, exchange

BLUEPRINTS = (
    vacancies.blueprint,
    occupations.blueprint,
    skills.blueprint,
    regions.blueprint,
    statistics.blueprint,
    changes.blueprint,
    exchange.blueprint,
)

answer_search_errors(vacancies.blueprint)
