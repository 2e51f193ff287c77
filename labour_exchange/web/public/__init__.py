"""Pages anyone can read."""

from labour_exchange.web.public import employers, home, machines, statistics, suggestions, vacancies
from labour_exchange.web.public.blueprint import blueprint

__all__ = ["blueprint", "employers", "home", "machines", "statistics", "suggestions", "vacancies"]
