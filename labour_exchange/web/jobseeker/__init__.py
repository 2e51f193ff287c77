"""Pages of a person who looks for work."""

from labour_exchange.web.jobseeker import agencies, applications, contacts, home, office, own_data, profile, searches, suiting
from labour_exchange.web.jobseeker.blueprint import blueprint

__all__ = ["agencies", "applications", "blueprint", "contacts", "home", "office", "own_data", "profile", "searches", "suiting"]
