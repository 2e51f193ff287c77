"""Version 1: one module for each resource."""

from labour_exchange.api.problems import answer_search_errors
from labour_exchange.api.v1 import forecasts, occupations, regions, releases, skills, standards, statistics, vacancies
from labour_exchange.api.v1.agencies import applications, imports, invitations, placements, sandbox, tokens
from labour_exchange.api.v1.agencies import vacancies as own_vacancies
from labour_exchange.api.v1.feed import changes, criteria, exchange, own, webhooks

PUBLIC = (
    *(vacancies.blueprint, occupations.blueprint, skills.blueprint, regions.blueprint, statistics.blueprint),
    *(forecasts.blueprint, releases.blueprint, changes.blueprint, exchange.blueprint, standards.blueprint),
)
PROGRAMS = (
    *(tokens.blueprint, own_vacancies.blueprint, imports.blueprint),
    *(applications.blueprint, invitations.blueprint, placements.blueprint, sandbox.blueprint),
    *(own.blueprint, webhooks.blueprint, criteria.blueprint),
)

answer_search_errors(vacancies.blueprint)
answer_search_errors(criteria.blueprint)
