"""Version 1: one module for each resource."""

from labour_exchange.api.v1 import occupations, regions, skills, statistics

BLUEPRINTS = (occupations.blueprint, skills.blueprint, regions.blueprint, statistics.blueprint)
