"""Pages anyone can read."""

from labour_exchange.web.public import statistics
from labour_exchange.web.public.blueprint import blueprint

__all__ = ["blueprint", "statistics"]
