"""Pages of a person who looks for work."""

from labour_exchange.web.jobseeker import applications, contacts, contest, home, own_data, profile, registration, searches, suggestions
from labour_exchange.web.jobseeker.blueprint import blueprint

__all__ = ["applications", "blueprint", "contacts", "contest", "home", "own_data", "profile", "registration", "searches", "suggestions"]
