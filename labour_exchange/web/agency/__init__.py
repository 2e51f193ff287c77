"""Pages for private employment agencies."""

from labour_exchange.web.agency import hiring, home, organisation, standing, supply
from labour_exchange.web.agency.blueprint import blueprint

__all__ = ["blueprint", "hiring", "home", "organisation", "standing", "supply"]
