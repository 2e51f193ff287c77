"""Pages for office staff."""

from labour_exchange.web.office import (
    agency_complaints,
    candidates,
    cases,
    contested,
    employers,
    inspections,
    measures,
    oversight,
    partners,
    people,
    placements,
    programmes,
    queue,
    registrations,
    standards,
    vacancies,
)
from labour_exchange.web.office.blueprint import blueprint

__all__ = [
    "agency_complaints",
    "blueprint",
    "candidates",
    "cases",
    "contested",
    "employers",
    "inspections",
    "measures",
    "oversight",
    "partners",
    "people",
    "placements",
    "programmes",
    "queue",
    "registrations",
    "standards",
    "vacancies",
]
