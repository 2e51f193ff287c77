"""Pages for private employment agencies."""

from labour_exchange.web.agency import duplicates, hiring, home, keys, organisation, standing, supply, webhooks
from labour_exchange.web.agency.blueprint import blueprint

__all__ = ["blueprint", "duplicates", "hiring", "home", "keys", "organisation", "standing", "supply", "webhooks"]
