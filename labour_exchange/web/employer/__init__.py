"""Pages for employers."""

from labour_exchange.web.employer import (
    agency_complaints,
    candidates,
    company,
    duplicates,
    hiring,
    home,
    mandates,
    service_complaints,
    subsidised,
    vacancies,
    writing,
)
from labour_exchange.web.employer.blueprint import blueprint

__all__ = [
    "agency_complaints",
    "blueprint",
    "candidates",
    "company",
    "duplicates",
    "hiring",
    "home",
    "mandates",
    "service_complaints",
    "subsidised",
    "vacancies",
    "writing",
]
