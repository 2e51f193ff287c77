"""Pages for office staff."""

from labour_exchange.web.office import candidates, cases, contested, employers, people, placements, queue, registrations, vacancies
from labour_exchange.web.office.blueprint import blueprint

__all__ = ["blueprint", "candidates", "cases", "contested", "employers", "people", "placements", "queue", "registrations", "vacancies"]
