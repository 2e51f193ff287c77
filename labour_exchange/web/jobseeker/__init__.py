"""Pages of a person who looks for work."""

from labour_exchange.web.jobseeker import agencies, applications, case, contacts, home, measures, own_data, profile, registration, searches, suiting
from labour_exchange.web.jobseeker.blueprint import blueprint

__all__ = [
    "agencies",
    "applications",
    "blueprint",
    "case",
    "contacts",
    "home",
    "measures",
    "own_data",
    "profile",
    "registration",
    "searches",
    "suiting",
]
