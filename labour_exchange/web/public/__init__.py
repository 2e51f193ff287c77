"""Pages anyone can read."""

from labour_exchange.web.public import employers, home, machines, open_data, reports, standards, statistics, suggestions, vacancies
from labour_exchange.web.public.blueprint import blueprint
from labour_exchange.web.public.reading import recent, saved

__all__ = [
    "blueprint",
    "employers",
    "home",
    "machines",
    "open_data",
    "recent",
    "reports",
    "saved",
    "standards",
    "statistics",
    "suggestions",
    "vacancies",
]
