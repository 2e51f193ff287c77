"""Pages of a person who looks for work."""

from labour_exchange.web.jobseeker import applications, case, contacts, home, own_data, profile, registration, searches, suiting
from labour_exchange.web.jobseeker.blueprint import blueprint

__all__ = ["applications", "blueprint", "case", "contacts", "home", "own_data", "profile", "registration", "searches", "suiting"]
