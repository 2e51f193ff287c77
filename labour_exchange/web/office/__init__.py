"""Pages for office staff."""

from labour_exchange.web.office import (
    agency_complaints,
    candidates,
    contested,
    employers,
    people,
    placements,
    programmes,
    queue,
    registrations,
    vacancies,
)
from labour_exchange.web.office.blueprint import blueprint

__all__ = [
    "agency_complaints",
    "blueprint",
    "candidates",
    "contested",
    "employers",
    "people",
    "placements",
    "programmes",
    "queue",
    "registrations",
    "vacancies",
]
