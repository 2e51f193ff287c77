"""Pages for office staff."""

from labour_exchange.web.office import placements
from labour_exchange.web.office.blueprint import blueprint

__all__ = ["blueprint", "placements"]
